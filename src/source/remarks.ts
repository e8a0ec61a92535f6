import type { Place } from '#diagnostics/diagnostic.ts';
import { type Block, countCharacters, isInBody } from '#document/blocks.ts';
import { startOf, type WallClock } from '#document/dates.ts';
import { textsOf } from '#document/flow.ts';
import type { Inline } from '#document/rich-text.ts';
import type { Understanding } from '#document/understand.ts';
import { findUnfilled } from '#document/unfilled.ts';
import type { Fields } from './fields.ts';

/**
 * What the keepers of a document are asked about by `guidang check`, and a build does not tell: it
 * is as the author wanted it more often than not.
 */
export type Remark = Readonly<{
  rule: 'empty-text' | 'cut-off' | 'placeholder' | 'missing-alternative' | 'date-later-than-text';
  place: Place;
  message: string;
}>;

/** Remarks, and where a document says its title and its date. */
export type Remarks = Readonly<{
  title: Place;
  date: Place;
  updated: Place;
  list: readonly Remark[];
  /** Links to places in the same document: `#s2`. */
  fragments: readonly Readonly<{ fragment: string; line: number }>[];
}>;

type Files = Readonly<{ file: string; fieldsFile: string }>;

/** @param date the front matter's, as the clocks of the archive show it */
export function remarksOf(
  understood: Understanding,
  date: WallClock | null,
  fields: Fields,
  lines: ReadonlyMap<string, number>,
  { file, fieldsFile }: Files,
): Remarks {
  const { title, titleLine, textDate } = understood;
  const placeOf = (name: string, line: number | null): Place =>
    lines.has(name) ? { file: fieldsFile, line: lines.get(name) ?? 1 } : { file, line: line ?? 1 };
  const datePlace = placeOf('date', textDate?.evidence.line ?? null);
  return {
    title: placeOf('title', titleLine),
    date: datePlace,
    updated: placeOf('updated', null),
    list: [
      ...remarkLateDate(date, textDate, datePlace),
      ...remarkText(understood, fields.title ?? title, file),
      ...remarkPlaceholders(understood, file),
      ...remarkImages(understood, file),
    ],
    fragments: findFragments(understood),
  };
}

function findFragments({ blocks }: Understanding): Remarks['fragments'] {
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

function remarkLateDate(
  date: WallClock | null,
  textDate: Understanding['textDate'],
  place: Place,
): Remark[] {
  if (date === null || textDate === null || !ownDates.has(textDate.evidence.rule)) return [];
  const { value, precision } = textDate.value;
  // A range or a month without a year cannot be compared
  if (!/^\d{4}/.test(value) || !/^\d{4}/.test(date.value) || precision === 'range') return [];
  const length = Math.min(value.length, date.value.length, 'YYYY-MM-DD'.length);
  if (startOf(date).slice(0, length) <= value.slice(0, length)) return [];
  const { line, words } = textDate.evidence;
  const where = line === null ? '' : ` in line ${line}`;
  const message = `the date is ${date.value}, and the text itself says ${value}${where}: ${shorten(words)}`;
  return [{ rule: 'date-later-than-text', place, message }];
}

function remarkText({ blocks, cutOff }: Understanding, title: string, file: string): Remark[] {
  const body = blocks.filter(isInBody);
  const isEmpty = body.every(({ type, text }) => type === 'heading' || countCharacters(text) === 0);
  if (isEmpty) {
    const place = { file, line: body[0]?.line ?? 1 };
    return [{ rule: 'empty-text', place, message: `there is no text under ${shorten(title)}` }];
  }
  const last = body.at(-1);
  if (!cutOff || last === undefined) return [];
  const message = `the text breaks off: …${last.text.trimEnd().slice(-16)}`;
  return [{ rule: 'cut-off', place: { file, line: last.line }, message }];
}

function remarkPlaceholders(
  { blocks, placeholders: signs }: Understanding,
  file: string,
): Remark[] {
  const words = blocks
    .filter(isInBody)
    .flatMap(({ text, line }) => findUnfilled(text).map((found) => ({ text: found, line })));
  const placeholders = [...signs, ...words].sort((a, b) => a.line - b.line);
  const [first] = placeholders;
  if (first === undefined) return [];
  const count = placeholders.length;
  const lines = [...new Set(placeholders.map(({ line }) => line))];
  const shown = lines.slice(0, 5).join(', ') + (lines.length > 5 ? ' …' : '');
  const what = count === 1 ? `a placeholder: ${first.text}` : `${count} placeholders`;
  const where = lines.length === 1 ? '' : `, in lines ${shown}`;
  return [{ rule: 'placeholder', place: { file, line: first.line }, message: `${what}${where}` }];
}

function remarkImages({ blocks }: Understanding, file: string): Remark[] {
  return blocks.filter(isInBody).flatMap((block) => {
    const texts = block.type === 'passage' ? [...textsOf(block.flow)] : [block];
    return texts.flatMap(({ text, inline }) =>
      inline
        .filter(({ is, from, to }) => is === 'picture' && text.slice(from, to).trim() === '')
        .map((): Remark => {
          const message = 'an image without words in place of it';
          return { rule: 'missing-alternative', place: { file, line: block.line }, message };
        }),
    );
  });
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 30 ? line : `${line.slice(0, 29)}…`;
}
