import { findSeries, type SeriesPlace } from '#archive/series.ts';
import type { Summary } from '#document/document.ts';
import type { Fingerprints } from '#document/text/fingerprint.ts';
import { affectedByPairs, affectedByPassages, type Edited } from './affected.ts';
import { leastShared, roughTotal } from './alike.ts';
import { namedBy } from './named.ts';
import { type ComparedDocument, comparePassages, type SharedPassages } from './passages.ts';
import { findRelated, type Related, type RelatedInput, samplesOf } from './related.ts';
import { neighbours } from './shared-terms.ts';

/** What the comparison of all documents with each other gives. */
export type Relations = Readonly<{
  /** What of each document stands in others, by id. */
  shared: ReadonlyMap<string, SharedPassages>;
  /** Near-identical documents: each group and all groups newest first. */
  variants: readonly (readonly Summary[])[];
  /** With which others each was found to be near-identical, by id. */
  alike: ReadonlyMap<string, readonly string[]>;
  /** Documents that are related to one, by its id. */
  related: ReadonlyMap<string, readonly Related[]>;
  /** Where a meeting stands among those of its sort, by the id of its record. */
  series: ReadonlyMap<string, SeriesPlace>;
}>;

/** Documents, newest first, and what of them is compared, by id. */
export type Comparable = Pick<RelatedInput, 'documents' | 'kinds' | 'tags' | 'organisations'> &
  Readonly<{
    fingerprints: ReadonlyMap<string, Fingerprints>;
    /** Samples of the texts, by which they are compared. */
    samples: ReadonlyMap<string, Uint32Array>;
  }>;

/** What of a document was compared before it was edited. */
export type BeforeEdit = Readonly<{
  summary: Summary;
  fingerprints: Fingerprints | null;
  sample: Uint32Array;
}>;

/** The relations of the same documents, and those that were edited since, by their numbers now. */
export type KnownRelations = Readonly<{
  relations: Pick<Relations, 'shared' | 'alike' | 'related'>;
  /** Ids in the order of that time. */
  order: readonly string[];
  edited: ReadonlyMap<number, BeforeEdit>;
}>;

/** More than a part of the archive is compared as fast as all of it. */
const fewDocuments = 1 / 4;

/**
 * Compares all documents with each other; where few were edited, only those that it may make a
 * difference to. The result is the same.
 *
 * @param mostAffected the part of the archive up to which it is done so
 */
export function findRelations(
  comparable: Comparable,
  known: KnownRelations | null,
  mostAffected: number = fewDocuments,
): Relations {
  const affected = known === null ? null : findAffected(comparable, known, mostAffected);
  const { documents } = comparable;
  const compared = comparedDocuments(comparable);
  const { shared, groups, alike } = comparePassages(
    compared,
    known && affected && { ...known.relations, affected: affected.byPassages },
  );
  const byId = new Map(documents.map((document) => [document.id, document]));
  const variants = groups.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  const series = findSeries(documents, variants);
  const named = namedBy({ shared, variants, series });
  // Of near-identical documents one is named: where their groups are others, so may be all that are named
  const hasSameGroups = known !== null && isSameMap(known.relations.alike, alike);
  const related = findRelated(
    { ...comparable, ...named },
    known && affected && hasSameGroups
      ? { related: known.relations.related, affected: affected.byRelation }
      : null,
  );
  return { shared, variants, alike, related, series };
}

function comparedDocuments({ documents, fingerprints }: Comparable): ComparedDocument[] {
  return documents.flatMap(({ id, characters }) => {
    const own = fingerprints.get(id);
    return own === undefined ? [] : [{ id, characters, fingerprints: own }];
  });
}

type Affected = Readonly<{ byPassages: ReadonlySet<number>; byRelation: ReadonlySet<number> }>;

