import { release } from './scratch.ts';

/** Hashes, and where each of them stood before they were sorted. */
export type Sorted = Readonly<Record<'hashes' | 'entries', Uint32Array<ArrayBuffer>>>;

/** Sorts by hash, 11 bits at a time from the least (radix sort); what is equal keeps its order. */
export function sortByHash(hashes: Uint32Array<ArrayBuffer>): Sorted {
  const room = (): Sorted => ({
    hashes: new Uint32Array(hashes.length),
    entries: new Uint32Array(hashes.length),
  });
  const [odd, even] = [room(), room()];
  for (let entry = 0; entry < hashes.length; entry++) even.entries[entry] = entry;
  let from: Sorted = { hashes, entries: even.entries };
  for (const [shift, to] of [
    [0, odd],
    [11, even],
    [22, odd],
  ] as const) {
    const next = new Uint32Array(2049);
    for (let index = 0; index < hashes.length; index++) {
      const digit = (((hashes[index] ?? 0) >>> shift) & 2047) + 1;
      next[digit] = (next[digit] ?? 0) + 1;
    }
    for (let digit = 1; digit <= 2048; digit++) {
      next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
    }
    for (let index = 0; index < hashes.length; index++) {
      const hash = from.hashes[index] ?? 0;
      const digit = (hash >>> shift) & 2047;
      const place = next[digit] ?? 0;
      next[digit] = place + 1;
      to.hashes[place] = hash;
      to.entries[place] = from.entries[index] ?? 0;
    }
    from = to;
  }
  release(even.hashes);
  release(even.entries);
  return from;
}
