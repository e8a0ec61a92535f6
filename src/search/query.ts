import type { Fold } from './fold.ts';
import { otherForms } from './number-forms.ts';

/** One part of a query, all of which must stand in a document. */
export type Word = Readonly<{
  /** As it was typed, without quotation marks. */
  written: string;
  folded: string;
  /** The same with its numbers and dates in other forms, folded. */
  others: readonly string[];
  /** Folded with its punctuation kept, where quotation marks ask for that; null otherwise. */
  exact: string | null;
}>;

export type Query = Readonly<{ words: readonly Word[]; excluded: readonly Word[] }>;

/** A fold for what counts, and one that keeps punctuation. */
export type Folds = Readonly<{ plain: Fold; exact: Fold }>;

/** Only around whole words: a mark within a pasted phrase is punctuation like any other. */
const quotation = /^([-－]?)["“”「『＂]([^"“”」』＂]*)(?:["“”」』＂](?=\s|$)|$)/u;
const plain = /^([-－]?)(\S+)/u;

/**
 * Reads a query: words between spaces, `"…"` with its punctuation, `-` before what must be absent.
 * What holds no letter, digit or symbol is left out.
 */
export function parseQuery(text: string, folds: Folds): Query {
  const words: Word[] = [];
  const excluded: Word[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const quoted = quotation.exec(rest);
    const match = quoted ?? plain.exec(rest);
    const [all, minus = '', written = ''] = match ?? [rest.charAt(0)];
    const word = readWord(written, quoted !== null, folds);
    if (word !== null) (minus === '' ? words : excluded).push(word);
    rest = rest.slice(all.length).trimStart();
  }
  return { words: unlike(words), excluded: unlike(excluded) };
}

function readWord(written: string, isQuoted: boolean, { plain, exact }: Folds): Word | null {
  const fold = (form: string) => plain.text(form).replaceAll('\n', '');
  const folded = fold(written);
  if (folded === '') return null;
  const kept = exact.text(written).replaceAll('\n', '');
  const others = isQuoted ? [] : otherForms(written).map(fold);
  return {
    written,
    folded,
    others: [...new Set(others)].filter((other) => other !== '' && other !== folded),
    exact: isQuoted && kept !== folded ? kept : null,
  };
}

/** Each word once: the same said twice asks for no more. */
function unlike(words: readonly Word[]): Word[] {
  const keys = words.map(({ folded, exact }) => `${folded} ${exact}`);
  return words.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** Pairs of characters of one word that are looked up at most: more would only cost. */
const mostPairs = 8;

/** All forms in which a word may stand, folded. */
export function formsOf({ folded, others }: Word): readonly string[] {
  return [folded, ...others];
}

/** Places in a folded word from which its pairs are looked up; the first and the last among them. */
export function pairPlaces(length: number): number[] {
  const pairs = length - 1;
  if (pairs <= mostPairs) return Array.from({ length: pairs }, (_, index) => index);
  return Array.from({ length: mostPairs }, (_, index) =>
    Math.round((index * (pairs - 1)) / (mostPairs - 1)),
  );
}

/** Whether the index alone knows which documents hold a word. */
export function isDecided({ folded, others, exact }: Word): boolean {
  return folded.length <= 2 && others.length === 0 && exact === null;
}
