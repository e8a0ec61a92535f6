import type { Examined, Found } from '#check/rule.ts';
import { titleKey } from '#document/title.ts';

/** Documents of one title; each group is told once, at its newest document. */
export function findSameTitles({ documents }: Examined): Found[] {
  const groups = Map.groupBy(documents, ({ summary }) => titleKey(summary.title));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return [];
    const files = others.map(({ summary }) => summary.file);
    const message = `${first.summary.title}: the title of ${files.join(', ')} too`;
    return [{ place: first.remarks.title, message }];
  });
}
