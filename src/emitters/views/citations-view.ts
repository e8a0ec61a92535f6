import type { Citations } from '#archive/citations.ts';
import type { BodyPage } from '#render/flow.ts';
import { type LineView, lineView } from './lines.ts';

/** What a document cites of the archive, each with the keys by which it does, and what cites it. */
export type CitationsView = Readonly<{
  cited: readonly Readonly<{ line: LineView; articles: number; keys: readonly string[] }>[];
  citing: readonly LineView[];
}>;

/** A law may be cited by all others. */
const mostCiting = 20;

/** The citations of a document for its page, `root` of which leads to the site's. */
export function citationsView({ cited, citing }: Citations, root: string): CitationsView {
  return {
    cited: cited.map(({ document, keys }) => {
      return { line: lineView(document, root), articles: document.articles, keys };
    }),
    citing: citing.slice(0, mostCiting).map((document) => lineView(document, root)),
  };
}

/** The pages to which the words of a body lead, by what it calls them. */
export function pagesCited({ cited }: CitationsView): NonNullable<BodyPage['citations']> {
  return new Map(
    cited.flatMap(({ line: { url }, articles, keys }) =>
      keys.map((key) => [key, { url, articles }] as const),
    ),
  );
}
