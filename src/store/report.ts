import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Aside } from '#document/text/aside.ts';
import type { Skipped } from '#source/discover.ts';

/** What was set aside of a document, with its file. */
export type PlacedAside = Aside & Readonly<{ file: string }>;

/** What a build did. Counts of files, apart from `documents` and `pages`. */
export type BuildReport = Readonly<{
  documents: number;
  /** HTML pages of the site. */
  pages: number;
  written: number;
  unchanged: number;
  removed: number;
  /** Source files that are not published, with the reason. */
  skipped: readonly Skipped[];
  problems: readonly Diagnostic[];
  /** What pages of published documents do not show among their text. */
  asides: readonly PlacedAside[];
  /** Encoding of each document's file. */
  encodings: readonly Readonly<{ file: string; encoding: string }>[];
  /** Paths of the outputs that were written or removed. */
  changed: readonly string[];
  ms: number;
}>;

/** A build that stopped before it published anything. */
export function failedBuild(problems: readonly Diagnostic[], ms: number): BuildReport {
  return {
    documents: 0,
    pages: 0,
    written: 0,
    unchanged: 0,
    removed: 0,
    skipped: [],
    problems,
    asides: [],
    encodings: [],
    changed: [],
    ms,
  };
}
