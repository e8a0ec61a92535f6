import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isHeldBy, rangeOf, tabulate } from '#archive/compare/holders.ts';
import {
  fingerprintText,
  leastCharacters,
  numbersPerParagraph,
} from '#document/text/fingerprint.ts';

const long =
  '各乡镇党委要切实担负起主体责任，把防汛抗旱工作摆在突出位置，层层压实责任，严格值班值守，确保人民群众生命财产安全。';

const hashesOf = (...texts: string[]) => [
  ...fingerprintText(texts.map((text, index) => ({ text, line: index + 1 }))).hashes,
];

const chinese = fc.string({
  unit: fc.integer({ min: 0x4e00, max: 0x4eff }).map((code) => String.fromCharCode(code)),
  minLength: leastCharacters,
  maxLength: 200,
});

test('each paragraph that counts has its line, its characters and its fingerprints', () => {
  const { hashes, paragraphs } = fingerprintText([
    { text: '一、总体要求', line: 3 },
    { text: long, line: 5 },
    { text: '时间：2024年8月7日上午', line: 7 },
    { text: `${long} ${long}`, line: 9 },
  ]);
  const [first = 0, second = 0] = [paragraphs[2], paragraphs[5]];
  expect([...paragraphs]).toEqual([5, long.length, first, 9, 2 * long.length, second]);
  expect(first + second).toBe(hashes.length);
  expect(second).toBeGreaterThan(first);
});

test('width, spaces, punctuation, capitals and placeholders make no difference', () => {
  const plain = '由Ab12公司会同××镇在X月X日前完成，逾期不报的视为放弃，相关责任由其自行承担。';
  const other =
    '由 ＡＢ１２公司，会同　XX镇在××月×日前完成。逾期不报的，视为放弃；相关责任由其自行承担!';
  expect(hashesOf(other)).toEqual(hashesOf(plain));
  expect(hashesOf(plain)).not.toEqual([]);
});

test('a paragraph that counts always has a fingerprint, a shorter one never', () => {
  fc.assert(
    fc.property(chinese, (text) => {
      expect(hashesOf(text).length).toBeGreaterThan(0);
      expect(hashesOf(text.slice(0, leastCharacters - 1))).toEqual([]);
    }),
  );
});

test('a passage of 25 characters is found wherever it stands', () => {
  fc.assert(
    fc.property(chinese, chinese, chinese, (passage, before, after) => {
      const whole = new Set(hashesOf(before + passage + after));
      const within = (before + passage + after).slice(before.length - 25, before.length + 25);
      expect(hashesOf(passage.repeat(2)).some((hash) => whole.has(hash))).toBe(true);
      expect(within.length).toBe(50);
      expect(hashesOf(within).some((hash) => whole.has(hash))).toBe(true);
    }),
  );
});

test('paragraphs do not run into each other', () => {
  fc.assert(
    fc.property(chinese, chinese, (one, other) => {
      expect(hashesOf(one, other)).toEqual([...hashesOf(one), ...hashesOf(other)]);
    }),
  );
});

test('3,600 characters have about 2 kB of fingerprints', () => {
  const text = Array.from({ length: 3600 }, (_, index) =>
    String.fromCharCode(0x4e00 + ((index * index * 31 + index * 7) % 3001)),
  ).join('');
  const paragraphs = Array.from({ length: 24 }, (_, index) => ({
    text: text.slice(index * 150, index * 150 + 150),
    line: index,
  }));
  const { hashes, paragraphs: numbers } = fingerprintText(paragraphs);
  expect(hashes.byteLength + numbers.byteLength).toBeLessThan(2100);
  expect(numbers.length).toBe(24 * numbersPerParagraph);
});

test('hostile texts have few fingerprints', () => {
  expect(hashesOf('哈'.repeat(1_000_000))).toHaveLength(1);
  expect(hashesOf('×'.repeat(1_000_000))).toEqual([]);
  expect(hashesOf('甲乙丙'.repeat(300_000)).length).toBeLessThan(900_000 / 8);
  expect(hashesOf(...new Array<string>(100_000).fill(long.slice(0, 30))).length).toBeLessThan(
    400_000,
  );
});

test('the table names the texts of each fingerprint that several have', () => {
  const text = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), fc.constantFrom(0, 1000), (all, mostAtOnce) => {
      const spread = (value: number) => Math.imul(value, 0x9e3779b1) >>> 0;
      const holders = tabulate(
        all.map((values) => ({
          hashes: Uint32Array.from(values, spread),
          paragraphs: new Uint32Array(0),
        })),
        null,
        mostAtOnce,
      );
      for (const [index, values] of all.entries()) {
        const sharedBy = (value: number | undefined) =>
          [...all.keys()].filter((other) => all[other]?.some((each) => each === value));
        const [first = 0, last = 0] = holders.offsets.slice(index, index + 2);
        const shared = [...values.keys()].filter((place) => sharedBy(values[place]).length > 1);
        expect([...holders.places.slice(first, last)]).toEqual(shared);
        for (let entry = first; entry < last; entry++) {
          const expected = sharedBy(values[holders.places[entry] ?? 0]);
          const [start, end] = rangeOf(holders, holders.lists[entry] ?? 0);
          expect([...holders.texts.slice(start, end)]).toEqual(expected);
          for (const other of all.keys()) {
            expect(isHeldBy(holders, entry, other)).toBe(expected.includes(other));
          }
        }
      }
    }),
  );
});
