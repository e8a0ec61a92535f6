import { type DocumentSet, members } from './document-set.ts';
import { examine, type Hit } from './examine.ts';
import type { IndexReader, Source } from './index-reader.ts';
import { lengthOf, likeness, mendedBy, type Part, partsIn } from './parts.ts';
import type { Folds, Query, Word } from './query.ts';
import { termOf } from './terms.ts';
import { headingMark } from './text.ts';

/** What is nearest to a query that nothing answers. */
export type Near = Readonly<{
  /** The longest parts of it that stand together in a document, as they were written. */
  parts: readonly string[];
  /** What was probably meant; null where nothing tells. */
  meant: string | null;
  /** Documents with all these parts, the most alike first. */
  hits: readonly Hit[];
  /** Others with some of them. */
  partial: readonly Hit[];
}>;

/** Pairs of characters that are looked up: each may cost a file. */
const mostPairs = 20;
/** Texts that are looked at: those whose titles have most of the pairs, and those that do anywhere. */
const mostTitles = 9;
const mostBodies = 4;
/** A document has at least this share of a query. */
const leastShare = 0.5;

/** Looks for what is nearest to a query within a set of documents; null where nothing comes near. */
export async function searchNear(
  query: Query,
  reader: IndexReader,
  within: DocumentSet,
  folds: Folds,
): Promise<Near | null> {
  const words = query.words.map(({ folded }) => folded);
  const sought = words.join('');
  if (sought.length < 3) return null;
  const numbers = await findAlike(words, reader, within);
  const looked = await Promise.all(
    numbers.map((document) =>
      reader.source(document).then(
        (source) => [compare(document, source, words, folds)],
        () => [],
      ),
    ),
  );
  const fitting = looked
    .flat()
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.points - a.points || b.document - a.document);
  const [best] = fitting;
  if (best === undefined) return null;
  const parts = wordsOf(best.parts, words, query.words, folds);
  const show = ({ document, source }: Compared, own: readonly Word[]) =>
    examine(document, source, { words: own, excluded: query.excluded }, folds);
  const hits: Hit[] = [];
  const partial: Hit[] = [];
  for (const each of fitting) {
    const whole = show(each, parts);
    const some = whole ?? show(each, wordsOf(each.parts, words, query.words, folds));
    if (whole !== null) hits.push(whole);
    else if (some !== null) partial.push(some);
  }
  const meant = words.length === 1 ? meantBy(sought, fitting, folds) : null;
  return { parts: parts.map(({ written }) => written), meant, hits, partial };
}

/** The documents that have most of the pairs in their titles, and most of them anywhere; rare pairs weigh more. */
async function findAlike(
  words: readonly string[],
  reader: IndexReader,
  within: DocumentSet,
): Promise<number[]> {
  const total = reader.library.documents;
  const pairs = words.flatMap((word) =>
    Array.from({ length: Math.max(word.length - 1, 0) }, (_, at) =>
      termOf(word.charCodeAt(at), word.charCodeAt(at + 1)),
    ),
  );
  const chosen = new Set(spread([...new Set(pairs)], mostPairs));
  const looked = await reader.look(chosen);
  const [titles, bodies] = [new Float32Array(total), new Float32Array(total)];
  for (const term of chosen) {
    const { anywhere, title } = looked.get(term) ?? {};
    if (anywhere === undefined) continue;
    const weight = Math.log2(1 + total / Math.max(anywhere.documents.count(), 1)) + 0.5;
    add(bodies, anywhere.documents, weight);
    if (title !== undefined) add(titles, title.documents, weight);
  }
  const byTitle = highest(titles, within, mostTitles);
  const known = new Set(byTitle);
  const rest = within.copy();
  for (const document of byTitle) rest.remove(document);
  return [...known, ...highest(bodies, rest, mostBodies)];
}

function add(points: Float32Array, documents: DocumentSet, weight: number): void {
  for (const document of members(documents)) points[document] = (points[document] ?? 0) + weight;
}

/** The documents with most points, the newest of equal ones first. */
function highest(points: Float32Array, within: DocumentSet, count: number): number[] {
  const best: number[] = [];
  for (const document of members(within)) {
    const own = points[document] ?? 0;
    if (own === 0) continue;
    const last = best[count - 1];
    if (last !== undefined && own <= (points[last] ?? 0)) continue;
    let place = best.findIndex((each) => (points[each] ?? 0) < own);
    if (place === -1) place = best.length;
    best.splice(place, 0, document);
    best.length = Math.min(best.length, count);
  }
  return best;
}

/** Some of a list, evenly; its first and its last among them. */
function spread(items: readonly number[], count: number): number[] {
  if (items.length <= count) return [...items];
  return Array.from(
    { length: count },
    (_, index) => items[Math.round((index * (items.length - 1)) / (count - 1))] ?? 0,
  );
}

type Compared = Readonly<{
  document: number;
  source: Source;
  title: string;
  body: string;
  /** For each word the stretches of it that the document has. */
  parts: readonly (readonly Part[])[];
  /** Of the characters that were sought. */
  share: number;
  points: number;
}>;

function compare(
  document: number,
  source: Source,
  words: readonly string[],
  folds: Folds,
): Compared {
  const title = folds.plain.text(source.entry.title);
  const body = folds.plain.text(source.text);
  const length = words.join('').length;
  const shareOf = (parts: readonly (readonly Part[])[]) =>
    parts.reduce((sum, each) => sum + lengthOf(each), 0) / length;
  const inTitle = words.map((word) => partsIn(word, [title]));
  const titleShare = shareOf(inTitle);
  const anywhere = words.map((word) => partsIn(word, [title, body]));
  const share = shareOf(anywhere);
  // Of a long text chance gives every pair: long parts count by their squares
  const closeness =
    anywhere.flat().reduce((sum, { from, to }) => sum + (to - from) ** 2, 0) / length ** 2;
  const isByTitle = titleShare >= leastShare && titleShare >= share * 0.8;
  const points = isByTitle
    ? 1 + titleShare + likeness(words.join(''), title)
    : share * closeness + titleShare;
  const parts = isByTitle ? inTitle : anywhere;
  return { document, source, title, body, parts, share: isByTitle ? titleShare : share, points };
}

/** Parts as words of a query, with what was written for them. */
function wordsOf(
  parts: readonly (readonly Part[])[],
  folded: readonly string[],
  words: readonly Word[],
  folds: Folds,
): Word[] {
  return parts.flatMap((each, index) => {
    const written = words[index]?.written ?? '';
    const { places } = folds.plain.withPlaces(written);
    return each.map(({ from, to }): Word => {
      const end = places[to] ?? written.length;
      return {
        written: written.slice(places[from] ?? 0, end),
        folded: folded[index]?.slice(from, to) ?? '',
        others: [],
        exact: null,
      };
    });
  });
}

/** What one of the documents has in place of what was sought. */
function meantBy(sought: string, compared: readonly Compared[], folds: Folds): string | null {
  for (const { source, title, body } of compared) {
    for (const [text, within] of [
      [source.entry.title, title],
      [source.text, body],
    ] as const) {
      const place = mendedBy(sought, within);
      if (place === null) continue;
      const { places } = folds.plain.withPlaces(text);
      const [from, to] = [places[place.from] ?? 0, places[place.to - 1] ?? 0];
      const meant = text.slice(from, to + 1).replaceAll(headingMark, '');
      if (folds.plain.text(meant) !== sought && !meant.includes('\n')) return meant;
    }
  }
  return null;
}
