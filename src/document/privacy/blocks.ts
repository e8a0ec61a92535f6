import type { Block } from '#document/blocks.ts';
import { findPrivate, mayHoldPrivate, type Private, wordOfPassports } from './find.ts';
import { maskPrivate, redactText } from './mask.ts';
import { findInAttributes, htmlMayHoldPrivate, redactHtml } from './redact-html.ts';

/** Something private with its line in the source file, masked. */
export type PlacedPrivate = Readonly<{ kind: Private['kind']; masked: string; line: number }>;

/** What the blocks of a text tell of persons, in the order of the text. */
export function findInBlocks(blocks: readonly Block[]): PlacedPrivate[] {
  if (!mayHoldAny(blocks)) return [];
  return blocks.flatMap((block) => {
    if (
      !mayHoldPrivate(block.text) &&
      (block.html === block.text || !htmlMayHoldPrivate(block.html))
    ) {
      return [];
    }
    const units = block.type === 'passage' && block.units.length > 0 ? block.units : [block];
    const around = wordOfPassports(block.text);
    const inText = units.flatMap(({ text, line }) => placeIn(text, line, around));
    const isShown = new Set(inText.map(({ masked }) => masked));
    const inAttributes = findInAttributes(block.html)
      .map(({ text, found }) => ({ kind: found.kind, masked: maskPrivate(text, found) }))
      .filter(({ masked }) => !isShown.has(masked))
      .map((each): PlacedPrivate => ({ ...each, line: block.line }));
    return [...inText, ...inAttributes];
  });
}

/** What a text tells of persons, each with its line. */
function placeIn(text: string, firstLine: number, around: string): PlacedPrivate[] {
  let line = firstLine;
  let counted = 0;
  return findPrivate(text, around).map((found): PlacedPrivate => {
    line += text.slice(counted, found.from).split('\n').length - 1;
    counted = found.from;
    return { kind: found.kind, masked: maskPrivate(text, found), line };
  });
}

/** Joined, the texts are one flat string, which is read three times as fast as parts of the file's text. */
function mayHoldAny(blocks: readonly Block[]): boolean {
  if (mayHoldPrivate(blocks.map(({ text }) => text).join('\n'))) return true;
  return blocks.some(({ html, text }) => html !== text && htmlMayHoldPrivate(html));
}

/** Blocks of which nothing is understood yet, without what is private. */
export function redactBlocks(blocks: readonly Block[]): Block[] {
  return blocks.map((block): Block => {
    if (!mayHoldPrivate(block.text) && !htmlMayHoldPrivate(block.html)) return block;
    const around = wordOfPassports(block.text);
    const redact = (text: string) => redactText(text, findPrivate(text, around));
    const own = { text: redact(block.text), html: redactHtml(block.html) };
    if (block.type !== 'passage') return { ...block, ...own };
    const units = block.units.map((unit) => {
      return { ...unit, text: redact(unit.text), cells: unit.cells.map(redact) };
    });
    return { ...block, ...own, units };
  });
}
