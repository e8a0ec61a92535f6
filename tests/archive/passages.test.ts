import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComparedDocument, comparePassages } from '#archive/compare/passages.ts';
import { countCharacters } from '#document/text/blocks.ts';
import { fingerprintText } from '#document/text/fingerprint.ts';

/** A paragraph of 120 characters that is like no other of another number. */
function passage(number: number): string {
  let state = (number + 1) * 2_654_435_761;
  return Array.from({ length: 120 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 12) % 6000));
  }).join('');
}

function document(id: string, ...texts: string[]): ComparedDocument {
  const fingerprints = fingerprintText(texts.map((text, index) => ({ text, line: index + 1 })));
  return { id, fingerprints, characters: countCharacters(texts.join('')) };
}

/** A document of passages by number. */
const made = (id: string, ...numbers: number[]) => document(id, ...numbers.map(passage));

test('an archive without anything in common has nothing to say', () => {
  const { shared, groups } = comparePassages([made('a', 1, 2), made('b', 3, 4), made('c')]);
  expect([...shared]).toEqual([]);
  expect(groups).toEqual([]);
  expect(comparePassages([])).toEqual({ shared: new Map(), groups: [], alike: new Map() });
});

test('an equal paragraph is found from both sides, with its line and its share', () => {
  const { shared, groups } = comparePassages([
    made('a', 1, 2, 3, 4),
    made('b', 5, 3),
    made('c', 6, 7),
  ]);
  expect(Object.fromEntries(shared)).toEqual({
    a: { share: 0.25, elsewhere: [{ id: 'b', share: 0.25, lines: [3] }] },
    b: { share: 0.5, elsewhere: [{ id: 'a', share: 0.5, lines: [2] }] },
  });
  expect(groups).toEqual([]);
});

test('those that share most come first, at most five; the share counts all', () => {
  const all = [1, 2, 3, 4, 5, 6, 7, 8];
  const others = all.map((number) => made(`one-${number}`, number, 100 + number));
  const collection = made('collection', ...all);
  const { shared } = comparePassages([...others, made('three', 6, 7, 8, 200), collection]);
  const found = shared.get('collection');
  expect(found?.share).toBe(1);
  expect(found?.elsewhere.map(({ id }) => id)).toEqual([
    'three',
    'one-1',
    'one-2',
    'one-3',
    'one-4',
  ]);
  expect(found?.elsewhere[0]).toEqual({ id: 'three', share: 3 / 8, lines: [6, 7, 8] });
});

test('an edited paragraph is found in part', () => {
  const [start, end] = [passage(1).slice(0, 70), passage(2).slice(0, 50)];
  const { shared } = comparePassages([document('a', passage(1)), document('b', start + end)]);
  expect(shared.get('a')?.share).toBeGreaterThan(0.3);
  expect(shared.get('a')?.share).toBeLessThan(0.7);
});

test('a set phrase makes no passage', () => {
  const phrase = '深入贯彻落实党中央决策部署';
  const { shared } = comparePassages([
    document('a', passage(1) + phrase + passage(2)),
    document('b', passage(3) + phrase + passage(4)),
  ]);
  expect(shared.size).toBe(0);
});

test('equal and hardly changed documents make a group, quotations do not', () => {
  const { groups } = comparePassages([
    made('quoting', 1, 20, 21, 22, 23, 24, 25, 26),
    made('original', 1, 2, 3, 4, 5, 6, 7, 8),
    made('other', 30, 31),
    made('revised', 1, 2, 3, 4, 5, 6, 7, 40),
    made('copy', 1, 2, 3, 4, 5, 6, 7, 8),
    made('further', 1, 2, 3, 4, 5, 6, 41, 40),
    made('other-copy', 30, 31),
    made('part', 1, 2, 3),
  ]);
  expect(groups).toEqual([
    ['original', 'revised', 'copy', 'further'],
    ['other', 'other-copy'],
  ]);
});

