import type { Summary } from '#document/document.ts';
import { compareCodePoints, compareTitles } from '#document/text/order.ts';

/** Documents whose titles begin with one letter; `#` for those that begin with none. */
export type InitialGroup = Readonly<{ letter: string; documents: readonly Summary[] }>;

/** Groups documents by the first letter of their titles' pinyin, and orders them by it. */
export function groupByInitial(documents: readonly Summary[]): InitialGroup[] {
  const keyed = documents.map((document) => ({ document, key: keyOf(document) }));
  keyed.sort(
    (a, b) =>
      compareTitles(a.key, b.key) ||
      compareTitles(a.document.title, b.document.title) ||
      compareCodePoints(a.document.id, b.document.id),
  );
  const groups = Map.groupBy(keyed, ({ key }) => letterOf(key));
  return [...groups]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([letter, members]) => ({ letter, documents: members.map(({ document }) => document) }));
}

/** The letter under which a word in pinyin or Latin letters stands. */
export function letterOf(word: string): string {
  return /^[a-z]/.test(word) ? word.charAt(0).toUpperCase() : '#';
}

function rank(letter: string): number {
  return letter === '#' ? 0x7f : letter.charCodeAt(0);
}

/** Pinyin where the title begins with a Chinese character, else what it begins with. */
function keyOf({ title, pinyin }: Summary): string {
  const first = /[\p{L}\p{N}]/u.exec(title)?.[0] ?? '';
  return /\p{Script=Han}/u.test(first)
    ? pinyin.join(' ')
    : title.slice(title.indexOf(first)).toLowerCase();
}
