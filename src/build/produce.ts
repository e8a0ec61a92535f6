import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { Tools } from '#emitters/emitter.ts';
import { TemplateProblem } from '#render/template-problem.ts';
import { createRenderer } from '#render/templates.ts';
import type { Body } from '#source/describe.ts';
import { sweepHeap } from './heap.ts';
import type { Planned } from './plan.ts';
import { openPublisher } from './publish.ts';
import type { OnProgress } from './read.ts';
import type { Theme } from './theme.ts';

export type Published = {
  written: string[];
  unchanged: number;
  removed: number;
  diagnostics: Diagnostic[];
};

/** Outputs between two sweeps of the heap; builds smaller than the first need none. */
const sweepInterval = 6000;
const sweepAt = 2000;

/**
 * Produces and publishes every output. One that a template's fault keeps from being made stays
 * as the last build left it; each fault is told once, with the first page that it struck.
 *
 * @param bodies emptied on the way: each is let go behind the last page that it stands on
 */
export function produceAll(
  outputs: readonly Planned[],
  theme: Theme,
  bodies: Map<string, Body>,
  output: string,
  onProgress: OnProgress,
): Published {
  const tools: Tools = {
    ...createRenderer(theme.templates),
    body: (id) => bodies.get(id) ?? new Uint8Array(),
  };
  const uses = countUses(outputs);
  const paths = new Set(outputs.map(({ path }) => path));
  const publisher = openPublisher(output, paths);
  const published: Published = { written: [], unchanged: 0, removed: 0, diagnostics: [] };
  const faults = new Map<string, { diagnostic: Diagnostic; path: string; others: number }>();
  for (const [index, { path, by, input, bodies: asked }] of outputs.entries()) {
    if (index % 64 === 0) onProgress('writing', index, outputs.length);
    if (index % sweepInterval === sweepAt) sweepHeap();
    try {
      const outcome = publisher.put(path, by.produce(input, tools));
      if (outcome === 'written') published.written.push(path);
      else published.unchanged++;
    } catch (problem) {
      noteFault(faults, diagnose(problem, path), path);
    }
    for (const id of asked) release(bodies, uses, id);
  }
  published.removed = publisher.finish(paths);
  published.diagnostics = [...faults.values()].map(({ diagnostic, path, others }) => {
    const more = others === 0 ? '' : ` and ${others} more`;
    const { rule, message, ...details } = diagnostic;
    const where = rule === 'template' ? ` (while rendering ${path}${more})` : '';
    return error(rule, message + where, details);
  });
  return published;
}

/** A fault of a template or of the file system; anything else is one of ours and goes on its way. */
function diagnose(problem: unknown, path: string): Diagnostic {
  if (problem instanceof TemplateProblem) return problem.diagnostic;
  if (!(problem instanceof Error) || !('syscall' in problem)) throw problem;
  const hint = 'Check the space left and the rights of the output folder.';
  return error('unwritable', `${path} cannot be written: ${problem.message}`, { hint });
}

/** On how many outputs each body stands. */
function countUses(outputs: readonly Planned[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const id of outputs.flatMap((output) => output.bodies)) {
    uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  return uses;
}

function release(bodies: Map<string, Body>, uses: Map<string, number>, id: string): void {
  const left = (uses.get(id) ?? 1) - 1;
  uses.set(id, left);
  if (left === 0) bodies.delete(id);
}

function noteFault(
  faults: Map<string, { diagnostic: Diagnostic; path: string; others: number }>,
  diagnostic: Diagnostic,
  path: string,
): void {
  const key = JSON.stringify([diagnostic.message, diagnostic.place]);
  const known = faults.get(key);
  if (known === undefined) faults.set(key, { diagnostic, path, others: 0 });
  else known.others++;
}
