import type { YearGroup } from './groups.ts';

/** A year of the timeline with the number of documents of each of its twelve months. */
export type TimelineYear = Readonly<{
  type: 'year';
  year: number;
  count: number;
  months: readonly number[];
  /** Documents that state no month. */
  yearOnly: number;
}>;

/** So many years without documents that they are told in one line. */
export type TimelineGap = Readonly<{ type: 'gap'; from: number; to: number }>;

export type Timeline = Readonly<{
  /** The latest first. Years between that have no documents are there too. */
  rows: readonly (TimelineYear | TimelineGap)[];
  /** The most documents that a month has. */
  most: number;
  undated: number;
}>;

/** More years without documents than this are one row: a date of the year 0204 must not make 1,800. */
const longestGap = 10;

/** @param years the latest first, as the archive has them */
export function timelineOf(years: readonly YearGroup[]): Timeline {
  const rows: (TimelineYear | TimelineGap)[] = [];
  let undated = 0;
  let later: number | null = null;
  for (const group of years) {
    if (group.year === null) {
      undated += group.documents.length;
      continue;
    }
    const row = rowOf(Number(group.year), group);
    if (later !== null) rows.push(...between(later, row.year));
    rows.push(row);
    later = row.year;
  }
  const most = rows.reduce(
    (sum, row) => (row.type === 'year' ? Math.max(sum, ...row.months) : sum),
    0,
  );
  return { rows, most, undated };
}

function rowOf(year: number, { documents, months }: YearGroup): TimelineYear {
  const counts = Array.from({ length: 12 }, () => 0);
  let yearOnly = 0;
  for (const { month, documents: own } of months) {
    if (month === null) yearOnly += own.length;
    else counts[Number(month) - 1] = own.length;
  }
  return { type: 'year', year, count: documents.length, months: counts, yearOnly };
}

/** The years after the earlier one and before the later one, the latest first. */
function between(later: number, earlier: number): (TimelineYear | TimelineGap)[] {
  const length = later - earlier - 1;
  if (length > longestGap) return [{ type: 'gap', from: earlier + 1, to: later - 1 }];
  return Array.from({ length }, (_, index) => {
    const months = Array.from({ length: 12 }, () => 0);
    return { type: 'year', year: later - 1 - index, count: 0, months, yearOnly: 0 };
  });
}
