import type { Examined } from '#check/rule.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { CheckRuleName } from '#site/check-rules.ts';

/** What was noted of published documents while they were read. */
export function noted(rule: CheckRuleName): (examined: Examined) => Diagnostic[] {
  return ({ documents }) =>
    documents.flatMap(({ checkNotes }) =>
      checkNotes.diagnostics.filter((note) => note.rule === rule),
    );
}
