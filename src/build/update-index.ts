import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent, shardFile } from '#search/files.ts';
import { decodeSeptets } from '#search/septets.ts';
import { changesByShard, compareDocumentTerms, updateShard } from '#search/update-shard.ts';
import type { CacheState, IndexedDocument, KnownIndex } from './cache-state.ts';
import type { TermReader } from './index-terms.ts';
import { indexKey, makeIndex, numberingOf, type SearchIndex, shardBitsOf } from './make-index.ts';
import { outputStat } from './output-stat.ts';

/** Where the last build left its shards, and how they were. */
export type LastShards = Readonly<{ state: CacheState; output: string }>;

/**
 * The index after a few documents have changed; null where they are numbered or divided in another
 * way, so that all shards change.
 *
 * @param numbered the documents as they are now; those that have changed tell no number of terms
 */
export function updateIndex(
  numbered: readonly IndexedDocument[],
  changed: readonly number[],
  before: KnownIndex,
  termsOf: TermReader,
  last: LastShards,
): SearchIndex | null {
  if (numbered.length !== before.documents.length) return null;
  const documents = [...numbered];
  const changes = changed.flatMap((number) => {
    const [own, old] = [numbered[number], before.documents[number]];
    if (own === undefined || old === undefined) return [];
    const terms = termsOf(own);
    documents[number] = { ...own, terms: terms.anywhere.terms.length };
    return compareDocumentTerms(number, termsOf(old), terms);
  });
  const shardBits = shardBitsOf(documents);
  const numbering = numberingOf(documents, shardBits);
  if (numbering !== before.numbering || shardBits !== before.shardBits) return null;
  const byShard = changesByShard(changes, shardBits);
  const key = indexKey(documents);
  const shards = before.shards.map((old, shard) => (byShard.has(shard) ? key : old));
  const classesOf = lookUpClasses(documents, termsOf);
  let whole: SearchIndex | null = null;
  return {
    key,
    known: { shardBits, numbering, documents, shards },
    shard(number) {
      const own = byShard.get(number);
      const bytes = own === undefined ? null : readShardFile(number, last);
      if (own === undefined || bytes === null) {
        // A file of the last build is not there, or not as it was
        whole ??= makeIndex(documents, documents.map(termsOf));
        return whole.shard(number);
      }
      return updateShard(bytes, own, [number, shardBits], documents.length, classesOf);
    },
  };
}

/** A shard as the last build left it; null where something else has changed it. */
function readShardFile(shard: number, { state, output }: LastShards): Uint8Array | null {
  const path = `search/${shardFile(shard)}.js`;
  const file = join(output, path);
  if (state.outputs.get(path)?.stat !== outputStat(file)) return null;
  const [septets] = readContent(readFileSync(file, 'utf8'));
  return typeof septets === 'string' ? decodeSeptets(septets) : null;
}

function lookUpClasses(
  documents: readonly IndexedDocument[],
  termsOf: TermReader,
): (number: number, term: number) => number {
  const known = new Map<number, ReadonlyMap<number, number>>();
  return (number, term) => {
    let classes = known.get(number);
    if (classes === undefined) {
      const document = documents[number];
      const { terms = [], places = [] } = document === undefined ? {} : termsOf(document).anywhere;
      classes = new Map([...terms].map((each, index) => [each, places[index] ?? 0]));
      known.set(number, classes);
    }
    return classes.get(term) ?? 0;
  };
}
