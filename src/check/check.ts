import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { CheckLevels, CheckRuleName } from '#site/check-rules.ts';
import type { Examined } from './rule.ts';
import { checkRules } from './rules/index.ts';

/** What the archivist is told: something under the name of a rule. */
export type Finding = Diagnostic & Readonly<{ rule: CheckRuleName }>;

/** Asks every rule that is not switched off. Errors first, then the worse rule, then by file and line. */
export function check(examined: Examined, levels: CheckLevels): Finding[] {
  const findings = checkRules.flatMap(({ name, find }): Finding[] => {
    const level = levels[name];
    if (level === 'off') return [];
    return find(examined)
      .map((found) => ({ ...found, rule: name, severity: level ?? found.severity }))
      .sort(byPlace);
  });
  const isError = ({ severity }: Finding) => severity === 'error';
  return [...findings.filter(isError), ...findings.filter((each) => !isError(each))];
}

/** What is told of an archive that could not be read: its problems alone. */
export function tellProblems(diagnostics: readonly Diagnostic[]): Finding[] {
  const nothing = {
    documents: [],
    entries: [],
    outlineOf: () => [],
    fingerprints: new Map(),
    popularCount: 0,
    now: '',
  };
  return check({ ...nothing, diagnostics }, {});
}

function byPlace({ place: a }: Finding, { place: b }: Finding): number {
  const [one, other] = [a?.file ?? '', b?.file ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return (a?.line ?? 0) - (b?.line ?? 0);
}
