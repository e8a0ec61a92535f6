import type { Fingerprints } from '#document/text/fingerprint.ts';
import { release } from './scratch.ts';
import { sortByHash } from './sort-hashes.ts';

/**
 * Which texts hold each of the fingerprints that more than one of them holds, as an inverted table. What one
 * text alone holds, which is most, takes no room in it.
 */
export type Holders = Readonly<{
  /** Where each text's shared fingerprints begin in `places` and `lists`, and at last where all end. */
  offsets: Uint32Array;
  /** Where each stands among all fingerprints of its text, rising within a text. */
  places: Uint32Array;
  /** The number of its list. */
  lists: Uint32Array;
  /** Where each list begins in `texts`, and at last where all end. */
  starts: Uint32Array;
  /** The texts of each list, by their place in the archive, rising. */
  texts: Uint32Array;
}>;

/**
 * Makes the table; texts are numbered in the given order.
 *
 * @param only numbers of the texts whose fingerprints are looked at; null for all
 * @param mostAtOnce of more fingerprints it is noted part by part which stand twice
 */
export function tabulate(
  all: readonly Fingerprints[],
  only: ReadonlySet<number> | null = null,
  mostAtOnce: number = manyHashes,
): Holders {
  const total = all.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const filter = only === null ? repeated(all, total, mostAtOnce) : heldBy(all, only);
  const expected = only === null ? Math.ceil(total * passing) : fewSelected;
  const selected = select(all, filter, expected);
  release(filter.bits);
  const { hashes, entries } = sortByHash(selected.hashes);
  const { owners } = selected;
  const lists = new Uint32Array(owners.length);
  const starts = [0, 0];
  const texts = new Uint32Array(owners.length);
  let filled = 0;
  for (let from = 0, to = 0; from < hashes.length; from = to) {
    while (to < hashes.length && hashes[to] === hashes[from]) to++;
    // What is equal keeps its order, so that the texts rise
    if (owners[entries[from] ?? 0] === owners[entries[to - 1] ?? 0]) continue;
    const list = starts.length - 1;
    for (let index = from; index < to; index++) {
      const entry = entries[index] ?? 0;
      const owner = owners[entry] ?? 0;
      lists[entry] = list;
      const isKnown = filled > (starts[list] ?? 0) && texts[filled - 1] === owner;
      if (!isKnown) texts[filled++] = owner;
    }
    starts.push(filled);
  }
  const holders: Holders = {
    ...compact(selected, lists, all.length),
    starts: Uint32Array.from(starts),
    texts: texts.slice(0, filled),
  };
  for (const used of [...Object.values(selected), hashes, entries, lists, texts]) release(used);
  return holders;
}

/** Where a list begins and ends in `Holders.texts`. */
export function rangeOf({ starts }: Holders, list: number): readonly [number, number] {
  return [starts[list] ?? 0, starts[list + 1] ?? 0];
}

/** Whether a text holds the shared fingerprint of another one that is an entry of `Holders.lists`. */
export function isHeldBy(holders: Holders, entry: number, text: number): boolean {
  const list = holders.lists[entry] ?? 0;
  const found = placeOf(holders, list, text);
  return found < (holders.starts[list + 1] ?? 0) && holders.texts[found] === text;
}

