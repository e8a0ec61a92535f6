import { describe, expect, test } from 'vitest';
import { meetingsOf } from '#archive/meetings.ts';
import { findSeries } from '#archive/series.ts';
import type { MeetingSummary, Summary } from '#document/document.ts';
import { document, record } from './summaries.ts';

const branch = { name: '机关党支部', slug: 'ji-guan-dang-zhi-bu' };
const school = { name: '第一小学', slug: 'di-yi-xiao-xue' };

/** A committee meeting of the branch. */
function committee(id: string, date: string | null, rest: Partial<Summary> = {}): Summary {
  return record(id, date, { sort: '支委会' }, { organisations: [branch], ...rest });
}

/** `previous < id number/count > next`, sorted. */
function shown(documents: readonly Summary[], variants: readonly (readonly Summary[])[] = []) {
  return [...findSeries(documents, variants)]
    .map(([id, { number, count, previous, next }]) => {
      return `${previous?.id ?? ''} < ${id} ${number}/${count} > ${next?.id ?? ''}`;
    })
    .sort();
}

describe('meetings of one sort and organisation are linked in the order of their days', () => {
  const july = committee('july', '2024-07-02');
  const august = committee('august', '2024-08-02');
  const june = committee('june', '2024-06');

  test('whatever the order in which they are given', () => {
    const expected = ['june < july 2/3 > august', 'july < august 3/3 > ', ' < june 1/3 > july'];
    expect(shown([july, june, august])).toEqual(expected.sort());
    expect(shown([august, july, june])).toEqual(expected.sort());
  });

  test('the series bears the name of both', () => {
    expect(findSeries([july, august], []).get('july')?.name).toBe('机关党支部支委会');
  });

  test.each([
    ['a single meeting', [july]],
    [
      'another sort',
      [july, record('a', '2024-08-02', { sort: '党课' }, { organisations: [branch] })],
    ],
    ['another organisation', [july, committee('a', '2024-08-02', { organisations: [school] })]],
    ['no organisation', [july, committee('a', '2024-08-02', { organisations: [] })]],
    ['two without any', ['a', 'b'].map((id) => committee(id, '2024-08-02', { organisations: [] }))],
    ['no sort', ['a', 'b'].map((id) => record(id, '2024-08-02', {}, { organisations: [branch] }))],
    ['no date', [july, committee('a', null)]],
    ['a year only', [july, committee('a', '2024')]],
    ['what is no record', [july, document('a', '2024-08-02', { organisations: [branch] })]],
    ['a collection', [july, committee('a', '2024-08-02', { pieces: [piece()] })]],
  ])('%s makes no series', (_, documents) => {
    expect(shown(documents)).toEqual([]);
  });

  test('two on one day follow each other by the clock, then by title', () => {
    const at = (id: string, start: string) =>
      record(id, '2024-08-02', { sort: '支委会', start }, { organisations: [branch] });
    expect(shown([at('b', '2024-08-02T15:00'), at('c', '2024-08-02T09:00'), july])).toEqual(
      [' < july 1/3 > c', 'july < c 2/3 > b', 'c < b 3/3 > '].sort(),
    );
    expect(shown([committee('b', '2024-08-02'), committee('a', '2024-08-02')])).toEqual(
      [' < a 1/2 > b', 'a < b 2/2 > '].sort(),
    );
  });

  test('near-identical records of one day are one meeting, of other days they are not', () => {
    const copy = committee('copy', '2024-07-02');
    expect(shown([july, copy, august], [[july, copy]])).toEqual(
      [' < copy 1/2 > august', ' < july 1/2 > august', 'copy < august 2/2 > '].sort(),
    );
    expect(shown([july, copy], [[july, copy]])).toEqual([]);
    expect(shown([july, august], [[july, august]])).toHaveLength(2);
  });
});

function piece(): Summary['pieces'][number] {
  return { number: 1, title: '', anchor: 'p1', characters: 0, words: null, from: 0, to: 0 };
}

describe('when a meeting was held', () => {
  test.each<[string, string | null, string | null, string | null]>([
    ['as the record says', '2024-08-07T09:23', '2024-08-02T15:00', '2024-08-02T15:00'],
    ['else as the document is dated', '2024-08-07T09:23', null, '2024-08-07T09:23'],
    ['the document may say it more exactly', '2024-08-02', '2024-08', '2024-08-02'],
    ['the year is that of the document', '2024-08-07', '--08-02', '2024-08-02'],
    ['or the year before it', '2024-01-05', '--12-30', '2023-12-30'],
    ['a document of a year says only that', '2024', '--12-30', '2024-12-30'],
    ['without any year nothing is known', null, '--08-02', null],
    ['a range begins with its first day', '2024-08-01/2024-08-03', null, '2024-08-01'],
    ['nothing', null, null, null],
  ])('%s', (_, date, start, expected) => {
    const meeting: Partial<MeetingSummary> = { start };
    const dated = date?.includes('/')
      ? { ...record('a', null, meeting), date: { value: date, precision: 'range' as const } }
      : record('a', date, meeting);
    const [held] = meetingsOf([dated]);
    expect(held?.held).toBe(expected);
  });

  test('the latest comes first, those of no known time last', () => {
    const all = [
      record('unknown', null),
      record('late-record', '2024-09-30', { start: '2024-08-01' }),
      record('august', '2024-08-02'),
    ];
    expect(meetingsOf(all).map(({ document: { id } }) => id)).toEqual([
      'august',
      'late-record',
      'unknown',
    ]);
  });
});
