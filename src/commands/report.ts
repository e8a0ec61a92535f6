import { styleText } from 'node:util';
import { type BuildReport, unlinkedReason } from '#build/report.ts';
import { type Diagnostic, formatPlace } from '#diagnostics/diagnostic.ts';
import { makeVisible } from '#diagnostics/visible.ts';

/** The most left-out documents that are named one by one; `--verbose` and `--json` name all. */
const namedSkips = 20;

/** A problem as lines for people: where, what, the lines around it, how to mend it. */
export function formatProblem({ severity, rule, message, place, hint, frame }: Diagnostic): string {
  const name = styleText(severity === 'error' ? 'red' : 'yellow', severity);
  const where = place === undefined ? '' : `${makeVisible(formatPlace(place))} `;
  const lines = [`${where}${name} ${makeVisible(message)} ${styleText('dim', `(${rule})`)}`];
  if (frame !== undefined) lines.push(makeVisible(frame).replaceAll(/^/gm, '    '));
  if (hint !== undefined) lines.push(`    ${makeVisible(hint)}`);
  return lines.join('\n');
}

/** Documents that are not published, with the reason. Files that nothing links have a line for all. */
export function formatSkipped({ skipped: every }: BuildReport, all: boolean): string[] {
  const skipped = all ? every : every.filter(({ reason }) => reason !== unlinkedReason);
  const named = all ? skipped : skipped.slice(0, namedSkips);
  const lines = named.map(({ file, reason }) => makeVisible(`left out: ${file}: ${reason}`));
  const more = skipped.length - named.length;
  return more > 0 ? [...lines, `left out: ${more} more; --verbose names them`] : lines;
}

/** What was set aside of texts, with its place and words. */
export function formatAsides({ asides }: BuildReport): string[] {
  return asides.map(({ file, line, kind, text }) => {
    const words = text.replace(/\s+/g, ' ');
    return makeVisible(`set aside: ${formatPlace({ file, line })} ${kind}: ${words}`);
  });
}

/** The closing line: documents, pages written, unchanged, removed, problems, time. */
export function formatSummary(report: BuildReport): string {
  const { documents, pages, written, unchanged, removed, skipped, asides, problems, ms } = report;
  const redacted = asides.filter(({ kind }) => kind === 'redaction').length;
  const lines = asides.length - redacted;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const parts = [
    count(documents, 'document'),
    count(pages, 'page'),
    `${written} written`,
    `${unchanged} unchanged`,
    `${removed} removed`,
    ...(skipped.length === 0 ? [] : [`${skipped.length} left out`]),
    ...(lines === 0 ? [] : [`${count(lines, 'line')} set aside`]),
    ...(redacted === 0 ? [] : [`${redacted} redacted`]),
    count(errors, 'error'),
    count(problems.length - errors, 'warning'),
  ];
  return `${parts.join(', ')} in ${(ms / 1000).toFixed(2)} s`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The report as the contract of `--json` has it. */
export function toJson(report: BuildReport): string {
  const { documents, pages, written, unchanged, removed, skipped, ms } = report;
  const redacted = report.asides.filter(({ kind }) => kind === 'redaction').length;
  const aside = report.asides.map(({ file, line, kind, text }) => ({ file, line, kind, text }));
  const problems = report.problems.map(({ severity, rule, message, place, hint }) => ({
    severity,
    rule,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    message,
    hint: hint ?? null,
  }));
  return JSON.stringify({
    documents,
    pages,
    written,
    unchanged,
    removed,
    skipped,
    problems,
    ...(aside.length === 0 ? {} : { aside }),
    ...(redacted === 0 ? {} : { redacted }),
    ms,
  });
}
