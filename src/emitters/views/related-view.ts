import type { Reason, Related } from '#archive/compare/related.ts';
import type { SeriesPlace } from '#archive/series.ts';
import type { Language } from '#languages/language.ts';
import { type DateView, dateView, type LineView, lineView } from './lines.ts';

/** A related document with the reasons, as `内容相近、同一单位`. */
export type RelatedView = Readonly<{
  title: string;
  url: string;
  date: DateView | null;
  reasons: string;
}>;

export function relatedView(
  related: readonly Related[],
  text: Language['interface'],
  root: string,
): RelatedView[] {
  const words: Readonly<Record<Reason, string>> = {
    content: text.relatedByText,
    organisation: text.relatedByOrganisation,
    tags: text.relatedByTags,
    kind: text.relatedByKind,
  };
  return related.map(({ document, reasons, tags }) => {
    const { title, url } = lineView(document, root);
    const why = reasons
      .map((reason) =>
        reason === 'tags' ? `${words.tags} ${tags.join(text.listComma)}` : words[reason],
      )
      .join(text.listComma);
    return { title, url, date: dateView(document.date), reasons: why };
  });
}

/** A meeting's place in its series; null where it stands in none. */
export type SeriesView = Readonly<{
  name: string;
  number: number;
  count: number;
  previous: LineView | null;
  next: LineView | null;
}>;

export function seriesView(place: SeriesPlace | null, root: string): SeriesView | null {
  if (place === null) return null;
  const { name, number, count, previous, next } = place;
  return {
    name,
    number,
    count,
    previous: previous && lineView(previous, root),
    next: next && lineView(next, root),
  };
}
