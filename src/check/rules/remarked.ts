import type { Examined, Found } from '#check/rule.ts';
import type { Remark } from '#source/remarks.ts';

/** What was remarked of published documents while they were read. */
export function remarked(rule: Remark['rule']): (examined: Examined) => Found[] {
  return ({ documents }) =>
    documents.flatMap(({ remarks }) => remarks.list.filter((remark) => remark.rule === rule));
}
