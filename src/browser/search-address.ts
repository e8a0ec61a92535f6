import { type Facet, facets } from '#search/library.ts';
import type { Search } from '#search/search.ts';

/** What the address of the search page says. */
export type Asked = Readonly<{
  search: Search;
  all: boolean;
  /** Results that are shown. */
  count: number;
}>;

/** Results that are shown at first: each costs its text. */
export const firstPage = 10;
const mostShown = 1000;

export function readAddress(address: URL): Asked {
  const { searchParams } = address;
  const filters: Partial<Record<Facet, readonly string[]>> = {};
  for (const facet of facets) {
    const values = searchParams.getAll(facet).filter(Boolean);
    if (values.length > 0) filters[facet] = [...new Set(values)];
  }
  return {
    search: {
      text: searchParams.get('q') ?? '',
      filters,
      ...inOrder(yearOf(searchParams.get('from')), yearOf(searchParams.get('to'))),
      sort: searchParams.get('sort') === 'date' ? 'date' : 'relevance',
    },
    all: searchParams.get('all') === '1',
    count: countOf(searchParams.get('n')),
  };
}

/** The part of an address behind the page's name. */
export function writeAddress({ search, all, count }: Asked): string {
  const parameters = new URLSearchParams();
  if (search.text !== '') parameters.set('q', search.text);
  for (const facet of facets) {
    for (const value of search.filters[facet] ?? []) parameters.append(facet, value);
  }
  if (search.from !== null) parameters.set('from', String(search.from));
  if (search.to !== null) parameters.set('to', String(search.to));
  if (search.sort !== 'relevance') parameters.set('sort', search.sort);
  if (all) parameters.set('all', '1');
  if (count > firstPage) parameters.set('n', String(count));
  const written = parameters.toString();
  return written === '' ? '?' : `?${written}`;
}

/** Whether there is anything to look for. */
export function asksSomething({ text, filters, from, to }: Search): boolean {
  const isFiltered = facets.some((facet) => filters[facet] !== undefined);
  return text.trim() !== '' || isFiltered || from !== null || to !== null;
}

/** Years from the earlier to the later, however they were typed. */
export function inOrder(from: number | null, to: number | null) {
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };
}

function countOf(written: string | null): number {
  const count = Number(written ?? '');
  return Number.isInteger(count) ? Math.min(Math.max(count, firstPage), mostShown) : firstPage;
}

/** A year, or the year that a date begins with. */
function yearOf(written: string | null): number | null {
  const year = /^\d{4}/.exec(written ?? '')?.[0];
  return year === undefined ? null : Number(year);
}
