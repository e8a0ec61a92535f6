import type { Archive } from '#archive/archive.ts';
import { type FacetName, facetNames, openFacetCounts } from '#archive/facets.ts';
import type { Summary } from '#document/document.ts';
import { type Frame, searchPage, urlOf } from './frame.ts';

/** Values of a facet that a list shows. */
const shown = 8;

/** The facets of one list, the same for all its pages. */
export type ListFacets = Readonly<{
  values: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** The list as a query of the search page; null where it is none. */
  query: string | null;
}>;

/** A value of a facet with its part of an address, and how many documents of the list have it. */
type FacetValue = Readonly<{ name: string; slug: string; count: number }>;

/** What `partials/facets.njk` needs. */
export type FacetPanelView = Readonly<{
  /** Address to which a value's filter is added; null where filters do not combine. */
  combined: string | null;
  groups: readonly Readonly<{
    title: string;
    url: string;
    values: readonly Readonly<{ title: string; url: string; filter: string; count: number }>[];
  }>[];
}>;

/** Several emitters count the facets of one archive, whose documents need be looked at once only. */
const countersOf = new WeakMap<Archive, ReturnType<typeof openFacetCounts>>();

/** Gives the facets of lists of an archive. */
export function facetsOf(
  archive: Archive,
): (documents: readonly Summary[], query: string | null) => ListFacets {
  const slugs = (facet: Exclude<FacetName, 'years'>) =>
    new Map(archive[facet].map(({ name, slug }) => [name, slug]));
  const all: Readonly<Record<FacetName, ReadonlyMap<string, string>>> = {
    kinds: slugs('kinds'),
    organisations: slugs('organisations'),
    tags: slugs('tags'),
    speakers: slugs('speakers'),
    years: new Map(archive.years.map(({ year }) => [year ?? '', year ?? ''])),
  };
  const countFacets = countersOf.get(archive) ?? openFacetCounts();
  countersOf.set(archive, countFacets);
  return (documents, query) => {
    const counts = countFacets(documents, shown);
    const valuesOf = (facet: FacetName) =>
      counts[facet].map(({ name, count }) => ({ name, slug: all[facet].get(name) ?? '', count }));
    const values = {
      kinds: valuesOf('kinds'),
      years: valuesOf('years'),
      organisations: valuesOf('organisations'),
      tags: valuesOf('tags'),
      speakers: valuesOf('speakers'),
    };
    return { values, query };
  };
}

/** Parameters of the search page, by facet. */
const parameters = {
  kinds: 'kind',
  organisations: 'organisation',
  tags: 'tag',
  speakers: 'speaker',
} as const;

/** A facet's value as a filter of the search page. */
export function filterOf(facet: FacetName, slug: string): string {
  if (facet === 'years') return `from=${slug}&to=${slug}`;
  return `${parameters[facet]}=${encodeURIComponent(slug)}`;
}

export function facetPanelView(
  { values: all, query }: ListFacets,
  { search, text }: Frame,
  root: string,
): FacetPanelView {
  const groups = facetNames.flatMap((facet) => {
    const values = all[facet];
    if (values.length < 2) return [];
    const view = values.map(({ name, slug, count }) => {
      return {
        title: facet === 'years' ? `${name}${text.year}` : name,
        url: urlOf(`${facet}/${slug}/`, root),
        filter: filterOf(facet, slug),
        count,
      };
    });
    return [{ title: text[facet], url: urlOf(`${facet}/`, root), values: view }];
  });
  return { combined: search && query !== null ? `${root}${searchPage}?${query}` : null, groups };
}
