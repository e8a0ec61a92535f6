import type { OutputPath } from '#emitters/emitter.ts';
import type { Ref } from './packs.ts';
import type { BuildReport } from './report.ts';

/** A source file that was read: by which size, time and bytes, and where its reading lies. */
export type KnownFile = Readonly<{
  stat: string;
  /** Of its bytes and of those of the fields beside it. */
  digest: string;
  reading: Ref;
  /** The HTML of its body, and its text for searches; null where there is none. */
  body: Ref | null;
  text: Ref | null;
}>;

/** An output as it was last written. */
export type KnownOutput = Readonly<{
  /** Of what determines all that it was made of; empty where nobody can tell. */
  key: string;
  /** Of all that it was made of. */
  fingerprint: string;
  /** Size and modification time of the file. */
  stat: string;
  /** Of its bytes, for the manifest by which it is verified. */
  sha256: string;
}>;

/** How the documents of the full-text index are numbered, and what each shard was made of. */
export type KnownIndex = Readonly<{
  /** Another one where documents have other numbers, or shards other terms. */
  numbering: string;
  shardBits: number;
  /** In the order of their numbers. */
  documents: readonly IndexedDocument[];
  /** For each shard a key that changes when its content may. */
  shards: readonly string[];
}>;

export type IndexedDocument = Readonly<{
  id: string;
  title: string;
  pinyin: readonly string[];
  /** The text, deflated; null where there is none. */
  text: Ref | null;
  /** Number of its terms. */
  terms: number;
}>;

/** A build that need not be done again while nothing has changed. */
export type LastBuild = Readonly<{
  /** Of everything that it was made of. */
  key: string;
  /** Wall-clock times: it holds from the first on, and if there is one until the second. */
  from: string;
  until: string | null;
  /** Size and modification time of the manifest. */
  manifest: string;
  report: BuildReport;
}>;

/** What a build leaves for the next one. */
export type CacheState = {
  /** The program and the settings by which files were read. */
  readingKey: string;
  files: Map<string, KnownFile>;
  outputs: Map<OutputPath, KnownOutput>;
  index: KnownIndex | null;
  /** The last build that had no errors; null where it is to be done again. */
  last: LastBuild | null;
};

export function emptyState(): CacheState {
  return { readingKey: '', files: new Map(), outputs: new Map(), index: null, last: null };
}
