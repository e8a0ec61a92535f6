import type { Calendar } from './date-forms.ts';

const names =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const starts = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '((?:19|20)\\d{2})(?!\\d|年)';
/** 3 June 2024; the 3rd of June, 2024. */
const dayMonthYear = new RegExp(`${day}\\s+(?:of\\s+)?(${names})\\b\\.?,?\\s*${year}`, 'iy');
/** June 3, 2024; Jun. 3rd 2024; June 2024. */
const monthDayYear = new RegExp(
  `(${names})\\b[.,]?\\s*(?:${day},?\\s*(?!\\d{1,2}:))?${year}`,
  'iy',
);
/** 2024 June 3. */
const yearMonthDay = new RegExp(`${year},?\\s+(${names})\\b\\.?\\s+${day}(?![\\d:])`, 'iy');
/** 03-06-2024, of which the day must be told by its size. */
const byDigits = /(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})(?![\d./-])/y;

/** Reads a date in English, or one of digits with the year behind, that begins at `at`. */
export function readWestern(text: string, at: number): Calendar | null {
  if (/[\dA-Za-z]/.test(text.charAt(at - 1))) return null;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const first = match(dayMonthYear);
  if (first !== null) return calendar(first, first[3], first[2], first[1]);
  const second = match(monthDayYear);
  if (second !== null) return calendar(second, second[3], second[1], second[2]);
  const third = match(yearMonthDay);
  if (third !== null) return calendar(third, third[1], third[2], third[3]);
  const digits = match(byDigits);
  return digits === null ? null : byDigitsOf(digits);
}

function calendar(
  [all]: RegExpExecArray,
  ofYear: string | undefined,
  ofMonth: string | undefined,
  ofDay: string | undefined,
): Calendar {
  const month = starts.indexOf((ofMonth ?? '').slice(0, 3).toLowerCase()) + 1;
  const known = { year: Number(ofYear), month, end: null, length: all.length };
  return ofDay === undefined
    ? { ...known, day: null, precision: 'month' }
    : { ...known, day: Number(ofDay), precision: 'day' };
}

/** Where both numbers may be the month, none is known. */
function byDigitsOf(match: RegExpExecArray): Calendar | null {
  const [all, one, , other, written] = match;
  const [first, second] = [Number(one), Number(other)];
  const known = { year: Number(written), end: null, length: all.length };
  if (first > 31 || second > 31 || (first > 12 && second > 12) || first === 0 || second === 0)
    return null;
  if (first > 12 || first === second)
    return { ...known, month: second, day: first, precision: 'day' };
  if (second > 12) return { ...known, month: first, day: second, precision: 'day' };
  return null;
}

/**
 * `08-07-2020` beside a folder or a word of 2020-07: the other number is the day. null where neither number, or
 * both, can be the month.
 */
export function dayWithMonth(name: string, beside: string): string | null {
  const [, one = '', , other = '', year = ''] =
    /(?<!\d)(\d{1,2})([-/._ ])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/.exec(name) ?? [];
  const month = new RegExp(`${year}[-_./年 ]?(\\d{1,2})(?!\\d)`).exec(beside)?.[1];
  if (year === '' || month === undefined) return null;
  const [first, second, known] = [Number(one), Number(other), Number(month)];
  const day = second === known ? first : first === known ? second : null;
  if (day === null || day > 31) return null;
  return `${year}-${String(known).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
