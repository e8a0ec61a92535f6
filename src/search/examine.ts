import type { Rank } from './candidates.ts';
import type { Source } from './index-reader.ts';
import { headingsOf, hitsOf, holds, prepare, type Sought, type Stretch } from './match.ts';
import { type Passage, passageAround } from './passages.ts';
import { findPinyin, mayBePinyin, syllablesIn } from './pinyin.ts';
import { type Folds, formsOf, type Query, type Word } from './query.ts';
import type { Entry } from './text.ts';

/** A document that was compared with a query and fits. */
export type Hit = Readonly<{
  document: number;
  entry: Entry;
  rank: Rank;
  title: Passage['parts'];
  passages: readonly Passage[];
  /** How often its body holds what was looked for. */
  hits: number;
}>;

/** How far a passage reaches, and how far before its hit. */
const reachOfPassage = 110;
const reachBefore = 52;

/** Passages of one document that a result shows at most. */
const mostPassages = 3;

/**
 * Compares a document's own text with a query. Gives null where it does not fit: what the index says
 * is never shown unproved.
 */
export function examine(
  document: number,
  { entry, text }: Source,
  { words, excluded }: Query,
  folds: Folds,
): Hit | null {
  if (!mayFit(entry, text, words, folds)) return null;
  const isExact = [...words, ...excluded].some(({ exact }) => exact !== null);
  const title = prepare(entry.title, folds, isExact);
  const body = prepare(text, folds, isExact);
  const syllables = entry.pinyin === '' ? [] : entry.pinyin.split(' ');
  const inTitle = (word: Word) => holds(word, title) || hasPinyin(word, syllables);
  if (!words.every((word) => holds(word, body) || inTitle(word))) return null;
  if (excluded.some((word) => holds(word, body) || holds(word, title))) return null;

  const bodyHits = hitsOf(words, body);
  return {
    document,
    entry,
    rank: rankOf(words, title, body, inTitle, folds),
    title: passageOfTitle(entry.title, titleHits(entry.title, words, title, syllables)),
    passages: choosePassages(text, words, body, bodyHits),
    hits: bodyHits.length,
  };
}

/** A quick look without places: most of what the index proposes in vain is out of it here. */
function mayFit(entry: Entry, text: string, words: readonly Word[], folds: Folds): boolean {
  const folded = folds.plain.text(`${entry.title}\n${text}`);
  return words.every(
    (word) => mayBePinyin(word.folded) || formsOf(word).some((form) => folded.includes(form)),
  );
}

function hasPinyin({ folded, exact }: Word, syllables: readonly string[]): boolean {
  return exact === null && mayBePinyin(folded) && findPinyin(folded, syllables) !== null;
}

/** Where a title has the words, in characters or else in pinyin. */
function titleHits(
  title: string,
  words: readonly Word[],
  prepared: Sought,
  syllables: readonly string[],
): readonly Stretch[] {
  const hits = hitsOf(words, prepared);
  if (hits.length > 0) return hits;
  return words.flatMap(({ folded, exact }) => {
    const range = exact === null && mayBePinyin(folded) ? findPinyin(folded, syllables) : null;
    return (range && syllablesIn(title, syllables, range)) ?? [];
  });
}

function rankOf(
  words: readonly Word[],
  title: Sought,
  body: Sought,
  inTitle: (word: Word) => boolean,
  folds: Folds,
): Rank {
  const phrase = words.map(({ folded }) => folded).join('');
  const together = ({ plain }: Sought) => words.length === 1 || plain.text.includes(phrase);
  if (words.every(inTitle)) return together(title) ? 0 : 1;
  const headings = prepare(headingsOf(body.text), folds, body.exact !== null);
  if (words.every((word) => holds(word, headings))) return together(headings) ? 2 : 3;
  return together(title) || together(body) ? 4 : 5;
}

function passageOfTitle(title: string, hits: readonly Stretch[]): Passage['parts'] {
  const parts = [];
  let position = 0;
  for (const { from, to } of hits) {
    if (from > position) parts.push({ text: title.slice(position, from), found: false });
    parts.push({ text: title.slice(from, to), found: true });
    position = to;
  }
  if (position < title.length) parts.push({ text: title.slice(position), found: false });
  return parts;
}

/** A passage for the first hit of each word, and then for further hits that none of them shows. */
function choosePassages(
  text: string,
  words: readonly Word[],
  body: Sought,
  hits: readonly Stretch[],
): Passage[] {
  const passages: Passage[] = [];
  const shown: Stretch[] = [];
  const isShown = (place: Stretch) => shown.some((one) => meets(one, place));
  const show = (place: Stretch) => {
    passages.push(
      passageAround(
        text,
        hits,
        hits.findIndex((one) => meets(one, place)),
      ),
    );
    const from = place.from - reachBefore;
    shown.push({ from, to: from + reachOfPassage });
  };
  for (const word of words) {
    const places = hitsOf([word], body);
    const [first] = places;
    const isWanted = first !== undefined && !places.some(isShown);
    if (isWanted && passages.length < mostPassages) show(first);
  }
  for (const hit of hits) if (passages.length < mostPassages && !isShown(hit)) show(hit);
  return passages.sort((a, b) => a.hit - b.hit);
}

function meets(a: Stretch, b: Stretch): boolean {
  return a.from < b.to && b.from < a.to;
}
