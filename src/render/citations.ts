import { findCitations } from '#document/citations/citations.ts';
import type { Mark } from '#document/text/blocks.ts';
import type { RichText } from '#document/text/rich-text.ts';
import type { BodyPage } from './flow.ts';

/** The place of an article in the page of its law. */
export function articleAnchor(article: number): string {
  return `article-${article}`;
}

/**
 * The marks of a text with those of what it cites and the archive has, each with the address of that. Marks lie apart,
 * and links in no links.
 */
export function withCitations(
  { text, inline }: RichText,
  marks: readonly Mark[],
  { citations }: BodyPage,
): readonly Mark[] {
  if (citations === undefined || citations.size === 0) return marks;
  const isFree = ({ from, to }: Readonly<{ from: number; to: number }>) =>
    marks.every((mark) => to <= mark.from || from >= mark.to) &&
    inline.every((mark) => mark.is !== 'link' || to <= mark.from || from >= mark.to);
  const cited = findCitations(text).flatMap(({ to, readings, article }): Mark[] => {
    const reading = readings.find(({ key }) => citations.has(key));
    const page = reading && citations.get(reading.key);
    if (reading === undefined || page === undefined) return [];
    const { from } = reading;
    if (!isFree({ from, to })) return [];
    const place = article !== null && article <= page.articles ? `#${articleAnchor(article)}` : '';
    return [{ from, to, name: 'citation', value: page.url + place }];
  });
  if (cited.length === 0) return marks;
  return [...marks, ...cited].sort((a, b) => a.from - b.from);
}
