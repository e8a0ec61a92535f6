import { createBitReader } from './bits.ts';
import { createDocumentSet, type DocumentSet } from './document-set.ts';
import { entriesFile, entriesInFile, facetsFile, shardFile, textFile } from './files.ts';
import { type Facet, type FacetValues, facets, type Library } from './library.ts';
import { readPostings } from './postings.ts';
import { decodeSeptets } from './septets.ts';
import { type Looked, lookUp, shardOf } from './shard.ts';
import { type Entry, unpackEntry } from './text.ts';

/** How the index reaches its files: through a worker's requests, through scripts, or from a folder. */
export type Access = Readonly<{
  /**
   * What a file holds; rejects where it cannot be loaded. The version, null for the library's own
   * file, keeps a browser's cache from mixing the files of two indexes.
   */
  load: (name: string, version: string | null) => Promise<readonly unknown[]>;
  inflate: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}>;

/** A document as a search sees it. */
export type Source = Readonly<{ entry: Entry; text: string }>;

/** A value of a facet with its documents. */
type FacetValue = Readonly<{ name: string; slug: string; documents: DocumentSet }>;

export type IndexReader = Readonly<{
  library: Library;
  /** Documents by term, each shard being read once; of a shard that cannot be loaded that its terms are unread. */
  look: (terms: Iterable<number>) => Promise<Looked>;
  source: (document: number) => Promise<Source>;
  entry: (document: number) => Promise<Entry>;
  facets: () => Promise<Readonly<Record<Facet, readonly FacetValue[]>>>;
}>;

/** Sources kept in memory: going back to earlier results costs nothing. */
const keptSources = 300;

export function createIndexReader(library: Library, access: Access): IndexReader {
  const { documents, shardBits, version } = library;
  const load = (name: string) => access.load(name, version);
  const shards = new Map<number, Promise<Uint8Array>>();
  const sources = new Map<number, Promise<Source>>();
  const entries = new Map<string, Promise<readonly Entry[]>>();
  let facetValues: Promise<Readonly<Record<Facet, readonly FacetValue[]>>> | null = null;

  const loadShard = async (shard: number) => bytesOf((await load(shardFile(shard)))[0]);

  const loadSource = async (document: number): Promise<Source> => {
    const [entry, packed] = await load(textFile(document));
    const units = await access.inflate(bytesOf(packed));
    return { entry: unpackEntry(entry), text: new TextDecoder('utf-16le').decode(units) };
  };

  return {
    library,
    async look(terms) {
      const wanted = new Map<number, Set<number>>();
      for (const term of terms) {
        const shard = shardOf(term, shardBits);
        const known = wanted.get(shard);
        if (known === undefined) wanted.set(shard, new Set([term]));
        else known.add(term);
      }
      const looked = await Promise.all(
        [...wanted].map(async ([shard, asked]): Promise<Looked> => {
          try {
            const bytes = await remember(shards, shard, () => loadShard(shard));
            return lookUp(bytes, asked, [shard, shardBits], documents);
          } catch {
            // The texts tell what the index cannot
            return new Map([...asked].map((term) => [term, { isUnread: true }]));
          }
        }),
      );
      return new Map(looked.flatMap((each) => [...each]));
    },
    source(document) {
      const [oldest] = sources.keys();
      if (sources.size > keptSources && oldest !== undefined) sources.delete(oldest);
      return remember(sources, document, () => loadSource(document));
    },
    async entry(document) {
      const file = entriesFile(document);
      const all = await remember(entries, file, async () => (await load(file)).map(unpackEntry));
      const entry = all[document % entriesInFile];
      if (entry === undefined) throw new Error(`${file} does not hold document ${document}`);
      return entry;
    },
    facets() {
      facetValues ??= load(facetsFile).then((values) => readFacets(values, documents));
      return facetValues;
    },
  };
}

/** What was asked for once is kept, unless it failed: then the next one asks again. */
function remember<Key, Value>(
  known: Map<Key, Promise<Value>>,
  key: Key,
  make: () => Promise<Value>,
): Promise<Value> {
  const existing = known.get(key);
  if (existing !== undefined) return existing;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

function bytesOf(value: unknown): Uint8Array<ArrayBuffer> {
  if (typeof value !== 'string') throw new Error('a file of the index is damaged');
  return decodeSeptets(value);
}

function isFacetValues(value: unknown): value is FacetValues {
  return typeof value === 'object' && value !== null && facets.every((facet) => facet in value);
}

function readFacets(
  [values, packed]: readonly unknown[],
  documents: number,
): Readonly<Record<Facet, readonly FacetValue[]>> {
  const reader = createBitReader(bytesOf(packed));
  if (!isFacetValues(values)) throw new Error('a file of the index is damaged');
  const read = (facet: Facet) =>
    values[facet].map(({ name, slug }) => {
      const set = createDocumentSet(documents);
      readPostings(reader, documents, set);
      return { name, slug, documents: set };
    });
  const [kind, organisation, tag, speaker] = facets.map(read);
  return {
    kind: kind ?? [],
    organisation: organisation ?? [],
    tag: tag ?? [],
    speaker: speaker ?? [],
  };
}
