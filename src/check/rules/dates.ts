import type { Examined } from '#check/rule.ts';
import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';

/** Documents dated, or brought up to date, after the day of the check. */
export function findFutureDates({ documents, now }: Examined): Diagnostic[] {
  const today = now.slice(0, 10);
  const isLater = (value: string) =>
    /^\d{4}/.test(value) && value.slice(0, now.length) > now.slice(0, value.length);
  return documents.flatMap(({ summary: { date, updated }, checkNotes }) => {
    const found: Diagnostic[] = [];
    const [value = '', later = ''] = [date?.value, updated?.value];
    if (isLater(value)) {
      found.push(
        warning({ says: 'date-in-future', date: value, today }, { place: checkNotes.date }),
      );
    }
    if (isLater(later)) {
      const message = { says: 'date-in-future/updated', date: later, today } as const;
      found.push(warning(message, { place: checkNotes.updated }));
    }
    return found;
  });
}

const firstYear = '1949';

/** Documents older than the People's Republic, whose years are slips more often than not. */
export function findEarlyDates({ documents }: Examined): Diagnostic[] {
  return documents.flatMap(({ summary: { date }, checkNotes }) => {
    const year = /^\d{4}/.exec(date?.value ?? '')?.[0] ?? firstYear;
    if (year >= firstYear) return [];
    const message = { says: 'date-before-1949', date: date?.value ?? '' } as const;
    return [warning(message, { place: checkNotes.date })];
  });
}
