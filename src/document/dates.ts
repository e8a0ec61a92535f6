import { chineseNumber } from './numerals.ts';

type Precision = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/**
 * A date as people of the archive read it on the calendar and the clock, without a time zone.
 * `value` is ISO 8601 cut to its precision: `2024`, `2024-08`, `2024-08-07`, `2024-08-07T09`,
 * `2024-08-07T09:23`, `2024-08-07T09:23:21`.
 */
export type WallClock = Readonly<{ value: string; precision: Precision }>;

/** A date as written; `offset` is the minutes east of UTC that the text itself states. */
export type WrittenDate = WallClock & Readonly<{ offset: number | null }>;

const numerals = '[0-9〇○零一二三四五六七八九十]';
const separated = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?/;
const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const chinese = new RegExp(
  `^(${numerals}{4})\\s*年(?:\\s*(${numerals}{1,3})\\s*月(?:\\s*(${numerals}{1,3})\\s*[日号])?)?`,
);
const weekday = /^\s*[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?/;
const dayPart = /^\s*(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)/;
const clock = /^(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d+)?)?/;
const chineseClock = /^(\d{1,2})\s*[时点]\s*(?:(半)|(\d{1,2})\s*分?(?:\s*(\d{1,2})\s*秒)?)?/;
const zoneOffset = /^\s*(?:(Z)|([+-])(\d{2}):?(\d{2}))$/i;

/**
 * Reads one date that is the whole of `text`: ISO forms, `2024/8/7`, `2024.8.7`, `20240807`,
 * `2024年8月7日` and `二〇二四年八月七日`, each with an optional clock time. Gives null for
 * anything else and for days that no calendar has.
 */
export function parseDate(text: string): WrittenDate | null {
  const source = text.trim();
  const calendar = parseCalendar(source);
  if (calendar === null) return null;
  const { year, month, day } = calendar;
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > daysInMonth(year, month ?? 1))) return null;
  const value = [String(year).padStart(4, '0'), month, day].filter((part) => part !== null);
  const date = value.map((part) => String(part).padStart(2, '0')).join('-');
  const rest = source.slice(calendar.length).replace(weekday, '');
  if (rest.trim() === '') {
    return { value: date, precision: calendarPrecision(month, day), offset: null };
  }
  return day === null ? null : parseTime(date, rest);
}

type Calendar = { year: number; month: number | null; day: number | null; length: number };

function parseCalendar(source: string): Calendar | null {
  const match = compact.exec(source);
  if (match !== null) {
    const [all, year, month, day] = match;
    return { year: Number(year), month: Number(month), day: Number(day), length: all.length };
  }
  const dashed = source.includes('年') ? null : separated.exec(source);
  if (dashed !== null) {
    const [all, year, , month, day] = dashed;
    return {
      year: Number(year),
      month: month === undefined ? null : Number(month),
      day: day === undefined ? null : Number(day),
      length: all.length,
    };
  }
  const written = chinese.exec(source);
  if (written === null) return null;
  const [all, year, month, day] = written;
  return {
    year: chineseNumber(year ?? '') ?? 0,
    month: month === undefined ? null : chineseNumber(month),
    day: day === undefined ? null : chineseNumber(day),
    length: all.length,
  };
}

function parseTime(date: string, written: string): WrittenDate | null {
  const part = dayPart.exec(written);
  const time = written.slice(part?.[0].length ?? 0).replace(/^(?:T|\s)+/i, '');
  const match = clock.exec(time) ?? chineseClock.exec(time);
  if (match === null) return null;
  const chineseForm = match.length === 5;
  const [all] = match;
  const half = chineseForm && match[2] !== undefined;
  const minute = half ? '30' : chineseForm ? match[3] : match[2];
  const second = chineseForm ? match[4] : match[3];
  const hour = hourOfDay(Number(match[1]), part?.[1]);
  if (hour > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return null;
  const offset = parseOffset(time.slice(all.length));
  if (offset === undefined) return null;
  const parts = [hour, minute, second].filter((each) => each !== undefined);
  const value = `${date}T${parts.map((each) => String(each).padStart(2, '0')).join(':')}`;
  const precision = second !== undefined ? 'second' : minute !== undefined ? 'minute' : 'hour';
  return { value, precision, offset };
}

function hourOfDay(hour: number, part: string | undefined): number {
  const afternoon = part !== undefined && ['下午', '傍晚', '晚上', '晚'].includes(part);
  return afternoon && hour < 12 ? hour + 12 : hour;
}

/** Minutes east of UTC, null where none is written, undefined where the rest is something else. */
function parseOffset(rest: string): number | null | undefined {
  if (rest.trim() === '') return null;
  const match = zoneOffset.exec(rest);
  if (match === null) return undefined;
  if (match[1] !== undefined) return 0;
  const minutes = Number(match[3]) * 60 + Number(match[4]);
  return match[2] === '-' ? -minutes : minutes;
}

function calendarPrecision(month: number | null, day: number | null): Precision {
  if (day !== null) return 'day';
  return month !== null ? 'month' : 'year';
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return leap ? 29 : 28;
}

/** The first second of the date, as a string that sorts by time: `2024-08` gives `2024-08-01T00:00:00`. */
export function startOf(date: WallClock): string {
  return date.value + '0000-01-01T00:00:00'.slice(date.value.length);
}

/** The date as people read it: `2024-08-07 09:23:21`. */
export function formatDate(date: WallClock): string {
  return date.value.replace('T', ' ');
}
