import { expect, test } from 'vitest';
import { parseDate } from '#document/dates/dates.ts';
import { compareCodePoints, compareNewestFirst } from '#document/text/order.ts';

test('strings go by code point, not by UTF-16 unit', () => {
  expect(['！', '𠮷', '中', 'b', 'a', 'ab'].sort(compareCodePoints)).toEqual([
    'a',
    'ab',
    'b',
    '中',
    '！',
    '𠮷',
  ]);
});

test('newest first, the more precise of equal times first, then by title; undated last', () => {
  const lines = [
    [null, '乙'],
    ['2024-08', '丙'],
    ['2024-08-01', '甲'],
    ['2024-08-07 09:23:21', '乙'],
    ['2024-08-07 09:23:21', '丁'],
    [null, '丁'],
  ] as const;
  const sorted = lines
    .map(([date, title]) => ({ date: date === null ? null : parseDate(date), title }))
    .sort(compareNewestFirst);
  expect(sorted.map(({ date, title }) => `${date?.value} ${title}`)).toEqual([
    '2024-08-07T09:23:21 丁',
    '2024-08-07T09:23:21 乙',
    '2024-08-01 甲',
    '2024-08 丙',
    'undefined 丁',
    'undefined 乙',
  ]);
});
