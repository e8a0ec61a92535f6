import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBitReader, createBitWriter } from '#search/bits.ts';
import { createDocumentSet, members } from '#search/document-set.ts';
import { fileContent, readContent } from '#search/files.ts';
import { readPostings, riceParameter, writePostings } from '#search/postings.ts';
import { decodeSeptets, encodeSeptets } from '#search/septets.ts';

test('bits, unary and gamma numbers come back', () => {
  const part = fc.oneof(
    fc.tuple(fc.constant('bits' as const), fc.integer({ min: 0, max: 2 ** 31 - 1 })),
    fc.tuple(fc.constant('unary' as const), fc.integer({ min: 0, max: 300 })),
    fc.tuple(fc.constant('gamma' as const), fc.integer({ min: 1, max: 2 ** 31 - 1 })),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const writer = createBitWriter();
      for (const [kind, value] of parts) {
        if (kind === 'bits') writer.bits(value, 31);
        else writer[kind](value);
      }
      const reader = createBitReader(writer.finish());
      for (const [kind, value] of parts) {
        expect(kind === 'bits' ? reader.bits(31) : reader[kind]()).toBe(value);
      }
    }),
  );
});

test('bytes come back from text, which holds no character that a script could not', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const encoded = encodeSeptets(bytes);
      const text = new TextDecoder('utf-8', { fatal: true }).decode(encoded);
      expect(text).not.toMatch(/["\\\r\n\0]/);
      expect(decodeSeptets(text)).toEqual(Uint8Array.from(bytes));
    }),
  );
});

const lists = fc
  .integer({ min: 1, max: 400 })
  .chain((total) =>
    fc.tuple(
      fc.constant(total),
      fc.uniqueArray(fc.integer({ min: 0, max: total - 1 }), { minLength: 1 }),
    ),
  );

test('a posting list comes back, and takes no more than a bit a document beside its count', () => {
  fc.assert(
    fc.property(lists, ([total, numbers]) => {
      const sorted = Uint32Array.from(numbers).sort();
      const writer = createBitWriter();
      writePostings(writer, sorted, 0, sorted.length, total);
      const bytes = writer.finish();
      const found = createDocumentSet(total);
      expect(readPostings(createBitReader(bytes), total, found)).toBe(sorted.length);
      expect([...members(found)].reverse()).toEqual([...sorted]);
      const countBits = 2 * Math.floor(Math.log2(sorted.length)) + 1;
      expect(bytes.length * 8).toBeLessThanOrEqual(total + countBits + 7);
    }),
  );
});

test.each([
  [0, 100, 0],
  [1, 100, 6],
  [50, 100, 0],
  [10, 10_000, 9],
  [5000, 10_000, 0],
  [1, 2 ** 32, 31],
])('%i of %i have the parameter %i', (count, total, parameter) => {
  expect(riceParameter(count, total)).toBe(parameter);
});

test('a set of documents does what arrays would', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 99 })),
      fc.array(fc.integer({ min: 0, max: 99 })),
      (one, other) => {
        const setOf = (numbers: readonly number[]) => {
          const set = createDocumentSet(100);
          for (const number of numbers) set.add(number);
          return set;
        };
        const check = (act: 'keep' | 'addAll' | 'removeAll', expected: readonly number[]) => {
          const set = setOf(one);
          set[act](setOf(other));
          expect([...members(set)].sort((a, b) => a - b)).toEqual(
            [...new Set(expected)].sort((a, b) => a - b),
          );
          expect(set.count()).toBe(new Set(expected).size);
        };
        check(
          'keep',
          one.filter((number) => other.includes(number)),
        );
        check('addAll', [...one, ...other]);
        check(
          'removeAll',
          one.filter((number) => !other.includes(number)),
        );
      },
    ),
  );
});

test.each([
  [['a', { b: '"]' }], null],
  [[['x', 'y")']], Uint8Array.of(1, 2, 255)],
  [[], Uint8Array.of(0)],
])('a file of %j can be read as text', (values, bytes) => {
  const content = fileContent('texts/0/1', values, bytes);
  const decoder = new TextDecoder();
  const text = content
    .map((part) => (typeof part === 'string' ? part : decoder.decode(part)))
    .join('');
  const read = readContent(text);
  const packed = bytes === null ? [] : [bytes];
  expect(read.slice(0, values.length)).toEqual(values);
  expect(read.slice(values.length).map((each) => decodeSeptets(String(each)))).toEqual(packed);
});
