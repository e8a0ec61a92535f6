/**
 * Which texts hold each of some numbers (fingerprints, pairs of characters): text numbers, rising.
 * Goes through all numbers of all texts once.
 *
 * @param texts the numbers of each text
 */
export function findOccurrences(
  texts: readonly Uint32Array[],
  wanted: Iterable<number>,
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const number of wanted) found.set(number, []);
  const mayBe = openFilter(found.keys());
  for (const [text, numbers] of texts.entries()) {
    for (const number of numbers) {
      if (!mayBe(number)) continue;
      const holders = found.get(number);
      if (holders !== undefined && holders.at(-1) !== text) holders.push(text);
    }
  }
  return found;
}

/** Bits of a filter: of some thousand numbers few others have the same. */
const filterBits = 20;

/** Says of most numbers that are not among some that they are not. */
export function openFilter(numbers: Iterable<number>): (number: number) => boolean {
  const mask = 2 ** filterBits - 1;
  const bits = new Uint32Array(2 ** (filterBits - 5));
  // The highest bits of pairs of characters and the lowest of fingerprints are spread well
  const placeOf = (number: number) => (number ^ (number >>> 8)) & mask;
  for (const number of numbers) {
    const place = placeOf(number);
    bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << place);
  }
  return (number) => {
    const place = placeOf(number);
    return ((bits[place >>> 5] ?? 0) & (1 << place)) !== 0;
  };
}
