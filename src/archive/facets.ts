import type { Summary, Term } from '#document/document.ts';
import { compareCodePoints } from '#document/order.ts';

/** By what a list of documents can be narrowed, with the names of the archive's groups. */
export const facetNames = ['kinds', 'years', 'organisations', 'tags', 'speakers'] as const;
export type FacetName = (typeof facetNames)[number];

/** A value of a facet, and how many documents of a list have it. */
type FacetCount = Readonly<{ name: string; count: number }>;

/** The most frequent values of each facet. */
export type FacetCounts = Readonly<Record<FacetName, readonly FacetCount[]>>;

/** Counts the values of each facet in a list; gives at most `most` of each. */
export function countFacets(documents: readonly Summary[], most: number): FacetCounts {
  const counts: Record<FacetName, Map<string, number>> = {
    kinds: new Map(),
    years: new Map(),
    organisations: new Map(),
    tags: new Map(),
    speakers: new Map(),
  };
  const add = (facet: FacetName, term: Pick<Term, 'name'> | null) => {
    if (term === null) return;
    counts[facet].set(term.name, (counts[facet].get(term.name) ?? 0) + 1);
  };
  for (const { kind, date, organisation, tags, speaker } of documents) {
    add('kinds', kind);
    add('organisations', organisation);
    add('speakers', speaker);
    add('years', date && { name: date.value.slice(0, 4) });
    for (const tag of tags) add('tags', tag);
  }
  const mostFrequent = (facet: FacetName) =>
    [...counts[facet]]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || compareCodePoints(a.name, b.name))
      .slice(0, most);
  return {
    kinds: mostFrequent('kinds'),
    years: mostFrequent('years').sort((a, b) => compareCodePoints(b.name, a.name)),
    organisations: mostFrequent('organisations'),
    tags: mostFrequent('tags'),
    speakers: mostFrequent('speakers'),
  };
}
