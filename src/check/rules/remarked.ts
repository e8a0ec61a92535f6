import type { Examined } from '#check/rule.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { CheckRuleName } from '#site/check-rules.ts';

/** What was remarked of published documents while they were read. */
export function remarked(rule: CheckRuleName): (examined: Examined) => Diagnostic[] {
  return ({ documents }) =>
    documents.flatMap(({ remarks }) =>
      remarks.diagnostics.filter((remark) => remark.rule === rule),
    );
}
