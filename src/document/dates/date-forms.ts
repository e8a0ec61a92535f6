import { chineseNumber } from '#document/outline/numerals.ts';
import { daysInMonth, isOnCalendar, weekdayNamed } from './calendar.ts';
import { readWestern } from './english-dates.ts';

/**
 * A calendar date as its digits say it, before anything is checked. `month` and `day` are null
 * where none is written; `year` is null for 8月7日.
 */
export type Calendar = Readonly<{
  year: number | null;
  month: number | null;
  day: number | null;
  /** The last month or day of a quarter, half, third of a month or range written as one. */
  end: Readonly<{ month: number | null; day: number | null }> | null;
  precision: 'year' | 'month' | 'day' | 'quarter' | 'half' | 'range';
  length: number;
}>;

export type Clock = Readonly<{
  hour: number;
  minute: number | null;
  second: number | null;
  length: number;
}>;

const numeral = '[0-9〇○零一二三四五六七八九十]';
const yearPart = `(\\d{4}|[〇○零一二三四五六七八九]{4})\\s*年`;
const monthPart = `(${numeral}{1,3})\\s*月`;
const to = '(?:—{1,2}|[–―─－~～-]|至|到|to(?=\\s))';

const chineseYear = new RegExp(yearPart, 'y');
const chineseMonth = new RegExp(`\\s*${monthPart}`, 'y');
const chineseDay = new RegExp(
  `\\s*(${numeral}{1,3}|[廿卅][一二三四五六七八九]?)\\s*[日号](?!线)`,
  'y',
);
const dayRange = new RegExp(`\\s*(${numeral}{1,3})日?\\s*${to}\\s*(${numeral}{1,3})\\s*日`, 'y');
const monthRange = new RegExp(`\\s*(${numeral}{1,3})月?\\s*${to}\\s*(${numeral}{1,3})\\s*月`, 'y');
const quarter = /\s*第?([一二三四1-4])季度/y;
const half = /\s*([上下])半年/y;
const third = /\s*([上中下])旬|\s*([上下])半月/y;
const separated = /(\d{4})([-/.])(\d{1,2})(?:(?:\2|(?<=-\d\d)[.])(\d{1,2}))?(?![\d万亿%]|\s*学年)/y;
const compact = /(\d{4})(\d{2})(\d{2})(?!\d)/y;

/** Years of the Republic of China: 民國113年, 中華民國一百一十三年, and of three figures without a name. */
const minguoYear = new RegExp(
  `(?:(?:中[华華])?民[国國]\\s*(\\d{1,3}|[〇○零一二三四五六七八九十百]{1,6})|(1[0-4]\\d|一[〇○零一二三四][〇○零一二三四五六七八九])(?=\\s*年\\s*${numeral}{1,3}\\s*月))\\s*年`,
  'y',
);
const minguoSeparated = /(1[0-4]\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d./-])/y;

/** The year before its first. */
const beforeMinguo = 1911;

const weekday = /\s{0,8}[（(]?\s{0,4}(?:星期|周|礼拜)([一二三四五六日天])\s{0,4}[）)]?/y;
const dayPart = /\s*(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?\s*/y;
const digital = /(?:T)?(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d+)?)?/iy;
/** 2 pm, 2:30 p.m. */
const halfOfDay = /\s*([ap])\.?m\b\.?/iy;
const hourAlone = /(\d{1,2})(?=\s*[ap]\.?m\b)/iy;
const behindDay = /\s*(?:,\s*)?(?:at\s+)?/iy;
const spoken = new RegExp(
  `(${numeral}{1,3})\\s*[时点](?:(半)|([一三])刻|整|(${numeral}{1,3})\\s*分?(?:\\s*(${numeral}{1,3})\\s*秒)?)?`,
  'y',
);

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads the calendar date that begins at `at`; null where none does. */
export function readCalendar(text: string, at: number): Calendar | null {
  const isWestern = /[\da-z]/i.test(text.charAt(at));
  const western = isWestern ? (readWestern(text, at) ?? readDigits(text, at)) : null;
  return western ?? readChinese(text, at);
}

