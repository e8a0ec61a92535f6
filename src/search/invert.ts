import { createBitWriter } from './bits.ts';
import { holderOf, type Postings, type Section, sections, shardOf, writeSection } from './shard.ts';

/** Sorted terms of each document, in the order of the documents' numbers. */
export type TermLists = Readonly<Record<Section, readonly Uint32Array[]>>;

/** Bytes of a shard, computed for a stretch of neighbouring shards at a time. */
export type Inverter = (shard: number) => Uint8Array;

/** Terms that are sorted at a time: few enough to stay in a processor's cache. */
const termsAtATime = 800_000;

/**
 * Turns lists of terms by document into lists of documents by term. Shards should be asked for in
 * ascending order: each stretch of them is then gathered from where the last one ended.
 *
 * @param places of each document, beside its terms `anywhere`, the classes of their places
 */
export function createInverter(
  lists: TermLists,
  places: readonly Uint8Array[],
  shardBits: number,
): Inverter {
  const total = lists.anywhere.length;
  const shards = 2 ** shardBits;
  const width = 2 ** (32 - shardBits);
  const count = lists.anywhere.reduce((sum, terms) => sum + terms.length, 0);
  const stretch = stretchOf(shards, count);
  // One for each section: what a sorter gives is its own memory
  const sorters = sections.map((section) =>
    createSorter(lists[section], section === 'anywhere' ? places : null),
  );
  let first = -1;
  let made: readonly Uint8Array[] = [];
  return (shard) => {
    const wanted = shard - (shard % stretch);
    if (wanted !== first) {
      made = invertStretch(wanted);
      first = wanted;
    }
    return made[shard - first] ?? new Uint8Array();
  };

  function invertStretch(from: number): Uint8Array[] {
    const writer = createBitWriter();
    const sorted = sorters.map((sort) => {
      const postings = sort(from * width, (from + stretch) * width);
      return { postings, starts: startsOf(postings.terms, from, stretch, shardBits) };
    });
    return Array.from({ length: stretch }, (_, index) => {
      for (const [position, { postings, starts }] of sorted.entries()) {
        const section = sections[position] ?? 'anywhere';
        const range = [starts[index] ?? 0, starts[index + 1] ?? 0] as const;
        writeSection(writer, section, postings, range, [from + index, shardBits], total);
      }
      return writer.finish();
    });
  }
}

/** How many shards, a power of two, are made at a time. */
function stretchOf(shards: number, terms: number): number {
  let stretch = shards;
  while (stretch > 1 && (terms / shards) * stretch > termsAtATime) stretch /= 2;
  return stretch;
}

/** Where the terms of each shard begin among sorted terms, and where the last ones end. */
function startsOf(terms: Uint32Array, from: number, length: number, shardBits: number): number[] {
  const starts: number[] = [];
  let index = 0;
  for (let shard = from; shard <= from + length; shard++) {
    while (index < terms.length && shardOf(terms[index] ?? 0, shardBits) < shard) index++;
    starts.push(index);
  }
  return starts;
}

/** Gives the postings of all terms from `least` on and below `below`, until the next call. */
type Sorter = (least: number, below: number) => Postings;

const digitBits = 13;
const digits = 1 << digitBits;

/**
 * Gathers the terms of a range from all documents and sorts them, those of one term in the order of
 * the documents: by digits, the lowest first, as many as the range needs.
 */
function createSorter(lists: readonly Uint32Array[], places: readonly Uint8Array[] | null): Sorter {
  const gather = createGatherer(lists, places);
  const counts = new Uint32Array(digits);
  let spareTerms = new Uint32Array(0);
  let spareHolders = new Uint32Array(0);
  return (least, below) => {
    const gathered = gather(least, below);
    const { length } = gathered;
    if (spareTerms.length < gathered.terms.length) {
      spareTerms = new Uint32Array(gathered.terms.length);
      spareHolders = new Uint32Array(gathered.terms.length);
    }
    let { terms, holders } = gathered;
    let [toTerms, toHolders] = [spareTerms, spareHolders];
    for (let shift = 0; 2 ** shift < below - least; shift += digitBits) {
      sortByDigit(terms, holders, toTerms, toHolders, { length, least, shift }, counts);
      [terms, toTerms] = [toTerms, terms];
      [holders, toHolders] = [toHolders, holders];
    }
    return { terms: terms.subarray(0, length), holders: holders.subarray(0, length) };
  };
}

function sortByDigit(
  terms: Uint32Array,
  holders: Uint32Array,
  toTerms: Uint32Array,
  toHolders: Uint32Array,
  { length, least, shift }: Readonly<{ length: number; least: number; shift: number }>,
  counts: Uint32Array,
): void {
  counts.fill(0);
  for (let index = 0; index < length; index++) {
    const digit = (((terms[index] ?? 0) - least) >>> shift) & (digits - 1);
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  let start = 0;
  for (let digit = 0; digit < digits; digit++) {
    const count = counts[digit] ?? 0;
    counts[digit] = start;
    start += count;
  }
  for (let index = 0; index < length; index++) {
    const term = terms[index] ?? 0;
    const digit = ((term - least) >>> shift) & (digits - 1);
    const place = counts[digit] ?? 0;
    counts[digit] = place + 1;
    toTerms[place] = term;
    toHolders[place] = holders[index] ?? 0;
  }
}

type Gathered = {
  terms: Uint32Array<ArrayBuffer>;
  holders: Uint32Array<ArrayBuffer>;
  length: number;
};

/** Gathers the terms of a range document by document, from where the last range ended if it can. */
function createGatherer(
  lists: readonly Uint32Array[],
  places: readonly Uint8Array[] | null,
): (least: number, below: number) => Gathered {
  const cursors = new Uint32Array(lists.length);
  let reached = 0;
  let gathered: Gathered = { terms: new Uint32Array(0), holders: new Uint32Array(0), length: 0 };
  return (least, below) => {
    if (least !== reached) {
      for (const [document, list] of lists.entries()) cursors[document] = lowerBound(list, least);
    }
    let length = 0;
    for (let document = 0; document < lists.length; document++) {
      const list = lists[document] ?? new Uint32Array();
      const classes = places?.[document] ?? null;
      let index = cursors[document] ?? 0;
      if (gathered.terms.length < length + list.length) gathered = enlarge(gathered, list.length);
      const { terms, holders } = gathered;
      for (; index < list.length; index++) {
        const term = list[index] ?? 0;
        if (term >= below) break;
        terms[length] = term;
        holders[length++] = holderOf(document, classes === null ? 0 : (classes[index] ?? 0));
      }
      cursors[document] = index;
    }
    reached = below;
    gathered.length = length;
    return gathered;
  };
}

function enlarge({ terms, holders, length }: Gathered, more: number): Gathered {
  const room = (terms.length + more) * 2;
  const larger = { terms: new Uint32Array(room), holders: new Uint32Array(room), length };
  larger.terms.set(terms);
  larger.holders.set(holders);
  return larger;
}

/** The first index of a sorted list whose value is not below a bound. */
export function lowerBound(list: Uint32Array, bound: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
