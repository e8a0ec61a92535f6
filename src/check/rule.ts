import type { Diagnostic, Place } from '#diagnostics/diagnostic.ts';
import type { CatalogueEntry, Summary } from '#document/document.ts';
import type { Fingerprints } from '#document/fingerprint.ts';
import type { OutlineEntry } from '#document/outline.ts';
import type { CheckRuleName } from '#site/check-rules.ts';
import type { Remarks } from '#source/remarks.ts';

/** A document as rules see it. */
export type Checked = Readonly<{ summary: Summary; remarks: Remarks }>;

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

/** What a rule has found: in messages and reports it stands with the rule's reason. */
export type Found = Readonly<{
  place: Place;
  message: string;
  /** How to mend this one, where the rule's own words are too general. */
  mend?: string;
  /** Where the finding itself weighs more or less than the rule. */
  severity?: 'error' | 'warning';
}>;

/** Something that the archivist is asked to look at. */
export type CheckRule = Readonly<{
  name: CheckRuleName;
  severity: 'error' | 'warning';
  /** Why it matters. */
  why: string;
  /** How to mend it. */
  mend: string;
  find: (examined: Examined) => readonly Found[];
}>;
