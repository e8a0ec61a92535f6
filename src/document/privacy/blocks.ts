import type { Block } from '#document/text/blocks.ts';
import { hasMarks, mapTexts, textsOf } from '#document/text/flow.ts';
import { type Inline, type RichText, replace } from '#document/text/rich-text.ts';
import { findPrivate, mayHoldPrivate, type Private, wordOfPassports } from './find.ts';
import { type Labels, maskPrivate, redactText } from './mask.ts';

/** Something private with its line in the source file, masked. */
export type PlacedPrivate = Readonly<{ kind: Private['kind']; masked: string; line: number }>;

/** What the blocks of a text tell of persons, in the order of the text. */
export function findInBlocks(blocks: readonly Block[]): PlacedPrivate[] {
  if (!mayHoldAny(blocks)) return [];
  return blocks.flatMap((block) => {
    if (!mayHold(block)) return [];
    const units = block.type === 'passage' && block.units.length > 0 ? block.units : [block];
    const around = wordOfPassports(block.text);
    const inText = units.flatMap(({ text, line }) => placeIn(text, line, around));
    const isShown = new Set(inText.map(({ masked }) => masked));
    const beside = findBeside(block)
      .map(({ text, found }) => ({ kind: found.kind, masked: maskPrivate(text, found) }))
      .filter(({ masked }) => !isShown.has(masked))
      .map((each): PlacedPrivate => ({ ...each, line: block.line }));
    return [...inText, ...beside];
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
  return blocks.some((block) => besideOf(block).some(mayHoldPrivate));
}

function mayHold(block: Block): boolean {
  return mayHoldPrivate(block.text) || besideOf(block).some(mayHoldPrivate);
}

const nothing: readonly string[] = [];

function richTextsOf(block: Block): RichText[] {
  return block.type === 'passage' ? [...textsOf(block.flow)] : [block];
}

/** Addresses of links, and titles: what a text has beside its characters. */
function besideOf(block: Block): readonly string[] {
  if (block.type === 'passage' ? !hasMarks(block.flow) : block.inline.length === 0) return nothing;
  return richTextsOf(block).flatMap(({ inline }) =>
    inline.flatMap((mark) => {
      const title = 'title' in mark ? (mark.title ?? '') : '';
      const address = mark.is === 'link' && typeof mark.href === 'string' ? mark.href : '';
      return [decodeAddress(address), title].filter((text) => text !== '');
    }),
  );
}

/** An address with the characters that are encoded in it: %40 is an at sign, %31 a figure. */
export function decodeAddress(address: string): string {
  return address.replace(/%([2-7][\da-f])/gi, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function findBeside(block: Block): { text: string; found: Private }[] {
  return besideOf(block).flatMap((text) => findPrivate(text).map((found) => ({ text, found })));
}

/** Blocks of which nothing is understood yet, without what is private. */
export function redactBlocks(blocks: readonly Block[], labels: Labels): Block[] {
  return blocks.map((block): Block => {
    if (!mayHold(block)) return block;
    const around = wordOfPassports(block.text);
    const redact = (text: string) => redactText(text, findPrivate(text, around), labels);
    if (block.type !== 'passage') return { ...block, ...redactRich(block, around, labels) };
    const units = block.units.map((unit) => {
      return { ...unit, text: redact(unit.text), cells: unit.cells.map(redact) };
    });
    const flow = mapTexts(block.flow, (text) => redactRich(text, around, labels));
    return { ...block, text: redact(block.text), flow, units };
  });
}

/** A label in place of each number, whatever the author says of parts of it. */
function redactRich({ text, inline }: RichText, around: string, labels: Labels): RichText {
  const replacements = findPrivate(text, around).map(({ from, to, kind }) => {
    return { from, to, by: labels[kind] };
  });
  const beside = inline.map((mark) => redactMark(mark, labels));
  return replace({ text, inline: beside }, replacements);
}

function redactMark(mark: Inline, labels: Labels): Inline {
  if (!('title' in mark)) return mark;
  const title =
    mark.title === null ? null : redactText(mark.title, findPrivate(mark.title), labels);
  if (mark.is !== 'link' || typeof mark.href !== 'string') return { ...mark, title };
  const isPrivate = findPrivate(decodeAddress(mark.href)).length > 0;
  return { ...mark, title, href: isPrivate ? '#' : mark.href };
}
