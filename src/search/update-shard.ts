import { createBitReader, createBitWriter } from './bits.ts';
import type { DocumentTerms } from './document-terms.ts';
import { readNumbers } from './postings.ts';
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

/** How many documents an index had and has, and which numbers they have now. */
export type Renumbering = Readonly<{
  before: number;
  now: number;
  /** By the number that a document had; `gone` where it is not there any more. null where all have theirs. */
  numbers: Int32Array | null;
}>;

/** In place of the number of a document that is not there any more. */
export const gone = -1;

/** Gives the bytes of a shard after some changes, of those that it had. */
export type UpdateShard = (
  shard: number,
  bytes: Uint8Array,
  changes: readonly TermChange[],
) => Uint8Array;

/**
 * Prepares to update shards: what comes of it the whole index would give if it were made anew with as many
 * shards. Changes are by the numbers that documents have now.
 *
 * @param classesOf the classes of a term's places in a document: asked for where a list becomes so
 *   long that it tells them
 */
export function openShardUpdate(
  shardBits: number,
  documents: Renumbering,
  classesOf: (document: number, term: number) => number,
): UpdateShard {
  const writer = createBitWriter();
  const room = new Uint32Array(documents.before);
  const spare = new Uint32Array(documents.before);
  const postings = openPostings();
  return (shard, bytes, changes) => {
    const place = [shard, shardBits] as const;
    const reader = createBitReader(bytes);
    const bySection = Map.groupBy(changes, ({ section }) => section);
    for (const section of sections) {
      const own = Map.groupBy(bySection.get(section) ?? [], ({ term }) => term);
      const changed = Uint32Array.from(own.keys()).sort();
      let next = 0;
      /** Changes the list that was gathered last. */
      const change = (term: number, wasTold: boolean) => {
        const some = own.get(term);
        if (some !== undefined) postings.replace(term, changeList(postings.last(), some));
        if (wasTold || !tellsPlaces(section, term, postings.last().length)) return;
        postings.replace(term, tellClasses(postings.last(), term, classesOf));
      };
      const takeNew = (before: number) => {
        for (; next < changed.length && (changed[next] ?? 0) < before; next++) {
          postings.begin(0);
          change(changed[next] ?? 0, false);
        }
      };
      postings.clear();
      readSection(reader, place, (term) => {
        takeNew(term);
        if (changed[next] === term) next++;
        const count = readNumbers(reader, documents.before, room, spare);
        const isTold = tellsPlaces(section, term, count);
        postings.begin(count);
        for (let index = 0; index < count; index++) {
          const classes = isTold ? readClasses(reader) : 0;
          const before = room[index] ?? 0;
          const number = documents.numbers === null ? before : (documents.numbers[before] ?? gone);
          if (number !== gone) postings.add(term, holderOf(number, classes));
        }
        postings.sortLast();
        change(term, isTold);
      });
      takeNew(Number.POSITIVE_INFINITY);
      const all = postings.all();
      writeSection(writer, section, all, [0, all.terms.length], place, documents.now);
    }
    return writer.finish();
  };
}

/** Gathers lists of ascending terms in memory that is used again; a term that nothing holds is left out. */
function openPostings() {
  let terms = new Uint32Array(8192);
  let holders = new Uint32Array(8192);
  let first = 0;
  let length = 0;
  const begin = (most: number) => {
    first = length;
    if (length + most <= terms.length) return;
    [terms, holders] = [enlarged(terms, length + most), enlarged(holders, length + most)];
  };
  return {
    clear(): void {
      first = 0;
      length = 0;
    },
    /** Begins a list of at most so many. */
    begin,
    add(term: number, holder: number): void {
      terms[length] = term;
      holders[length++] = holder;
    },
    /** What the last list holds, until something is gathered. */
    last: (): Uint32Array => holders.subarray(first, length),
    sortLast(): void {
      for (let index = first + 1; index < length; index++) {
        if ((holders[index] ?? 0) >= (holders[index - 1] ?? 0)) continue;
        holders.subarray(first, length).sort();
        return;
      }
    },
    replace(term: number, list: Uint32Array): void {
      length = first;
      begin(list.length);
      terms.fill(term, length, length + list.length);
      holders.set(list, length);
      length += list.length;
    },
    all: (): Postings => ({
      terms: terms.subarray(0, length),
      holders: holders.subarray(0, length),
    }),
  };
}

function enlarged(list: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(least * 2);
  larger.set(list);
  return larger;
}

function changeList(holders: Uint32Array, changes: readonly TermChange[]): Uint32Array {
  const changed = new Set(changes.map(({ document }) => document));
  const after = new Uint32Array(holders.length + changes.length);
  let length = 0;
  for (const holder of holders) if (!changed.has(holder >>> placeClasses)) after[length++] = holder;
  for (const { document, classes } of changes) {
    if (classes !== null) after[length++] = holderOf(document, classes);
  }
  return after.subarray(0, length).sort();
}

function tellClasses(
  holders: Uint32Array,
  term: number,
  classesOf: (document: number, term: number) => number,
): Uint32Array {
  return holders.map((holder) => {
    const document = holder >>> placeClasses;
    return holderOf(document, classesOf(document, term));
  });
}
