import { deflateSync, inflateSync } from 'node:zlib';
import { fileContent, readContent, shardFile, textFile } from '#search/files.ts';
import { barrier, createFold } from '#search/fold.ts';
import { createIndexReader, type IndexReader } from '#search/index-reader.ts';
import { createInverter } from '#search/invert.ts';
import { pinyinTerms } from '#search/pinyin.ts';
import type { Folds } from '#search/query.ts';
import { type Search, search } from '#search/search.ts';
import { termsOf } from '#search/terms.ts';
import { type Entry, headingMark, packEntry } from '#search/text.ts';
import { variantPairs } from '#search/variants.ts';

/** A document of a test: `# ` begins a heading. Numbered from the oldest. */
export type Sample = Readonly<{ title: string; lines: readonly string[]; pinyin?: string }>;

export const folds: Folds = {
  plain: createFold(variantPairs()),
  exact: createFold(variantPairs(), 'punctuation'),
};

/** Builds an index of samples as a build does, and opens it as a page does. */
export function indexOf(samples: readonly Sample[], shardBits = 3): IndexReader {
  const texts = samples.map(({ lines }) =>
    lines.map((line) => line.replace(/^# /, headingMark)).join(barrier),
  );
  const terms = samples.map(({ title }, index) =>
    termsOf(folds.plain.units(`${title}${barrier}${texts[index]}`)),
  );
  const headings = texts.map((text) =>
    text
      .split(barrier)
      .filter((line) => line.startsWith(headingMark))
      .join(barrier),
  );
  const lists = {
    anywhere: terms.map((each) => each.terms),
    headings: headings.map((text) => termsOf(folds.plain.units(text)).terms),
    title: samples.map(({ title }) => termsOf(folds.plain.units(title)).terms),
    pinyin: samples.map(({ pinyin = '' }) => pinyinTerms(pinyin.split(' ').filter(Boolean))),
  };
  const inverter = createInverter(
    lists,
    terms.map((each) => each.places),
    shardBits,
  );
  const files = new Map<string, string>();
  const put = (name: string, values: readonly unknown[], bytes: Uint8Array) => {
    const parts = fileContent(name, values, bytes);
    files.set(name, Buffer.concat(parts.map((part) => Buffer.from(part))).toString('utf8'));
  };
  for (let shard = 0; shard < 2 ** shardBits; shard++) put(shardFile(shard), [], inverter(shard));
  for (const [number, { title, pinyin = '' }] of samples.entries()) {
    const entry: Entry = { id: `d${number}`, title, kind: '', date: '', organisation: '', pinyin };
    const text = deflateSync(Buffer.from(texts[number] ?? '', 'utf16le'));
    put(textFile(number), [packEntry(entry)], text);
  }
  return createIndexReader(
    { version: '1', documents: samples.length, shardBits, years: [], variants: variantPairs() },
    {
      load: async (name) => readContent(files.get(name) ?? ''),
      inflate: async (bytes) => new Uint8Array(inflateSync(bytes)),
    },
  );
}

/** All hits of a search, in their order. */
export async function findAll(
  reader: IndexReader,
  text: string,
  sort: Search['sort'] = 'relevance',
) {
  const asked: Search = { text, filters: {}, from: null, to: null, sort };
  const results = await search(asked, reader, folds);
  const atFirst = { total: results.total(), isExact: results.isExact() };
  const hits = [];
  while (results.hasMore()) hits.push(...(await results.next(10)));
  return { hits, atFirst, total: results.total(), isExact: results.isExact() };
}
