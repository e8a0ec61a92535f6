import { daysInMonth, weekdayOf } from '#document/dates/calendar.ts';
import type { RecordedMeeting } from './meetings.ts';

/** What a calendar needs to know of a meeting. */
type Held = Pick<RecordedMeeting, 'held'>;

/** A day of a month, and how many meetings were held on it. */
type CalendarDay = Readonly<{ day: number; meetings: number }>;

/** A month: its days, and how many places of a week that begins on Monday stand before the first. */
type CalendarMonth = Readonly<{
  month: number;
  before: number;
  days: readonly CalendarDay[];
}>;

export type CalendarYear<Meeting> = Readonly<{
  year: number;
  months: readonly CalendarMonth[];
  /** All meetings of the year, oldest first; those without a day are in no month. */
  meetings: readonly Readonly<{ day: string | null; meeting: Meeting }>[];
}>;

/** The years in which meetings were held, newest first. */
export function calendarOf<Meeting extends Held>(
  meetings: readonly Meeting[],
): CalendarYear<Meeting>[] {
  const byYear = new Map<number, { day: string | null; meeting: Meeting }[]>();
  for (const meeting of meetings.toReversed()) {
    const { held } = meeting;
    const year = Number(/^\d{4}/.exec(held ?? '')?.[0] ?? 'none');
    if (held === null || Number.isNaN(year)) continue;
    const entry = { day: held.length >= 10 ? held.slice(0, 10) : null, meeting };
    const known = byYear.get(year);
    if (known === undefined) byYear.set(year, [entry]);
    else known.push(entry);
  }
  return [...byYear]
    .sort(([a], [b]) => b - a)
    .map(([year, entries]) => {
      const sorted = entries.toSorted((a, b) => compareDays(a.day, b.day));
      return { year, months: monthsOf(year, sorted), meetings: sorted };
    });
}

function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function monthsOf(
  year: number,
  entries: readonly Readonly<{ day: string | null }>[],
): CalendarMonth[] {
  const byDay = Map.groupBy(entries, ({ day }) => day);
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const days = Array.from({ length: daysInMonth(year, month) }, (_each, position) => {
      const day = position + 1;
      return { day, meetings: byDay.get(dayName(year, month, day))?.length ?? 0 };
    });
    return { month, before: (weekdayOf(dayName(year, month, 1)) + 6) % 7, days };
  });
}

/** `2024-08-07` */
export function dayName(year: number, month: number, day: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
