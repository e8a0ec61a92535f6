import { deflateSync } from 'node:zlib';
import type { Block } from '#document/blocks.ts';
import type { Fold } from '#search/fold.ts';
import { barrier, cellBarrier } from '#search/fold.ts';
import { sampleOf } from '#search/terms.ts';
import { headingMark } from '#search/text.ts';

/** What of a text is compared and searched. */
export type Found = Readonly<{
  /** Pairs of characters by which related documents are found. */
  sample: Uint32Array;
  /**
   * The body's lines in UTF-16 (little endian), deflated (RFC 1950); null where the site cannot be
   * searched.
   */
  text: Uint8Array | null;
}>;

/**
 * @param blocks those that the body shows, in its order
 */
export function describeForSearch(
  title: string,
  blocks: readonly Block[],
  { fold, searched }: Readonly<{ fold: Fold; searched: boolean }>,
): Found {
  const lines = blocks.map(lineOf).filter(Boolean);
  // Joined at once, not piece by piece: what is read character by character should be one flat string
  const sample = sampleOf(fold.units([title, ...lines].join(barrier)));
  const text = searched ? deflateSync(Buffer.from(lines.join(barrier), 'utf16le')) : null;
  return { sample, text };
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
  return control.test(text) ? text.replace(/\p{Cc}+/gu, ' ') : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for, \p{Cc} without its tables
const control = /[\u0000-\u001f\u007f-\u009f]/;