/** Where a list names a text, or the next one if it does not. */
export function placeOf(holders: Holders, list: number, text: number): number {
  let [low, high] = rangeOf(holders, list);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((holders.texts[middle] ?? 0) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Hashes, each with its text and its place among the text's fingerprints, in the order of the texts. */
type Selected = Readonly<Record<'hashes' | 'owners' | 'places', Uint32Array<ArrayBuffer>>>;

/** A bit for each hash, by its lowest bits: several may have the same. */
type Filter = Readonly<{ bits: Uint32Array<ArrayBuffer>; mask: number }>;

/** Room for so many hashes, with about so many bits for each. */
function openFilter(count: number, bitsEach: number): Filter {
  const size = 2 ** Math.min(31, Math.max(5, Math.ceil(Math.log2(count * bitsEach + 1))));
  return { bits: new Uint32Array(size >>> 5), mask: size - 1 };
}

/** Of tens of thousands of documents; one part of four then takes as much memory as all of these. */
const manyHashes = 2 ** 24;
const partsOfMany = 4;

/** The hashes that were seen again: most of what stands once need not be sorted. */
function repeated(all: readonly Fingerprints[], total: number, mostAtOnce: number): Filter {
  const filter = openFilter(total, 8);
  const parts = total > mostAtOnce ? Math.min(partsOfMany, filter.bits.length) : 1;
  const words = filter.bits.length / parts;
  const seen = new Uint32Array(words);
  for (let part = 0; part < parts; part++) {
    seen.fill(0);
    noteRepeated(all, filter, seen, part * words);
  }
  release(seen);
  return filter;
}

/** @param seen room for the part of the filter that begins at `first` */
function noteRepeated(
  all: readonly Fingerprints[],
  { bits, mask }: Filter,
  seen: Uint32Array,
  first: number,
): void {
  const words = seen.length;
  for (const { hashes } of all) {
    for (let index = 0; index < hashes.length; index++) {
      const hash = hashes[index] ?? 0;
      const word = (hash & mask) >>> 5;
      const place = word - first;
      if (place < 0 || place >= words) continue;
      const before = seen[place] ?? 0;
      const again = before & (1 << hash);
      if (again === 0) seen[place] = before | (1 << hash);
      else bits[word] = (bits[word] ?? 0) | again;
    }
  }
}

/** The hashes of some texts. They are few, and all the others should not pass. */
function heldBy(all: readonly Fingerprints[], only: ReadonlySet<number>): Filter {
  const own = [...only].flatMap((text) => all[text] ?? []);
  const count = own.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const { bits, mask } = openFilter(count, 64);
  for (const { hashes } of own) {
    for (const hash of hashes) {
      const word = (hash & mask) >>> 5;
      bits[word] = (bits[word] ?? 0) | (1 << hash);
    }
  }
  return { bits, mask };
}

/** Of all hashes those that pass a filter are fewer, as a rule; of those of some texts there are few. */
const passing = 1 / 4;
const fewSelected = 1024;

/**
 * The hashes that pass a filter.
 *
 * @param expected how many there may be
 */
function select(all: readonly Fingerprints[], { bits, mask }: Filter, expected: number): Selected {
  // The system gives memory for what is written, not for what there is room for; to grow would take twice
  let selected = roomFor(expected);
  let filled = 0;
  for (const [text, { hashes }] of all.entries()) {
    if (filled + hashes.length > selected.hashes.length) {
      selected = grown(selected, Math.ceil(filled * 1.5) + hashes.length);
    }
    for (let index = 0; index < hashes.length; index++) {
      const hash = hashes[index] ?? 0;
      if (((bits[(hash & mask) >>> 5] ?? 0) & (1 << hash)) === 0) continue;
      selected.hashes[filled] = hash;
      selected.owners[filled] = text;
      selected.places[filled++] = index;
    }
  }
  const { hashes, owners, places } = selected;
  return {
    hashes: hashes.subarray(0, filled),
    owners: owners.subarray(0, filled),
    places: places.subarray(0, filled),
  };
}

function roomFor(size: number): Selected {
  return {
    hashes: new Uint32Array(size),
    owners: new Uint32Array(size),
    places: new Uint32Array(size),
  };
}

function grown({ hashes, owners, places }: Selected, size: number): Selected {
  const larger = roomFor(size);
  larger.hashes.set(hashes);
  larger.owners.set(owners);
  larger.places.set(places);
  return larger;
}

/** What stands in a list, text by text. */
function compact(
  { owners, places }: Selected,
  lists: Uint32Array,
  count: number,
): Pick<Holders, 'offsets' | 'places' | 'lists'> {
  const offsets = new Uint32Array(count + 1);
  let filled = 0;
  for (let entry = 0; entry < lists.length; entry++) {
    const list = lists[entry] ?? 0;
    if (list === 0) continue;
    const end = (owners[entry] ?? 0) + 1;
    lists[filled] = list;
    places[filled++] = places[entry] ?? 0;
    offsets[end] = filled;
  }
  // A text without any begins and ends where the one before it ends
  for (let text = 1; text <= count; text++) {
    offsets[text] = Math.max(offsets[text] ?? 0, offsets[text - 1] ?? 0);
  }
  return { offsets, lists: lists.slice(0, filled), places: places.slice(0, filled) };
}
