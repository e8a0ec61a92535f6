import { startOf, type WallClock } from '#document/dates/dates.ts';
import type { Summary } from '#document/document.ts';
import { compareCodePoints } from '#document/text/order.ts';
import { compareTexts, type Likeness } from './alike.ts';
import {
  compareTerms,
  type SharedWeights,
  type TermComparison,
  type TermGroups,
} from './shared-terms.ts';

/** Why a document is related to another. */
export type Reason = 'content' | 'organisation' | 'kind' | 'tags';

export type Related = Readonly<{
  document: Summary;
  /** The strongest ones, the strongest first. */
  reasons: readonly Reason[];
  /** The tags that both have, the rarest first. */
  tags: readonly string[];
}>;

export type RelatedInput = TermGroups &
  Readonly<{
    /** Newest first. */
    documents: readonly Summary[];
    /** Sorted pairs of characters of each document's text, by id. */
    samples: ReadonlyMap<string, Uint32Array>;
    /** Whether the page of a document names another one anyway. */
    isNamed: (document: Summary, other: Summary) => boolean;
    /** One for all texts that are near-identical: of such only one is named. */
    leader: (document: Summary) => Summary;
  }>;

/** Related documents that are named: as many as a reader looks through. */
const most = 5;
const mostReasons = 2;

/** A reason of less weight is not told. */
const leastReason = 0.25;

/** Documents without alike texts are related by their terms from this weight on. */
const leastTerms = 0.8;

/** What was found before some documents were edited. */
export type KnownRelated = Readonly<{
  related: ReadonlyMap<string, readonly Related[]>;
  /** Numbers of the documents for which it has to be found anew. */
  affected: ReadonlySet<number>;
}>;

/**
 * Finds up to five related documents for each, by id; documents without any are absent.
 *
 * @param known of the same documents in the same order: then only the affected ones are compared
 */
export function findRelated(
  relations: RelatedInput,
  known: KnownRelated | null = null,
): Map<string, readonly Related[]> {
  const { documents } = relations;
  const terms = compareTerms(documents, relations, known?.affected ?? null);
  const alike = compareTexts(samplesOf(relations), known?.affected ?? null);
  const days = documents.map(({ date }) => (date === null ? undated : dayOf(date)));
  const reasons = openReasons();
  const found = new Map<string, readonly Related[]>();
  // For each document the last one that it was tried for, so that it is tried once for each
  const triedFor = new Int32Array(documents.length).fill(-1);
  for (const [number, document] of documents.entries()) {
    if (known?.affected.has(number) === false) {
      const before = known.related.get(document.id);
      if (before !== undefined) found.set(document.id, before);
      continue;
    }
    const candidates: Candidate[] = [];
    const tryOne = (other: number, likeness: Likeness | null) => {
      if (triedFor[other] === number) return;
      triedFor[other] = number;
      if (likeness === null && terms.total(number, other) < leastTerms) return;
      const shared = terms.weigh(number, other);
      const content = weightOfContent(likeness, shared);
      const points = content + shared.organisation + shared.kind + shared.tags;
      if (content === 0 && points < leastTerms) return;
      const { id } = documents[other] ?? document;
      const distance = Math.abs((days[other] ?? undated) - (days[number] ?? undated));
      candidates.push({ number: other, id, distance, points, content, shared });
    };
    for (const likeness of alike(number)) tryOne(likeness.text, likeness);
    for (const other of terms.candidates(number)) tryOne(other, null);
    candidates.sort(
      (a, b) => b.points - a.points || a.distance - b.distance || compareCodePoints(a.id, b.id),
    );
    const chosen = choose(candidates, number, relations, terms, reasons);
    if (chosen.length > 0) found.set(document.id, chosen);
  }
  return found;
}

/** In the order of the documents. */
export function samplesOf({
  documents,
  samples,
}: Pick<RelatedInput, 'documents' | 'samples'>): Uint32Array[] {
  return documents.map(({ id }) => samples.get(id) ?? new Uint32Array());
}

/** So far from all days that only what is undated too is near. */
const undated = -1e9;

/** A day as a number, each month counted as 31 days. */
function dayOf(date: WallClock): number {
  const [year = 0, month = 1, day = 1] = startOf(date).slice(0, 10).split('-').map(Number);
  return (year * 12 + month) * 31 + day;
}

/** Of equal ones the nearest in time comes first. */
type Candidate = Readonly<{
  number: number;
  id: string;
  /** In days, about. */
  distance: number;
  points: number;
  content: number;
  shared: SharedWeights;
}>;

function reasonsOf({ content, shared: { organisation, kind, tags } }: Candidate): Reason[] {
  const weights: [Reason, number][] = [
    ['content', content],
    ['organisation', organisation],
    ['tags', tags],
    ['kind', kind],
  ];
  return weights
    .filter(([, weight]) => weight >= leastReason)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostReasons)
    .map(([reason]) => reason);
}

/** One list for all documents that are related for the same reasons: five for each document would be many. */
function openReasons(): (candidate: Candidate) => readonly Reason[] {
  const known = new Map<string, readonly Reason[]>();
  return (candidate) => {
    const own = reasonsOf(candidate);
    const name = own.join();
    const reasons = known.get(name) ?? own;
    known.set(name, reasons);
    return reasons;
  };
}

const noTags: readonly string[] = [];

/** The best ones, without what the page names anyway, and one of each group of near-identical texts. */
function choose(
  candidates: readonly Candidate[],
  number: number,
  { documents, isNamed, leader }: RelatedInput,
  terms: TermComparison,
  reasons: (candidate: Candidate) => readonly Reason[],
): Related[] {
  const document = documents[number];
  if (document === undefined || candidates.length === 0) return [];
  const taken = new Set([leader(document)]);
  const chosen: Related[] = [];
  for (const candidate of candidates) {
    const other = documents[candidate.number];
    if (other === undefined || isNamed(document, other) || taken.has(leader(other))) continue;
    taken.add(leader(other));
    const { tags: weight } = candidate.shared;
    const tags = weight === 0 ? noTags : terms.tags(number, candidate.number);
    chosen.push({ document: other, reasons: reasons(candidate), tags });
    if (chosen.length === most) break;
  }
  return chosen;
}

/** Alike texts weigh as much as half an organisation at least, and up to one and a half. */
function weightOfContent(likeness: Likeness | null, shared: SharedWeights): number {
  if (likeness === null) return 0;
  const hasReason = shared.organisation + shared.tags >= leastReason;
  if (!likeness.isCertain && !hasReason) return 0;
  return Math.min(1.5, 0.5 + likeness.share * 4);
}
