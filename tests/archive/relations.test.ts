import fc from 'fast-check';
import { expect, test } from 'vitest';
import { affectedByPairs } from '#archive/compare/affected.ts';
import { compareTexts, leastShared, roughTotal } from '#archive/compare/alike.ts';
import {
  type Comparable,
  findRelations,
  type KnownRelations,
  type Relations,
} from '#archive/compare/relations.ts';
import { groupByKind, groupByTerm } from '#archive/groups.ts';
import type { Summary, Term } from '#document/document.ts';
import { compareInArchive } from '#document/text/order.ts';
import { document } from './summaries.ts';

/** A document as it is compared: its paragraphs and its pairs of characters are numbers. */
type Made = Readonly<{
  id: string;
  title: string;
  /** Of a year of months with 28 days. */
  day: number;
  organisations: readonly string[];
  tags: readonly string[];
  /** Each is eight fingerprints that stand together wherever it does. */
  paragraphs: readonly number[];
  /** Each is three pairs of characters. */
  words: readonly number[];
}>;

function mixed(seed: number, place: number): number {
  let state = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 15), 0xc2b2ae35);
  return (state ^ (state >>> 13)) >>> 0;
}

const term = (name: string): Term => ({ name, slug: name });

function summaryOf({ id, title, day, organisations, tags, paragraphs }: Made): Summary {
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  const value = `2024-${twoDigits(1 + Math.floor(day / 28))}-${twoDigits(1 + (day % 28))}`;
  const date = { value, precision: 'day' } as const;
  const terms = {
    organisations: organisations.map(term),
    tags: tags.map(term),
  };
  return { ...document(id, null, terms), title, date, characters: paragraphs.length * 100 };
}

function fingerprintsOf({ paragraphs }: Made) {
  const hashes = paragraphs.flatMap((seed) =>
    Array.from({ length: 8 }, (_, at) => mixed(seed, at)),
  );
  const lines = paragraphs.flatMap((_, index) => [index + 1, 100, 8]);
  return { hashes: Uint32Array.from(hashes), paragraphs: Uint32Array.from(lines) };
}

function sampleOf({ words }: Made): Uint32Array {
  const pairs = words.flatMap((seed) =>
    Array.from({ length: 3 }, (_, at) => mixed(seed, at) >>> 4),
  );
  return Uint32Array.from(new Set(pairs)).sort();
}

function comparableOf(all: readonly Made[]): Comparable {
  const documents = all.map(summaryOf).sort(compareInArchive);
  return {
    documents,
    kinds: groupByKind(documents),
    tags: groupByTerm(documents, ({ tags }) => tags),
    organisations: groupByTerm(documents, ({ organisations }) => organisations),
    fingerprints: new Map(all.map((made) => [made.id, fingerprintsOf(made)])),
    samples: new Map(all.map((made) => [made.id, sampleOf(made)])),
  };
}

/** What a build knows of the archive before, when it meets the archive after some edits. */
function knownOf(
  before: readonly Made[],
  after: readonly Made[],
  relations: Relations,
): KnownRelations {
  const { documents } = comparableOf(after);
  const then = new Map(before.map((made) => [made.id, made]));
  const edited = after.flatMap((made) => {
    const was = then.get(made.id);
    if (was === undefined || was === made) return [];
    const number = documents.findIndex(({ id }) => id === made.id);
    const parts = { fingerprints: fingerprintsOf(was), sample: sampleOf(was) };
    return [[number, { summary: summaryOf(was), ...parts }] as const];
  });
  const order = comparableOf(before).documents.map(({ id }) => id);
  return { relations, order, edited: new Map(edited) };
}

/** By ids, since the documents themselves are others. */
function shown({ shared, variants, alike, related, series }: Relations) {
  return {
    alike: [...alike],
    shared: [...shared].sort(),
    variants: variants.map((group) => group.map(({ id }) => id)),
    related: [...related].map(([id, all]) => [
      id,
      all.map(({ document: other, reasons, tags }) => [other.id, reasons, tags]),
    ]),
    series: [...series.keys()],
  };
}

const some = <Value>(values: fc.Arbitrary<Value>, most: number) =>
  fc.array(values, { maxLength: most });

/** Few paragraphs stand in many documents (the low ones), most in one or two. */
const paragraph = fc.oneof(
  { weight: 3, arbitrary: fc.nat(1) },
  { weight: 3, arbitrary: fc.integer({ min: 10, max: 400 }) },
  { weight: 6, arbitrary: fc.integer({ min: 1000, max: 100_000 }) },
);
const word = fc.oneof(
  { weight: 2, arbitrary: fc.nat(8) },
  { weight: 5, arbitrary: fc.integer({ min: 10, max: 300 }) },
  { weight: 3, arbitrary: fc.integer({ min: 1000, max: 100_000 }) },
);

const content = fc.record({
  title: fc.constantFrom('甲', '乙', '丙', '丁'),
  paragraphs: some(paragraph, 6),
  words: some(word, 12),
});

/** Many documents on few days, or few on one. */
const day = (most: number) => fc.nat(most);
const fewDays = 8;
const manyDays = 335;

const made = fc.record({
  day: fc.oneof(day(fewDays), day(manyDays)),
  organisations: fc.uniqueArray(
    fc.nat(30).map((number) => `第${number}局`),
    { maxLength: 2 },
  ),
  tags: fc.subarray(['防汛', '党建', '教育', '安全'], { maxLength: 2 }),
});

