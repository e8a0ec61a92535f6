import type { Block } from './blocks.ts';

/** A line of a text without markup. */
export type Line = Readonly<{ text: string; line: number }>;

/**
 * A stretch of a document that is read as one: a line or paragraph, an item of a list, a row of a
 * table. What is understood of a document is read from its units, whatever its format.
 */
export type Unit = Readonly<{
  /** As it stands in the text, without markup; the cells of a row are joined by tabs. */
  text: string;
  /** Counts from 1 in the source file. */
  line: number;
  /** Index of the block that it belongs to. */
  block: number;
  form: 'paragraph' | 'heading' | 'item' | 'row' | 'quotation';
  /** The cells of a row, trimmed; empty for every other form. */
  cells: readonly string[];
  /** How many lists an item stands in, the level of a heading; 0 for every other form. */
  depth: number;
}>;

/** The units of a document's blocks, in the order of the text. */
export function unitsOf(blocks: readonly Block[]): Unit[] {
  return blocks.flatMap((block, index): Unit[] => {
    if (block.type !== 'passage') {
      const { type: form, text, line } = block;
      const depth = block.type === 'heading' ? block.level : 0;
      return [{ text, line, block: index, form, cells: [], depth }];
    }
    return block.units.map((unit) => ({ ...unit, block: index }));
  });
}
