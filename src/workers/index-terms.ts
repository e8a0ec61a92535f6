import { inflateSync } from 'node:zlib';
import { documentTerms } from '#search/document-terms.ts';
import { createFold } from '#search/fold.ts';
import { pinyinTerms } from '#search/pinyin.ts';
import type { SectionTerms } from '#search/update-shard.ts';
import { variantPairs } from '#search/variants.ts';
import type { IndexedDocument } from '#store/cache-state.ts';
import type { PackReader } from '#store/packs.ts';

/** Gives the terms of a document as it is indexed. */
export type TermReader = (document: IndexedDocument) => SectionTerms;

export function createTermReader(packs: PackReader): TermReader {
  const fold = createFold(variantPairs());
  return ({ title, pinyin, text }) => {
    const lines = text === null ? '' : inflateSync(packs.read(text)).toString('utf16le');
    return { ...documentTerms(title, lines, fold), pinyin: pinyinTerms(pinyin) };
  };
}
