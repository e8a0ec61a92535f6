import { styleText } from 'node:util';
import type { Finding } from '#check/check.ts';
import { formatPlace } from '#diagnostics/diagnostic.ts';
import { makeVisible } from '#diagnostics/visible.ts';

/** Findings for people: those of one rule and severity together, with its reason once. */
export function formatFindings(findings: readonly Finding[]): string {
  const groups = Map.groupBy(findings, ({ severity, rule }) => `${severity} ${rule}`);
  const parts = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [formatGroup(first, group)];
  });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return [...parts, `${count(errors, 'error')}, ${count(warnings, 'warning')}`].join('\n\n');
}

function formatGroup({ severity, rule, why }: Finding, group: readonly Finding[]): string {
  const name = styleText(severity === 'error' ? 'red' : 'yellow', severity);
  const mends = new Set(group.map(({ mend }) => mend));
  const [common] = mends.size === 1 ? mends : [];
  const lines = group.map(({ mend, ...finding }) => {
    const own = common === undefined ? `\n      ${mend}` : '';
    return makeVisible(`  ${formatPosition(finding)}${finding.message}${own}`);
  });
  const last = common === undefined ? [] : [makeVisible(`  ${common}`)];
  return [`${name} ${rule}: ${why}`, ...lines, ...last].join('\n');
}

function formatPosition({ file, line }: Pick<Finding, 'file' | 'line'>): string {
  if (file === '') return '';
  return `${formatPlace(line === null ? { file } : { file, line })} `;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The findings as the contract of `--json` has it. */
export function toJson(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const listed = findings.map(({ severity, rule, file, line, message, why, mend }) => {
    return { severity, rule, file: file === '' ? null : file, line, message, why, mend };
  });
  return JSON.stringify({ errors, warnings: findings.length - errors, findings: listed });
}
