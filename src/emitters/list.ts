import type { Content, Tools } from './emitter.ts';
import { facetPanelView, type ListFacets } from './facet-panel.ts';
import { type Destination, type Frame, pageView, urlOf } from './frame.ts';
import { lineView } from './lines.ts';
import { type ListPage, pageCrumb, paginationView } from './pagination.ts';

/** One page of a list of documents. */
export type ListInput = Readonly<{
  frame: Frame;
  page: ListPage;
  title: string;
  section: string;
  /** The breadcrumbs above the list. */
  parents: readonly Destination[];
  facets: ListFacets;
}>;

export function produceList(input: ListInput, { render }: Tools): Content {
  const { frame, page: list, title, section, parents, facets } = input;
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
    titleIndex: list.folder === 'documents/' ? urlOf('titles/', page.root) : null,
    documents: list.documents.map((document) => lineView(document, page.root)),
    facets: facetPanelView(facets, frame, page.root),
    pagination: paginationView(list, page.root, frame.text),
  });
}
