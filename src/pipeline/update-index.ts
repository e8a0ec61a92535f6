import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputStat } from '#output/output-stat.ts';
import { readContent, shardFile } from '#search/files.ts';
import { lowerBound } from '#search/invert.ts';
import { decodeSeptets } from '#search/septets.ts';
import {
  changesByShard,
  compareDocumentTerms,
  gone,
  openShardUpdate,
  type Renumbering,
  type SectionTerms,
} from '#search/update-shard.ts';
import type { CacheState, IndexedDocument, KnownIndex } from '#store/cache-state.ts';
import type { TermReader } from '#workers/index-terms.ts';
import { indexKey, makeIndex, numberingOf, type SearchIndex, shardBitsOf } from './make-index.ts';

/** Where the last build left its shards, and how they were. */
export type LastShards = Readonly<{ state: CacheState; output: string }>;

/**
 * The index after a few documents have changed, come or gone; null where it is divided in another way, so
 * that each shard holds other terms. Where documents have other numbers each shard is written anew, of
 * what it was: the whole build then holds 376 MB in place of 632 for 10,000 documents (decision 20).
 *
 * @param numbered the documents as they are now
 * @param changed the numbers of those that are new or have other terms, which tell no number of terms
 */
export function updateIndex(
  numbered: readonly IndexedDocument[],
  changed: readonly number[],
  before: KnownIndex,
  termsOf: TermReader,
  last: LastShards,
): SearchIndex | null {
  const documents = [...numbered];
  const placesBefore = placesOf(before.documents);
  const changes = changed.flatMap((number) => {
    const own = numbered[number];
    if (own === undefined) return [];
    const old = before.documents[placesBefore.get(own.id) ?? gone];
    const terms = termsOf(own);
    documents[number] = { ...own, terms: terms.anywhere.terms.length };
    return compareDocumentTerms(number, old === undefined ? noTerms : termsOf(old), terms);
  });
  const shardBits = shardBitsOf(documents);
  if (shardBits !== before.shardBits) return null;
  const renumbering = renumber(before.documents, documents);
  const byShard = changesByShard(changes, shardBits);
  const key = indexKey(documents);
  const isWrittenAnew = (shard: number) => renumbering.numbers !== null || byShard.has(shard);
  const shards = before.shards.map((old, shard) => (isWrittenAnew(shard) ? key : old));
  const update = openShardUpdate(shardBits, renumbering, lookUpClasses(documents, termsOf));
  let whole: SearchIndex | null = null;
  return {
    key,
    known: { shardBits, numbering: numberingOf(documents, shardBits), documents, shards },
    shard(number) {
      const bytes = isWrittenAnew(number) ? readShardFile(number, last) : null;
      if (bytes === null) {
        // A file of the last build is not there, or not as it was
        whole ??= makeIndex(documents, documents.map(termsOf));
        return whole.shard(number);
      }
      return update(number, bytes, byShard.get(number) ?? []);
    },
  };
}

const noList = new Uint32Array();
const noTerms: SectionTerms = {
  anywhere: { terms: noList, places: new Uint8Array() },
  title: noList,
  headings: noList,
  pinyin: noList,
};

function placesOf(documents: readonly IndexedDocument[]): Map<string, number> {
  return new Map(documents.map(({ id }, number) => [id, number]));
}

function renumber(
  before: readonly IndexedDocument[],
  now: readonly IndexedDocument[],
): Renumbering {
  const places = placesOf(now);
  const numbers = Int32Array.from(before, ({ id }) => places.get(id) ?? gone);
  const isSame = before.length === now.length && numbers.every((to, from) => to === from);
  return { before: before.length, now: now.length, numbers: isSame ? null : numbers };
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
  const known = new Map<number, SectionTerms['anywhere']>();
  return (number, term) => {
    const document = documents[number];
    if (document === undefined) return 0;
    const own = known.get(number) ?? termsOf(document).anywhere;
    known.set(number, own);
    const place = lowerBound(own.terms, term);
    return own.terms[place] === term ? (own.places[place] ?? 0) : 0;
  };
}
