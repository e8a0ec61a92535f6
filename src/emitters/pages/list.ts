import type { NameFact } from '#archive/archive.ts';
import type { Summary } from '#document/document.ts';
import type { Content, Plan, Tools } from '#emitters/emitter.ts';
import { type Facets, facetPanelView, type ListFacets } from '#emitters/views/facet-panel.ts';
import { type Destination, type Frame, pageView, urlOf } from '#emitters/views/frame.ts';
import { lineView, listed } from '#emitters/views/lines.ts';
import { type ListPage, pageCrumb, paginate, paginationView } from '#emitters/views/pagination.ts';

/** One page of a list of documents. */
export type ListInput = Readonly<{
  frame: Frame;
  page: ListPage;
  title: string;
  section: string;
  /** The breadcrumbs above the list. */
  parents: readonly Destination[];
  /** What is said of the body or the person whose documents they are. */
  facts?: readonly NameFact[];
  facets: ListFacets;
}>;

/** Documents of which a list is made, with the folder of its pages and how many a page shows. */
type List = Readonly<{ documents: readonly Summary[]; folder: string; size: number }>;

/**
 * The pages of a list.
 *
 * @param query the list as a query of the search page; null where it is none
 */
export function* planList(
  { documents, folder, size }: List,
  heading: Omit<ListInput, 'page' | 'facets'>,
  facets: Facets,
  query: string | null,
): Iterable<Plan<ListInput>> {
  let counted: ListFacets | null = null;
  const { frame, ...words } = heading;
  for (const page of paginate(documents, folder, size)) {
    const input = () => {
      counted ??= facets.countIn(documents, query);
      const shown = { ...page, documents: page.documents.map(listed) };
      return { ...heading, page: shown, facets: counted };
    };
    const dependencies = () => {
      const { documents: cards, ...place } = page;
      return {
        cards,
        lists: [documents],
        shared: [frame, facets.slugs],
        values: [words, place, query],
      };
    };
    yield { path: page.path, input, dependencies };
  }
}

export function produceList(input: ListInput, { render }: Tools): Content {
  const { frame, page: list, title, section, parents, facts = [], facets } = input;
  const crumbs = [...parents, { title, page: list.folder }, ...pageCrumb(list)];
  const page = pageView(frame, {
    path: list.path,
    title: list.number === 1 ? title : `${title} (${list.number}/${list.count})`,
    section,
    breadcrumbs: crumbs.slice(0, -1),
  });
  return render('list.njk', {
    page,
    text: frame.text,
    heading: title,
    total: list.total,
    facts,
    titleIndex: list.folder === 'documents/' ? urlOf('titles/', page.root) : null,
    documents: list.documents.map((document) => lineView(document, page.root)),
    facets: facetPanelView(facets, frame, page.root),
    pagination: paginationView(list, page.root, frame.text),
  });
}
