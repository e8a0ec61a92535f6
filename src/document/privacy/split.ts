import type { Block } from '#document/blocks.ts';
import { findPrivate, mayHoldPrivate, wordOfPassports } from './find.ts';

/*
 * Numbers that a reader puts together and a search for numbers does not: 138*1234*5678, a number over two lines,
 * one with a footnote or a picture in its midst. They cannot be redacted in their HTML.
 */

/** References to footnotes and pictures, which stand within a number without being part of it. */
const within = /<sup class="footnote-ref">.*?<\/sup>|<img\b[^>]*>|<wbr>/g;
const lineBreak = /<br ?\/?>/g;
/** Elements that part what stands before them from what stands behind, as figures in cells are. */
const apart =
  /<\/?(?:t[dhr]|thead|tbody|table|[uo]l|li|p|hr|div|h[1-6]|blockquote|pre|section)\b[^>]*>/g;
const tag = /<[^>]*>/g;
/** Tags and comments that the author wrote, which are shown. */
const writtenTag = /<!--[\s\S]{0,200}?-->|<\/?[A-Za-z][^<>]{0,80}>/g;
const signs = /[*_~`\\|]/g;
const entity = /&(?:#(\d{1,7})|(amp|lt|gt|quot));/g;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Lines of blocks that show something private in parts, after all else was redacted. */
export function findSplit(blocks: readonly Block[]): number[] {
  return blocks
    .filter(({ html, text }) => mayBeSplit(html) && isSplit(html, wordOfPassports(text)))
    .map(({ line }) => line);
}

/** Whether a text of a field, such as a title, does. */
export function isTextSplit(text: string): boolean {
  return mayHoldPrivate(text.replace(signs, '')) && findPrivate(joined(text)).length > 0;
}

function isSplit(html: string, around: string): boolean {
  const text = html
    .replace(within, '')
    .replace(lineBreak, '')
    .replace(apart, '\n\n')
    .replace(tag, '')
    .replace(entity, (_, code?: string, name?: string) =>
      name === undefined
        ? String.fromCodePoint(Math.min(Number(code), 0x10ffff))
        : (named[name] ?? ''),
    );
  return findPrivate(joined(text), around).length > 0;
}

function joined(text: string): string {
  return text
    .replace(writtenTag, '')
    .replace(signs, '')
    .replace(/(?<=\d)[ \t]*\n[ \t]*(?=\d)/g, '');
}

/** Digits of the shortest number that is looked for: a passport's, behind its letters. */
const fewestDigits = 7;

/** Nearly all blocks hold neither many digits nor an at sign. */
function mayBeSplit(html: string): boolean {
  if (html.includes('@')) return true;
  let digits = 0;
  for (const _ of html.matchAll(/\d/g)) if (++digits === fewestDigits) return true;
  return false;
}
