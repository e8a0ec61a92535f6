import type { Examined } from '#check/rule.ts';
import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';
import { titleKey } from '#document/title/title.ts';

/** Documents of one title; each group is told once, at its newest document. */
export function findSameTitles({ documents }: Examined): Diagnostic[] {
  const groups = Map.groupBy(documents, ({ summary }) => titleKey(summary.title));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return [];
    const files = others.map(({ summary }) => summary.file);
    const message = { says: 'same-title', title: first.summary.title, files } as const;
    return [warning(message, { place: first.checkNotes.title })];
  });
}
