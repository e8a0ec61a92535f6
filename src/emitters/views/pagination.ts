import { type Destination, type Link, urlOf } from './frame.ts';
import type { Listed } from './lines.ts';

/** A page of a list: its entries and where it stands among the others. */
export type ListPage<Entry = Listed> = Readonly<{
  path: string;
  documents: readonly Entry[];
  /** Number of entries in the whole list. */
  total: number;
  number: number;
  /** Folder of the list, ending in `/`. */
  folder: string;
  count: number;
}>;

export type PaginationView = Readonly<{
  number: number;
  count: number;
  previous: Link | null;
  next: Link | null;
  pages: readonly Readonly<{ title: string; url: string; current: boolean }>[];
}>;

/** Cuts a list into pages. The first stands in `folder` itself, the others in `folder/page/2/` and so on. */
export function paginate<Entry>(
  documents: readonly Entry[],
  folder: string,
  size: number,
): ListPage<Entry>[] {
  const count = Math.max(1, Math.ceil(documents.length / size));
  return Array.from({ length: count }, (_, index) => ({
    path: pagePath(folder, index + 1),
    documents: documents.slice(index * size, (index + 1) * size),
    total: documents.length,
    number: index + 1,
    folder,
    count,
  }));
}

function pagePath(folder: string, number: number): string {
  return number === 1 ? `${folder}index.html` : `${folder}page/${number}/index.html`;
}

export function paginationView(
  { folder, number, count }: ListPage<unknown>,
  root: string,
  text: Readonly<{ previousPage: string; nextPage: string }>,
): PaginationView | null {
  if (count === 1) return null;
  const link = (to: number, title = String(to)): Link => ({
    title,
    url: urlOf(pagePath(folder, to), root),
  });
  return {
    number,
    count,
    previous: number > 1 ? link(number - 1, text.previousPage) : null,
    next: number < count ? link(number + 1, text.nextPage) : null,
    pages: nearPages(number, count).map((to) => ({ ...link(to), current: to === number })),
  };
}

/** The first, the last, and those near the current page. */
function nearPages(number: number, count: number): number[] {
  const near = [1, number - 2, number - 1, number, number + 1, number + 2, count];
  return [...new Set(near)].filter((page) => page >= 1 && page <= count).sort((a, b) => a - b);
}

/** The breadcrumb of a page behind the first. */
export function pageCrumb({ path, number }: ListPage<unknown>): Destination[] {
  return number === 1 ? [] : [{ title: String(number), page: path }];
}