function readDigits(text: string, at: number): Calendar | null {
  const minguo = /\d/.test(text.charAt(at - 1)) ? null : matchAt(minguoSeparated, text, at);
  if (minguo !== null) {
    const [all, year, , month, day] = minguo;
    const own = { year: Number(year) + beforeMinguo, month: Number(month), day: Number(day) };
    return { ...own, end: null, precision: 'day', length: all.length };
  }
  const match = matchAt(compact, text, at) ?? matchAt(separated, text, at);
  if (match === null) return null;
  const isCompact = match.length === 4;
  const [all, year, second, third, fourth] = match;
  // 1203-05 is a class of a school, or the number of a room
  const isMonth = !isCompact && fourth === undefined;
  if (isMonth && !/^(?:1[5-9]|2[01])/.test(year ?? '')) return null;
  const month = Number(isCompact ? second : third);
  const day = isCompact ? Number(third) : fourth === undefined ? null : Number(fourth);
  // Eight digits may be any number; a date among them has a year of our times
  if (isCompact && !/^(?:19|20)/.test(all)) return null;
  const precision = day === null ? 'month' : 'day';
  return { year: Number(year), month, day, end: null, precision, length: all.length };
}

function readChinese(text: string, at: number): Calendar | null {
  const minguo = /\d/.test(text.charAt(at - 1)) ? null : matchAt(minguoYear, text, at);
  const years = minguo ?? matchAt(chineseYear, text, at);
  const written = chineseNumber(years?.[1] ?? years?.[2] ?? '');
  const year = written === null ? null : written + (minguo === null ? 0 : beforeMinguo);
  let next = at + (years?.[0].length ?? 0);
  if (year !== null) {
    const span = readPartOfYear(text, next);
    if (span !== null) return { ...span, year, length: span.length + next - at };
  }
  const months = matchAt(chineseMonth, text, next);
  if (months === null) {
    if (year === null) return null;
    return { year, month: null, day: null, end: null, precision: 'year', length: next - at };
  }
  const month = chineseNumber(months[1] ?? '');
  if (month === null) return null;
  next += months[0].length;
  const days = readDays(text, next, year, month);
  if (days !== null) return { ...days, year, month, length: days.length + next - at };
  return { year, month, day: null, end: null, precision: 'month', length: next - at };
}

/** `三季度`, `上半年`, `8—9月` behind a year. */
function readPartOfYear(text: string, at: number): Omit<Calendar, 'year'> | null {
  const quarters = matchAt(quarter, text, at);
  if (quarters !== null) {
    const last = (chineseNumber(quarters[1] ?? '') ?? 1) * 3;
    const end = { month: last, day: null };
    return { month: last - 2, day: null, end, precision: 'quarter', length: quarters[0].length };
  }
  const halves = matchAt(half, text, at);
  if (halves !== null) {
    const first = halves[1] === '上' ? 1 : 7;
    const end = { month: first + 5, day: null };
    return { month: first, day: null, end, precision: 'half', length: halves[0].length };
  }
  const months = matchAt(monthRange, text, at);
  const first = chineseNumber(months?.[1] ?? '');
  const last = chineseNumber(months?.[2] ?? '');
  if (months === null || first === null || last === null) return null;
  const end = { month: last, day: null };
  return { month: first, day: null, end, precision: 'range', length: months[0].length };
}

