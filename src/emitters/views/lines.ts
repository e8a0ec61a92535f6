import type { PopularLine } from '#archive/popular.ts';
import { formatDate, type WallClock } from '#document/dates/dates.ts';
import type { Summary } from '#document/document.ts';
import { urlOf } from './frame.ts';

/** `iso` is for machines, `text` as people read it. */
export type DateView = Readonly<{ iso: string; text: string }>;

/** One line of a list of documents. */
export type LineView = Readonly<{
  title: string;
  url: string;
  date: DateView | null;
  pieces: number | null;
  kind: string;
}>;

/** One line of the popular documents; `url` is null where the archive does not have the document. */
export type PopularLineView = Readonly<{
  title: string;
  url: string | null;
  date: DateView | null;
  pieces: number | null;
  /** Why the line is there: `marked`, `listed`, `viewed`, with spaces between. */
  rules: string;
}>;

export function dateView(date: WallClock | null): DateView | null {
  if (date === null) return null;
  // HTML knows no time of an hour alone, and no ranges: they are shown by where they begin
  const [start = ''] = date.value.split('/');
  const iso = date.precision === 'hour' ? `${start}:00` : start;
  return { iso, text: formatDate(date) };
}

export function documentPath(id: string): string {
  return `documents/${id}/index.html`;
}

/** What a line of a list shows of a document. */
export type Listed = Pick<Summary, 'id' | 'title' | 'date' | 'kind' | 'statedPieces'>;

/** A list is made again when one of these changes, not with every word of a text. */
export function listed({ id, title, date, kind, statedPieces }: Summary): Listed {
  return { id, title, date, kind, statedPieces };
}

export function lineView(document: Listed, root: string): LineView {
  return {
    title: document.title,
    url: urlOf(documentPath(document.id), root),
    date: dateView(document.date),
    pieces: document.statedPieces,
    kind: document.kind.name,
  };
}

/** A line of the popular documents with the address of its document alone. */
export type ListedPopular = Omit<PopularLine, 'document'> & Readonly<{ id: string | null }>;

export function listedPopular({ document, ...line }: PopularLine): ListedPopular {
  return { ...line, id: document?.id ?? null };
}

export function popularLineView(line: ListedPopular, root: string): PopularLineView {
  return {
    title: line.title,
    url: line.id === null ? null : urlOf(documentPath(line.id), root),
    date: dateView(line.date),
    pieces: line.pieces,
    rules: line.rules.join(' '),
  };
}

const dayInSitemap = /^\d{4}(?:-\d{2}){0,2}$/;

/**
 * When a document last changed, in the form of sitemaps (W3C date and time formats): a year, a month or
 * a day, of a quarter or range its end; null where nothing of the kind is known.
 */
export function lastChange({ updated, date }: Summary): string | null {
  const end = (updated ?? date)?.value.split('/').at(-1) ?? '';
  const day = end.slice(0, 'YYYY-MM-DD'.length);
  return dayInSitemap.test(day) ? day : null;
}
