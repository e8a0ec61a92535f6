import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRarePairs } from '#archive/compare/rare-pairs.ts';
import { findRelated, type RelatedInput } from '#archive/compare/related.ts';
import { groupByKind, groupByTerm } from '#archive/groups.ts';
import type { Summary, Term } from '#document/document.ts';
import { document } from './summaries.ts';

const term = (name: string): Term => ({ name, slug: name });

/** A number below 2²⁸, always the same for the same place and seed. */
function mixed(seed: number, place: number): number {
  let state = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 15), 0xc2b2ae35);
  return (state ^ (state >>> 13)) >>> 4;
}

/** A sample of pairs of characters that no other number has. */
function pairs(number: number, count: number): number[] {
  return Array.from({ length: count }, (_, place) => mixed(number, place));
}

type Given = Readonly<{ rest?: Partial<Summary>; pairs: readonly number[] }>;

function relate(given: Readonly<Record<string, Given>>, options: Partial<RelatedInput> = {}) {
  const documents = Object.entries(given).map(([id, { rest }]) => document(id, null, rest));
  const entries = Object.entries(given).map(
    ([id, each]) => [id, Uint32Array.from(new Set(each.pairs)).sort()] as const,
  );
  return findRelated({
    documents,
    samples: new Map(entries),
    kinds: groupByKind(documents),
    tags: groupByTerm(documents, (each) => each.tags),
    organisations: groupByTerm(documents, ({ organisations }) => organisations),
    isNamed: () => false,
    leader: (each) => each,
    ...options,
  });
}

/** `id reason reason` */
function shown(found: ReturnType<typeof relate>, id: string): string[] {
  return (found.get(id) ?? []).map(({ document: other, reasons }) =>
    [other.id, ...reasons].join(' '),
  );
}

/** Twenty documents that have nothing to do with anything. */
const others = Object.fromEntries(
  Array.from({ length: 20 }, (_, number) => [
    `other-${String(number).padStart(2, '0')}`,
    { pairs: pairs(1000 + number, 60) },
  ]),
);

describe('alike texts', () => {
  const topic = pairs(1, 15);
  const archive = {
    a: { pairs: [...topic, ...pairs(2, 45)] },
    b: { pairs: [...topic, ...pairs(3, 45)] },
    ...others,
  };

  test('are found from both sides by their rare pairs', () => {
    const found = relate(archive);
    expect(shown(found, 'a')).toEqual(['b content']);
    expect(shown(found, 'b')).toEqual(['a content']);
    expect(found.size).toBe(2);
  });

  test('with a common tag, fewer pairs are proof enough', () => {
    const few = topic.slice(0, 5);
    const rest = { tags: [term('防汛')] };
    // Ten others share two with it: so much is chance
    const chance = Object.values(others)
      .slice(0, 10)
      .flatMap((each) => each.pairs.slice(0, 2));
    const two = (more: Partial<Summary>) => ({
      a: { rest: more, pairs: [...few, ...chance, ...pairs(2, 35)] },
      b: { rest: more, pairs: [...few, ...pairs(3, 55)] },
    });
    expect(relate({ ...two({}), ...others }).get('a')).toBeUndefined();
    expect(relate({ ...two(rest), ...others }).get('a')?.[0]?.reasons).toContain('content');
  });

  test('two pairs in common are chance', () => {
    const found = relate({
      a: { pairs: [...topic.slice(0, 2), ...pairs(2, 45)] },
      b: { pairs: [...topic.slice(0, 2), ...pairs(3, 45)] },
      ...others,
    });
    expect([...found]).toEqual([]);
  });

  test('what many texts hold makes no two of them alike', () => {
    const all = Object.fromEntries(
      Object.entries(others).map(([id, each]) => [id, { pairs: [...each.pairs, ...topic] }]),
    );
    expect([...relate(all)]).toEqual([]);
  });

  test('a long text shares more by chance than a short one', () => {
    const book = Object.values(others).flatMap((each) => each.pairs.slice(0, 8));
    const found = relate({ book: { pairs: [...book, ...pairs(4, 900)] }, ...others });
    expect([...found]).toEqual([]);
  });

  test('at most five are named, the most alike first', () => {
    const near = Object.fromEntries(
      [14, 13, 12, 11, 10, 9, 8].map((count) => [
        `near-${count}`,
        { pairs: [...pairs(1, 60).slice(0, count), ...pairs(count, 40)] },
      ]),
    );
    const far = Object.fromEntries(
      Array.from({ length: 80 }, (_, number) => [
        `far-${number}`,
        { pairs: pairs(2000 + number, 60) },
      ]),
    );
    const found = relate({ a: { pairs: pairs(1, 60) }, ...near, ...far });
    expect(shown(found, 'a')).toEqual([14, 13, 12, 11, 10].map((count) => `near-${count} content`));
  });

  test('what the page names anyway is left out, and equal texts are named once', () => {
    const three = { ...archive, c: { pairs: [...topic, ...pairs(5, 45)] } };
    expect(shown(relate(three), 'a')).toHaveLength(2);
    const kept = document('kept', null);
    const same: RelatedInput['leader'] = (each) => ('bc'.includes(each.id) ? kept : each);
    expect(shown(relate(three, { leader: same }), 'a')).toHaveLength(1);
    expect(shown(relate(three, { leader: same }), 'b')).toEqual(['a content']);
    const all = relate(three);
    const named = all.get('a')?.[0]?.document;
    const without = relate(three, {
      isNamed: ({ id }, other) => id === 'a' && other.id === named?.id,
    });
    expect(shown(without, 'a')).toEqual(shown(all, 'a').slice(1));
  });
});