/** `上旬`, `5—7日`, `7日` behind a month. */
function readDays(
  text: string,
  at: number,
  year: number | null,
  month: number,
): Omit<Calendar, 'year' | 'month'> | null {
  const thirds = matchAt(third, text, at);
  if (thirds !== null && isOnCalendar(year ?? 2000, month, null)) {
    const last = daysInMonth(year ?? 2000, month);
    const bounds: Readonly<Record<string, readonly [number, number]>> =
      thirds[1] === undefined
        ? { 上: [1, 15], 下: [16, last] }
        : { 上: [1, 10], 中: [11, 20], 下: [21, last] };
    const [from, to] = bounds[thirds[1] ?? thirds[2] ?? ''] ?? [1, last];
    const end = { month, day: to };
    return { day: from, end, precision: 'range', length: thirds[0].length };
  }
  const range = matchAt(dayRange, text, at);
  const from = chineseNumber(range?.[1] ?? '');
  const to = chineseNumber(range?.[2] ?? '');
  if (range !== null && from !== null && to !== null) {
    return { day: from, end: { month, day: to }, precision: 'range', length: range[0].length };
  }
  const days = matchAt(chineseDay, text, at);
  const day = chineseNumber(days?.[1] ?? '');
  if (days === null || day === null) return null;
  return { day, end: null, precision: 'day', length: days[0].length };
}

/** Reads a range's sign (至, —, ~ …), and gives its length, 0 where there is none. */
export function readRangeSign(text: string, at: number): number {
  rangeSign.lastIndex = at;
  return rangeSign.exec(text)?.[0].length ?? 0;
}

const rangeSign = new RegExp(`\\s*${to}\\s*`, 'y');

/** Reads `9月2日`, `2日` or `2日` with a year before it as the end of a range. */
export function readRangeEnd(
  text: string,
  at: number,
): { month: number | null; day: number; length: number } | null {
  const months = matchAt(chineseMonth, text, at);
  const next = at + (months?.[0].length ?? 0);
  const days = matchAt(chineseDay, text, next);
  const day = chineseNumber(days?.[1] ?? '');
  if (days === null || day === null) return null;
  const month = months === null ? null : chineseNumber(months[1] ?? '');
  return { month, day, length: next - at + days[0].length };
}

/** `（星期三）`: the day it names, 0 for Sunday, null where none stands here. */
export function readWeekday(text: string, at: number): { day: number | null; length: number } {
  const match = matchAt(weekday, text, at);
  if (match === null) return { day: null, length: 0 };
  return { day: weekdayNamed(match[1] ?? ''), length: match[0].length };
}

/** Reads a time of day: `9:05`, `下午3点半`, `二时三十分`. */
export function readClock(text: string, at: number): Clock | null {
  const part = matchAt(dayPart, text, at);
  const spaced = at + (part?.[0].length ?? 0);
  const begin = spaced + (matchAt(behindDay, text, spaced)?.[0].length ?? 0);
  const match =
    matchAt(digital, text, begin) ??
    matchAt(hourAlone, text, begin) ??
    matchAt(spoken, text, begin);
  if (match === null) return null;
  const half = matchAt(halfOfDay, text, begin + match[0].length);
  const isSpoken = match.length === 6;
  const minute = isSpoken ? spokenMinute(match) : numberOf(match[2]);
  const second = numberOf(isSpoken ? match[5] : match[3]);
  const hour = hourOfDay(numberOf(match[1]) ?? 99, half === null ? part?.[1] : half[1]);
  if (hour > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  return { hour, minute, second, length: begin - at + match[0].length + (half?.[0].length ?? 0) };
}

function spokenMinute([, , half, quarters, minute]: RegExpExecArray): number | null {
  if (half !== undefined) return 30;
  if (quarters !== undefined) return quarters === '一' ? 15 : 45;
  return numberOf(minute);
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : chineseNumber(text);
}

function hourOfDay(hour: number, part: string | undefined): number {
  if (/^a$/i.test(part ?? '')) return hour === 12 ? 0 : hour;
  const afternoon = part !== undefined && ['下午', '傍晚', '晚上', '晚', 'p', 'P'].includes(part);
  if (part === '中午' && hour < 4) return hour + 12;
  return afternoon && hour < 12 ? hour + 12 : hour;
}
