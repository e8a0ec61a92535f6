import { isOnCalendar, weekdayOf } from './calendar.ts';
import {
  type Calendar,
  type Clock,
  readCalendar,
  readClock,
  readRangeEnd,
  readRangeSign,
  readWeekday,
} from './date-forms.ts';

type Precision =
  | 'year'
  | 'half'
  | 'quarter'
  | 'month'
  | 'range'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'month-of-year'
  | 'day-of-year';

/**
 * A date as people of the archive read it on the calendar and the clock, without a time zone.
 * `value` is ISO 8601 cut to its precision: `2024`, `2024-08`, `2024-08-07`, `2024-08-07T09`,
 * `2024-08-07T09:23`, `2024-08-07T09:23:21`; `2024-07/2024-09` for what lasts; and `--08-07`
 * where no year is written.
 */
export type WallClock = Readonly<{ value: string; precision: Precision }>;

/** A date as written; `offset` is the minutes east of UTC that the text itself states. */
export type WrittenDate = WallClock & Readonly<{ offset: number | null }>;

/** A date within a text, from its first character to behind its last. */
export type FoundDate = WrittenDate &
  Readonly<{
    from: number;
    to: number;
    /** The day of the week that stands beside it and is another than the calendar's; 0 is Sunday. */
    wrongWeekday: number | null;
  }>;

const zoneOffset = /\s*(?:(Z)|([+-])(\d{2}):?(\d{2}))(?![\d:])/iy;
const yearRange = /((?:19|20)\d{2})年?\s*(?:—{1,2}|[–―─－~～-]|至|到)\s*((?:19|20)\d{2})\s*年/y;
const candidate =
  /(?:中[华華])?民[国國]|[0-9〇○零一二三四五六七八九十]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/gi;
/** What follows in a date that begins with a Chinese numeral or 民国, within so many characters. */
const yearOrMonth = /[年月]/;
const reach = 12;
/** What a date may begin with. */
const begins = /[\s0-9０-９〇○零一二三四五六七八九十中民a-z]/i;
const longNumber = /[0-9〇○零一二三四五六七八九十.]*/y;

/**
 * Reads one date that is the whole of `text`: ISO forms, `2024/8/7`, `2024.8.7`, `20240807`,
 * `2024年8月7日`, `二〇二四年八月七日`, quarters, halves and ranges, each day with an optional clock
 * time. Gives null for anything else, for days that no calendar has and for those without a year.
 */
export function parseDate(text: string): WrittenDate | null {
  const machine = machineDate.exec(text);
  if (machine !== null) return readMachineDate(machine);
  const source = halfWidth(text.trim()).replace(/^(\d{4})(\d{2})(\d{2})(?!\d)/, '$1-$2-$3');
  if (/^\d{4}$/.test(source)) return { value: source, precision: 'year', offset: null };
  const read = readDateAt(source, 0);
  if (read === null || read.date === null || read.length !== source.length) return null;
  const { value, precision, offset } = read.date;
  return value.startsWith('--') ? null : { value, precision, offset };
}

/** A second as machines write it (RFC 3339), in years and at hours that need no second look. */
const machineDate =
  /^((?:19|20)\d\d)-(0[1-9]|1[0-2])-([0-2]\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:Z|([+-])(0\d|1[0-4]):([0-5]\d))?$/;

function readMachineDate(match: RegExpExecArray): WrittenDate | null {
  const [text, year, month, day, , , , sign, hours, minutes] = match;
  if (!isOnCalendar(Number(year), Number(month), Number(day))) return null;
  const value = text.slice(0, 19);
  const east = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  const offset = text.length === 19 ? null : sign === '-' ? -east : east;
  return { value, precision: 'second', offset };
}

/** The first date in a text. A day that no calendar has is passed over. */
export function findDate(written: string): FoundDate | null {
  const text = halfWidth(written);
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match !== null; match = candidate.exec(text)) {
    // 一 begins words more often than dates
    const isWord =
      match[0] > '\u3000' && !yearOrMonth.test(text.slice(match.index, match.index + reach));
    const read = isWord ? null : readDateAt(text, match.index);
    if (read?.date != null) return read.date;
    longNumber.lastIndex = match.index;
    const skipped = longNumber.exec(text)?.[0].length ?? 1;
    candidate.lastIndex = match.index + Math.max(skipped, read?.length ?? 1);
  }
  return null;
}

/** Digits and signs of full width as those of half width, each in its place. */
function halfWidth(text: string): string {
  if (!/[０-９]|\d[．／－]\d/.test(text)) return text;
  return text.replace(/[０-９．／－]/g, (sign) => sign.normalize('NFKC'));
}

type RangeEnd = Readonly<{ month: number | null; day: number | null; length: number }>;

type Read = Readonly<{ date: FoundDate | null; length: number }>;

/**
 * Reads the date that begins at `at`. null where none does; a date of null where its words are
 * there and no calendar has the day.
 */
