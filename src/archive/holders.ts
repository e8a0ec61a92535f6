import type { Fingerprints } from '#document/fingerprint.ts';

/** Which texts hold each of the fingerprints that more than one of them holds, as an inverted table. */
export type Holders = Readonly<{
  /** Where each text's fingerprints begin in `lists`, and at last where all end. */
  offsets: Uint32Array;
  /** For each fingerprint of each text the number of its list; 0 if no other text holds it. */
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
 */
export function tabulate(
  all: readonly Fingerprints[],
  only: ReadonlySet<number> | null = null,
): Holders {
  const offsets = new Uint32Array(all.length + 1);
  for (const [text, { hashes }] of all.entries()) {
    offsets[text + 1] = (offsets[text] ?? 0) + hashes.length;
  }
  const lists = new Uint32Array(offsets[all.length] ?? 0);
  const filter = only === null ? repeated(all, lists.length) : heldBy(all, only);
  const { hashes, places } = sortByHash(select(all, filter, offsets, lists));
  const starts = [0, 0];
  const texts = new Uint32Array(places.length);
  let filled = 0;
  for (let from = 0, to = 0; from < places.length; from = to) {
    while (to < places.length && hashes[to] === hashes[from]) to++;
    const shared = lists[places[from] ?? 0] !== lists[places[to - 1] ?? 0];
    const list = shared ? starts.length - 1 : 0;
    for (let index = from; index < to; index++) {
      const place = places[index] ?? 0;
      const text = lists[place] ?? 0;
      lists[place] = list;
      const known = filled > (starts[list] ?? 0) && texts[filled - 1] === text;
      if (shared && !known) texts[filled++] = text;
    }
    if (shared) starts.push(filled);
  }
  return { offsets, lists, starts: Uint32Array.from(starts), texts: texts.slice(0, filled) };
}

/** Where a list begins and ends in `Holders.texts`. */
export function rangeOf({ starts }: Holders, list: number): readonly [number, number] {
  return [starts[list] ?? 0, starts[list + 1] ?? 0];
}

/** Whether a text holds the fingerprint at a place of `Holders.lists`, which is another text's. */
export function isHeldBy(holders: Holders, place: number, text: number): boolean {
  const list = holders.lists[place] ?? 0;
  if (list === 0) return false;
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

/** Hashes with their places in `Holders.lists`. */
type Placed = Readonly<{ hashes: Uint32Array; places: Uint32Array }>;

/** A bit for each hash, by its lowest bits: several may have the same. */
type Filter = Readonly<{ bits: Uint32Array; mask: number }>;

/** Room for so many hashes: about eight bits for each. */
function openFilter(count: number): Filter {
  const size = 2 ** Math.min(31, Math.max(5, Math.ceil(Math.log2(count * 8 + 1))));
  return { bits: new Uint32Array(size >>> 5), mask: size - 1 };
}

/** The hashes that were seen again: most of what stands once need not be sorted. */
function repeated(all: readonly Fingerprints[], total: number): Filter {
  const { bits, mask } = openFilter(total);
  const seen = new Uint32Array(bits.length);
  for (const { hashes } of all) {
    for (const hash of hashes) {
      const word = (hash & mask) >>> 5;
      const before = seen[word] ?? 0;
      bits[word] = (bits[word] ?? 0) | (before & (1 << hash));
      seen[word] = before | (1 << hash);
    }
  }
  return { bits, mask };
}

/** The hashes of some texts. */
function heldBy(all: readonly Fingerprints[], only: ReadonlySet<number>): Filter {
  const own = [...only].flatMap((text) => all[text] ?? []);
  const { bits, mask } = openFilter(own.reduce((sum, { hashes }) => sum + hashes.length, 0));
  for (const { hashes } of own) {
    for (const hash of hashes) {
      const word = (hash & mask) >>> 5;
      bits[word] = (bits[word] ?? 0) | (1 << hash);
    }
  }
  return { bits, mask };
}

/**
 * The hashes that pass a filter, with their places. `lists` is given the text of each of them, until its
 * list is known.
 */
function select(
  all: readonly Fingerprints[],
  { bits, mask }: Filter,
  offsets: Uint32Array,
  lists: Uint32Array,
): Placed {
  let selected: Placed = { hashes: new Uint32Array(1024), places: new Uint32Array(1024) };
  let filled = 0;
  for (const [text, { hashes }] of all.entries()) {
    const offset = offsets[text] ?? 0;
    if (filled + hashes.length > selected.hashes.length) selected = grown(selected, hashes.length);
    for (let index = 0; index < hashes.length; index++) {
      const hash = hashes[index] ?? 0;
      if (((bits[(hash & mask) >>> 5] ?? 0) & (1 << hash)) === 0) continue;
      lists[offset + index] = text;
      selected.hashes[filled] = hash;
      selected.places[filled++] = offset + index;
    }
  }
  return { hashes: selected.hashes.slice(0, filled), places: selected.places.slice(0, filled) };
}

/** Room for half as many again, and for some more. */
function grown({ hashes, places }: Placed, more: number): Placed {
  const size = Math.ceil(hashes.length * 1.5) + more;
  const larger: Placed = { hashes: new Uint32Array(size), places: new Uint32Array(size) };
  larger.hashes.set(hashes);
  larger.places.set(places);
  return larger;
}

/** Sorts by hash, 11 bits at a time from the least (radix sort); what is equal keeps its order. */
function sortByHash({ hashes, places }: Placed): Placed {
  let from: Placed = { hashes, places };
  let to: Placed = { hashes: hashes.slice(), places: places.slice() };
  for (const shift of [0, 11, 22]) {
    const next = new Uint32Array(2049);
    for (const hash of from.hashes) {
      const digit = ((hash >>> shift) & 2047) + 1;
      next[digit] = (next[digit] ?? 0) + 1;
    }
    for (let digit = 1; digit <= 2048; digit++) {
      next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
    }
    for (let index = 0; index < from.hashes.length; index++) {
      const hash = from.hashes[index] ?? 0;
      const digit = (hash >>> shift) & 2047;
      const place = next[digit] ?? 0;
      next[digit] = place + 1;
      to.hashes[place] = hash;
      to.places[place] = from.places[index] ?? 0;
    }
    [from, to] = [to, from];
  }
  return from;
}