describe('the terms of documents', () => {
  const flood = term('防汛');
  const office = term('水利局');

  test('an organisation of few documents is a reason, and a tag of few', () => {
    const found = relate({
      a: { rest: { organisations: [office], tags: [flood] }, pairs: [] },
      b: { rest: { organisations: [office] }, pairs: [] },
      c: { rest: { tags: [flood, term('值班')] }, pairs: [] },
      d: { rest: { organisations: [office], tags: [flood] }, pairs: [] },
      ...Object.fromEntries(Object.entries({ ...others, ...renamed(others) })),
    });
    expect(shown(found, 'a')[0]).toBe('d organisation tags');
    expect(found.get('a')?.[0]?.tags).toEqual(['防汛']);
  });

  test('a kind alone is none', () => {
    const kind = term('通知');
    const found = relate({
      a: { rest: { kind }, pairs: [] },
      b: { rest: { kind }, pairs: [] },
      ...others,
    });
    expect([...found]).toEqual([]);
  });

  test('what all documents have says nothing', () => {
    const rest = { organisations: [office], tags: [flood] };
    const all = Object.fromEntries(
      Object.entries(others).map(([id, each]) => [id, { ...each, rest }]),
    );
    expect([...relate(all)]).toEqual([]);
  });

  test('no more than the two strongest reasons are told', () => {
    const topic = pairs(1, 30);
    const rest = { organisations: [office], tags: [flood], kind: term('通知') };
    const found = relate({ a: { rest, pairs: topic }, b: { rest, pairs: topic }, ...others });
    expect(found.get('a')?.[0]?.reasons).toHaveLength(2);
    expect(found.get('a')?.[0]?.reasons[0]).toBe('content');
  });
});

function renamed(given: Readonly<Record<string, Given>>): Record<string, Given> {
  const entries = Object.entries(given);
  return Object.fromEntries(
    entries.map(([id], number) => [`${id}-more`, { pairs: pairs(3000 + number, 60) }]),
  );
}

describe('in unrelated texts nothing is found', () => {
  // A vocabulary of 4,000 pairs, of which each text takes some: many are in common by chance
  test.each([
    [10, 40],
    [50, 40],
    [300, 100],
    [300, 10],
  ])('%i texts of %i pairs', (count, length) => {
    const archive = Object.fromEntries(
      Array.from({ length: count }, (_, number) => [
        `d${number}`,
        { pairs: pairs(number, length).map((pair) => mixed(0, pair % 4000)) },
      ]),
    );
    expect(relate(archive).size).toBeLessThanOrEqual(Math.ceil(count / 100));
  });
});

describe('the work is bounded, whatever the archive is', () => {
  const size = 600;

  test('equal texts, one organisation and one tag for all', () => {
    const rest = { organisation: term('局'), tags: [term('一'), term('二')] };
    const one = { rest, pairs: pairs(1, 400) };
    const archive = Object.fromEntries(Array.from({ length: size }, (_, at) => [`d${at}`, one]));
    expect([...relate(archive)]).toEqual([]);
  });

  test('a list names few texts, and a text is compared by few pairs', () => {
    const samples = Array.from({ length: size }, (_, number) =>
      Uint32Array.from(new Set([...pairs(number >> 4, 500), ...pairs(9, 100)])).sort(),
    );
    const { offsets, lists, starts } = findRarePairs(samples);
    for (let list = 1; list + 1 < starts.length; list++) {
      const holders = (starts[list + 1] ?? 0) - (starts[list] ?? 0);
      expect(holders).toBeGreaterThanOrEqual(2);
      expect(holders).toBeLessThanOrEqual(24);
    }
    expect(lists.length).toBeLessThanOrEqual(size * 128);
    expect(offsets.at(-1)).toBe(lists.length);
  });
});

test('rare pairs are those that two or more texts hold, as counting says', () => {
  const text = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 24, maxLength: 40 }), (given) => {
      const spread = given.map((own) => own.map((pair) => mixed(7, pair)));
      const { offsets, lists, starts, texts } = findRarePairs(
        spread.map((own) => Uint32Array.from(own).sort()),
      );
      const most = Math.floor(given.length / 6);
      for (const [number, own] of spread.entries()) {
        const holders = own
          .map((pair) => spread.flatMap((each, at) => (each.includes(pair) ? [at] : [])))
          .filter(({ length }) => length >= 2 && length <= most);
        const found = [...lists.subarray(offsets[number], offsets[number + 1])].map((list) => [
          ...texts.subarray(starts[list], starts[list + 1]),
        ]);
        expect(found.map(String).sort()).toEqual(holders.map(String).sort());
      }
    }),
    { numRuns: 40 },
  );
});