const archive = fc
  .array(fc.tuple(content, made), { minLength: 160, maxLength: 260 })
  .map((all) => all.map(([own, rest], number): Made => ({ id: `d${number}`, ...own, ...rest })));

const edits = fc.array(
  fc.tuple(
    fc.nat(),
    fc.record(
      {
        title: fc.constantFrom('甲', '戊'),
        day: fc.oneof(day(fewDays), day(manyDays)),
        later: fc.constant(1),
        swapped: fc.constant(true),
        paragraphs: some(paragraph, 6),
        words: some(word, 12),
      },
      { requiredKeys: [] },
    ),
  ),
  { minLength: 1, maxLength: 2 },
);

type Change = Partial<Made & Readonly<{ later: number; swapped: boolean }>>;

/** Other values; or a date so many days later; or all but id and terms exchanged with the next document. */
function applied(all: readonly Made[], changes: readonly (readonly [number, Change])[]): Made[] {
  const after = [...all];
  for (const [number, { later = 0, swapped = false, ...change }] of changes) {
    const place = number % after.length;
    const was = after[place];
    if (was === undefined) continue;
    const order = after.map(summaryOf).sort(compareInArchive);
    const next = order[order.findIndex(({ id }) => id === was.id) + 1];
    const other = after.findIndex(({ id }) => id === next?.id);
    const its = after[other];
    const own = { ...was, day: was.day + later, ...change };
    if (!swapped || its === undefined) after[place] = own;
    else {
      const { id, organisations, tags } = was;
      after[place] = { ...its, id, organisations, tags };
      after[other] = { ...own, id: its.id, organisations: its.organisations, tags: its.tags };
    }
  }
  return after;
}

/** What a text is like, as numbers that must be equal to the last digit. */
function likenessOf(all: readonly Made[]) {
  return compareTexts(all.map(sampleOf));
}

test('texts that edits do not affect are as alike to others as before', () => {
  fc.assert(
    fc.property(archive, edits, (before, changes) => {
      const after = applied(before, changes);
      const [samples, then] = [after.map(sampleOf), before.map(sampleOf)];
      fc.pre(roughTotal(samples) === roughTotal(then));
      const edited = new Map(
        after.flatMap((each, place) => {
          const numbers = then[place];
          return each === before[place] || numbers === undefined
            ? []
            : [[place, { numbers, place }] as const];
        }),
      );
      const affected = affectedByPairs(samples, edited, leastShared);
      const [was, is] = [likenessOf(before), likenessOf(after)];
      for (const place of after.keys()) {
        if (!affected.has(place)) expect([...is(place)]).toEqual([...was(place)]);
      }
      const few = compareTexts(samples, affected);
      for (const place of affected) expect([...few(place)]).toEqual([...is(place)]);
    }),
    { numRuns: 100 },
  );
});

test('after some edits what is known gives what a comparison of all gives', () => {
  fc.assert(
    fc.property(archive, edits, (before, changes) => {
      const after = applied(before, changes);
      const relations = findRelations(comparableOf(before), null);
      const comparable = comparableOf(after);
      const incremental = findRelations(comparable, knownOf(before, after, relations), 1);
      expect(shown(incremental)).toEqual(shown(findRelations(comparable, null)));
    }),
    { numRuns: 60 },
  );
});

/** Documents of one organisation, and others of none; newest first, with nothing in common in their texts. */
function ofOneOrganisation(days: readonly (readonly [id: string, day: number])[]): Made[] {
  const own = days.map(([id, on], number): Made => {
    const words = [7000 + number * 10, 7001 + number * 10];
    const terms = { organisations: ['县水利局'], tags: ['防汛'] };
    return { id, title: id, day: on, ...terms, paragraphs: [], words };
  });
  const others = Array.from({ length: 80 }, (_, number): Made => {
    const [id, words] = [`z${number}`, [9000 + number * 10]];
    return { id, title: id, day: 300, organisations: [], tags: [], paragraphs: [], words };
  });
  return [...own, ...others];
}

test.each<[what: string, before: Made[], after: (before: readonly Made[]) => Made[]]>([
  [
    'a date that leaves the order as it was, but is further from the others',
    ofOneOrganisation([
      ['c', 24],
      ['b', 14],
      ['a', 4],
    ]),
    (all) => all.map((one) => (one.id === 'a' ? { ...one, day: 3 } : one)),
  ],
  [
    'two documents that stand beside each other and exchange their contents',
    ofOneOrganisation(
      ['a', 'b', 'c', 'd', 'y', 'x', 'e', 'f', 'g', 'h'].map((id, number) => [id, 90 - number]),
    ),
    (all) => {
      const [x, y] = [all.find(({ id }) => id === 'x'), all.find(({ id }) => id === 'y')];
      return all.map((one) =>
        x && one.id === 'y' ? { ...x, id: 'y' } : y && one.id === 'x' ? { ...y, id: 'x' } : one,
      );
    },
  ],
])('it makes a difference to others: %s', (_, before, change) => {
  const after = change(before);
  const [then, comparable] = [findRelations(comparableOf(before), null), comparableOf(after)];
  const all = findRelations(comparable, null);
  expect(shown(all)).not.toEqual(shown(then));
  expect(shown(findRelations(comparable, knownOf(before, after, then), 1))).toEqual(shown(all));
});
