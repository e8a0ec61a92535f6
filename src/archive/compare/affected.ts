import { findOccurrences } from './occurrences.ts';
import { mostHolders as mostOfPassage, neighbours } from './passages.ts';
import { mostHolders as mostOfPair } from './rare-pairs.ts';

/*
 * When the text of one document was edited, the comparison of most others gives what it gave before.
 * Here are those for which it may not. Documents are named by their numbers, which are the same as
 * before.
 */

/**
 * What edited documents gave to the comparison before, and where each stood: at the number of the
 * document before which it would stand now.
 */
export type Edited = ReadonlyMap<number, Readonly<{ numbers: Uint32Array; place: number }>>;

/**
 * Those that share a fingerprint with an edited document, as it is or as it was. Of fingerprints
 * that too many hold, the nearest in the archive: others are never compared by them.
 */
export function affectedByPassages(
  fingerprints: readonly Uint32Array[],
  edited: Edited,
): Set<number> {
  const affected = new Set(edited.keys());
  // A list that an edited document has come to or gone from has its neighbours elsewhere
  const reach = neighbours + 2 * edited.size;
  const own = ownNumbers(fingerprints, edited);
  const occurrences = findOccurrences(
    fingerprints,
    [...own.values()].flatMap((each) => [...each]),
  );
  for (const [number, hashes] of own) {
    for (const hash of hashes) {
      const holders = occurrences.get(hash) ?? [];
      if (holders.length <= mostOfPassage + edited.size) {
        for (const holder of holders) affected.add(holder);
        continue;
      }
      for (const place of [number, edited.get(number)?.place ?? number]) {
        for (const holder of nearest(holders, place, reach)) affected.add(holder);
      }
    }
  }
  return affected;
}

/**
 * Those whose count of rare pairs may be another since a pair has come or gone, and those that
 * share so many pairs with an edited document that they may be alike.
 *
 * @param leastCommon with fewer pairs in common texts are never alike
 */
export function affectedByPairs(
  samples: readonly Uint32Array[],
  edited: Edited,
  leastCommon: number,
): Set<number> {
  const affected = new Set(edited.keys());
  const own = ownNumbers(samples, edited);
  const occurrences = findOccurrences(
    samples,
    [...own.values()].flatMap((each) => [...each]),
  );
  const most = mostOfPair + edited.size;
  for (const [number, pairs] of own) {
    const common = new Map<number, number>();
    const [now, before] = [new Set(samples[number]), new Set(edited.get(number)?.numbers)];
    for (const pair of pairs) {
      const holders = occurrences.get(pair) ?? [];
      if (holders.length > most) continue;
      const isKept = now.has(pair) && before.has(pair);
      for (const holder of holders) {
        const count = (common.get(holder) ?? 0) + 1;
        common.set(holder, count);
        if (!isKept || count >= leastCommon) affected.add(holder);
      }
    }
  }
  return affected;
}

/** Of rising numbers those next to a place, so many on each side. */
function nearest(numbers: readonly number[], place: number, reach: number): number[] {
  const found = numbers.findIndex((number) => number >= place);
  const middle = found < 0 ? numbers.length : found;
  return numbers.slice(Math.max(0, middle - reach), middle + reach + 1);
}

/** All numbers that each edited document holds or held. */
function ownNumbers(now: readonly Uint32Array[], edited: Edited): Map<number, Set<number>> {
  return new Map(
    [...edited].map(([number, before]) => {
      return [number, new Set([...before.numbers, ...(now[number] ?? [])])];
    }),
  );
}
