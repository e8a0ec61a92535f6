import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate } from '#document/dates/dates.ts';
import { compareCodePoints, compareNewestFirst, compareTitles } from '#document/text/order.ts';

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

test.each([
  [['第2次会议', '第9次会议', '第10次会议', '第11次会议']],
  [['第二次会议', '第九次会议', '第十次会议', '第十一次会议', '第二十次会议']],
  [['第１次', '第3次', '第１２次', '第二次', '第十次']],
  [['2024年8月会议', '2024年10月会议', '2024年三季度会议', '2024年四季度会议']],
  [['2019年总结', '2020年总结', '总结']],
  [['3月计划', '3月计划（一）', '3月计划（二）', '3月计划（十）', '10月计划']],
  [['第1届第2次', '第1届第10次', '第2届第1次', '第10届第1次']],
  [['一号文件', '三号文件', '十号文件', '甲号文件']],
  [['附件', '附件00123', '附件124']],
])('numbers in titles count by their value: %j', (titles) => {
  for (const seed of [1, 2, 3]) {
    const [mixed = []] = fc.sample(fc.shuffledSubarray(titles, { minLength: titles.length }), {
      numRuns: 1,
      seed,
    });
    expect(mixed.toSorted(compareTitles)).toEqual(titles);
  }
});

test('titles have one order', () => {
  const title = fc
    .array(
      fc.constantFrom('第', '次', '9', '10', '010', '九', '十', '一', '〇', 'a', '甲', '１', '（'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(title, title, title, (a, b, c) => {
      expect(Math.sign(compareTitles(a, b)) + Math.sign(compareTitles(b, a))).toBe(0);
      if (a !== b) expect(compareTitles(a, b)).not.toBe(0);
      if (compareTitles(a, b) < 0 && compareTitles(b, c) < 0)
        expect(compareTitles(a, c)).toBeLessThan(0);
    }),
    { numRuns: 5000 },
  );
});
