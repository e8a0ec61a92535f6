import { hash } from 'node:crypto';
import { createInverter } from '#search/invert.ts';
import { chooseShardBits } from '#search/shard.ts';
import type { SectionTerms } from '#search/update-shard.ts';
import type { IndexedDocument, KnownIndex } from '#store/cache-state.ts';

/** The full-text index of an archive. */
export type SearchIndex = Readonly<{
  /** What the next build has to know of it. */
  known: KnownIndex;
  /** Another one where any document has another text or title. */
  key: string;
  /** The bytes of a shard; they should be asked for in ascending order. */
  shard: (number: number) => Uint8Array;
}>;

/** Makes the whole index anew, of the terms of all documents. */
export function makeIndex(
  numbered: readonly IndexedDocument[],
  terms: readonly SectionTerms[],
): SearchIndex {
  const documents = numbered.map((document, number): IndexedDocument => {
    return { ...document, terms: terms[number]?.anywhere.terms.length ?? 0 };
  });
  const shardBits = shardBitsOf(documents);
  const key = indexKey(documents);
  return {
    key,
    known: {
      shardBits,
      numbering: numberingOf(documents, shardBits),
      documents,
      shards: Array.from({ length: 2 ** shardBits }, () => key),
    },
    shard: invert(terms, shardBits),
  };
}

function invert(terms: readonly SectionTerms[], shardBits: number): (shard: number) => Uint8Array {
  const lists = {
    anywhere: terms.map(({ anywhere }) => anywhere.terms),
    headings: terms.map(({ headings }) => headings),
    title: terms.map(({ title }) => title),
    pinyin: terms.map(({ pinyin }) => pinyin),
  };
  const places = terms.map(({ anywhere }) => anywhere.places);
  return createInverter(lists, places, shardBits);
}

export function shardBitsOf(documents: readonly IndexedDocument[]): number {
  return chooseShardBits(documents.reduce((sum, { terms }) => sum + terms, 0));
}

/** Another one where documents have other numbers, or shards other terms. */
export function numberingOf(documents: readonly IndexedDocument[], shardBits: number): string {
  return hash('sha1', JSON.stringify([shardBits, ...documents.map(({ id }) => id)]));
}

/** Another one where any document has another text or title. */
export function indexKey(documents: readonly IndexedDocument[]): string {
  const parts = documents.map(({ id, title, pinyin, text }) => {
    return [id, title, pinyin.join(' '), text?.[2], text?.[3]];
  });
  return hash('sha1', JSON.stringify(parts)).slice(0, 12);
}
