import { type Fingerprints, numbersPerParagraph } from '#document/fingerprint.ts';
import { type Holders, isHeldBy, placeOf, rangeOf, tabulate } from './holders.ts';

/** A document in which passages of another stand. */
type Elsewhere = Readonly<{
  id: string;
  /** The part of the other document's characters that stands here, 0 to 1. */
  share: number;
  /** Lines of the other document's paragraphs that stand here, whole or in part. */
  lines: readonly number[];
}>;

/** What of one document stands in others. */
export type SharedPassages = Readonly<{
  /** The part of its characters that stands in any other, 0 to 1; headings are never found. */
  share: number;
  /** The documents that share most with it, most first. */
  elsewhere: readonly Elsewhere[];
}>;

export type Comparison = Readonly<{
  /** By id; a document that shares nothing is absent. */
  shared: ReadonlyMap<string, SharedPassages>;
  /** Near-identical documents, by id: each group and all groups in the given order. */
  groups: readonly (readonly string[])[];
}>;

export type ComparedDocument = Readonly<{
  id: string;
  fingerprints: Fingerprints;
  /** Of the whole text, as `countCharacters` counts. */
  characters: number;
}>;

/** Documents named for each: as many as a reader follows. */
const namedDocuments = 5;

/**
 * A fingerprint of more documents is boilerplate (a closing formula, a set introduction): it makes
 * no two of them alike, and to go through all of them for each of them takes squares of time.
 */
const mostHolders = 64;

/** Of boilerplate the nearest documents on each side are tried: one text may be there 1,000 times. */
const neighbours = 4;

/**
 * Near-identical: so much of the fingerprints of each document stands in the other. A word that is
 * changed takes the shingles around it along: notices of two years with a change in every third
 * sentence have nine characters in ten in common, and six fingerprints.
 */
const nearIdentical = 0.6;

/**
 * Finds the passages that stand in several documents, and the documents that are near-identical.
 * Time and memory grow with the number of fingerprints of the archive, whatever they are.
 */
export function comparePassages(documents: readonly ComparedDocument[]): Comparison {
  const work: Work = {
    documents,
    holders: tabulate(documents.map(({ fingerprints }) => fingerprints)),
    leaders: Uint32Array.from(documents.keys()),
    here: new Uint32Array(documents.length),
    common: new Uint32Array(documents.length),
    score: new Float64Array(documents.length),
  };
  const shared = new Map<string, SharedPassages>();
  for (const [number, document] of documents.entries()) {
    const passages = compareOne(openDocument(document, number, work.holders), work);
    if (passages !== null) shared.set(document.id, passages);
  }
  return { shared, groups: listGroups(work) };
}

/** What is at hand for every document; documents are named by their number in the given order. */
type Work = Readonly<{
  documents: readonly ComparedDocument[];
  holders: Holders;
  /** For each document an earlier one of its group of near-identical ones, or itself. */
  leaders: Uint32Array;
  /** For each document how many rare fingerprints of the paragraph at hand it holds. */
  here: Uint32Array;
  /** For each document how many fingerprints of the document at hand it was found to hold. */
  common: Uint32Array;
  /** For each document how many characters of paragraphs it shares, by rare fingerprints. */
  score: Float64Array;
}>;

/** The document at hand. */
type One = Readonly<{
  number: number;
  characters: number;
  /** Where its fingerprints begin in `Holders.lists`. */
  offset: number;
  paragraphs: readonly Paragraph[];
  /** 1 for each of its fingerprints that stands in a passage elsewhere. */
  found: Uint8Array;
}>;

/** Its fingerprints are `from` to before `to` of the document's. */
type Paragraph = Readonly<{ line: number; characters: number; from: number; to: number }>;

