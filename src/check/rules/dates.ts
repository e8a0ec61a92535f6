import type { Examined, Found } from '#check/rule.ts';

/** Documents dated, or brought up to date, after the day of the check. */
export function findFutureDates({ documents, now }: Examined): Found[] {
  const today = `today is ${now.slice(0, 10)}`;
  const isLater = (value: string) =>
    /^\d{4}/.test(value) && value.slice(0, now.length) > now.slice(0, value.length);
  return documents.flatMap(({ summary: { date, updated }, remarks }) => {
    const found: Found[] = [];
    const [value = '', later = ''] = [date?.value, updated?.value];
    if (isLater(value))
      found.push({ place: remarks.date, message: `the date is ${value}, ${today}` });
    if (isLater(later)) {
      found.push({ place: remarks.updated, message: `updated says ${later}, ${today}` });
    }
    return found;
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
