import type { MeetingFault } from '#diagnostics/words.ts';
import { weekdayOf } from '#document/dates/calendar.ts';
import { readClock, readRangeSign } from '#document/dates/date-forms.ts';
import { findDate } from '#document/dates/dates.ts';
import { simplified } from '#document/text/simplified.ts';

/** When a meeting began and ended, as ISO 8601 cut to its precision; `to` is behind what was read. */
export type MeetingTime = Readonly<{
  start: string | null;
  end: string | null;
  to: number;
  problem: MeetingFault | null;
}>;

const writtenDay = /\d{1,2}\s*月\s*\d{1,2}\s*[日号]|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/;

/**
 * Reads the time of a meeting: `2024年8月7日（星期三）下午3:00—5:30`. An end without a part of the day
 * has that of the beginning.
 *
 * @param year of the title or the front matter, for a date without one
 */
export function readMeetingTime(written: string, year: number | null): MeetingTime {
  const text = simplified(written);
  const found = findDate(text);
  if (found === null) {
    const problem = writtenDay.test(text) ? ({ is: 'no-day' } as const) : null;
    return { start: null, end: null, to: 0, problem };
  }
  const value = year === null ? found.value : found.value.replace(/^--/, `${year}-`);
  const day = value.slice(0, 10);
  const weekday =
    found.wrongWeekday === null ? null : ({ is: 'weekday', day, weekday: weekdayOf(day) } as const);
  const [first = '', last = null] = value.split('/');
  if (last !== null) return { start: first, end: last, to: found.to, problem: weekday };
  const start = precise(first);
  const sign = first.includes('T') ? readRangeSign(text, found.to) : 0;
  const clock = sign === 0 ? null : readClock(text, found.to + sign);
  if (clock === null) return { start, end: null, to: found.to, problem: weekday };
  const begun = Number(first.slice(first.indexOf('T') + 1).slice(0, 2));
  const hour = clock.hour < begun && clock.hour + 12 <= 23 ? clock.hour + 12 : clock.hour;
  const minute = String(clock.minute ?? 0).padStart(2, '0');
  const end = `${first.slice(0, first.indexOf('T'))}T${String(hour).padStart(2, '0')}:${minute}`;
  return { start, end, to: found.to + sign + clock.length, problem: weekday };
}

/** An hour alone is shown with its minutes. */
function precise(value: string): string {
  return /T\d\d$/.test(value) ? `${value}:00` : value;
}