function openDocument(document: ComparedDocument, number: number, holders: Holders): One {
  const { paragraphs: numbers, hashes } = document.fingerprints;
  const paragraphs: Paragraph[] = [];
  let from = 0;
  for (let index = 0; index < numbers.length; index += numbersPerParagraph) {
    const to = from + (numbers[index + 2] ?? 0);
    paragraphs.push({ line: numbers[index] ?? 0, characters: numbers[index + 1] ?? 0, from, to });
    from = to;
  }
  const offset = holders.offsets[number] ?? 0;
  const { characters } = document;
  return { number, characters, offset, paragraphs, found: new Uint8Array(hashes.length) };
}

function compareOne(one: One, work: Work): SharedPassages | null {
  const met = meetOthers(one, work);
  const elsewhere: Elsewhere[] = [];
  for (const other of chooseCandidates(one, met, work)) {
    const alike = isContained(one.number, other, work) && isContained(other, one.number, work);
    if (alike) unite(work.leaders, one.number, other);
    else if (work.score[other] === 0) continue;
    const { lines, share } = passagesIn(one, other, work.holders);
    if (lines.length > 0) elsewhere.push({ id: work.documents[other]?.id ?? '', share, lines });
  }
  for (const other of met) work.common[other] = work.score[other] = 0;
  if (elsewhere.length === 0) return null;
  elsewhere.sort((a, b) => b.share - a.share);
  return { share: shareOf(one, one.found), elsewhere: elsewhere.slice(0, namedDocuments) };
}

/** Counts what other documents hold of this one, marks what they share, and returns them. */
function meetOthers(one: One, work: Work): number[] {
  const { here, score } = work;
  const met: number[] = [];
  for (const paragraph of one.paragraphs) {
    const metHere = meetInParagraph(one, paragraph, work, met);
    const { characters, from, to } = paragraph;
    const sharing = metHere.filter((other) => (here[other] ?? 0) >= enoughOf(paragraph));
    if (sharing.length > 0) markFound(one, paragraph, work);
    for (const other of sharing) {
      score[other] = (score[other] ?? 0) + (characters * (here[other] ?? 0)) / (to - from);
    }
    for (const other of metHere) here[other] = 0;
  }
  return met;
}

/** Counts for one paragraph; returns the documents that hold rare fingerprints of it. */
function meetInParagraph(one: One, paragraph: Paragraph, work: Work, met: number[]): number[] {
  const { holders, here, common } = work;
  const metHere: number[] = [];
  for (let index = paragraph.from; index < paragraph.to; index++) {
    const list = holders.lists[one.offset + index] ?? 0;
    if (list === 0) continue;
    let [start, end] = rangeOf(holders, list);
    const rare = end - start <= mostHolders;
    if (!rare) {
      const own = placeOf(holders, list, one.number);
      start = Math.max(start, own - neighbours);
      end = Math.min(end, own + neighbours + 1);
    }
    for (let place = start; place < end; place++) {
      const other = holders.texts[place] ?? 0;
      if (other === one.number) continue;
      if (common[other] === 0) met.push(other);
      common[other] = (common[other] ?? 0) + 1;
      if (rare && here[other] === 0) metHere.push(other);
      if (rare) here[other] = (here[other] ?? 0) + 1;
    }
  }
  return metHere;
}

/** Marks the rare fingerprints of a paragraph that stand in a document which shares it. */
function markFound({ offset, found }: One, paragraph: Paragraph, { holders, here }: Work): void {
  const enough = enoughOf(paragraph);
  for (let index = paragraph.from; index < paragraph.to; index++) {
    const list = holders.lists[offset + index] ?? 0;
    const [start, end] = rangeOf(holders, list);
    if (list === 0 || end - start > mostHolders) continue;
    for (let place = start; place < end && found[index] === 0; place++) {
      if ((here[holders.texts[place] ?? 0] ?? 0) >= enough) found[index] = 1;
    }
  }
}

/**
 * Fingerprints of a paragraph that a document must hold to share it: more than half of a few, else
 * four and an eighth. Fewer are set phrases that both happen to use.
 */
