import { chineseNumber } from '#document/outline/numerals.ts';

export type StatedTitle = Readonly<{ title: string; pieces: number | null }>;

/** Characters of a title that rules look at; real ones have fewer. */
export const mostOfTitle = 400;

const longest = 1000;
const count = '[0-9０-９一二三四五六七八九十百]{1,3}';
const inBrackets = `[（(【[]\\s*(?:精选|范文|通用|优选|合集|共|含|最新|汇总)?\\s*(${count})\\s*篇(?:范文|合集|精选)?\\s*[)）】\\]]`;
const leading = new RegExp(`^\\s*${inBrackets}\\s*`);
const trailing = new RegExp(`\\s*${inBrackets}\\s*$`);
const bareTrailing = new RegExp(`\\s*(?<![第的这那每哪0-9一二三四五六七八九十])(${count})篇$`);

/**
 * Takes the stated number of pieces off a title: `(3篇)研讨材料` and
 * `研讨材料三篇` are `研讨材料` with 3 pieces; `第三篇 改革篇` states none.
 * A title that would be empty without it stays whole.
 */
export function splitTitle(written: string): StatedTitle {
  // A paragraph that was taken for a title states nothing
  if (written.length > longest || !written.includes('篇'))
    return { title: written.trim(), pieces: null };
  for (const pattern of [leading, trailing, bareTrailing]) {
    const match = pattern.exec(written);
    const title = written.replace(pattern, '').trim();
    if (match === null || title === '') continue;
    const pieces = chineseNumber((match[1] ?? '').normalize('NFKC'));
    if (pieces !== null && pieces > (pattern === bareTrailing ? 1 : 0)) return { title, pieces };
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
