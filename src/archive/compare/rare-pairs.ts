import { openFilter } from './occurrences.ts';

/** Which texts hold each rare pair of characters, as an inverted table. */
export type RarePairs = Readonly<{
  /** Where the rare pairs of each text begin in `lists`, and at last where all end. */
  offsets: Uint32Array;
  /** For each rare pair of each text the number of its list. */
  lists: Uint32Array;
  /** Where each list begins in `texts`, and at last where all end. */
  starts: Uint32Array;
  /** The texts of each list, rising. */
  texts: Uint32Array;
}>;

/**
 * Pairs that several texts hold, and at most so many: what all of them say makes no two of them
 * alike, and to go through all for each of them takes squares of time.
 */
export const mostHolders = 24;

/** In a small archive a pair is rare that is in one text of six, or in four texts. */
const rareShare = 6;
const fewHolders = 4;

/** Rare pairs that a text is compared by, the rarest. */
const mostPairs = 128;

/**
 * Makes the table of sorted samples of pairs; texts are numbered in their order. Time and memory
 * grow with the number of pairs.
 *
 * @param only numbers of the texts whose pairs are looked at; null for all
 */
export function findRarePairs(
  samples: readonly Uint32Array[],
  only: ReadonlySet<number> | null = null,
): RarePairs {
  const most = Math.min(mostHolders, Math.max(fewHolders, Math.floor(samples.length / rareShare)));
  const { mayHold, ...table } = only === null ? countAll(samples) : countHoldersOf(samples, only);
  const { lists: numbers, starts } = numberLists(table.counts, most);
  const texts = new Uint32Array(starts.at(-1) ?? 0);
  const next = starts.slice();
  const offsets = new Uint32Array(samples.length + 1);
  const chosen: number[] = [];
  for (const [text, sample] of samples.entries()) {
    const own: number[] = [];
    for (let index = 0; index < sample.length; index++) {
      const pair = sample[index] ?? 0;
      if (!mayHold(pair)) continue;
      const list = numbers[slotOf(table, pair)] ?? 0;
      if (list === 0) continue;
      own.push(list);
      const place = next[list] ?? 0;
      next[list] = place + 1;
      texts[place] = text;
    }
    if (only === null || only.has(text)) chosen.push(...rarest(own, starts));
    offsets[text + 1] = chosen.length;
  }
  return { offsets, lists: Uint32Array.from(chosen), starts, texts };
}

/** How many texts a list names. */
export function holdersOf(starts: Uint32Array, list: number): number {
  return (starts[list + 1] ?? 0) - (starts[list] ?? 0);
}

/** The lists with fewest texts; of equal ones that of the lowest pair. */
function rarest(lists: number[], starts: Uint32Array): number[] {
  if (lists.length <= mostPairs) return lists;
  return lists.sort((a, b) => holdersOf(starts, a) - holdersOf(starts, b)).slice(0, mostPairs);
}

/** An open hash table of pairs, each plus 1, and the number of texts that hold them, up to `many`. */
type Table = Readonly<{ bits: number; keys: Uint32Array; counts: Uint8Array }>;

/** Held by so many texts or more, which is no longer counted. */
const many = 255;

/** Numbers of sampled pairs are below 2²⁸ and spread evenly: the highest bits say where one stands. */
const pairBits = 28;

function emptyTable(bits: number): Table {
  return { bits, keys: new Uint32Array(2 ** bits), counts: new Uint8Array(2 ** bits) };
}

function slotOf({ bits, keys }: Table, pair: number): number {
  let slot = pair >>> (pairBits - bits);
  for (let key = keys[slot] ?? 0; key !== 0 && key !== pair + 1; key = keys[slot] ?? 0) {
    slot = (slot + 1) & (keys.length - 1);
  }
  return slot;
}

function countHolders(samples: readonly Uint32Array[], isWanted: (pair: number) => boolean): Table {
  let table = emptyTable(12);
  let filled = 0;
  for (const sample of samples) {
    for (const pair of sample) {
      if (!isWanted(pair)) continue;
      if (filled * 2 >= table.keys.length) table = grown(table);
      const slot = slotOf(table, pair);
      if (table.keys[slot] === 0) {
        table.keys[slot] = pair + 1;
        filled++;
      }
      table.counts[slot] = Math.min(many, (table.counts[slot] ?? 0) + 1);
    }
  }
  return table;
}

/**
 * Tells which pairs stand in several samples, and tells so of a few others too. What one text alone
 * holds says nothing, and would fill half of the table.
 */
function findRepeated(samples: readonly Uint32Array[]): (pair: number) => boolean {
  const total = samples.reduce((sum, sample) => sum + sample.length, 0);
  const bits = Math.min(pairBits, Math.max(5, Math.ceil(Math.log2(total * 8 + 1))));
  const [seen, again] = [new Uint32Array(2 ** (bits - 5)), new Uint32Array(2 ** (bits - 5))];
  for (const sample of samples) {
    for (const pair of sample) {
      const bit = pair >>> (pairBits - bits);
      const before = seen[bit >>> 5] ?? 0;
      again[bit >>> 5] = (again[bit >>> 5] ?? 0) | (before & (1 << bit));
      seen[bit >>> 5] = before | (1 << bit);
    }
  }
  return (pair) => {
    const bit = pair >>> (pairBits - bits);
    return (((again[bit >>> 5] ?? 0) >>> bit) & 1) === 1;
  };
}

/** What was counted; `mayHold` says of most pairs that are not in the table that they are not. */
type Counted = Table & Readonly<{ mayHold: (pair: number) => boolean }>;

function countAll(samples: readonly Uint32Array[]): Counted {
  const mayHold = findRepeated(samples);
  return { ...countHolders(samples, mayHold), mayHold };
}

/** Counts the pairs of some texts, in all of them. */
function countHoldersOf(samples: readonly Uint32Array[], only: ReadonlySet<number>): Counted {
  const own = countHolders(
    [...only].flatMap((text) => samples[text] ?? []),
    () => true,
  );
  const counts = new Uint8Array(own.counts.length);
  const mayHold = openFilter(pairsOf(own));
  for (const sample of samples) {
    for (const pair of sample) {
      if (!mayHold(pair)) continue;
      const slot = slotOf(own, pair);
      if (own.keys[slot] !== 0) counts[slot] = Math.min(many, (counts[slot] ?? 0) + 1);
    }
  }
  return { ...own, counts, mayHold };
}

function* pairsOf({ keys }: Table): Iterable<number> {
  for (const key of keys) if (key !== 0) yield key - 1;
}

function grown({ bits, keys, counts }: Table): Table {
  const larger = emptyTable(bits + 1);
  for (let slot = 0; slot < keys.length; slot++) {
    const key = keys[slot] ?? 0;
    if (key === 0) continue;
    const target = slotOf(larger, key - 1);
    larger.keys[target] = key;
    larger.counts[target] = counts[slot] ?? 0;
  }
  return larger;
}

/** Gives each slot whose pair is rare a list; list 0 is for all others. */
function numberLists(
  counts: Uint8Array,
  most: number,
): { lists: Uint32Array; starts: Uint32Array } {
  const lists = new Uint32Array(counts.length);
  const starts = [0, 0];
  let end = 0;
  for (let slot = 0; slot < counts.length; slot++) {
    const count = counts[slot] ?? 0;
    if (count < 2 || count > most) continue;
    lists[slot] = starts.length - 1;
    end += count;
    starts.push(end);
  }
  return { lists, starts: Uint32Array.from(starts) };
}
