import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentTerms } from '#search/document-terms.ts';
import { barrier } from '#search/fold.ts';
import { createInverter } from '#search/invert.ts';
import { pinyinTerms } from '#search/pinyin.ts';
import { headingMark } from '#search/text.ts';
import {
  changesByShard,
  compareDocumentTerms,
  type SectionTerms,
  updateShard,
} from '#search/update-shard.ts';
import { folds } from './memory-index.ts';

type Text = Readonly<{ title: string; lines: readonly string[]; pinyin: string }>;

const shardBits = 2;

function termsOf({ title, lines, pinyin }: Text): SectionTerms {
  const text = lines.map((line) => line.replace(/^#/, headingMark)).join(barrier);
  return { ...documentTerms(title, text, folds.plain), pinyin: pinyinTerms(pinyin.split(' ')) };
}

function invert(all: readonly SectionTerms[]): Uint8Array[] {
  const shard = createInverter(
    {
      anywhere: all.map(({ anywhere }) => anywhere.terms),
      headings: all.map(({ headings }) => headings),
      title: all.map(({ title }) => title),
      pinyin: all.map(({ pinyin }) => pinyin),
    },
    all.map(({ anywhere }) => anywhere.places),
    shardBits,
  );
  return Array.from({ length: 2 ** shardBits }, (_, number) => Uint8Array.from(shard(number)));
}

function update(before: readonly Text[], after: readonly Text[]): Uint8Array[] {
  const [old, now] = [before.map(termsOf), after.map(termsOf)];
  const changes = old.flatMap((own, document) => {
    const other = now[document];
    return other === undefined ? [] : compareDocumentTerms(document, own, other);
  });
  const byShard = changesByShard(changes, shardBits);
  const classesOf = (document: number, term: number) => {
    const { terms, places } = now[document]?.anywhere ?? { terms: [], places: [] };
    return places[[...terms].indexOf(term)] ?? 0;
  };
  return invert(old).map((bytes, shard) => {
    const own = byShard.get(shard);
    if (own === undefined) return bytes;
    return updateShard(bytes, own, [shard, shardBits], before.length, classesOf);
  });
}

/** Few characters, so that lists are long and terms come and go. */
const line = fc.string({ unit: fc.constantFrom(...'一二三四五六甲乙'), maxLength: 12 });
const text: fc.Arbitrary<Text> = fc.record({
  title: line,
  lines: fc.array(
    fc.tuple(fc.constantFrom('', '#'), line).map((parts) => parts.join('')),
    {
      maxLength: 4,
    },
  ),
  pinyin: fc.constantFrom('yi er', 'san si', 'jia'),
});

describe('an index that is changed', () => {
  test('is the index that would be made anew', () => {
    const archive = fc
      .integer({ min: 1, max: 12 })
      .chain((count) =>
        fc.tuple(
          fc.array(text, { minLength: count, maxLength: count }),
          fc.array(fc.option(text, { nil: null, freq: 3 }), { minLength: count, maxLength: count }),
        ),
      );
    fc.assert(
      fc.property(archive, ([before, changed]) => {
        const after = before.map((own, number) => changed[number] ?? own);
        expect(update(before, after)).toEqual(invert(after.map(termsOf)));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [95, '学习', 96],
    [96, '其他', 95],
    [120, '学习', 121],
  ])('of %i documents with a pair, %s in one more, tells the places from 96 on', (count, added) => {
    const own = (lines: string[]): Text => ({ title: '文', lines, pinyin: 'wen' });
    const before = Array.from({ length: 130 }, (_, number) =>
      own([`${'前'.repeat(number % 7)}${number < count ? '学习' : '别的'}内容`]),
    );
    const changed = added === '学习' ? count : count - 1;
    const after = before.with(changed, own([`甲乙${added}丙丁`]));
    expect(update(before, after)).toEqual(invert(after.map(termsOf)));
  });
});
