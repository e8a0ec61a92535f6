import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { OutputPath } from '#emitters/emitter.ts';
import type { TemplateSources } from '#render/template-source.ts';
import type { Cache } from './cache.ts';
import type { KnownOutput } from './cache-state.ts';
import { type Faults, noteFault, tellFaults } from './faults.ts';
import { fingerprintOutputs } from './fingerprints.ts';
import { fixityName, formatFixity, listDigests } from './fixity.ts';
import { tellForeign } from './foreign-files.ts';
import type { Planned } from './plan.ts';
import type { Produced, ProduceJob } from './produce.ts';
import { beginPublication, openWriter } from './publish.ts';
import type { Stored, StoredParts } from './select.ts';
import type { Stopwatch } from './stopwatch.ts';

export type Published = {
  written: string[];
  unchanged: number;
  removed: number;
  diagnostics: Diagnostic[];
};

/** Makes a number of outputs, here or elsewhere; gives what became of each in their order. */
export type ProduceAll = (jobs: readonly ProduceJob[]) => Promise<Produced[]>;

/**
 * Produces what differs from the last build, and publishes it. An output that a fault keeps from
 * being made stays as the last build left it.
 *
 * @param adopts whether files that no build has written may be replaced
 * @param findingDisturbed the outputs that do not stand as the last build left them
 */
export async function publishOutputs(
  outputs: readonly Planned[],
  templates: TemplateSources,
  stored: ReadonlyMap<string, StoredParts>,
  cache: Cache,
  output: string,
  adopts: boolean,
  findingDisturbed: Promise<ReadonlySet<OutputPath>>,
  produceAll: ProduceAll,
  stopwatch: Stopwatch,
): Promise<Published> {
  const writer = openWriter(output, 'main');
  const paths = new Set([...outputs.map(({ path }) => path), fixityName]);
  const publication = beginPublication(output, paths, writer, adopts);
  for (const path of publication.foreign) paths.delete(path);
  const digests = new Map<unknown, string>();
  for (const { summary, digest } of stored.values()) {
    digests.set(summary, `${cache.state.readingKey} ${summary.file} ${digest}`);
  }
  const check = (id: string) => checkOf(stored.get(id));
  const fingerprints = cache.isUsedAgain
    ? fingerprintOutputs(outputs, templates, check, digests)
    : [];
  const known = cache.state.outputs;
  const disturbed = await findingDisturbed;
  const now = new Map<string, KnownOutput>();
  const todo: { planned: Planned; fingerprint: string }[] = [];
  for (const [index, planned] of outputs.entries()) {
    if (!paths.has(planned.path)) continue;
    const fingerprint = fingerprints[index] ?? '';
    const before = known.get(planned.path);
    const isSame =
      before !== undefined && before.fingerprint === fingerprint && !disturbed.has(planned.path);
    if (isSame) now.set(planned.path, before);
    else todo.push({ planned, fingerprint });
  }
  stopwatch.lap('compare outputs', outputs.length);
  const produced = await produceAll(todo.map(({ planned }) => jobOf(planned, stored)));
  stopwatch.lap('render and write', todo.length);
  const written: string[] = [];
  const faults: Faults = new Map();
  for (const [index, { planned, fingerprint }] of todo.entries()) {
    const result = produced[index];
    if (result === undefined) continue;
    if ('fault' in result) {
      noteFault(faults, result.fault, planned.path);
      continue;
    }
    if (result.put.outcome === 'written') written.push(planned.path);
    now.set(planned.path, { fingerprint, stat: result.put.stat, sha256: result.put.sha256 });
  }
  // Last, so that it never tells of bytes that are not there yet
  if (paths.has(fixityName)) {
    const fixity = writer.keep(fixityName, formatFixity(listDigests(paths, now, output)));
    if (fixity.outcome === 'written') written.push(fixityName);
    now.set(fixityName, { fingerprint: '', stat: fixity.stat, sha256: fixity.sha256 });
  }
  const removed = publication.finish(paths);
  writer.close();
  cache.state.outputs = now;
  const unchanged = now.size - written.length;
  const diagnostics = [...tellForeign(output, publication.foreign), ...tellFaults(faults)];
  return { written, unchanged, removed, diagnostics };
}

/** What a thread has to know to make an output. */
export function jobOf(
  { path, by, input, documents }: Planned,
  stored: ReadonlyMap<string, Stored>,
): ProduceJob {
  const asked = documents.flatMap((id): ProduceJob['stored'][number][] => {
    const own = stored.get(id);
    return own === undefined ? [] : [[id, { body: own.body, text: own.text }]];
  });
  return { path, by: by.name, input, stored: asked };
}

/** Lengths and checks of what is stored: its place does not matter. */
function checkOf(stored: Stored | undefined): string {
  const [, , length, check] = stored?.body ?? [];
  const [, , textLength, textCheck] = stored?.text ?? [];
  return `${length} ${check} ${textLength} ${textCheck}`;
}
