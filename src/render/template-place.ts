import { MissingValue } from './strict-runtime.ts';

/** A place in a template; both count from 1. */
export type At = Readonly<{ line: number; column?: number }>;

/**
 * Where in a template something went wrong. Nunjucks reports a condition or loop at the last thing
 * printed before it, and some faults nowhere: so names are looked for from the reported line on.
 *
 * @param chain the error and its causes, the innermost last
 */
export function locateProblem(
  chain: readonly Error[],
  reason: string,
  lines: readonly string[],
): At | null {
  const reported = reportedLine(chain);
  const name = missingName(chain, reason);
  const mention = name === null ? null : findMention(name, lines, reported ?? 1);
  if (mention !== null) return mention;
  if (reported !== null) return { line: Math.min(reported, lines.length) };
  return reason.includes('end of file') ? findUnclosed(lines) : null;
}

function reportedLine(chain: readonly Error[]): number | null {
  const lines = chain.map((error): unknown => Reflect.get(error, 'lineno'));
  const line = lines.findLast((each) => typeof each === 'number' && each > 0);
  if (typeof line === 'number') return line;
  const match = /\[Line (\d+)/.exec(chain[0]?.message ?? '');
  return match === null ? null : Number(match[1]);
}

/** The value, filter or template that was not found. */
function missingName(chain: readonly Error[], reason: string): string | null {
  for (const error of chain) if (error instanceof MissingValue) return error.missing;
  return /(?:filter|template) not found: (.+)$/.exec(reason)?.[1] ?? null;
}

function findMention(name: string, lines: readonly string[], from: number): At | null {
  const word = new RegExp(`(?<![\\w$])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w$])`);
  const order = [...lines.keys()].sort((a, b) => distance(a + 1, from) - distance(b + 1, from));
  for (const index of order) {
    const line = lines[index] ?? '';
    const match = /\{[{%]/.test(line) ? word.exec(line) : null;
    if (match !== null) return { line: index + 1, column: match.index + 1 };
  }
  return null;
}

/** Lines from `from` on come first, then those above it, nearest first. */
function distance(line: number, from: number): number {
  return line >= from ? line - from : 1_000_000 + from - line;
}

const blockTag = /\{%-?\s*(end)?(if|for|block|macro|call|filter|raw)\b/g;

/** The last block that is opened and never closed. */
function findUnclosed(lines: readonly string[]): At | null {
  const open: At[] = [];
  for (const [index, line] of lines.entries()) {
    for (const tag of line.matchAll(blockTag)) {
      if (tag[1] === undefined) open.push({ line: index + 1, column: tag.index + 1 });
      else open.pop();
    }
  }
  return open.at(-1) ?? null;
}
