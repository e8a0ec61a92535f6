import { type BitReader, type BitWriter, createBitReader } from './bits.ts';
import { createDocumentSet, type DocumentSet } from './document-set.ts';
import { readPostings, riceParameter, writePostings } from './postings.ts';
import { isPair, placeClasses } from './terms.ts';

/*
 * A shard holds the posting lists of all terms whose highest bits are its number: in four sections,
 * each a count of terms and then, in ascending order, each term's distance from the last and its list.
 */

/** Where a term stands: anywhere in a document, in a heading, in the title; or the title's pinyin. */
export const sections = ['anywhere', 'headings', 'title', 'pinyin'] as const;
export type Section = (typeof sections)[number];

/**
 * Terms of one section, ascending, and beside each a document that holds it: its number, and in the
 * lowest eight bits the classes of the term's places there (see terms.ts; 0 where they are not told).
 */
export type Postings = Readonly<{ terms: Uint32Array; holders: Uint32Array }>;

/** @param document at most 16,777,215 */
export function holderOf(document: number, classes: number): number {
  return ((document << placeClasses) | classes) >>> 0;
}

/** Of pairs in so many documents the places are told: rarer ones leave few texts to look at. */
const toldFrom = 96;

/** Whether a list of so many documents tells the places of its term. */
export function tellsPlaces(section: Section, term: number, documents: number): boolean {
  return section === 'anywhere' && documents >= toldFrom && isPair(term);
}

/** The shard that a term belongs to. */
export function shardOf(term: number, shardBits: number): number {
  return shardBits === 0 ? 0 : term >>> (32 - shardBits);
}

/** Postings that a shard holds on average at most; it then takes about 4 kB. */
const postingsInShard = 6000;

/** How many bits of a term say its shard, for so many postings. */
export function chooseShardBits(postings: number): number {
  let bits = 0;
  while (postings > postingsInShard * 2 ** bits && bits < 20) bits++;
  return bits;
}

/** Writes one section: the stretch from..to of postings sorted by term, then by document. */
export function writeSection(
  writer: BitWriter,
  section: Section,
  { terms, holders }: Postings,
  [from, to]: readonly [number, number],
  [shard, shardBits]: readonly [number, number],
  total: number,
): void {
  const count = countTerms(terms, from, to);
  const parameter = termParameter(count, shardBits);
  writer.gamma(count + 1);
  let expected = firstTerm(shard, shardBits);
  const documents = new Uint32Array(to - from);
  for (let start = from; start < to; ) {
    const term = terms[start] ?? 0;
    let end = start + 1;
    while (end < to && terms[end] === term) end++;
    const distance = term - expected;
    expected = term + 1;
    const high = Math.floor(distance / 2 ** parameter);
    writer.unary(high);
    writer.bits(distance - high * 2 ** parameter, parameter);
    for (let index = start; index < end; index++) {
      documents[index - start] = (holders[index] ?? 0) >>> placeClasses;
    }
    writePostings(writer, documents, 0, end - start, total);
    if (tellsPlaces(section, term, end - start)) {
      for (let index = start; index < end; index++) writeClasses(writer, holders[index] ?? 0);
    }
    start = end;
  }
}

/** The documents of a term in one section. */
type Found = Readonly<{
  documents: DocumentSet;
  /** Classes of places, by document; null where they are not told. */
  places: Uint8Array | null;
}>;

/** What was found of each term that was asked for, by section; a term that is not there is absent. */
export type Looked = ReadonlyMap<
  number,
  Readonly<Partial<Record<Section, Found>>> & Readonly<{ isUnread?: true }>
>;

export function lookUp(
  bytes: Uint8Array,
  wanted: ReadonlySet<number>,
  [shard, shardBits]: readonly [number, number],
  total: number,
): Looked {
  const reader = createBitReader(bytes);
  const found = new Map<number, Partial<Record<Section, Found>>>();
  for (const section of sections) {
    readSection(reader, [shard, shardBits], (term) => {
      const documents = wanted.has(term) ? createDocumentSet(total) : null;
      const count = readPostings(reader, total, documents);
      const told = tellsPlaces(section, term, count);
      const places = told ? readPlaces(reader, count, documents, total) : null;
      if (documents === null) return;
      const known = found.get(term) ?? {};
      known[section] = { documents, places };
      found.set(term, known);
    });
  }
  return found;
}

/**
 * Classes of places as they are written: a list of its own, of the few classes that there are. There
 * are 2⁸ of them, and millions to write.
 */
const codesOfClasses = Array.from({ length: 2 ** placeClasses }, (_, classes) => {
  const numbers = Uint32Array.from({ length: placeClasses }, (_, number) => number).filter(
    (number) => (classes >>> number) & 1,
  );
  const code = { value: 0, size: 0 };
  const add = (value: number, size: number) => {
    code.value = (code.value << size) | value;
    code.size += size;
  };
  const writer = {
    bits: add,
    unary: (zeros: number) => add(1, zeros + 1),
    gamma: (value: number) => add(value, 2 * (32 - Math.clz32(value)) - 1),
  };
  if (classes > 0) writePostings(writer, numbers, 0, numbers.length, placeClasses);
  return code;
});

function writeClasses(writer: BitWriter, holder: number): void {
  const { value, size } = codesOfClasses[holder & (2 ** placeClasses - 1)] ?? { value: 0, size: 0 };
  writer.bits(value, size);
}

/** Reads the classes of each document of a list; where it was passed over they are too. */
function readPlaces(
  reader: BitReader,
  count: number,
  documents: DocumentSet | null,
  total: number,
): Uint8Array | null {
  if (documents === null) {
    for (let index = 0; index < count; index++) readClasses(reader);
    return null;
  }
  const places = new Uint8Array(total);
  for (let document = 0; document < total; document++) {
    if (documents.has(document)) places[document] = readClasses(reader);
  }
  return places;
}

const longestCode = Math.max(...codesOfClasses.map(({ size }) => size));

/** For each stretch of bits that begins with a code its classes, and the size of the code in the lowest bits. */
const classesOfBits = new Uint16Array(2 ** longestCode);
const sizeBits = 5;
for (const [classes, { value, size }] of codesOfClasses.entries()) {
  const free = longestCode - size;
  if (size > 0)
    classesOfBits.fill((classes << sizeBits) | size, value << free, (value + 1) << free);
}

/** Reads the classes of one document's places. */
export function readClasses(reader: BitReader): number {
  const entry = classesOfBits[reader.peek(longestCode)] ?? 0;
  if (entry === 0) throw new Error('the shard is damaged');
  reader.skip(entry & (2 ** sizeBits - 1));
  return entry >>> sizeBits;
}

/** Reads one section; `readList` reads the postings behind each term. */
export function readSection(
  reader: BitReader,
  [shard, shardBits]: readonly [number, number],
  readList: (term: number) => void,
): void {
  const count = reader.gamma() - 1;
  const parameter = termParameter(count, shardBits);
  let expected = firstTerm(shard, shardBits);
  for (let index = 0; index < count; index++) {
    const high = reader.unary();
    const term = expected + high * 2 ** parameter + reader.bits(parameter);
    expected = term + 1;
    readList(term);
  }
}

/** Distances are coded like gaps: so many terms among all that a shard can hold. */
function termParameter(count: number, shardBits: number): number {
  return Math.min(31, riceParameter(count, 2 ** (32 - shardBits)));
}

function firstTerm(shard: number, shardBits: number): number {
  return shard * 2 ** (32 - shardBits);
}

function countTerms(terms: Uint32Array, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) {
    if (index === from || terms[index] !== terms[index - 1]) count++;
  }
  return count;
}
