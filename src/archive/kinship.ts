import type { Summary } from '#document/document.ts';
import type { Fingerprints } from '#document/fingerprint.ts';
import { compareInArchive } from '#document/order.ts';
import { affectedByPairs, affectedByPassages, type Edited } from './affected.ts';
import { leastShared, roughTotal } from './alike.ts';
import { namedBy } from './named.ts';
import { type ComparedDocument, comparePassages, type SharedPassages } from './passages.ts';
import { findRelated, type Related, type Relations, samplesOf } from './related.ts';
import { findSeries, type SeriesPlace } from './series.ts';
import { neighbours } from './shared-terms.ts';

/** What the comparison of all documents with each other gives. */
export type Kinship = Readonly<{
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
export type Comparable = Pick<Relations, 'documents' | 'kinds' | 'tags' | 'organisations'> &
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

/** The kinship of the same documents, and those that were edited since, by their numbers now. */
export type KnownKinship = Readonly<{
  kinship: Pick<Kinship, 'shared' | 'alike' | 'related'>;
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
export function findKinship(
  comparable: Comparable,
  known: KnownKinship | null,
  mostAffected: number = fewDocuments,
): Kinship {
  const affected = known === null ? null : findAffected(comparable, known, mostAffected);
  const { documents } = comparable;
  const compared = comparedDocuments(comparable);
  const { shared, groups, alike } = comparePassages(
    compared,
    known && affected && { ...known.kinship, affected: affected.byPassages },
  );
  const byId = new Map(documents.map((document) => [document.id, document]));
  const variants = groups.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  const series = findSeries(documents, variants);
  const named = namedBy({ shared, variants, series });
  // Of near-identical documents one is named: where their groups are others, so may be all that are named
  const isGroupedAlike = known !== null && isSameMap(known.kinship.alike, alike);
  const related = findRelated(
    { ...comparable, ...named },
    known && affected && isGroupedAlike
      ? { related: known.kinship.related, affected: affected.byRelation }
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
  { kinship, edited }: KnownKinship,
  mostAffected: number,
): Affected | null {
  const { documents, fingerprints } = comparable;
  const samples = samplesOf(comparable);
  const before = samples.map((sample, number) => edited.get(number)?.sample ?? sample);
  if (roughTotal(samples) !== roughTotal(before)) return null;
  const hashes = documents.flatMap(({ id }) => fingerprints.get(id)?.hashes ?? []);
  // Where some are not compared, documents have other numbers there
  if (hashes.length < documents.length) return null;
  const places = new Map<number, number>();
  for (const [number, then] of edited) {
    const document = documents[number];
    if (document === undefined || then.fingerprints === null) return null;
    if (!isGroupedAlike(then.summary, document)) return null;
    const place = placeIn(documents, then.summary, document);
    // Groups of near-identical documents depend on the order in which they are found
    if (place !== number && isAlikeToAny(document.id, kinship.alike)) return null;
    places.set(number, place);
  }
  const editedIn = (numbersOf: (before: BeforeEdit) => Uint32Array): Edited =>
    new Map(
      [...edited].map(([number, then]) => {
        return [number, { numbers: numbersOf(then), place: places.get(number) ?? number }];
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
  const byPlace = [...edited].flatMap(([number, then]) =>
    places.get(number) === number
      ? []
      : besideInGroups(documents[number], then.summary, comparable, neighbours + 1 + edited.size),
  );
  const numbers = new Map(documents.map((document, number) => [document, number]));
  // What a page names as sharing passages it does not name as related
  const byRelation = new Set([...byPairs, ...byPassages]);
  for (const document of byPlace) byRelation.add(numbers.get(document) ?? 0);
  const most = documents.length * mostAffected;
  return byRelation.size > most ? null : { byPassages, byRelation };
}

/** Where an edited document stood: the number of those that come before it as it was. */
function placeIn(documents: readonly Summary[], before: Summary, after: Summary): number {
  let place = 0;
  for (const document of documents) {
    if (document !== after && compareInArchive(document, before) < 0) place++;
  }
  return place;
}

/** Documents that stand beside an edited one in a group, or stood beside it. */
function besideInGroups(
  document: Summary | undefined,
  before: Summary,
  { organisations, tags }: Comparable,
  reach: number,
): Summary[] {
  if (document === undefined) return [];
  return [...organisations, ...tags].flatMap(({ documents }) => {
    const now = documents.indexOf(document);
    if (now < 0) return [];
    return [now, placeIn(documents, before, document)].flatMap((place) =>
      documents.slice(Math.max(0, place - reach), place + reach + 1),
    );
  });
}

function isAlikeToAny(id: string, alike: ReadonlyMap<string, readonly string[]>): boolean {
  return alike.has(id) || [...alike.values()].some((others) => others.includes(id));
}

/** Whether a document still has the terms by which others are related to it, and its place in a series. */
function isGroupedAlike(before: Summary, after: Summary): boolean {
  const terms = ({ kind, organisation, tags }: Summary) =>
    JSON.stringify([kind, organisation, tags]);
  const meeting = (document: Summary) =>
    document.meeting &&
    JSON.stringify([document.title, document.date, document.pieces.length, document.meeting]);
  return terms(before) === terms(after) && meeting(before) === meeting(after);
}

function isSameMap(
  one: ReadonlyMap<string, readonly string[]>,
  other: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([id, ids]) => ids.join() === other.get(id)?.join());
}
