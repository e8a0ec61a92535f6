import type { Archive } from '#archive/archive.ts';
import { type FacetName, facetNames, openFacetCounts } from '#archive/facets.ts';
import type { Card } from '#document/card.ts';
import { compareCodePoints } from '#document/text/order.ts';
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
const facetsKnown = new WeakMap<Archive, Facets>();

/** The facets of an archive, for its lists. */
export type Facets = Readonly<{
  /** Each name with its part of an address. */
  slugs: FacetSlugs;
  /** Determined by the cards of the documents and the slugs. */
  countIn: (documents: readonly Card[], query: string | null) => ListFacets;
}>;

type Slugs = Readonly<Record<string, string>>;

type FacetSlugs = Readonly<Record<FacetName, Slugs>>;

export function facetsOf(archive: Archive): Facets {
  const known = facetsKnown.get(archive) ?? openFacets(archive);
  facetsKnown.set(archive, known);
  return known;
}

function openFacets(archive: Archive): Facets {
  const slugs: FacetSlugs = {
    kinds: slugsOf(archive.kinds),
    organisations: slugsOf(archive.organisations),
    tags: slugsOf(archive.tags),
    speakers: slugsOf(archive.speakers),
    years: slugsOf(archive.years.map(({ year }) => ({ name: year ?? '', slug: year ?? '' }))),
  };
  const countFacets = openFacetCounts();
  return {
    slugs,
    countIn(documents, query) {
      const counts = countFacets(documents, shown);
      const valuesOf = (facet: FacetName) =>
        counts[facet].map(({ name, count }) => ({ name, slug: slugs[facet][name] ?? '', count }));
      const values = {
        kinds: valuesOf('kinds'),
        years: valuesOf('years'),
        organisations: valuesOf('organisations'),
        tags: valuesOf('tags'),
        speakers: valuesOf('speakers'),
      };
      return { values, query };
    },
  };
}

/** By names that are anybody's: without a prototype none of them is found that is not there. */
function slugsOf(terms: readonly Readonly<{ name: string; slug: string }>[]): Slugs {
  const slugs: Record<string, string> = Object.create(null);
  // In an order of their own: that of the groups changes with the number of their documents
  const sorted = terms.toSorted((a, b) => compareCodePoints(a.name, b.name));
  for (const { name, slug } of sorted) slugs[name] = slug;
  return slugs;
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
