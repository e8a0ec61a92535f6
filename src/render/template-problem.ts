import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { messageOf } from '#diagnostics/exceptions.ts';
import { frame } from '#diagnostics/frame.ts';
import { nearestName } from '#diagnostics/nearest.ts';
import type { TemplateFault } from '#diagnostics/words.ts';
import { MissingValue } from './strict-runtime.ts';
import { locateProblem } from './template-place.ts';
import type { TemplateSources } from './template-source.ts';

/** Something wrong in a template, with its place. */
export class TemplateProblem extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.rule);
    this.diagnostic = diagnostic;
  }

  /** Notes on an error the template that it arose in; the innermost one stays. */
  static mark(problem: unknown, template: string): unknown {
    if (typeof problem === 'object' && problem !== null && !(origin in problem)) {
      Object.defineProperty(problem, origin, { value: template });
    }
    return problem;
  }
}

const origin = Symbol('template');

/** Turns what Nunjucks threw into a problem that names the template's file and line. */
export function describeProblem(
  thrown: unknown,
  template: string,
  sources: TemplateSources,
): TemplateProblem {
  const name = originOf(thrown) ?? named(thrown, sources) ?? template;
  const source = sources.get(name);
  const reason = reasonOf(thrown);
  if (source === undefined) {
    const known = [...sources.keys()];
    const message = { says: 'template/missing', name, known, path: '', others: 0 } as const;
    return new TemplateProblem(error(message));
  }
  const lines = source.text.split(/\r\n|\r|\n/);
  const at = locateProblem(chainOf(thrown), reason, lines);
  const place = at === null ? { file: source.file } : { file: source.file, ...at };
  const shown = at === null ? {} : { frame: frame(lines, at.line, at.column) };
  const fault = faultOf(thrown, reason);
  const message = { says: 'template', fault, path: '', others: 0 } as const;
  return new TemplateProblem(error(message, { place, ...shown }));
}

/** An error and its causes. Nunjucks wraps an error once more in each template on its way out. */
function chainOf(thrown: unknown): Error[] {
  const chain: Error[] = [];
  for (let error = thrown; error instanceof Error; error = error.cause) chain.push(error);
  return chain;
}

function originOf(thrown: unknown): string | null {
  const marked = chainOf(thrown).findLast((error) => origin in error);
  const name: unknown = marked === undefined ? null : Reflect.get(marked, origin);
  return typeof name === 'string' ? name : null;
}

/** Errors of compiling carry no mark; their message begins with the templates in brackets. */
function named(thrown: unknown, sources: TemplateSources): string | null {
  if (!(thrown instanceof Error)) return null;
  const names = [...thrown.message.matchAll(/^\s*\(([^)]+)\)/gm)].map((match) => match[1] ?? '');
  return names.findLast((name) => sources.has(name)) ?? null;
}

function faultOf(thrown: unknown, reason: string): TemplateFault {
  const value = chainOf(thrown).find((error) => error instanceof MissingValue);
  if (value !== undefined) {
    const { missing: name, known } = value;
    return { is: 'missing', name, nearest: nearestName(name, known) ?? null, known };
  }
  if (reason.includes('attempted to output null or undefined value')) return { is: 'null' };
  const [, what, name = ''] = /(filter|template) not found: (.+)$/.exec(reason) ?? [];
  if (what === 'filter' || what === 'template') return { is: 'not-found', what, name };
  return { is: 'other', words: reason };
}

/** What Nunjucks says, without the templates and places that it says it with. */
function reasonOf(thrown: unknown): string {
  const message = messageOf(thrown);
  const last = message.split('\n').findLast((line) => line.trim() !== '') ?? message;
  return last
    .trim()
    .replace(/^(?:Template render error: )?\([^)]*\)(?: \[Line \d+(?:, Column \d+)?\])?\s*/, '')
    .replace(/^(?:\w*Error: )+/, '');
}
