import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { CatalogueEntry, Summary } from '#document/document.ts';
import type { OutlineEntry } from '#document/outline/outline.ts';
import type { Fingerprints } from '#document/text/fingerprint.ts';
import type { CheckRuleName } from '#site/check-rules.ts';
import type { CheckNotes } from '#source/check-notes.ts';

/** A document as rules see it. */
export type Checked = Readonly<{ summary: Summary; checkNotes: CheckNotes }>;

/** What rules are asked about. */
export type Examined = Readonly<{
  /** What is published, newest first. */
  documents: readonly Checked[];
  /** What lists of crawled pages name. */
  entries: readonly CatalogueEntry[];
  /** The outline of a document, by its id. */
  outlineOf: (id: string) => readonly OutlineEntry[];
  /** By id of the document. */
  fingerprints: ReadonlyMap<string, Fingerprints>;
  popularCount: number;
  /** All that reading and selecting tell. */
  diagnostics: readonly Diagnostic[];
  /** Wall-clock time of the check. */
  now: string;
}>;

/** Something that the archivist is asked to look at. */
export type CheckRule = Readonly<{
  name: CheckRuleName;
  /** What a finding weighs where nothing else is said; why it matters is told in the catalogue of sentences. */
  severity: 'error' | 'warning';
  find: (examined: Examined) => readonly Diagnostic[];
}>;