function enoughOf({ from, to }: Paragraph): number {
  const count = to - from;
  return count <= 6 ? Math.floor(count / 2) + 1 : Math.max(4, Math.ceil(count / 8));
}

/** Those that share most and those most likely near-identical, in its group or not, in order. */
function chooseCandidates(one: One, met: readonly number[], work: Work): number[] {
  const { common, score, leaders } = work;
  const sharing = met.filter((other) => score[other] !== 0);
  const near = met.filter((other) => (common[other] ?? 0) * 4 >= one.found.length);
  const leader = leaderOf(leaders, one.number);
  const apart = near.filter((other) => leaderOf(leaders, other) !== leader);
  const chosen = [...best(sharing, score), ...best(near, common), ...best(apart, common)];
  return [...new Set(chosen)].sort((a, b) => a - b);
}

/** The few with the greatest counts, of equal ones the first in the archive. */
function best(numbers: readonly number[], counts: ArrayLike<number>): number[] {
  const chosen: number[] = [];
  const isBetter = (a: number, b: number) =>
    (counts[a] ?? 0) > (counts[b] ?? 0) || (counts[a] === counts[b] && a < b);
  for (const number of numbers) {
    let place = chosen.length;
    while (place > 0 && isBetter(number, chosen[place - 1] ?? 0)) place--;
    if (place < namedDocuments) chosen.splice(place, 0, number);
    if (chosen.length > namedDocuments) chosen.pop();
  }
  return chosen;
}

/** The paragraphs that stand in another document, and the share that they are; marks them as found. */
function passagesIn(one: One, other: number, holders: Holders): Omit<Elsewhere, 'id'> {
  const lines: number[] = [];
  const there = new Uint8Array(one.found.length);
  for (const paragraph of one.paragraphs) {
    const { from, to, line } = paragraph;
    let count = 0;
    for (let index = from; index < to; index++) {
      if (!isHeldBy(holders, one.offset + index, other)) continue;
      there[index] = 1;
      count++;
    }
    if (count < enoughOf(paragraph)) there.fill(0, from, to);
    else lines.push(line);
  }
  for (let index = 0; index < there.length; index++) {
    if (there[index] === 1) one.found[index] = 1;
  }
  return { lines, share: shareOf(one, there) };
}

/** The share of a document's characters for which the marked fingerprints stand. */
function shareOf({ paragraphs, characters: all }: One, marked: Uint8Array): number {
  let sum = 0;
  for (const { from, to, characters } of paragraphs) {
    const count = marked.subarray(from, to).reduce((total, mark) => total + mark, 0);
    sum += (characters * count) / (to - from);
  }
  return Math.min(1, sum / Math.max(1, all));
}

/**
 * Whether a document stands in another that is at least half as long. One that is mostly headings and
 * short lines does not: its few paragraphs say too little of it.
 */
function isContained(inner: number, outer: number, { documents, holders }: Work): boolean {
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
  const offset = holders.offsets[inner] ?? 0;
  let spare = count - nearIdentical * count;
  for (let index = 0; index < count && spare >= 0; index++) {
    if (!isHeldBy(holders, offset + index, outer)) spare--;
  }
  return count > 0 && spare >= 0;
}

/** Joins the groups of two documents; the first document of a group leads it. */
function unite(leaders: Uint32Array, one: number, other: number): void {
  const [leader, otherLeader] = [leaderOf(leaders, one), leaderOf(leaders, other)];
  leaders[Math.max(leader, otherLeader)] = Math.min(leader, otherLeader);
}

function leaderOf(leaders: Uint32Array, number: number): number {
  let leader = number;
  while (leaders[leader] !== leader) {
    leaders[leader] = leaders[leaders[leader] ?? leader] ?? leader;
    leader = leaders[leader] ?? leader;
  }
  return leader;
}

function listGroups({ documents, leaders }: Work): string[][] {
  const groups = Map.groupBy(documents.keys(), (number) => leaderOf(leaders, number));
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .map((group) => group.map((number) => documents[number]?.id ?? ''));
}
