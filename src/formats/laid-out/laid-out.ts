import type { Piece } from './pieces.ts';

/*
 * A text as a program has laid it out for the eye: in paragraphs whose numbers the program makes, and in tables that
 * may be frames. Word files and web pages come so.
 */

export type LaidOutParagraph = Readonly<{
  is: 'paragraph';
  /** Its place among the paragraphs of the file, from 1. */
  ordinal: number;
  pieces: readonly Piece[];
  /** The number that the program makes, or its bullet; empty where it has none. */
  number: string;
  /** Of a heading, from 1. */
  outlineLevel: number | null;
  /** Whether it is an entry of a table of contents. */
  isContents: boolean;
}>;

export type LaidOutTable = Readonly<{
  is: 'table';
  ordinal: number;
  rows: readonly (readonly LaidOutCell[])[];
}>;

/** A cell of the grid, and whether it is part of the one over it or before it. */
export type LaidOutCell = Readonly<{
  blocks: readonly LaidOutBlock[];
  covered: 'above' | 'before' | null;
}>;

export type LaidOutBlock = LaidOutParagraph | LaidOutTable;
