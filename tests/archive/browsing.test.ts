import { describe, expect, test } from 'vitest';
import { calendarOf } from '#archive/calendar.ts';
import { openFacetCounts } from '#archive/facets.ts';
import { groupByInitial } from '#archive/initials.ts';
import { meetingsOf } from '#archive/meetings.ts';
import { document, record } from './summaries.ts';

test('titles stand under the first letter of their pinyin, others behind', () => {
  const documents = [
    document('1', null, { title: '重庆纪要', pinyin: ['chong', 'qing', 'ji', 'yao'] }),
    document('2', null, { title: '《安全通知》', pinyin: ['an', 'quan', 'tong', 'zhi'] }),
    document('3', null, { title: '2024年总结', pinyin: ['nian', 'zong', 'jie'] }),
    document('4', null, { title: 'GDP说明', pinyin: ['shuo', 'ming'] }),
    document('5', null, { title: '安排', pinyin: ['an', 'pai'] }),
  ];
  const groups = groupByInitial(documents).map(({ letter, documents: own }) => [
    letter,
    own.map(({ title }) => title),
  ]);
  expect(groups).toEqual([
    ['A', ['安排', '《安全通知》']],
    ['C', ['重庆纪要']],
    ['G', ['GDP说明']],
    ['#', ['2024年总结']],
  ]);
});

test('facets count the values of a list, the most frequent first', () => {
  const term = (name: string) => ({ name, slug: name });
  const documents = [
    document('a', '2024-01-01', { tags: [term('防汛')] }),
    document('b', '2023-01', { tags: [term('防汛'), term('值守')] }),
    document('c', null, { organisations: [term('甲')] }),
  ];
  expect(openFacetCounts()(documents, 2)).toEqual({
    kinds: [{ name: '文档', count: 3 }],
    years: [
      { name: '2024', count: 1 },
      { name: '2023', count: 1 },
    ],
    organisations: [{ name: '甲', count: 1 }],
    tags: [
      { name: '防汛', count: 2 },
      { name: '值守', count: 1 },
    ],
    speakers: [],
  });
});

describe('the calendar of meetings', () => {
  const years = calendarOf(
    meetingsOf([
      record('a', '2024-09-01', { start: '2024-08-02T15:00' }),
      record('b', '2024-08-02'),
      record('c', '2024-08'),
      record('no-year', null, { start: '--08-02' }),
      record('undated', null),
    ]),
  );

  test('has the years of which something is known', () => {
    expect(years.map(({ year }) => year)).toEqual([2024]);
  });

  test('has the days on which they were held', () => {
    const august = years[0]?.months[7];
    expect(august?.days).toHaveLength(31);
    expect(august?.days[1]?.meetings).toBe(2);
    expect(august?.before, '1 August 2024 was a Thursday').toBe(3);
  });

  test('lists those without a day as well', () => {
    expect(years[0]?.meetings.map(({ day }) => day)).toEqual(['2024-08-02', '2024-08-02', null]);
  });
});
