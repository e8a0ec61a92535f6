import { type Candidates, findCandidates } from './candidates.ts';
import { createDocumentSet, type DocumentSet, members } from './document-set.ts';
import { examine, type Hit } from './examine.ts';
import type { IndexReader } from './index-reader.ts';
import { type Facet, facets, rangeOfYears } from './library.ts';
import { type Folds, parseQuery, type Query } from './query.ts';

/** Values of facets by slug or name; a document must have all of them. */
type Filters = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** What is asked for. */
export type Search = Readonly<{
  text: string;
  filters: Filters;
  from: number | null;
  to: number | null;
  sort: 'relevance' | 'date';
}>;

/** How many documents of the answer have a value of a facet. */
type FacetCount = Readonly<{ name: string; slug: string; count: number }>;

export type FacetCounts = Readonly<Record<Facet | 'year', readonly FacetCount[]>>;

/** The answer to a search, whose results are found as they are asked for. */
export type Results = Readonly<{
  query: Query;
  /** The documents among which it was looked. */
  within: DocumentSet;
  /** Number of files of the index that could not be read, of which hits may be missing. */
  lost: () => number;
  /** Number of documents, and whether that is exact: else it is the most that there can be. */
  total: () => number;
  isExact: () => boolean;
  /** Whether there may be hits that were not given yet. */
  hasMore: () => boolean;
  /**
   * The next hits in order, at least one and at most so many; none where there are no more, or
   * where nobody wants them any longer.
   */
  next: (count: number, isWanted?: () => boolean) => Promise<Hit[]>;
  /**
   * Documents of the answer by the values of each facet, the most frequent first: as exact as the
   * total is.
   */
  counts: () => Promise<FacetCounts>;
}>;

/** Texts that are fetched side by side. */
const atOnce = 24;

/** Answers a search. Without words, all documents that pass the filters are its answer. */
export async function search(asked: Search, reader: IndexReader, folds: Folds): Promise<Results> {
  const query = parseQuery(asked.text, folds);
  const within = await filter(asked, reader);
  const candidates = await candidatesOf(query, asked.text, reader, within);
  const queues: number[][] =
    asked.sort === 'date'
      ? [[...members(candidates.all)]]
      : candidates.byRank.map((set) => [...members(set)]);
  let dropped = 0;
  let lost = candidates.unread;
  let queue = 0;
  let isFruitful = true;
  const ready: Hit[] = [];
  const examined = new Map<number, Hit | null>();

  const look = async (document: number) => {
    if (examined.has(document)) return;
    const isListed = query.words.length === 0 && query.excluded.length === 0;
    const hit = await (isListed
      ? listed(document, reader)
      : reader.source(document).then((source) => examine(document, source, query, folds))
    ).catch(() => {
      lost++;
      return null;
    });
    examined.set(document, hit);
    if (hit === null) dropped++;
  };

  return {
    query,
    within,
    lost: () => lost,
    total: () => candidates.all.count() - dropped,
    isExact: () => candidates.decided || queue === queues.length,
    hasMore: () => ready.length > 0 || queue < queues.length,
    async next(count, isWanted = () => true) {
      while (ready.length === 0 && queue < queues.length) {
        if (!isWanted()) return [];
        const waiting = queues[queue] ?? [];
        if (waiting.length === 0) {
          queue++;
          continue;
        }
        // Where hardly any fits, more are looked at side by side: each round costs its time
        const batch = waiting.splice(0, isFruitful ? Math.min(atOnce, count) : atOnce);
        await Promise.all(batch.map(look));
        const before = ready.length;
        for (const document of batch) {
          const hit = examined.get(document) ?? null;
          if (hit === null) continue;
          // The index promised more than the text holds: it waits for its own rank
          if (queues.length > 1 && hit.rank > queue) insert(queues[hit.rank] ?? [], document);
          else ready.push(hit);
        }
        isFruitful = (ready.length - before) * 2 >= batch.length;
      }
      while (queue < queues.length && queues[queue]?.length === 0) queue++;
      return ready.splice(0, count);
    },
    counts() {
      const left = candidates.all.copy();
      for (const [document, hit] of examined) if (hit === null) left.remove(document);
      return countFacets(left, reader);
    },
  };
}

async function candidatesOf(
  query: Query,
  text: string,
  reader: IndexReader,
  within: DocumentSet,
): Promise<Candidates> {
  if (query.words.length > 0) return findCandidates(query, reader, within);
  // Punctuation alone asks for nothing; no text at all, for whatever passes the filters
  const isBlank = text.trim() === '' || query.excluded.length > 0;
  const all = isBlank ? within : createDocumentSet(reader.library.documents);
  return { all, byRank: [all], decided: query.excluded.length === 0, unread: 0 };
}

async function filter(asked: Search, reader: IndexReader): Promise<DocumentSet> {
  const { documents } = reader.library;
  const within = createDocumentSet(documents);
  const [first, below] = rangeOfYears(reader.library, asked.from, asked.to);
  for (let document = first; document < below; document++) within.add(document);
  for (const facet of facets) {
    for (const wanted of asked.filters[facet] ?? []) {
      const values = (await reader.facets())[facet];
      const value =
        values.find(({ slug }) => slug === wanted) ?? values.find(({ name }) => name === wanted);
      within.keep(value?.documents ?? createDocumentSet(documents));
    }
  }
  return within;
}

async function listed(document: number, reader: IndexReader): Promise<Hit> {
  const entry = await reader.entry(document);
  return {
    document,
    entry,
    rank: 0,
    title: [{ text: entry.title, found: false }],
    passages: [],
    hits: 0,
  };
}

async function countFacets(all: DocumentSet, reader: IndexReader): Promise<FacetCounts> {
  const values = await reader.facets();
  const count = (facet: Facet) =>
    values[facet]
      .map(({ name, slug, documents }) => {
        const shared = documents.copy();
        shared.keep(all);
        return { name, slug, count: shared.count() };
      })
      .filter((each) => each.count > 0)
      .sort((a, b) => b.count - a.count);
  const { years } = reader.library;
  const year = years
    .map(([value]) => {
      const [first, below] = rangeOfYears(reader.library, value, value);
      let number = 0;
      for (let document = first; document < below; document++) {
        if (all.has(document)) number++;
      }
      return { name: String(value), slug: String(value), count: number };
    })
    .filter((each) => each.count > 0)
    .reverse();
  return {
    kind: count('kind'),
    organisation: count('organisation'),
    tag: count('tag'),
    speaker: count('speaker'),
    year,
  };
}

/** Keeps the newest first. */
function insert(numbers: number[], number: number): void {
  let place = numbers.findIndex((each) => each < number);
  if (place < 0) place = numbers.length;
  numbers.splice(place, 0, number);
}
