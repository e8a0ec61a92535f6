import { choosePopular } from '#archive/popular.ts';
import type { Examined } from '#check/rule.ts';
import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';
import { titleKey } from '#document/title/title.ts';

/** Popular lines 热门文档 whose document the archive does not have. */
export function findAbsentPopular({ documents, entries, popularCount }: Examined): Diagnostic[] {
  const lines = choosePopular(
    documents.map(({ summary }) => summary),
    entries,
    popularCount,
  );
  const placeOf = new Map(entries.map((entry) => [titleKey(entry.title), entry]));
  return lines.flatMap(({ title, document }) => {
    const entry = document === null ? placeOf.get(titleKey(title)) : undefined;
    if (entry === undefined) return [];
    const { file, line } = entry;
    return [warning({ says: 'popular-absent', title }, { place: { file, line } })];
  });
}
