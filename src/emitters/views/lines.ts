import type { PopularLine } from '#archive/popular.ts';
import { formatDate, type WallClock } from '#document/dates/dates.ts';
import type { Summary } from '#document/document.ts';
import { urlOf } from './frame.ts';

/**
 * `iso` is for machines, `text` has the time as far as it is known, `day` what lists show, and `words` what readers do:
 * 2024年8月7日.
 */
export type DateView = Readonly<{ iso: string; text: string; day: string; words: string }>;

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
  const days = date.value.split('/').map((each) => each.slice(0, dayLength));
  return { iso, text: formatDate(date), day: days.join(' — '), words: wordsOf(days) };
}

const dayLength = 'YYYY-MM-DD'.length;

/** 2024年8月7日; the end of a range without the year that it shares with its beginning. */
function wordsOf([start = '', end]: readonly string[]): string {
  const inWords = (day: string) => {
    const [year = '', month, number] = day.split('-');
    const rest = `${month === undefined ? '' : `${Number(month)}月`}${number === undefined ? '' : `${Number(number)}日`}`;
    return `${year}年${rest}`;
  };
  if (end === undefined) return inWords(start);
  const last = inWords(end);
  return `${inWords(start)}—${end.slice(0, 4) === start.slice(0, 4) ? last.slice(last.indexOf('年') + 1) : last}`;
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
