import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import characters from 'pinyin-pro/dist/esm/data/dict1.mjs';
import { PatternsNormal } from 'pinyin-pro/dist/esm/data/patterns.mjs';
import { expect, test } from 'vitest';
import { pronounce, withoutTone } from '#source/pronounce.ts';

/** What we say of a text, as the library puts it when it is asked to leave the tones out. */
const ours = (text: string) =>
  pronounce(text).map((part) => (part.isReading ? withoutTone(part.text) : part.text));

const theirs = (text: string) =>
  pinyin(text, { type: 'array', nonZh: 'consecutive', toneType: 'none', v: true });

test('each character and each word is read as the library reads it', () => {
  const differing: string[] = [];
  const compare = (text: string) => {
    if (ours(text).join('|') !== theirs(text).join('|')) differing.push(text);
  };
  for (let point = 1; point < 0x32000; point++) {
    const character = String.fromCodePoint(point);
    if (characters.get(character) !== undefined) compare(character);
  }
  for (const { zh } of PatternsNormal) {
    compare(zh);
    compare(`了${zh}一`);
    compare(`${zh}々了`);
  }
  expect(differing).toEqual([]);
});

const part = fc.oneof(
  // Words, and halves of words that make others with what stands beside them
  fc
    .tuple(fc.constantFrom(...PatternsNormal), fc.nat(1), fc.integer({ min: 1, max: 5 }))
    .map(([{ zh }, from, to]) => zh.slice(from, to)),
  fc.constantFrom(...'一不了々的行长重中会大都为上得地还单解区查仇第十二三年日（）·，a1𠮷㐀😀'),
  fc.integer({ min: 0x4e00, max: 0x9fff }).map((point) => String.fromCodePoint(point)),
  fc.string({ unit: 'binary', maxLength: 3 }),
);

test('so is every text, however long', () => {
  const text = fc.array(part, { maxLength: 120 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (whole) => {
      expect(ours(whole)).toEqual(theirs(whole));
    }),
    { numRuns: 3000 },
  );
});
