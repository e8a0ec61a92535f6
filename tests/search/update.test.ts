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
  gone,
  openShardUpdate,
  type SectionTerms,
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

/** Texts in the order of their numbers; the same text by another number is the same object. */
function update(before: readonly Text[], after: readonly Text[]): Uint8Array[] {
  const [old, now] = [before.map(termsOf), after.map(termsOf)];
  const numbers = Int32Array.from(before, (text) => after.indexOf(text));
  return updateWith(numbers, old, now);
}

/** @param numbers of the documents that there were, as they are now */
function updateWith(
  numbers: Int32Array,
  old: readonly SectionTerms[],
  now: readonly SectionTerms[],
): Uint8Array[] {
  const places = new Map([...numbers].map((to, from) => [to, from]));
  const changes = now.flatMap((own, number) =>
    compareDocumentTerms(number, old[places.get(number) ?? gone] ?? noTerms, own),
  );
  const byShard = changesByShard(changes, shardBits);
  const classesOf = (document: number, term: number) => {
    const { terms, places } = now[document]?.anywhere ?? { terms: [], places: [] };
    return places[[...terms].indexOf(term)] ?? 0;
  };
  const isSame = old.length === now.length && numbers.every((to, from) => to === from);
  const renumbering = { before: old.length, now: now.length, numbers: isSame ? null : numbers };
  const updated = openShardUpdate(shardBits, renumbering, classesOf);
  return invert(old).map((bytes, shard) => {
    const own = byShard.get(shard) ?? [];
    return own.length === 0 && isSame ? bytes : updated(shard, bytes, own);
  });
}

const noTerms = termsOf({ title: '', lines: [], pinyin: '' });

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
        const [old, now] = [before.map(termsOf), after.map(termsOf)];
        const numbers = Int32Array.from(before.keys());
        expect(updateWith(numbers, old, now)).toEqual(invert(now));
      }),
      { numRuns: 300 },
    );
  });

  test('is that too where documents have come, gone and changed their places', () => {
    const texts = fc.array(text, { minLength: 1, maxLength: 12 });
    const places = fc.array(fc.nat(20), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(texts, fc.array(text, { maxLength: 4 }), places, (before, come, order) => {
        const all = [...before, ...come].map((own, index) => ({ own, at: order[index] ?? 0 }));
        // Where one is at 0 it is gone; others stay in their order as long as nothing says another
        const left = all.filter(({ at }) => at > 0);
        const after = left.toSorted((a, b) => Math.max(10, a.at) - Math.max(10, b.at));
        const now = after.map(({ own }) => own);
        fc.pre(now.length > 0);
        expect(update(before, now)).toEqual(invert(now.map(termsOf)));
      }),
      { numRuns: 500 },
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

  test.each([
    [95, 96],
    [96, 95],
    [96, 97],
  ])('with %i documents of a pair, and then %i, tells the places from 96 on', (count, then) => {
    const all = Array.from({ length: 140 }, (_, number): Text => {
      const words = number < 97 ? '学习' : '别的';
      return { title: '文', lines: [`${'前'.repeat(number % 7)}${words}内容`], pinyin: 'wen' };
    });
    const [before, after] = [count, then].map((some) => all.slice(97 - some));
    expect(update(before ?? [], after ?? [])).toEqual(invert((after ?? []).map(termsOf)));
  });
});
