import { type BitReader, createBitReader, createBitWriter } from './bits.ts';
import type { DocumentTerms } from './document-terms.ts';
import { readPostings } from './postings.ts';
import {
  holderOf,
  type Postings,
  readClasses,
  readSection,
  type Section,
  sections,
  shardOf,
  tellsPlaces,
  writeSection,
} from './shard.ts';
import { placeClasses } from './terms.ts';

/** A document holds a term now, at places of these classes, or not any more: null. */
export type TermChange = Readonly<{
  section: Section;
  term: number;
  document: number;
  classes: number | null;
}>;

/** The terms of one document by section; pinyin is not of the text. */
export type SectionTerms = DocumentTerms & Readonly<{ pinyin: Uint32Array }>;

/** What changes in the index when a document has other terms. */
export function compareDocumentTerms(
  document: number,
  before: SectionTerms,
  after: SectionTerms,
): TermChange[] {
  const changes: TermChange[] = [];
  for (const section of sections) {
    const [old, now] = [withClasses(before, section), withClasses(after, section)];
    for (const term of old.keys()) {
      if (!now.has(term)) changes.push({ section, term, document, classes: null });
    }
    for (const [term, classes] of now) {
      if (old.get(term) !== classes) changes.push({ section, term, document, classes });
    }
  }
  return changes;
}

function withClasses(own: SectionTerms, section: Section): Map<number, number> {
  if (section === 'anywhere') {
    const { terms, places } = own.anywhere;
    return new Map([...terms].map((term, index) => [term, places[index] ?? 0]));
  }
  return new Map([...own[section]].map((term) => [term, 0]));
}

/** Changes by the shard that they belong to. */
export function changesByShard(
  changes: readonly TermChange[],
  shardBits: number,
): Map<number, TermChange[]> {
  return Map.groupBy(changes, ({ term }) => shardOf(term, shardBits));
}

/**
 * The bytes of a shard after some changes: those that the whole index would give if it were made anew
 * with as many shards and documents.
 *
 * @param bytes the shard as it was
 * @param total number of documents
 * @param classesOf the classes of a term's places in a document: asked for where a list becomes so
 *   long that it tells them
 */
export function updateShard(
  bytes: Uint8Array,
  changes: readonly TermChange[],
  place: readonly [shard: number, shardBits: number],
  total: number,
  classesOf: (document: number, term: number) => number,
): Uint8Array {
  const reader = createBitReader(bytes);
  const writer = createBitWriter();
  const bySection = Map.groupBy(changes, ({ section }) => section);
  for (const section of sections) {
    const lists = new Map<number, number[]>();
    readSection(reader, place, (term) => {
      const documents = readNumbers(reader, total);
      const told = tellsPlaces(section, term, documents.length);
      lists.set(
        term,
        documents.map((document) => holderOf(document, told ? readClasses(reader) : 0)),
      );
    });
    const own = Map.groupBy(bySection.get(section) ?? [], ({ term }) => term);
    for (const [term, changed] of own) {
      const before = lists.get(term) ?? [];
      const after = changeList(before, changed);
      const isTold = tellsPlaces(section, term, after.length);
      const wasTold = tellsPlaces(section, term, before.length);
      if (after.length === 0) lists.delete(term);
      else lists.set(term, isTold && !wasTold ? tellClasses(after, term, classesOf) : after);
    }
    const postings = flatten(lists);
    writeSection(writer, section, postings, [0, postings.terms.length], place, total);
  }
  return writer.finish();
}

/** A posting list, ascending. */
function readNumbers(reader: BitReader, total: number): number[] {
  const numbers: number[] = [];
  const others: number[] = [];
  const count = readPostings(reader, total, {
    add: (number) => numbers.push(number),
    remove: (number) => others.push(number),
    fill: () => {},
  });
  if (numbers.length === count) return numbers;
  const isAbsent = new Set(others);
  return Array.from({ length: total }, (_, number) => number).filter(
    (number) => !isAbsent.has(number),
  );
}

function changeList(holders: readonly number[], changes: readonly TermChange[]): number[] {
  const changed = new Set(changes.map(({ document }) => document));
  const kept = holders.filter((holder) => !changed.has(holder >>> placeClasses));
  const added = changes.flatMap(({ document, classes }) => {
    return classes === null ? [] : [holderOf(document, classes)];
  });
  return [...kept, ...added].sort((a, b) => a - b);
}

function tellClasses(
  holders: readonly number[],
  term: number,
  classesOf: (document: number, term: number) => number,
): number[] {
  return holders.map((holder) => {
    const document = holder >>> placeClasses;
    return holderOf(document, classesOf(document, term));
  });
}

function flatten(lists: ReadonlyMap<number, readonly number[]>): Postings {
  const sorted = [...lists].sort(([a], [b]) => a - b);
  const count = sorted.reduce((sum, [, holders]) => sum + holders.length, 0);
  const postings = { terms: new Uint32Array(count), holders: new Uint32Array(count) };
  let place = 0;
  for (const [term, holders] of sorted) {
    postings.terms.fill(term, place, place + holders.length);
    postings.holders.set(holders, place);
    place += holders.length;
  }
  return postings;
}
