import type { Hit } from '#search/examine.ts';
import { libraryFile } from '#search/files.ts';
import { createFold } from '#search/fold.ts';
import { type Access, createIndexReader, type IndexReader } from '#search/index-reader.ts';
import { isLibrary } from '#search/library.ts';
import { type Near, searchNear } from '#search/near.ts';
import type { Folds } from '#search/query.ts';
import { type FacetCounts, type Results, type Search, search } from '#search/search.ts';

/** What a page asks of the engine: a new search, or more of the last one's results. */
export type Question = Readonly<{
  id: number;
  search: Search | null;
  /** How many hits to give; null for all. */
  count: number | null;
}>;

/** What the engine says: hits as they are found, until `isLast`; or that it failed. */
export type Answer = Readonly<{
  id: number;
  hits: readonly Hit[];
  total: number;
  isExact: boolean;
  /** Whether there are, or may be, more hits than were given. */
  hasMore: boolean;
  counts: FacetCounts | null;
  /** What is nearest where there are no more than a few hits. */
  near: Near | null;
  /** Number of files that could not be read. */
  lost: number;
  isLast: boolean;
  failure: string | null;
}>;

export type Engine = (question: Question, tell: (answer: Answer) => void) => Promise<void>;

/** Under so few hits what is nearest is told too. */
const fewHits = 2;

/** Hits that are told together. */
const batch = 10;

/** Answers questions one after the other; a later one ends the one before. */
export function createEngine(access: Access): Engine {
  let opened: Promise<{ reader: IndexReader; folds: Folds }> | null = null;
  let current = -1;
  let results: Results | null = null;
  return async (question, tell) => {
    const { id, count } = question;
    current = id;
    const isCurrent = () => current === id;
    try {
      opened ??= open(persistent(access));
      const { reader, folds } = await opened;
      if (!isCurrent()) return;
      if (question.search !== null) results = await search(question.search, reader, folds);
      if (results === null) return;
      const given = results;
      const findNear = () => searchNear(given.query, reader, given.within, folds);
      const isNew = question.search !== null;
      await give(given, count, isNew ? findNear : null, isCurrent, (answer) =>
        tell({ id, failure: null, ...answer }),
      );
    } catch (problem) {
      opened = null;
      if (isCurrent()) tell({ id, ...nothing, failure: String(problem) });
    }
  };
}

const nothing = {
  hits: [],
  total: 0,
  isExact: true,
  hasMore: false,
  counts: null,
  near: null,
  lost: 0,
  isLast: true,
} as const;

async function give(
  results: Results,
  count: number | null,
  findNear: (() => Promise<Near | null>) | null,
  isCurrent: () => boolean,
  tell: (answer: Omit<Answer, 'id' | 'failure'>) => void,
): Promise<void> {
  let given = 0;
  for (;;) {
    const wanted = count === null ? batch : Math.min(batch, count - given);
    const hits = await results.next(wanted, isCurrent);
    if (!isCurrent()) return;
    given += hits.length;
    const hasMore = results.hasMore();
    const isLast = !hasMore || (count !== null && given >= count);
    const isNew = findNear !== null;
    const counts = isLast && isNew ? await results.counts() : null;
    const isScarce = isLast && !hasMore && results.total() <= fewHits;
    const near = isScarce && isNew ? await findNear() : null;
    if (!isCurrent()) return;
    const [total, isExact, lost] = [results.total(), results.isExact(), results.lost()];
    tell({ hits, total, isExact, hasMore, counts, near, lost, isLast });
    if (isLast) return;
  }
}

async function open(access: Access): Promise<{ reader: IndexReader; folds: Folds }> {
  const [library] = await access.load(libraryFile, null);
  if (!isLibrary(library)) throw new Error('the index is damaged');
  const folds = {
    plain: createFold(library.variants),
    exact: createFold(library.variants, 'punctuation'),
  };
  return { reader: createIndexReader(library, access), folds };
}

/** Milliseconds after which what could not be loaded is asked for again. */
const pauses = [300, 1200];

/** An access that asks again for what could not be loaded: networks of trains come and go. */
function persistent({ load, ...others }: Access): Access {
  return {
    ...others,
    async load(name, version) {
      for (const pause of pauses) {
        try {
          return await load(name, version);
        } catch {
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
      }
      return await load(name, version);
    },
  };
}
