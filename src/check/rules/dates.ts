import type { Examined, Found } from '#check/rule.ts';

/** Documents dated after the day of the check. */
export function findFutureDates({ documents, now }: Examined): Found[] {
  return documents.flatMap(({ summary: { date }, remarks }) => {
    const value = date?.value ?? '';
    if (!/^\d{4}/.test(value) || value.slice(0, now.length) <= now.slice(0, value.length)) {
      return [];
    }
    return [{ place: remarks.date, message: `the date is ${value}, today is ${now.slice(0, 10)}` }];
  });
}

const firstYear = '1949';

/** Documents older than the People's Republic, whose years are slips more often than not. */
export function findEarlyDates({ documents }: Examined): Found[] {
  return documents.flatMap(({ summary: { date }, remarks }) => {
    const year = /^\d{4}/.exec(date?.value ?? '')?.[0] ?? firstYear;
    if (year >= firstYear) return [];
    return [{ place: remarks.date, message: `the date is ${date?.value}, before ${firstYear}` }];
  });
}
