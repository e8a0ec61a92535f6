import type { Folded } from './fold.ts';
import { type Folds, formsOf, type Word } from './query.ts';
import { headingMark } from './text.ts';

/** A stretch of a text, in UTF-16 units. */
export type Stretch = Readonly<{ from: number; to: number }>;

/** A text in which words are looked for. */
export type Sought = Readonly<{ text: string; plain: Folded; exact: Folded | null }>;

/** @param isExact whether a word asks for its punctuation */
export function prepare(text: string, folds: Folds, isExact: boolean): Sought {
  return {
    text,
    plain: folds.plain.withPlaces(text),
    exact: isExact ? folds.exact.withPlaces(text) : null,
  };
}

/** Where a word stands, form by form, none of one form overlapping. */
function occurrences(word: Word, { text, plain, exact }: Sought): Stretch[] {
  const { text: within, places } = word.exact === null || exact === null ? plain : exact;
  const found: Stretch[] = [];
  for (const needle of word.exact === null ? formsOf(word) : [word.exact]) {
    for (
      let at = within.indexOf(needle);
      at >= 0;
      at = within.indexOf(needle, at + needle.length)
    ) {
      const last = places[at + needle.length - 1] ?? 0;
      found.push({ from: places[at] ?? 0, to: last + lengthAt(text, last) });
    }
  }
  return found;
}

export function holds(word: Word, { plain, exact }: Sought): boolean {
  if (word.exact !== null) return (exact ?? plain).text.includes(word.exact);
  return formsOf(word).some((form) => plain.text.includes(form));
}

/** All occurrences of all words, joined where they overlap or touch. */
export function hitsOf(words: readonly Word[], sought: Sought): Stretch[] {
  const all = words.flatMap((word) => occurrences(word, sought));
  all.sort((a, b) => a.from - b.from || a.to - b.to);
  const hits: Stretch[] = [];
  for (const { from, to } of all) {
    const last = hits.at(-1);
    if (last !== undefined && from < last.to) {
      hits[hits.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    } else hits.push({ from, to });
  }
  return hits;
}

function lengthAt(text: string, place: number): number {
  return (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1;
}

/** The lines of a text that are headings. */
export function headingsOf(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.startsWith(headingMark))
    .join('\n');
}
