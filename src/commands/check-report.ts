import { styleText } from 'node:util';
import type { Finding } from '#check/check.ts';
import { type Catalogue, sentenceOf } from '#diagnostics/catalogue.ts';
import { formatPlace } from '#diagnostics/diagnostic.ts';
import { makeVisible } from '#diagnostics/visible.ts';

/** Findings for people: those of one rule and severity together, with its reason once. */
export function formatFindings(findings: readonly Finding[], catalogue: Catalogue): string {
  const groups = Map.groupBy(findings, ({ severity, rule }) => `${severity} ${rule}`);
  const parts = [...groups.values()].map((group) => formatGroup(group, catalogue));
  const { errors, warnings } = countFindings(findings);
  return [...parts, catalogue.report.found(errors, warnings)].join('\n\n');
}

function formatGroup(group: readonly Finding[], catalogue: Catalogue): string {
  const told = group.map((finding) => tellFinding(finding, catalogue));
  const mends = new Set(told.map(({ mend }) => mend));
  const [common] = mends.size === 1 ? mends : [];
  const lines = told.map(({ file, line, message, mend }) => {
    const own = common === undefined ? `\n      ${mend}` : '';
    return makeVisible(`  ${formatPosition(file, line)}${message}${own}`);
  });
  const last = common === undefined ? [] : [makeVisible(`  ${common}`)];
  const heads = told.slice(0, 1).map(({ severity, rule, why }) => {
    const colour = severity === 'error' ? 'red' : 'yellow';
    return `${styleText(colour, catalogue.report[severity])} ${rule}: ${why}`;
  });
  return [...heads, ...lines, ...last].join('\n');
}

function formatPosition(file: string | null, line: number | null): string {
  if (file === null) return '';
  return `${formatPlace(line === null ? { file } : { file, line })} `;
}

/** A finding in words. The file is null for what no file is at fault for. */
export function tellFinding(
  { severity, rule, message: told, place }: Finding,
  catalogue: Catalogue,
) {
  const { message, hint } = sentenceOf(told, catalogue);
  const { why, mend } = catalogue.rules[rule];
  const file = place?.file ?? '';
  return {
    severity,
    rule,
    file: file === '' ? null : file,
    line: place?.line ?? null,
    message,
    why,
    mend: hint ?? mend,
  };
}

/** The findings as the contract of `--json` has it. */
export function toJson(findings: readonly Finding[], catalogue: Catalogue): string {
  const told = findings.map((finding) => tellFinding(finding, catalogue));
  return JSON.stringify({ ...countFindings(findings), findings: told });
}

function countFindings(findings: readonly Finding[]): { errors: number; warnings: number } {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}
