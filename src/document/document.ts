import type { WallClock } from './dates.ts';

/** A link or image of a document that leads to another file below `content/`. */
export type ContentLink = Readonly<{
  /** The file's path below `content/`, with `/` between folders. */
  target: string;
  /** `#…` behind the path, or empty. */
  fragment: string;
  image: boolean;
  line: number;
}>;

/** One heading of a document's outline 大纲. `depth` is 1 for the outermost. */
export type OutlineEntry = Readonly<{ anchor: string; depth: number; text: string }>;

/** A name by which documents are grouped, with its part of an address. */
export type Term = Readonly<{ name: string; slug: string }>;

/** A title and a time known from a list, whether or not the document is here. */
export type CatalogueEntry = Readonly<{
  title: string;
  pieces: number | null;
  date: WallClock;
  /** The source file whose list names it. */
  file: string;
  line: number;
}>;

/**
 * What the archive knows of a document without its body. Plain data: it can cross threads and be
 * kept in a cache.
 */
export type Summary = Readonly<{
  id: string;
  /** The source file's path below `content/`. */
  file: string;
  /** Title without the stated number of pieces. */
  title: string;
  /** Number of texts in a collection 合集, as its title or front matter states it. */
  pieces: number | null;
  kind: Term;
  date: WallClock | null;
  updated: WallClock | null;
  tags: readonly Term[];
  organisation: Term | null;
  speaker: Term | null;
  occasion: string | null;
  place: string | null;
  source: string | null;
  views: number | null;
  popular: boolean;
  excerpt: string;
  outline: readonly OutlineEntry[];
  /** Characters of the text, white space not counted. */
  characters: number;
  /** Whether the text breaks off in mid-sentence at its end. */
  cutOff: boolean;
  aliases: readonly string[];
  links: readonly ContentLink[];
  /** Front matter that Guidang does not know, as written, for templates. */
  fields: Readonly<Record<string, unknown>>;
}>;
