import { type Fingerprints, numbersPerParagraph } from '#document/text/fingerprint.ts';
import { type Holders, isHeldBy, placeOf, rangeOf, tabulate } from './holders.ts';
import { areNearIdentical, type Leaders, leaderOf, listGroups, unite } from './near-identical.ts';

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
  /** By id: with which others each was found to be near-identical. */
  alike: ReadonlyMap<string, readonly string[]>;
}>;

/** What the comparison gave before some documents were edited. */
export type KnownComparison = Pick<Comparison, 'shared' | 'alike'> &
  Readonly<{
    /** Numbers of the documents that have to be compared anew. */
    affected: ReadonlySet<number>;
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
export const mostHolders = 64;

/** Of boilerplate the nearest documents on each side are tried: one text may be there 1,000 times. */
export const neighbours = 4;

/**
 * Finds the passages that stand in several documents, and the documents that are near-identical.
 * Time and memory grow with the number of fingerprints of the archive, whatever they are.
 *
 * @param known of the same documents in the same order: then only the affected ones are compared
 */
export function comparePassages(
  documents: readonly ComparedDocument[],
  known: KnownComparison | null = null,
): Comparison {
  const all = documents.map(({ fingerprints }) => fingerprints);
  const work: Work = {
    documents,
    holders: tabulate(all, known?.affected ?? null),
    leaders: Uint32Array.from(documents.keys()),
    here: new Uint32Array(documents.length),
    common: new Uint32Array(documents.length),
    score: new Float64Array(documents.length),
  };
  const idOf = (number: number) => documents[number]?.id ?? '';
  const numbers = new Map(known === null ? [] : documents.map(({ id }, number) => [id, number]));
  const shared = new Map<string, SharedPassages>();
  const alike = new Map<string, readonly string[]>();
  for (const [number, document] of documents.entries()) {
    const { id } = document;
    const isKnown = known !== null && !known.affected.has(number);
    const compared = isKnown
      ? { passages: known.shared.get(id) ?? null, alike: known.alike.get(id) ?? [] }
      : compareOne(openDocument(document, number, work.holders), work);
    if (isKnown)
      for (const other of compared.alike) unite(work.leaders, number, numbers.get(other) ?? number);
    if (compared.passages !== null) shared.set(id, compared.passages);
    if (compared.alike.length > 0) alike.set(id, compared.alike);
    // Candidates are chosen by the groups so far: where these are others, so may be all that follow
    const before = known?.alike.get(id) ?? [];
    if (known !== null && compared.alike.join(' ') !== before.join(' '))
      return comparePassages(documents);
  }
  return { shared, groups: listGroups(work.leaders).map((group) => group.map(idOf)), alike };
}

/** What is at hand for every document; documents are named by their number in the given order. */
type Work = Readonly<{
  documents: readonly ComparedDocument[];
  holders: Holders;
  /** For each document an earlier one of its group of near-identical ones, or itself. */
  leaders: Leaders;
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
  /** Number of all its fingerprints. */
  count: number;
  /** Where those that others hold begin in `Holders.lists`. */
  offset: number;
  /** Those that others hold something of. */
  paragraphs: readonly Paragraph[];
  /** 1 for each fingerprint that others hold, from `offset` on, if it stands in a passage elsewhere. */
  found: Uint8Array;
}>;

/** The fingerprints that others hold are entries `from` to before `to` of `Holders.lists`. */
type Paragraph = Readonly<{
  line: number;
  characters: number;
  /** Number of all its fingerprints. */
  count: number;
  from: number;
  to: number;
}>;

function openDocument(
  { fingerprints, characters }: ComparedDocument,
  number: number,
  { offsets, places }: Holders,
): One {
  const { paragraphs: numbers, hashes } = fingerprints;
  const offset = offsets[number] ?? 0;
  const last = offsets[number + 1] ?? 0;
  const paragraphs: Paragraph[] = [];
  let from = offset;
  for (let index = 0, end = 0; from < last; index += numbersPerParagraph) {
    const count = numbers[index + 2] ?? 0;
    end += count;
    let to = from;
    while (to < last && (places[to] ?? 0) < end) to++;
    if (to > from) {
      const line = numbers[index] ?? 0;
      paragraphs.push({ line, characters: numbers[index + 1] ?? 0, count, from, to });
    }
    from = to;
  }
  const found = new Uint8Array(last - offset);
  return { number, characters, count: hashes.length, offset, paragraphs, found };
}

type ComparedOne = Readonly<{ passages: SharedPassages | null; alike: readonly string[] }>;

function compareOne(one: One, work: Work): ComparedOne {
  const { documents, holders, leaders } = work;
  const met = meetOthers(one, work);
  const elsewhere: Elsewhere[] = [];
  const alike: string[] = [];
  for (const other of chooseCandidates(one, met, work)) {
    const id = documents[other]?.id ?? '';
    if (areNearIdentical(one.number, other, documents, holders)) {
      unite(leaders, one.number, other);
      alike.push(id);
    } else if (work.score[other] === 0) continue;
    const { lines, share } = passagesIn(one, other, holders);
    if (lines.length > 0) elsewhere.push({ id, share, lines });
  }
  for (const other of met) work.common[other] = work.score[other] = 0;
  if (elsewhere.length === 0) return { passages: null, alike };
  elsewhere.sort((a, b) => b.share - a.share);
  const named = elsewhere.slice(0, namedDocuments);
  return { passages: { share: shareOf(one, one.found), elsewhere: named }, alike };
}

/** Counts what other documents hold of this one, marks what they share, and returns them. */
function meetOthers(one: One, work: Work): number[] {
  const { here, score } = work;
  const met: number[] = [];
  for (const paragraph of one.paragraphs) {
    const metHere = meetInParagraph(one, paragraph, work, met);
    const { characters, count } = paragraph;
    const sharing = metHere.filter((other) => (here[other] ?? 0) >= enoughOf(paragraph));
    if (sharing.length > 0) markFound(one, paragraph, work);
    for (const other of sharing) {
      score[other] = (score[other] ?? 0) + (characters * (here[other] ?? 0)) / count;
    }
    for (const other of metHere) here[other] = 0;
  }
  return met;
}

/** Counts for one paragraph; returns the documents that hold rare fingerprints of it. */
function meetInParagraph(one: One, paragraph: Paragraph, work: Work, met: number[]): number[] {
  const { holders, here, common } = work;
  const metHere: number[] = [];
  for (let entry = paragraph.from; entry < paragraph.to; entry++) {
    const list = holders.lists[entry] ?? 0;
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
  for (let entry = paragraph.from; entry < paragraph.to; entry++) {
    const [start, end] = rangeOf(holders, holders.lists[entry] ?? 0);
    if (end - start > mostHolders) continue;
    for (let place = start; place < end && found[entry - offset] === 0; place++) {
      if ((here[holders.texts[place] ?? 0] ?? 0) >= enough) found[entry - offset] = 1;
    }
  }
}

/**
 * Fingerprints of a paragraph that a document must hold to share it: more than half of a few, else
 * four and an eighth. Fewer are set phrases that both happen to use.
 */
function enoughOf({ count }: Paragraph): number {
  return count <= 6 ? Math.floor(count / 2) + 1 : Math.max(4, Math.ceil(count / 8));
}

/** Those that share most and those most likely near-identical, in its group or not, in order. */
function chooseCandidates(one: One, met: readonly number[], work: Work): number[] {
  const { common, score, leaders } = work;
  const sharing = met.filter((other) => score[other] !== 0);
  const near = met.filter((other) => (common[other] ?? 0) * 4 >= one.count);
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
    for (let entry = from; entry < to; entry++) {
      if (!isHeldBy(holders, entry, other)) continue;
      there[entry - one.offset] = 1;
      count++;
    }
    if (count < enoughOf(paragraph)) there.fill(0, from - one.offset, to - one.offset);
    else lines.push(line);
  }
  for (let index = 0; index < there.length; index++) {
    if (there[index] === 1) one.found[index] = 1;
  }
  return { lines, share: shareOf(one, there) };
}

/** The share of a document's characters for which the marked fingerprints stand. */
function shareOf({ paragraphs, characters: all, offset }: One, marked: Uint8Array): number {
  let sum = 0;
  for (const { from, to, characters, count } of paragraphs) {
    const own = marked.subarray(from - offset, to - offset);
    sum += (characters * own.reduce((total, mark) => total + mark, 0)) / count;
  }
  return Math.min(1, sum / Math.max(1, all));
}
