import type { MarkdownIt } from 'markdown-it';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { ContentLink } from '#document/document.ts';
import type { Aside } from '#document/text/aside.ts';
import type { Block } from '#document/text/blocks.ts';
import type { FrontMatter } from './front-matter.ts';

/** A format of source files. One is a file, or a folder, and a line in `formats/index.ts`. */
export type Format = Readonly<{
  name: string;
  /** What its files end in, without the point, in lower case. */
  endings: readonly string[];
  /** Whether a file that a document leads to is an attachment of that, and no document of its own. */
  mayBeAttached?: boolean;
  /** Whether its files have fields of their own, in which it was looked for what keeps them from being seen. */
  hasFields?: boolean;
  /** Takes a file apart, before anything is understood of it. What is wrong with it is returned. */
  read(bytes: Uint8Array, context: FormatContext): ReadFile | Promise<ReadFile>;
}>;

/** What reading a file needs beside its bytes. */
export type FormatContext = Readonly<{
  /** Its path below `content/`. */
  file: string;
  /** The file of fields beside it; null where there is none. */
  beside: Readonly<{ file: string; bytes: Uint8Array }> | null;
  /** The row of a list that names it; the fields beside it go before that. */
  row: Readonly<{ file: string; line: number; values: Readonly<Record<string, unknown>> }> | null;
  markdown: MarkdownIt;
}>;

/** What a format gives of a file. */
export type ReadFile = Readonly<{
  encoding: string;
  frontMatter: FrontMatter;
  diagnostics: readonly Diagnostic[];
  /** null where the file cannot be read; a diagnostic says why. */
  content: Content | null;
  /** Whether the next build shall try again though the file is the same: what reads it was not there. */
  readAgain?: boolean;
  /** Where nothing can be read of it: words in which names of files end. */
  names?: readonly string[];
}>;

/** A text in blocks, and what belongs to it. */
export type Content = Readonly<{
  blocks: readonly Block[];
  links: readonly ContentLink[];
  /** Whether its author has marked it up, and would have marked a list or a heading as one. */
  isMarkdown: boolean;
  /** What of the source is in no block. */
  asides: readonly Aside[];
  /** What its keepers should look at. */
  diagnostics: readonly Diagnostic[];
  /** Whether it is nothing without its file: a scan of which somebody has written what it is. */
  needsOriginal?: boolean;
  /** Words around the text, which are not shown and may say that it is not for everybody. */
  surroundings?: readonly string[];
  /** When it was published, as what holds it says. */
  published?: string;
}>;
