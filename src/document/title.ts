import { chineseNumber } from './numerals.ts';

export type StatedTitle = Readonly<{ title: string; pieces: number | null }>;

const leading =
  /^\s*[（(]\s*(?:精选|范文)?\s*([0-9０-９一二三四五六七八九十]{1,3})\s*篇\s*[)）]\s*/;
const trailing =
  /\s*[（(]\s*(?:精选|范文)?\s*([0-9０-９一二三四五六七八九十]{1,3})\s*篇\s*[)）]\s*$/;

/**
 * Takes the stated number of pieces off a title: `(3篇)研讨材料` is `研讨材料` with 3 pieces.
 * A title that would be empty without it stays whole.
 */
export function splitTitle(written: string): StatedTitle {
  for (const pattern of [leading, trailing]) {
    const match = pattern.exec(written);
    const title = written.replace(pattern, '').trim();
    if (match === null || title === '') continue;
    const pieces = chineseNumber((match[1] ?? '').normalize('NFKC'));
    if (pieces !== null && pieces > 0) return { title, pieces };
  }
  return { title: written.trim(), pieces: null };
}

/**
 * The form of a title under which two writings of it are one: full and half width, case, spaces
 * and the stated number of pieces are set aside.
 */
export function titleKey(written: string): string {
  return splitTitle(written.normalize('NFKC')).title.toLowerCase().replace(/\s+/g, '');
}
