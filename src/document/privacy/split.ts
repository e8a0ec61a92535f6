import type { Block } from '#document/text/blocks.ts';
import { textsOf } from '#document/text/flow.ts';
import { findPrivate, wordOfPassports } from './find.ts';

/*
 * Numbers that a reader puts together and a search for numbers does not: 138*1234*5678, a number over two lines.
 * They cannot be redacted, since nobody can tell what else stands within.
 */

/** Tags that the author wrote, which are shown. */
const writtenTag = /<\/?[A-Za-z][^<>]{0,80}>/g;
const signs = /[*_~`\\|]/g;
const brokenLine = /(?<=\d)[ \t]*\n[ \t]*(?=\d)/g;

/** Lines of blocks that show something private in parts, after all else was redacted. */
export function findSplit(blocks: readonly Block[]): number[] {
  return blocks
    .filter((block) => {
      const texts = block.type === 'passage' ? [...textsOf(block.flow)] : [block];
      return texts.some(({ text }) => isTextSplit(text, wordOfPassports(block.text)));
    })
    .map(({ line }) => line);
}

/** Whether a text, that of a field too, shows something private in parts. */
export function isTextSplit(text: string, around = text): boolean {
  if (!mayBeSplit(text)) return false;
  const joined = text.replace(writtenTag, '').replace(signs, '').replace(brokenLine, '');
  return findPrivate(joined, around).length > 0;
}

/** Digits of the shortest number that is looked for: a passport's, behind its letters. */
const fewestDigits = 7;

/** Nearly all texts hold neither many digits nor an at sign. */
function mayBeSplit(text: string): boolean {
  if (/[@＠]/.test(text)) return true;
  let digits = 0;
  for (const _ of text.matchAll(/\d/g)) if (++digits === fewestDigits) return true;
  return false;
}
