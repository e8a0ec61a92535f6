import type { Summary } from '#document/document.ts';
import { unknownKind } from '#document/kinds.ts';
import type { TermGroup } from './groups.ts';

/** What two documents have in common beside their texts, each with its weight from 0 to 1. */
export type SharedTerms = Readonly<{
  organisation: number;
  kind: number;
  tags: readonly Readonly<{ name: string; weight: number }>[];
}>;

export type TermGroups = Readonly<Record<'organisations' | 'kinds' | 'tags', readonly TermGroup[]>>;

/** Of a group of documents those that stand nearest to one are tried, so many on each side. */
export const neighbours = 4;

/** Tags that a document is compared by, the rarest. */
const mostTags = 8;

/** A common kind says less than a common organisation or tag. */
const kindWeight = 0.5;

type Compared = Readonly<{ organisation: string | null; kind: string; tags: readonly string[] }>;

export type TermComparison = Readonly<{
  /** Documents with the same organisation or a tag in common that stand nearest, by number. */
  candidates: (number: number) => Iterable<number>;
  compare: (one: number, other: number) => SharedTerms;
}>;

/**
 * Compares documents by their organisation, kind and tags. A term weighs by how few documents have
 * it, as words do in information retrieval (Spärck Jones 1972): 1 if hardly any, 0 if all.
 */
export function compareTerms(documents: readonly Summary[], groups: TermGroups): TermComparison {
  const numbers = new Map(documents.map((document, number) => [document, number]));
  const near = documents.map((): number[] => []);
  for (const { documents: members } of [...groups.organisations, ...groups.tags]) {
    for (const [place, document] of members.entries()) {
      const own = near[numbers.get(document) ?? 0];
      if (own === undefined || own.length >= neighbours * 2 * (mostTags + 1)) continue;
      for (const other of members.slice(Math.max(0, place - neighbours), place + neighbours + 1)) {
        if (other !== document) own.push(numbers.get(other) ?? 0);
      }
    }
  }
  const weights = {
    organisations: weigh(groups.organisations, documents.length),
    kinds: weigh(groups.kinds, documents.length),
    tags: weigh(groups.tags, documents.length),
  };
  const known: Compared[] = [];
  const comparedAt = (number: number): Compared | undefined => {
    const document = documents[number];
    if (document === undefined) return undefined;
    known[number] ??= comparedOf(document, weights.tags);
    return known[number];
  };
  return {
    candidates: (number) => near[number] ?? [],
    compare(one, other) {
      const [a, b] = [comparedAt(one), comparedAt(other)];
      if (a === undefined || b === undefined) return { organisation: 0, kind: 0, tags: [] };
      const organisation = a.organisation === b.organisation ? (a.organisation ?? '') : '';
      return {
        organisation: weights.organisations.get(organisation) ?? 0,
        kind: a.kind === b.kind ? kindWeight * (weights.kinds.get(a.kind) ?? 0) : 0,
        tags: a.tags
          .filter((name) => b.tags.includes(name))
          .map((name) => ({ name, weight: weights.tags.get(name) ?? 0 })),
      };
    },
  };
}

function weigh(groups: readonly TermGroup[], total: number): Map<string, number> {
  return new Map(
    groups.map(({ name, documents }) => [
      name,
      total < 2 ? 0 : Math.log(total / documents.length) / Math.log(total),
    ]),
  );
}

/** A document that nothing tells the kind of is of no kind. */
function comparedOf(
  { organisation, kind, tags }: Summary,
  weights: ReadonlyMap<string, number>,
): Compared {
  const weightOf = (name: string) => weights.get(name) ?? 0;
  return {
    organisation: organisation?.name ?? null,
    kind: kind.slug === unknownKind ? '' : kind.name,
    tags: [...new Set(tags.map(({ name }) => name))]
      .sort((a, b) => weightOf(b) - weightOf(a))
      .slice(0, mostTags),
  };
}