export function readDateAt(written: string, at: number): Read | null {
  if (!begins.test(written.charAt(at))) return null;
  const text = halfWidth(written);
  yearRange.lastIndex = at;
  const years = yearRange.exec(text);
  if (years !== null) {
    const value = `${years[1]}/${years[2]}`;
    return found({ value, precision: 'range' }, at, at + years[0].length);
  }
  const calendar = readCalendar(text, at);
  if (calendar === null) return null;
  const { year, month, day, end } = calendar;
  let next = at + calendar.length;
  const named = day === null ? null : readWeekday(text, next);
  next += named?.length ?? 0;
  const absent = { date: null, length: next - at };
  if (month !== null && !isOnCalendar(year ?? 2000, month, day)) return absent;
  const ranged = end === null && day !== null ? readEnd(text, next) : null;
  const last = end ?? ranged;
  if (last !== null) {
    const lastMonth = last.month ?? month ?? 1;
    if (!isOnCalendar(year ?? 2000, lastMonth, last.day)) return absent;
    const value = spanValue({ ...calendar, end: { month: lastMonth, day: last.day } });
    const precision = end === null ? 'range' : calendar.precision;
    return found({ value, precision }, at, next + (ranged?.length ?? 0));
  }
  const date = { value: dateValue(calendar), precision: calendarPrecision(calendar) };
  const wrongWeekday = contradicts(date.value, named?.day ?? null) ? (named?.day ?? null) : null;
  const clock = day === null ? null : readClock(text, next);
  if (clock === null) return found(date, at, next, wrongWeekday);
  next += clock.length;
  // 8:30-11:45 is a time from and to, not one eleven hours from Greenwich
  const zone = clock.second === null ? { offset: null, length: 0 } : readOffset(text, next);
  const value = `${date.value}T${clockValue(clock)}`;
  const precision = clockPrecision(clock);
  return found({ value, precision, offset: zone.offset }, at, next + zone.length, wrongWeekday);
}

function found(
  date: WallClock & { offset?: number | null },
  from: number,
  to: number,
  wrongWeekday: number | null = null,
): Read {
  return { date: { offset: null, ...date, from, to, wrongWeekday }, length: to - from };
}

/** The end of a range behind a day: `至7日`, `—9月2日`. */
function readEnd(text: string, at: number): RangeEnd | null {
  const sign = readRangeSign(text, at);
  const end = sign === 0 ? null : readRangeEnd(text, at + sign);
  return end === null ? null : { ...end, length: end.length + sign };
}

function contradicts(date: string, named: number | null): boolean {
  return named !== null && !date.startsWith('--') && weekdayOf(date) !== named;
}

function calendarPrecision({ year, precision }: Calendar): Precision {
  if (year !== null) return precision;
  return precision === 'month' ? 'month-of-year' : 'day-of-year';
}

function dateValue({ year, month, day }: Pick<Calendar, 'year' | 'month' | 'day'>): string {
  const parts = [month, day].flatMap((part) => (part === null ? [] : [twoDigits(part)]));
  return [year === null ? '-' : String(year).padStart(4, '0'), ...parts].join('-');
}

function spanValue({ year, month, day, end }: Calendar): string {
  const last = { year, month: end?.month ?? month, day: end?.day ?? null };
  return `${dateValue({ year, month, day })}/${dateValue(last)}`;
}

function clockValue({ hour, minute, second }: Clock): string {
  return [hour, minute, second]
    .flatMap((part) => (part === null ? [] : [twoDigits(part)]))
    .join(':');
}

function clockPrecision({ minute, second }: Clock): Precision {
  if (second !== null) return 'second';
  return minute !== null ? 'minute' : 'hour';
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function readOffset(text: string, at: number): { offset: number | null; length: number } {
  zoneOffset.lastIndex = at;
  const match = zoneOffset.exec(text);
  if (match === null) return { offset: null, length: 0 };
  const minutes = Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);
  const offset = match[1] !== undefined ? 0 : match[2] === '-' ? -minutes : minutes;
  return { offset, length: match[0].length };
}

/** The first second of the date, as a string that sorts by time: `2024-08` gives `2024-08-01T00:00:00`. */
export function startOf({ value }: WallClock): string {
  const end = value.indexOf('/');
  const start = end < 0 ? value : value.slice(0, end);
  const rest = '0000-01-01T00:00:00'.slice(start.length);
  return rest === '' ? start : start + rest;
}

/** The date as people read it: `2024-08-07 09:23:21`, `2024-07 — 2024-09`. */
export function formatDate(date: WallClock): string {
  return date.value.replace('T', ' ').replace('/', ' — ');
}

/** The month that all of a date lies in, `08`; null where it states none or more than one. */
export function monthOf(date: WallClock): string | null {
  const [start = '', end = start] = date.value.split('/');
  const month = start.slice(5, 7);
  return month === '' || end.slice(0, 7) !== start.slice(0, 7) ? null : month;
}

const order: readonly Precision[] = [
  'year',
  'half',
  'quarter',
  'month',
  'range',
  'day',
  'hour',
  'minute',
  'second',
];

/** Orders dates by how little they leave open: a positive number where `a` is the more precise one. */
export function comparePrecision(a: WallClock, b: WallClock): number {
  return order.indexOf(a.precision) - order.indexOf(b.precision);
}

/** Whether all of `inner` lies in `outer`, as 2024-08-07 does in 2024-08 and in 2024-07/2024-09. */
export function liesWithin(inner: WallClock, outer: WallClock): boolean {
  const [from = '', until = from] = outer.value.split('/');
  const [first = '', last = first] = inner.value.split('/');
  return first.slice(0, from.length) >= from && last.slice(0, until.length) <= until;
}
