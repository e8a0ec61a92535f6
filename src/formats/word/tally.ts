import type { Aside } from '#document/text/aside.ts';

/** What of a Word file is no text of its page, and is told to its keepers. */
export type Tally = {
  insertions: number;
  deletions: number;
  hidden: number;
  comments: number;
  unknownSymbols: number;
  /** Pictures that no browser shows. */
  absentPictures: number;
  /** Cells that are part of the one beside or over them. */
  mergedCells: number;
  embedded: number;
  unknownFormats: Set<string>;
  /** Words that are left out, for keepers alone. */
  asides: Aside[];
};

/** Nothing was left out yet. */
export function newTally(): Tally {
  return {
    insertions: 0,
    deletions: 0,
    hidden: 0,
    comments: 0,
    unknownSymbols: 0,
    absentPictures: 0,
    mergedCells: 0,
    embedded: 0,
    unknownFormats: new Set(),
    asides: [],
  };
}
