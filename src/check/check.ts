import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { CheckLevels, CheckRuleName } from '#site/check-rules.ts';
import type { Examined } from './rule.ts';
import { checkRules } from './rules/index.ts';

/** What the archivist is told. */
export type Finding = Readonly<{
  severity: 'error' | 'warning';
  rule: CheckRuleName;
  /** Path as seen from `content/`; empty for what no file is at fault for. */
  file: string;
  line: number | null;
  message: string;
  why: string;
  mend: string;
}>;

/** Asks every rule that is not switched off. Errors first, then the worse rule, then by file and line. */
export function check(examined: Examined, levels: CheckLevels): Finding[] {
  const findings = checkRules.flatMap(({ name, severity, why, mend, find }): Finding[] => {
    const level = levels[name];
    if (level === 'off') return [];
    return find(examined)
      .map(
        (found): Finding => ({
          severity: level ?? found.severity ?? severity,
          rule: name,
          file: found.place.file,
          line: found.place.line ?? null,
          message: found.message,
          why,
          mend: found.mend ?? mend,
        }),
      )
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

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
