import { createDocumentSet, type DocumentSet, members } from './document-set.ts';
import type { IndexReader } from './index-reader.ts';
import { mayBePinyin, pinyinReadings } from './pinyin.ts';
import { formsOf, isDecided, pairPlaces, type Query, type Word } from './query.ts';
import type { Looked, Section } from './shard.ts';
import { placeClasses, termOf } from './terms.ts';

/**
 * How well a document fits: all words in its title, in its headings, or anywhere; and of those first
 * the ones where they stand side by side. The least is the best.
 */
export type Rank = 0 | 1 | 2 | 3 | 4 | 5;

/** What the index knows of a query's answer. */
export type Candidates = Readonly<{
  /** All documents that may fit. Documents that do fit are never absent. */
  all: DocumentSet;
  /** The best rank that each may have: sets that do not overlap. */
  byRank: readonly DocumentSet[];
  /** Whether `all` is the answer, and no text must be looked at. */
  decided: boolean;
  /** Number of terms whose files could not be read. */
  unread: number;
}>;

/** Looks up which documents may answer a query, within a set. */
export async function findCandidates(
  { words, excluded }: Query,
  reader: IndexReader,
  within: DocumentSet,
): Promise<Candidates> {
  const total = reader.library.documents;
  const phrase = words.map(({ folded }) => folded).join('');
  const terms = new Set([...words, ...excluded].flatMap(termsOfWord));
  const joints = words.length > 1 ? jointsOf(words) : [];
  for (const term of [...joints, ...words.flatMap(pinyinTermsOf)]) terms.add(term);
  const looked = await reader.look(terms);

  const holding = (word: Word, section: Section) => {
    const found = createDocumentSet(total);
    for (const form of formsOf(word)) {
      const own = intersect(termsOfForm(form), looked, section, total);
      if (section === 'anywhere') keepInLine(own, form, looked);
      found.addAll(own);
    }
    return found;
  };
  const all = within.copy();
  for (const word of words) {
    const fitting = holding(word, 'anywhere');
    fitting.addAll(byPinyin(word, looked, total));
    all.keep(fitting);
  }
  for (const word of excluded.filter(isDecided)) all.removeAll(holding(word, 'anywhere'));

  const inSection = (section: 'title' | 'headings') => {
    const set = all.copy();
    for (const word of words) {
      const fitting = holding(word, section);
      if (section === 'title') fitting.addAll(byPinyin(word, looked, total));
      set.keep(fitting);
    }
    return set;
  };
  const adjoining = (section: Section) => {
    if (words.length === 1) return null;
    const found = intersect(joints, looked, section, total);
    if (section === 'anywhere') keepInLine(found, phrase, looked);
    return found;
  };
  const byRank: DocumentSet[] = [];
  const left = all.copy();
  for (const section of ['title', 'headings', 'anywhere'] as const) {
    const fitting = section === 'anywhere' ? left.copy() : inSection(section);
    fitting.keep(left);
    const together = fitting.copy();
    const joined = adjoining(section);
    if (joined !== null) together.keep(joined);
    const scattered = fitting.copy();
    scattered.removeAll(together);
    byRank.push(together, scattered);
    left.removeAll(fitting);
  }
  const unread = [...looked.values()].filter(({ isUnread }) => isUnread === true).length;
  const decided =
    unread === 0 &&
    words.every((word) => isDecided(word) && !mayBePinyin(word.folded)) &&
    excluded.every(isDecided) &&
    phrase !== '';
  return { all, byRank, decided, unread };
}

function termsOfWord(word: Word): number[] {
  return formsOf(word).flatMap(termsOfForm);
}

function termsOfForm(form: string): number[] {
  if (form.length === 1) return [termOf(form.charCodeAt(0), 0)];
  return pairPlaces(form.length).map((place) =>
    termOf(form.charCodeAt(place), form.charCodeAt(place + 1)),
  );
}

/** The pairs of characters where one word ends and the next begins. */
function jointsOf(words: readonly Word[]): number[] {
  return words.slice(1).map((word, index) => {
    const before = words[index]?.folded ?? '';
    return termOf(before.charCodeAt(before.length - 1), word.folded.charCodeAt(0));
  });
}

function pinyinTermsOf({ folded, exact }: Word): number[] {
  return exact === null && mayBePinyin(folded) ? pinyinReadings(folded).flat() : [];
}

function byPinyin({ folded, exact }: Word, looked: Looked, total: number): DocumentSet {
  const found = createDocumentSet(total);
  if (exact !== null || !mayBePinyin(folded)) return found;
  for (const keys of pinyinReadings(folded)) {
    found.addAll(intersect(keys, looked, 'pinyin', total));
  }
  return found;
}

/** Documents that hold all of some terms in a section. */
function intersect(
  terms: readonly number[],
  looked: Looked,
  section: Section,
  total: number,
): DocumentSet {
  // What cannot be read rules nothing out
  const read = terms.filter((term) => looked.get(term)?.isUnread !== true);
  const [first, ...rest] = read.map((term) => looked.get(term)?.[section]?.documents);
  const found = first?.copy() ?? createDocumentSet(total);
  for (const set of rest) found.keep(set ?? createDocumentSet(total));
  return found;
}

/**
 * Keeps the documents in which all pairs of a word that tell their places can stand in a line: the
 * class of each is as far from the first one's as the pair is in the word.
 */
function keepInLine(documents: DocumentSet, folded: string, looked: Looked): void {
  const pairs = Array.from({ length: folded.length - 1 }, (_, place) => {
    const term = termOf(folded.charCodeAt(place), folded.charCodeAt(place + 1));
    return { place, places: looked.get(term)?.anywhere?.places ?? null };
  }).filter((pair) => pair.places !== null);
  if (pairs.length < 2) return;
  for (const document of members(documents)) {
    let classes = allClasses;
    for (const { place, places } of pairs) classes &= rotate(places?.[document] ?? 0, place);
    if (classes === 0) documents.remove(document);
  }
}

const allClasses = 2 ** placeClasses - 1;

/** Where a word would begin for its pair at `place` to stand in these classes. */
function rotate(classes: number, place: number): number {
  const steps = place % placeClasses;
  return ((classes >>> steps) | (classes << (placeClasses - steps))) & allClasses;
}