test('what is mostly short lines is near to nothing', () => {
  const lines = (word: string) => Array.from({ length: 40 }, (_, index) => `${word}第${index}项`);
  const { groups, shared } = comparePassages([
    document('a', passage(1), ...lines('春')),
    document('b', passage(1), ...lines('秋')),
  ]);
  expect(groups).toEqual([]);
  expect(shared.get('a')?.elsewhere[0]?.lines).toEqual([1]);
});

test('a paragraph that stands in very many documents is boilerplate', () => {
  const many = Array.from({ length: 200 }, (_, index) =>
    made(`d${index}`, 1, 2 * index + 10, 2 * index + 11),
  );
  const { shared, groups } = comparePassages(many);
  expect(shared.size).toBe(0);
  expect(groups).toEqual([]);
});

test('a thousand equal or hardly changed documents are one group, and name five each', () => {
  const equal = Array.from({ length: 1000 }, (_, index) =>
    made(`e${index}`, 1, 2, 3, 4, 5, 6, 7, 8),
  );
  const changed = Array.from({ length: 1000 }, (_, index) =>
    made(`c${index}`, 11, 12, 13, 14, 15, 16, 17, 18, 19, 100 + index),
  );
  const { shared, groups } = comparePassages([...equal, ...changed]);
  expect(groups.map(({ length }) => length)).toEqual([1000, 1000]);
  expect(shared.size).toBe(2000);
  expect(shared.get('e500')?.share).toBe(1);
  expect(shared.get('c500')?.share).toBe(0.9);
  expect(shared.get('c500')?.elsewhere).toHaveLength(5);
});

test('what is found does not depend on the order of the documents', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 5 }), (all) => {
      const documents = all.map((each, index) => made(`d${index}`, ...each));
      const [there, back] = [documents, documents.toReversed()].map((each) =>
        comparePassages(each),
      );
      const plain = (comparison = there) =>
        documents.map(({ id }) => {
          const found = comparison?.shared.get(id);
          const elsewhere = found?.elsewhere.map(
            (other) => `${other.id} ${other.share} ${other.lines}`,
          );
          return [found?.share, elsewhere?.sort()];
        });
      expect(plain(back)).toEqual(plain(there));
      const members = (groups: readonly (readonly string[])[] = []) =>
        groups.map((group) => [...group].sort().join(' ')).sort();
      expect(members(back?.groups)).toEqual(members(there?.groups));
    }),
    { numRuns: 200 },
  );
});

test('equal paragraphs are found in every document, whatever surrounds them', () => {
  const number = fc.integer({ min: 0, max: 20 });
  fc.assert(
    fc.property(fc.array(number, { maxLength: 6 }), fc.array(number, { maxLength: 6 }), (a, b) => {
      const { shared } = comparePassages([made('a', ...a), made('b', ...b)]);
      const lines = a.flatMap((each, index) => (b.includes(each) ? [index + 1] : []));
      expect(shared.get('a')?.elsewhere[0]?.lines ?? []).toEqual(lines);
      expect(shared.get('a')?.share ?? 0).toBeCloseTo(lines.length / Math.max(1, a.length), 10);
    }),
    { numRuns: 200 },
  );
});

test('hostile texts are compared whole', () => {
  const repeated = new Array<string>(100_000).fill(passage(1).slice(0, 40));
  const { shared, groups } = comparePassages([
    document('character', '哈'.repeat(1_000_000)),
    document('characters', '哈'.repeat(900_000)),
    document('lines', ...repeated),
    document('more-lines', ...repeated, passage(2)),
    ...Array.from({ length: 2000 }, (_, index) =>
      document(`line-${index}`, passage(1).slice(0, 40)),
    ),
  ]);
  expect(groups.map(({ length }) => length)).toEqual([2, 2, 2000]);
  expect(shared.get('more-lines')?.elsewhere[0]?.lines).toHaveLength(100_000);
});
