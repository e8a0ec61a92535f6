import type { WallClock } from '#document/dates/dates.ts';
import type { CatalogueEntry, Summary } from '#document/document.ts';
import { compareNewestFirst, compareTitles } from '#document/text/order.ts';
import { titleKey } from '#document/title/title.ts';

/** Why a line is among the popular documents: front matter, a crawled list, or its number of views. */
type PopularRule = 'marked' | 'listed' | 'viewed';

/** A line of the popular documents 热门文档; `document` is null where the archive does not have it. */
export type PopularLine = Readonly<{
  title: string;
  pieces: number | null;
  date: WallClock | null;
  document: Summary | null;
  rules: readonly PopularRule[];
}>;

/**
 * Chooses the popular documents, newest first: those that front matter marks, those that a crawled
 * list names, and the `count` with the most views.
 */
export function choosePopular(
  documents: readonly Summary[],
  entries: readonly CatalogueEntry[],
  count: number,
): PopularLine[] {
  const viewed = mostViewed(documents, count);
  const byTitle = indexByTitle(documents);
  const lines: PopularLine[] = [];
  const listed = new Set<Summary>();
  for (const entry of distinct(entries)) {
    const document = findDocument(byTitle, entry);
    if (document !== null) listed.add(document);
    const rules = rulesFor(document, true, viewed);
    lines.push({ title: entry.title, pieces: entry.pieces, date: entry.date, document, rules });
  }
  for (const document of documents) {
    if (listed.has(document)) continue;
    const rules = rulesFor(document, false, viewed);
    const { title, statedPieces: pieces, date } = document;
    if (rules.length > 0) lines.push({ title, pieces, date, document, rules });
  }
  return lines.sort(compareNewestFirst);
}

function rulesFor(
  document: Summary | null,
  listed: boolean,
  viewed: ReadonlySet<Summary>,
): PopularRule[] {
  const rules: PopularRule[] = [];
  if (document?.popular) rules.push('marked');
  if (listed) rules.push('listed');
  if (document !== null && viewed.has(document)) rules.push('viewed');
  return rules;
}

function mostViewed(documents: readonly Summary[], count: number): Set<Summary> {
  const viewed = documents.filter((document) => (document.views ?? 0) > 0);
  viewed.sort((a, b) => (b.views ?? 0) - (a.views ?? 0) || compareTitles(a.title, b.title));
  return new Set(viewed.slice(0, count));
}

/** One entry for each title and number of pieces: the newest. */
function distinct(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  const newest = new Map<string, CatalogueEntry>();
  for (const entry of [...entries].sort(compareNewestFirst)) {
    const key = `${entry.pieces ?? ''} ${titleKey(entry.title)}`;
    if (!newest.has(key)) newest.set(key, entry);
  }
  return [...newest.values()];
}

function indexByTitle(documents: readonly Summary[]): Map<string, Summary[]> {
  const index = new Map<string, Summary[]>();
  for (const document of documents) {
    const key = titleKey(document.title);
    index.set(key, [...(index.get(key) ?? []), document]);
  }
  return index;
}

/** Of several documents with the entry's title, the one with as many pieces, then of its date. */
function findDocument(index: Map<string, Summary[]>, entry: CatalogueEntry): Summary | null {
  const candidates = index.get(titleKey(entry.title)) ?? [];
  const fits = (document: Summary) =>
    (document.statedPieces === entry.pieces ? 2 : 0) +
    (document.date?.value === entry.date.value ? 1 : 0);
  return candidates.reduce<Summary | null>(
    (best, each) => (best === null || fits(each) > fits(best) ? each : best),
    null,
  );
}
