import type { Facet } from '#search/library.ts';
import type { FacetCounts, Search } from '#search/search.ts';
import { element } from './elements.ts';
import { firstPage, writeAddress } from './search-address.ts';

/** Words of the page, by name. */
export type Words = Readonly<Record<string, string>>;

const groups = ['kind', 'year', 'organisation', 'tag', 'speaker'] as const;

/** Another search begins with its first results. */
const fromStart = { all: false, count: firstPage } as const;

/** Values of a facet that are shown at first. */
const shown = 8;

/**
 * The values of each facet with their counts: links that add them to the search, or take them away
 * where they are chosen.
 */
export function facetPanel(
  counts: FacetCounts,
  isExact: boolean,
  search: Search,
  words: Words,
): HTMLElement[] {
  const about = isExact ? '' : (words.approximately ?? '');
  return groups.flatMap((group) => {
    const values = counts[group];
    if (values.length === 0 || (values.length === 1 && !isChosen(search, group, values[0]?.slug))) {
      return [];
    }
    const items = values.map(({ name, slug, count }) => {
      const chosen = isChosen(search, group, slug);
      const link = element(
        'a',
        { href: writeAddress({ search: toggled(search, group, slug, chosen), ...fromStart }) },
        element('span', {
          textContent: group === 'year' ? `${name}${words.yearUnit ?? ''}` : name,
        }),
        ' ',
        element('span', { className: 'count', textContent: `${about}${count}` }),
      );
      if (chosen) link.setAttribute('aria-current', 'true');
      return element('li', {}, link);
    });
    const list = element('ul', {}, ...items.slice(0, shown));
    const heading = element('h3', { textContent: words[group] ?? group });
    const section = element('section', {}, heading, list);
    if (items.length > shown) {
      const more = element('button', { type: 'button', textContent: words.more ?? '' });
      more.addEventListener('click', () => {
        list.append(...items.slice(shown));
        more.remove();
        items[shown]?.querySelector('a')?.focus();
      });
      section.append(more);
    }
    return [section];
  });
}

/** The filters that are on, each a link that takes it off. */
export function chosenFilters(search: Search, counts: FacetCounts | null, words: Words): Node[] {
  const chips: Node[] = [];
  const add = (label: string, without: Search) => {
    const remove = element('a', {
      className: 'chip',
      href: writeAddress({ search: without, ...fromStart }),
      textContent: `${label} ×`,
    });
    remove.setAttribute('aria-label', `${words.remove ?? ''} ${label}`);
    chips.push(remove);
  };
  for (const group of groups) {
    if (group === 'year') continue;
    for (const value of search.filters[group] ?? []) {
      const name = counts?.[group].find(({ slug }) => slug === value)?.name ?? value;
      add(name, toggled(search, group, value, true));
    }
  }
  const { from, to } = search;
  if (from !== null || to !== null) {
    const label = from === to ? String(from) : `${from ?? ''}–${to ?? ''}`;
    add(label, { ...search, from: null, to: null });
  }
  return chips;
}

function isChosen(search: Search, group: Facet | 'year', slug: string | undefined): boolean {
  if (group !== 'year') return slug !== undefined && search.filters[group]?.includes(slug) === true;
  return String(search.from) === slug && String(search.to) === slug;
}

function toggled(search: Search, group: Facet | 'year', slug: string, chosen: boolean): Search {
  if (group === 'year') {
    const year = chosen ? null : Number(slug);
    return { ...search, from: year, to: year };
  }
  const { [group]: before = [], ...others } = search.filters;
  // A document has several tags, and one value of any other facet
  const kept = group === 'tag' ? before.filter((value) => value !== slug) : [];
  const values = chosen ? kept : [...kept, slug];
  return { ...search, filters: values.length === 0 ? others : { ...others, [group]: values } };
}