/** The documents that have to be compared anew; null where it may be all. */
function findAffected(
  comparable: Comparable,
  { relations, order, edited }: KnownRelations,
  mostAffected: number,
): Affected | null {
  const { documents, fingerprints } = comparable;
  const samples = samplesOf(comparable);
  const before = samples.map((sample, number) => edited.get(number)?.sample ?? sample);
  if (roughTotal(samples) !== roughTotal(before)) return null;
  const hashes = documents.flatMap(({ id }) => fingerprints.get(id)?.hashes ?? []);
  // Where some are not compared, documents have other numbers there
  if (hashes.length < documents.length) return null;
  const isMoved = documents.some(({ id }, number) => order[number] !== id);
  for (const [number, then] of edited) {
    const document = documents[number];
    if (document === undefined || then.fingerprints === null) return null;
    if (!hasSameTerms(then.summary, document)) return null;
    // Groups of near-identical documents depend on the order in which they are found
    if (isMoved && isAlikeToAny(document.id, relations.alike)) return null;
  }
  const former = formerPlaces(documents, order, edited);
  const editedIn = (numbersOf: (before: BeforeEdit) => Uint32Array): Edited =>
    new Map(
      [...edited].map(([number, then]) => {
        return [number, { numbers: numbersOf(then), place: former.place(documents, number) }];
      }),
    );
  const byPassages = affectedByPassages(
    hashes,
    editedIn((then) => then.fingerprints?.hashes ?? new Uint32Array()),
  );
  const byPairs = affectedByPairs(
    samples,
    editedIn(({ sample }) => sample),
    leastShared,
  );
  // What a page names as sharing passages it does not name as related
  const byRelation = new Set([...byPairs, ...byPassages]);
  for (const [number, then] of edited) {
    const document = documents[number];
    // Of equally related documents the nearest in time is named
    const isElsewhere = isMoved || then.summary.date?.value !== document?.date?.value;
    if (document === undefined || !isElsewhere) continue;
    const reach = neighbours + 1 + edited.size;
    for (const beside of besideInGroups(document, comparable, reach, former.place)) {
      byRelation.add(former.numbers.get(beside) ?? 0);
    }
  }
  const most = documents.length * mostAffected;
  return byRelation.size > most ? null : { byPassages, byRelation };
}

type FormerPlaces = Readonly<{
  numbers: ReadonlyMap<Summary, number>;
  /**
   * Where a document with a number stood in a list: the place of the first one there that was not
   * edited and came after it.
   */
  place: (list: readonly Summary[], number: number) => number;
}>;

function formerPlaces(
  documents: readonly Summary[],
  order: readonly string[],
  edited: KnownRelations['edited'],
): FormerPlaces {
  const numbers = new Map(documents.map((document, number) => [document, number]));
  const ranks = new Map(order.map((id, rank) => [id, rank]));
  const rankOf = (document: Summary | undefined) => ranks.get(document?.id ?? '') ?? 0;
  return {
    numbers,
    place(list, number) {
      const rank = rankOf(documents[number]);
      const found = list.findIndex(
        (other) => rankOf(other) > rank && !edited.has(numbers.get(other) ?? 0),
      );
      return found < 0 ? list.length : found;
    },
  };
}

/** Documents that stand beside an edited one in a group, or stood beside it. */
function besideInGroups(
  document: Summary,
  { documents: all, organisations, tags }: Comparable,
  reach: number,
  formerPlace: FormerPlaces['place'],
): Summary[] {
  return [...organisations, ...tags].flatMap(({ documents }) => {
    const now = documents.indexOf(document);
    if (now < 0) return [];
    return [now, formerPlace(documents, all.indexOf(document))].flatMap((place) =>
      documents.slice(Math.max(0, place - reach), place + reach + 1),
    );
  });
}

function isAlikeToAny(id: string, alike: ReadonlyMap<string, readonly string[]>): boolean {
  return alike.has(id) || [...alike.values()].some((others) => others.includes(id));
}

/** Whether a document still has the terms by which others are related to it, and its place in a series. */
function hasSameTerms(before: Summary, after: Summary): boolean {
  const terms = ({ kind, organisations, tags }: Summary) =>
    JSON.stringify([kind, organisations, tags]);
  const meeting = (document: Summary) =>
    document.meetings.length > 0 &&
    JSON.stringify([document.title, document.date, document.pieces.length, document.meetings]);
  return terms(before) === terms(after) && meeting(before) === meeting(after);
}

function isSameMap(
  one: ReadonlyMap<string, readonly string[]>,
  other: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([id, ids]) => ids.join(' ') === other.get(id)?.join(' '));
}
