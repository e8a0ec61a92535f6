import { type Block, countCharacters } from '#document/text/blocks.ts';
import { inOneLine } from '#document/text/line-breaks.ts';
import { barrier, cellBarrier } from '#search/fold.ts';
import { headingMark } from '#search/text.ts';

/**
 * The title and the body of a document in one flat string, which is read three times as fast as parts of
 * the file's text: what is counted, compared and searched is read from it.
 */
export type BodyText = Readonly<{
  /** The title, and a line for each paragraph, item or row that has words. */
  all: string;
  /** Of each block: where its lines begin and end, and its characters without white space. */
  places: readonly Readonly<{ from: number; to: number; characters: number }>[];
}>;

/** @param blocks those that the body shows, in its order */
export function layOutText(title: string, blocks: readonly Block[]): BodyText {
  const lines = blocks.map(lineOf);
  const all = [title, ...lines.filter(Boolean)].join(barrier);
  let end = title.length;
  const places = blocks.map((block, index) => {
    const line = lines[index] ?? '';
    const from = line === '' ? end : end + barrier.length;
    end = from + line.length;
    // The mark of a heading is none. What stands in its line otherwise is counted as it was written
    const isAsWritten =
      line === block.text || (block.type === 'heading' && line.endsWith(block.text));
    const characters = isAsWritten ? countCharacters(all, from, end) : countCharacters(block.text);
    return { from, to: end, characters };
  });
  return { all, places };
}

/** A block as one line, or where it is a passage as a line for each of its rows, items or paragraphs. */
function lineOf(block: Block): string {
  if (block.type === 'heading') return headingMark + oneLine(block.text);
  if (block.type === 'paragraph') return oneLine(block.text);
  if (block.units.length === 0) return block.text.split('\n').map(oneLine).join(barrier);
  return block.units
    .map(({ text, cells }) => (cells.length === 0 ? [text] : cells).map(oneLine).join(cellBarrier))
    .join(barrier);
}

/** Lines of one paragraph belong together. */
function oneLine(text: string): string {
  return control.test(text) ? inOneLine(text).replace(/\p{Cc}+/gu, ' ') : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for, \p{Cc} without its tables
const control = /[\u0000-\u001f\u007f-\u009f]/;
