import type { TermGroup } from '#archive/groups.ts';
import type { Summary } from '#document/document.ts';
import { unknownKind } from '#document/kind/kinds.ts';

/** What two documents have in common beside their texts, each weighed from 0 to 1; tags in all. */
export type SharedWeights = Readonly<{ organisation: number; kind: number; tags: number }>;

export type TermGroups = Readonly<Record<'organisations' | 'kinds' | 'tags', readonly TermGroup[]>>;

/** Of a group of documents those that stand nearest to one are tried, so many on each side. */
export const neighbours = 4;

/** Tags that a document is compared by, the rarest. */
const mostTags = 8;

/** A common kind says less than a common organisation or tag. */
const kindWeight = 0.5;

/** The terms that a document is compared by: groups by their numbers, -1 for none. */
type Compared = Readonly<{
  organisations: readonly number[];
  kind: number;
  tags: readonly number[];
}>;

/** Documents are named by their numbers. */
export type TermComparison = Readonly<{
  /** Documents with the same organisation or a tag in common that stand nearest; some of them twice. */
  candidates: (number: number) => readonly number[];
  weigh: (one: number, other: number) => SharedWeights;
  /** The sum of these weights: asked of many pairs of documents that prove to have little in common. */
  total: (one: number, other: number) => number;
  /** The names of the tags that both have, the rarest first. */
  tags: (one: number, other: number) => string[];
}>;

/**
 * Compares documents by their organisation, kind and tags. A term weighs by how few documents have
 * it, as words do in information retrieval (Spärck Jones 1972): 1 if hardly any, 0 if all.
 *
 * @param only numbers of the documents whose candidates are asked for; null for all
 */
export function compareTerms(
  documents: readonly Summary[],
  groups: TermGroups,
  only: ReadonlySet<number> | null = null,
): TermComparison {
  const organisations = openGroups(groups.organisations, documents.length);
  const kinds = openGroups(groups.kinds, documents.length);
  const tags = openGroups(groups.tags, documents.length);
  const known: Compared[] = [];
  const comparedAt = (number: number): Compared => {
    const document = documents[number];
    if (document === undefined) return nothing;
    known[number] ??= {
      organisations: document.organisations.map(({ name }) => organisations.numberOf(name)),
      // A document that nothing tells the kind of is of no kind
      kind: document.kind.slug === unknownKind ? none : kinds.numberOf(document.kind.name),
      tags: [...new Set(document.tags.map(({ name }) => tags.numberOf(name)))]
        .sort((a, b) => tags.weightOf(b) - tags.weightOf(a))
        .slice(0, mostTags),
    };
    return known[number];
  };
  const near = findNear(documents, [...groups.organisations, ...groups.tags], only);
  const ofOrganisations = (a: Compared, b: Compared) => {
    let weight = 0;
    for (const organisation of a.organisations)
      if (b.organisations.includes(organisation))
        weight = Math.max(weight, organisations.weightOf(organisation));
    return weight;
  };
  const ofKind = (a: Compared, b: Compared) =>
    a.kind === b.kind ? kindWeight * kinds.weightOf(a.kind) : 0;
  const ofTags = (a: Compared, b: Compared) => {
    let sum = 0;
    for (let place = 0; place < a.tags.length; place++) {
      const tag = a.tags[place] ?? none;
      if (b.tags.includes(tag)) sum += tags.weightOf(tag);
    }
    return sum;
  };
  return {
    candidates: (number) => near.get(number) ?? [],
    weigh(one, other) {
      const a = comparedAt(one);
      const b = comparedAt(other);
      return { organisation: ofOrganisations(a, b), kind: ofKind(a, b), tags: ofTags(a, b) };
    },
    total(one, other) {
      const a = comparedAt(one);
      const b = comparedAt(other);
      return ofOrganisations(a, b) + ofKind(a, b) + ofTags(a, b);
    },
    tags(one, other) {
      const others = comparedAt(other).tags;
      return comparedAt(one)
        .tags.filter((tag) => others.includes(tag))
        .map((tag) => groups.tags[tag]?.name ?? '');
    },
  };
}

const none = -1;
const nothing: Compared = { organisations: [], kind: none, tags: [] };

type Numbered = Readonly<{
  numberOf: (name: string | undefined) => number;
  weightOf: (number: number) => number;
}>;

function openGroups(groups: readonly TermGroup[], total: number): Numbered {
  const numbers = new Map(groups.map(({ name }, number) => [name, number]));
  const weights = groups.map(({ documents }) =>
    total < 2 ? 0 : Math.log(total / documents.length) / Math.log(total),
  );
  return {
    numberOf: (name) => (name === undefined ? none : (numbers.get(name) ?? none)),
    weightOf: (number) => weights[number] ?? 0,
  };
}

/** For each document those that stand nearest to it in the groups. */
function findNear(
  documents: readonly Summary[],
  groups: readonly TermGroup[],
  only: ReadonlySet<number> | null,
): ReadonlyMap<number, readonly number[]> {
  const numbers = new Map(documents.map((document, number) => [document, number]));
  const near = new Map<number, number[]>();
  for (const number of only ?? documents.keys()) near.set(number, []);
  const asked = only && [...only].flatMap((number) => documents[number] ?? []);
  const terms = asked?.flatMap(({ organisations, tags }) =>
    [...organisations, ...tags].map(nameOf),
  );
  const names = terms && new Set(terms);
  for (const group of groups) {
    if (names?.has(group.name) === false) continue;
    const members = group.documents.map((document) => numbers.get(document) ?? 0);
    for (let place = 0; place < members.length; place++) {
      const number = members[place] ?? 0;
      const own = near.get(number);
      if (own === undefined || own.length >= neighbours * 2 * (mostTags + 1)) continue;
      const last = Math.min(members.length - 1, place + neighbours);
      for (let beside = Math.max(0, place - neighbours); beside <= last; beside++) {
        const other = members[beside] ?? 0;
        if (other !== number) own.push(other);
      }
    }
  }
  return near;
}

function nameOf({ name }: Readonly<{ name: string }>): string {
  return name;
}
