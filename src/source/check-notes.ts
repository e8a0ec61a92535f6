import { type Diagnostic, error, type Place, warning } from '#diagnostics/diagnostic.ts';
import { startOf, type WallClock } from '#document/dates/dates.ts';
import { findUnfilled } from '#document/placeholders/unfilled.ts';
import { type Block, countCharacters, isInBody } from '#document/text/blocks.ts';
import { textsOf } from '#document/text/flow.ts';
import type { Inline } from '#document/text/rich-text.ts';
import type { Understanding } from '#document/understand.ts';
import type { Fields } from './fields.ts';

/**
 * What `guidang check` needs of a document beside its summary: what its keepers are asked about, and a build does
 * not tell, since it is as the author wanted it more often than not; and where it says its title and its date.
 */
export type CheckNotes = Readonly<{
  title: Place;
  date: Place;
  updated: Place;
  diagnostics: readonly Diagnostic[];
  /** Links to places in the same document: `#s2`. */
  fragments: readonly Readonly<{ fragment: string; line: number }>[];
}>;

/** Where its text and its fields stand, and whether it is pictures alone. */
type Files = Readonly<{ file: string; fieldsFile: string; isPictures: boolean }>;

/** @param date the front matter's, as the clocks of the archive show it */
export function checkNotesOf(
  understood: Understanding,
  date: WallClock | null,
  fields: Fields,
  lines: ReadonlyMap<string, number>,
  { file, fieldsFile, isPictures }: Files,
): CheckNotes {
  const { title, titleLine, textDate } = understood;
  const placeOf = (name: string, line: number | null): Place =>
    lines.has(name) ? { file: fieldsFile, line: lines.get(name) ?? 1 } : { file, line: line ?? 1 };
  const datePlace = placeOf('date', textDate?.evidence.line ?? null);
  return {
    title: placeOf('title', titleLine),
    date: datePlace,
    updated: placeOf('updated', null),
    diagnostics: [
      ...noteLateDate(date, textDate, datePlace),
      ...(isPictures ? [] : noteText(understood, fields.title ?? title, file)),
      ...notePlaceholders(understood, file),
      ...noteImages(understood, file),
    ],
    fragments: findFragments(understood),
  };
}

function findFragments({ blocks }: Understanding): CheckNotes['fragments'] {
  return blocks.filter(isInBody).flatMap((block) =>
    marksOf(block).flatMap((mark) => {
      const fragment = mark.is === 'link' ? mark.href : '';
      const isOwn = typeof fragment === 'string' && /^#./.test(fragment);
      return isOwn ? [{ fragment, line: block.line }] : [];
    }),
  );
}

/** What an author says of stretches of a block. */
function marksOf(block: Block): readonly Inline[] {
  if (block.type !== 'passage') return block.inline;
  return [...textsOf(block.flow)].flatMap(({ inline }) => inline);
}

/** What of the text itself tells when it was spoken or signed. */
const ownDates: ReadonlySet<string> = new Set(['dateline', 'signature-date', 'meeting-time']);

function noteLateDate(
  date: WallClock | null,
  textDate: Understanding['textDate'],
  place: Place,
): Diagnostic[] {
  if (date === null || textDate === null || !ownDates.has(textDate.evidence.rule)) return [];
  const { value, precision } = textDate.value;
  // A range or a month without a year cannot be compared
  if (!/^\d{4}/.test(value) || !/^\d{4}/.test(date.value) || precision === 'range') return [];
  const length = Math.min(value.length, date.value.length, 'YYYY-MM-DD'.length);
  if (startOf(date).slice(0, length) <= value.slice(0, length)) return [];
  const { line, words } = textDate.evidence;
  const given = { date: date.value, textDate: value, line, words: shorten(words) };
  return [warning({ says: 'date-later-than-text', ...given }, { place })];
}

function noteText({ blocks, cutOff }: Understanding, title: string, file: string): Diagnostic[] {
  const body = blocks.filter(isInBody);
  const isEmpty = body.every(({ type, text }) => type === 'heading' || countCharacters(text) === 0);
  if (isEmpty) {
    const place = { file, line: body[0]?.line ?? 1 };
    return [error({ says: 'empty-text', title: shorten(title) }, { place })];
  }
  const last = body.at(-1);
  if (!cutOff || last === undefined) return [];
  const end = last.text.trimEnd().slice(-16);
  return [warning({ says: 'cut-off', end }, { place: { file, line: last.line } })];
}

function notePlaceholders(
  { blocks, placeholders: signs }: Understanding,
  file: string,
): Diagnostic[] {
  const words = blocks
    .filter(isInBody)
    .flatMap(({ text, line }) => findUnfilled(text).map((found) => ({ text: found, line })));
  const placeholders = [...signs, ...words].sort((a, b) => a.line - b.line);
  const [first] = placeholders;
  if (first === undefined) return [];
  const count = placeholders.length;
  const lines = [...new Set(placeholders.map(({ line }) => line))];
  const message = { says: 'placeholder', first: first.text, count, lines } as const;
  return [warning(message, { place: { file, line: first.line } })];
}

function noteImages({ blocks }: Understanding, file: string): Diagnostic[] {
  return blocks.filter(isInBody).flatMap((block) => {
    const texts = block.type === 'passage' ? [...textsOf(block.flow)] : [block];
    return texts.flatMap(({ text, inline }) =>
      inline
        .filter((mark) => isWithoutWords(mark, text))
        .map(() => warning({ says: 'missing-alternative' }, { place: { file, line: block.line } })),
    );
  });
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 30 ? line : `${line.slice(0, 29)}…`;
}

function isWithoutWords(mark: Inline, text: string): boolean {
  if (mark.is !== 'picture') return false;
  return text.slice(mark.from, mark.to).trim() === '' && (mark.title ?? '') === '';
}
