import { styleText } from 'node:util';
import { type Catalogue, sentenceOf } from '#diagnostics/catalogue.ts';
import { type Diagnostic, formatPlace } from '#diagnostics/diagnostic.ts';
import { makeVisible } from '#diagnostics/visible.ts';
import type { Aside } from '#document/text/aside.ts';
import type { BuildReport } from '#store/report.ts';

/** The most left-out documents that are named one by one; `--verbose` and `--json` name all. */
const namedSkips = 20;

/** A problem as lines for people: where, what, the lines around it, how to mend it. */
export function formatProblem(
  { severity, rule, message: told, place, frame }: Diagnostic,
  catalogue: Catalogue,
): string {
  const { message, hint } = sentenceOf(told, catalogue);
  const name = styleText(severity === 'error' ? 'red' : 'yellow', catalogue.report[severity]);
  const where = place === undefined ? '' : `${makeVisible(formatPlace(place))} `;
  const lines = [`${where}${name} ${makeVisible(message)} ${styleText('dim', `(${rule})`)}`];
  if (frame !== undefined) lines.push(makeVisible(frame).replaceAll(/^/gm, '    '));
  if (hint !== undefined) lines.push(`    ${makeVisible(hint)}`);
  return lines.join('\n');
}

/** Documents that are not published, with the reason. Files that nothing links have a line for all. */
export function formatSkipped(
  { skipped: every }: BuildReport,
  all: boolean,
  catalogue: Catalogue,
): string[] {
  const { leftOut, leftOutMore } = catalogue.report;
  const skipped = all ? every : every.filter(({ reason }) => reason.says !== 'left-out/unlinked');
  const named = all ? skipped : skipped.slice(0, namedSkips);
  const lines = named.map(({ file, reason }) =>
    makeVisible(leftOut(file, sentenceOf(reason, catalogue).message)),
  );
  const more = skipped.length - named.length;
  return more > 0 ? [...lines, leftOutMore(more)] : lines;
}

/** What was set aside of texts, with its place and words. */
export function formatAsides({ asides }: BuildReport, { report }: Catalogue): string[] {
  return asides.map((aside) => {
    const { file, line, kind } = aside;
    const words = wordsOf(aside, report).replace(/\s+/g, ' ');
    return makeVisible(report.setAside(formatPlace({ file, line }), kind, words));
  });
}

/** Of a number that was redacted also what it was. */
function wordsOf({ text, of }: Aside, { redacted }: Catalogue['report']): string {
  return of === undefined ? text : redacted(of, text);
}

/** The closing line: documents, pages written, unchanged, removed, problems, time. */
export function formatSummary(report: BuildReport, catalogue: Catalogue): string {
  const { documents, pages, written, unchanged, removed, skipped, asides, problems, ms } = report;
  const redacted = asides.filter(({ kind }) => kind === 'redaction').length;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return catalogue.report.summary({
    documents,
    pages,
    written,
    unchanged,
    removed,
    leftOut: skipped.length,
    setAside: asides.length - redacted,
    redacted,
    errors,
    warnings: problems.length - errors,
    seconds: (ms / 1000).toFixed(2),
  });
}

/** The report as the contract of `--json` has it. */
export function toJson(report: BuildReport, catalogue: Catalogue): string {
  const { documents, pages, written, unchanged, removed, ms } = report;
  const redacted = report.asides.filter(({ kind }) => kind === 'redaction').length;
  const aside = report.asides.map((each) => {
    const { file, line, kind } = each;
    return { file, line, kind, text: wordsOf(each, catalogue.report) };
  });
  const skipped = report.skipped.map(({ file, reason }) => {
    return { file, reason: sentenceOf(reason, catalogue).message };
  });
  const problems = report.problems.map(({ severity, rule, message: told, place }) => {
    const { message, hint } = sentenceOf(told, catalogue);
    return {
      severity,
      rule,
      file: place?.file ?? null,
      line: place?.line ?? null,
      column: place?.column ?? null,
      message,
      hint: hint ?? null,
    };
  });
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
