import { describe, expect, test } from 'vitest';
import { documentTerms } from '#search/document-terms.ts';
import { createFold } from '#search/fold.ts';
import type { SectionTerms } from '#search/update-shard.ts';
import { variantPairs } from '#search/variants.ts';
import { gatherTerms } from '#workers/term-memory.ts';

const fold = createFold(variantPairs());

function termsOf(title: string, text: string, pinyin: readonly number[] = []): SectionTerms {
  return { ...documentTerms(title, text, fold), pinyin: Uint32Array.from(pinyin) };
}

const batches: Readonly<Record<string, readonly SectionTerms[]>> = {
  none: [],
  'one without any term': [termsOf('', '')],
  'lists of odd lengths': [
    termsOf('防汛', '第一段', [7]),
    termsOf('', '一'),
    termsOf('春耕生产', '要抓紧。\n不误农时。', [1, 2, 3]),
  ],
};

describe('terms in one stretch of memory', () => {
  test.each(Object.entries(batches))('%s: are the same', (_, documents) => {
    expect(gatherTerms(documents)).toEqual(documents);
  });

  test('all lie in one buffer, which has pages of its own', () => {
    const gathered = gatherTerms(batches['lists of odd lengths'] ?? []);
    const buffers = new Set(
      gathered.flatMap(({ anywhere, title, headings, pinyin }) =>
        [anywhere.terms, anywhere.places, title, headings, pinyin].map(({ buffer }) => buffer),
      ),
    );
    expect([...buffers].map((buffer) => buffer instanceof ArrayBuffer && buffer.resizable)).toEqual(
      [true],
    );
  });
});
