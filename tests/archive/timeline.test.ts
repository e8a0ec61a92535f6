import { describe, expect, test } from 'vitest';
import { groupByYear } from '#archive/groups.ts';
import { timelineOf } from '#archive/timeline.ts';
import { document } from './summaries.ts';

/** Rows as `2024: ....1..2.... +1`, the number behind being that of documents without a month. */
function rows(...dates: (string | null)[]) {
  const sorted = dates.toSorted((a, b) => ((b ?? '') < (a ?? '') ? -1 : 1));
  const timeline = timelineOf(groupByYear(sorted.map((date, at) => document(`d${at}`, date))));
  const shown = timeline.rows.map((row) => {
    if (row.type === 'gap') return `${row.from}–${row.to}`;
    const months = row.months.map((count) => (count === 0 ? '.' : count)).join('');
    return `${row.year}: ${months}${row.yearOnly > 0 ? ` +${row.yearOnly}` : ''}`;
  });
  return { shown, most: timeline.most, undated: timeline.undated };
}

describe('the timeline', () => {
  test.each<[string, (string | null)[], string[]]>([
    ['one month', ['2024-08-07'], ['2024: .......1....']],
    ['a year only', ['2024', '2024-01'], ['2024: 1........... +1']],
    ['a range over months', ['2024年7月至9月'], ['2024: ............ +1']],
    [
      'years between without documents are empty',
      ['2024-12', '2021-01-01', '2021-01-31'],
      ['2024: ...........1', '2023: ............', '2022: ............', '2021: 2...........'],
    ],
    [
      'very many of them are one row',
      ['2024-12', '1949-10-01'],
      ['2024: ...........1', '1950–2023', '1949: .........1..'],
    ],
    ['nothing', [], []],
    ['nothing dated', [null], []],
  ])('%s', (_, dates, expected) => {
    expect(rows(...dates).shown).toEqual(expected);
  });

  test('the highest month is known, and what has no date', () => {
    expect(rows('2024-08', '2024-08', '2023-01', null, null)).toMatchObject({
      most: 2,
      undated: 2,
    });
  });
});
