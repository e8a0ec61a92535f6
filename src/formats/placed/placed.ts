/*
 * Text as PDF and OFD have it: runs of characters, each at its place on a page. Lengths are in points or any other
 * unit, the same for all of a page; y grows downwards.
 */

export type PlacedRun = Readonly<{
  text: string;
  x: number;
  /** Of the line on which the characters stand. */
  y: number;
  width: number;
  /** Height of the characters. */
  size: number;
}>;

export type PlacedPage = Readonly<{
  width: number;
  height: number;
  runs: readonly PlacedRun[];
  /** Number of pictures on it. */
  pictures: number;
}>;

export type PlacedLine = Readonly<{
  /** Cells of a row, or what else stands far apart, have a tab between them. */
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  /** From 0. */
  page: number;
}>;

const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

/** Whether a character has the width of a Chinese one. */
export function isWide(character: string): boolean {
  return han.test(character);
}
