import { numbersPerParagraph } from '#document/text/fingerprint.ts';
import { type Holders, isHeldBy } from './holders.ts';
import type { ComparedDocument } from './passages.ts';

/**
 * Near-identical: so much of the fingerprints of each document stands in the other. A word that is
 * changed takes the shingles around it along: notices of two years with a change in every third
 * sentence have nine characters in ten in common, and six fingerprints.
 */
const leastShared = 0.6;

/** Whether each of two documents stands in the other, by their numbers. */
export function areNearIdentical(
  one: number,
  other: number,
  documents: readonly ComparedDocument[],
  holders: Holders,
): boolean {
  return isContained(one, other, documents, holders) && isContained(other, one, documents, holders);
}

/**
 * Whether a document stands in another that is at least half as long. One that is mostly headings and
 * short lines does not: its few paragraphs say too little of it.
 */
function isContained(
  inner: number,
  outer: number,
  documents: readonly ComparedDocument[],
  holders: Holders,
): boolean {
  const document = documents[inner];
  const count = document?.fingerprints.hashes.length ?? 0;
  const outerCount = documents[outer]?.fingerprints.hashes.length ?? 0;
  if (document === undefined || count > 2 * outerCount) return false;
  const { paragraphs } = document.fingerprints;
  const compared = paragraphs.reduce(
    (sum, value, index) => (index % numbersPerParagraph === 1 ? sum + value : sum),
    0,
  );
  if (compared * 2 < document.characters) return false;
  const first = holders.offsets[inner] ?? 0;
  const last = holders.offsets[inner + 1] ?? 0;
  // What no other document holds this one does not either
  let spare = last - first - leastShared * count;
  for (let entry = first; entry < last && spare >= 0; entry++) {
    if (!isHeldBy(holders, entry, outer)) spare--;
  }
  return count > 0 && spare >= 0;
}

/** Groups of documents, by number: for each an earlier one of its group, or itself. */
export type Leaders = Uint32Array;

/** Joins the groups of two documents; the first document of a group leads it. */
export function unite(leaders: Leaders, one: number, other: number): void {
  const [leader, otherLeader] = [leaderOf(leaders, one), leaderOf(leaders, other)];
  leaders[Math.max(leader, otherLeader)] = Math.min(leader, otherLeader);
}

export function leaderOf(leaders: Leaders, number: number): number {
  let leader = number;
  while (leaders[leader] !== leader) {
    leaders[leader] = leaders[leaders[leader] ?? leader] ?? leader;
    leader = leaders[leader] ?? leader;
  }
  return leader;
}

/** The groups of several documents. */
export function listGroups(leaders: Leaders): number[][] {
  const groups = Map.groupBy(leaders.keys(), (number) => leaderOf(leaders, number));
  return [...groups.values()].filter(({ length }) => length > 1);
}
