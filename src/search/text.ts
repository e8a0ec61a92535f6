/*
 * What is kept of a document for searches beside the index: a line for each paragraph, item or row
 * of its body, in UTF-16 and deflated, and what a result shows of it.
 */

/** Begins the line of a heading. */
export const headingMark = '\x01';

/** What a result shows of its document. */
export type Entry = Readonly<{
  id: string;
  title: string;
  kind: string;
  /** As it is shown; empty where it is not known. */
  date: string;
  /** The body, or else who speaks. */
  organisation: string;
  /** The title's syllables with spaces between. */
  pinyin: string;
}>;

/** An entry as files hold it: the values in their order, of which the last may be absent. */
export type PackedEntry = readonly string[];

export function packEntry({ id, title, kind, date, organisation, pinyin }: Entry): PackedEntry {
  return [id, title, kind, date, organisation, pinyin];
}

/** The same for lists of what was not searched by its text: no pinyin is compared there. */
export function packListed(entry: Entry): PackedEntry {
  return packEntry(entry).slice(0, -1);
}

export function unpackEntry(packed: unknown): Entry {
  if (!Array.isArray(packed) || typeof packed[0] !== 'string') {
    throw new Error('a file of the index is damaged');
  }
  const [id, title, kind, date, organisation, pinyin] = packed.map(String);
  return {
    id: id ?? '',
    title: title ?? '',
    kind: kind ?? '',
    date: date ?? '',
    organisation: organisation ?? '',
    pinyin: pinyin ?? '',
  };
}

/** The address of a document's page below the site's root. */
export function documentAddress(id: string): string {
  return `documents/${encodeURIComponent(id)}/index.html`;
}
