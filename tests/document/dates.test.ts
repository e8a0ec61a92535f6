import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  comparePrecision,
  findDate,
  formatDate,
  liesWithin,
  monthOf,
  parseDate,
  readDateAt,
  startOf,
  type WallClock,
} from '#document/dates/dates.ts';

test.each([
  ['2024-08-28 08:57:57', '2024-08-28T08:57:57', 'second'],
  ['2024-08-28T08:57:57', '2024-08-28T08:57:57', 'second'],
  ['2024-08-07', '2024-08-07', 'day'],
  ['2024/8/7', '2024-08-07', 'day'],
  ['2024.8.7', '2024-08-07', 'day'],
  ['20240807', '2024-08-07', 'day'],
  ['2024年8月7日', '2024-08-07', 'day'],
  ['2024年08月07日 9:05', '2024-08-07T09:05', 'minute'],
  ['2024年8月7日下午3时', '2024-08-07T15', 'hour'],
  ['2024年8月7日下午3点半', '2024-08-07T15:30', 'minute'],
  ['2024年8月7日中午12:10', '2024-08-07T12:10', 'minute'],
  ['2024年8月7日凌晨0时20分', '2024-08-07T00:20', 'minute'],
  ['2024年8月7日（星期三）', '2024-08-07', 'day'],
  ['二○二四年八月七日', '2024-08-07', 'day'],
  ['二〇二四年八月七日', '2024-08-07', 'day'],
  ['二零二四年十二月三十一日', '2024-12-31', 'day'],
  ['一九九八年十月二十日', '1998-10-20', 'day'],
  ['2024年2月29日', '2024-02-29', 'day'],
  ['2024年8月', '2024-08', 'month'],
  ['2024-08', '2024-08', 'month'],
  ['二〇二四年八月', '2024-08', 'month'],
  ['2024年', '2024', 'year'],
])('%s is %s to the %s', (text, value, precision) => {
  expect(parseDate(text)).toMatchObject({ value, precision, offset: null });
});

test.each([
  ['2024-08-28T08:57:57+08:00', 480],
  ['2024-08-28T00:57:57Z', 0],
  ['2024-08-28 00:57:57 -0330', -210],
])('%s states an offset of %i minutes', (text, offset) => {
  expect(parseDate(text)?.offset).toBe(offset);
});

test.each([
  '2023年2月29日',
  '2024年13月1日',
  '2024-8-32',
  '2024-02-30',
  '国发〔2024〕7号',
  '100%',
  '××××年×月×日',
  '近日',
  '12345678901',
  '1.5万',
  '2024-08-07 25:00',
  '2024-08-07 noon',
  '08/07/2024',
  '',
])('%j is no date', (text) => {
  expect(parseDate(text)).toBeNull();
});

const day = fc.record({
  year: fc.integer({ min: 1000, max: 9999 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});

test('every day is read back from each way of writing it', () => {
  fc.assert(
    fc.property(day, ({ year, month, day: number }) => {
      const pad = (part: number) => String(part).padStart(2, '0');
      const value = `${year}-${pad(month)}-${pad(number)}`;
      const forms = [value, `${year}/${month}/${number}`, `${year}年${month}月${number}日`];
      for (const form of [...forms, value.replaceAll('-', '')]) {
        expect(parseDate(form)).toEqual({ value, precision: 'day', offset: null });
      }
    }),
  );
});

test('a date begins with its first second, and is shown as it was written', () => {
  expect(startOf({ value: '2024-08', precision: 'month' })).toBe('2024-08-01T00:00:00');
  expect(startOf({ value: '2024-08-07T09', precision: 'hour' })).toBe('2024-08-07T09:00:00');
  expect(formatDate({ value: '2024-08-07T09:23:21', precision: 'second' })).toBe(
    '2024-08-07 09:23:21',
  );
});

function read(text: string): WallClock {
  const date = findDate(text);
  if (date === null) throw new Error(`${text} holds no date`);
  return date;
}

test.each([
  ['会议定于[2024年8月7日（星期三）上午9时]在二楼召开', '2024-08-07T09', 'hour'],
  ['自[2024年8月7日]起施行', '2024-08-07', 'day'],
  ['定于[8月7日]召开', '--08-07', 'day-of-year'],
  ['[十月一日]放假', '--10-01', 'day-of-year'],
  ['[四月]份的雨水', '--04', 'month-of-year'],
  ['[2024年]度工作', '2024', 'year'],
  ['[2024年 8 月 7 日]印', '2024-08-07', 'day'],
  ['[2024年8月7日晚8点]开', '2024-08-07T20', 'hour'],
  ['[2024年8月7日9点三刻]到', '2024-08-07T09:45', 'minute'],
  ['[2024年8月7日中午1点]到', '2024-08-07T13', 'hour'],
  ['[2024年8月7日上午8:30]-11:45', '2024-08-07T08:30', 'minute'],
  ['[2024年8月7日]到会', '2024-08-07', 'day'],
  ['国发〔2024〕7号，[2024年8月7日]印发', '2024-08-07', 'day'],
  ['投资2024万元，[8月7日]完工', '--08-07', 'day-of-year'],
  ['[2024年8月]7号线', '2024-08', 'month'],
  ['[2024年8月7号]开工', '2024-08-07', 'day'],
])('%s holds the date %s', (marked, value, precision) => {
  const [before = '', written = ''] = marked.split(/[[\]]/);
  const found = findDate(marked.replace(/[[\]]/g, ''));
  expect(found).toMatchObject({ value, precision, wrongWeekday: null });
  expect(found).toMatchObject({ from: before.length, to: before.length + written.length });
});

test.each([
  ['2024年8月5日—7日', '2024-08-05/2024-08-07', 'range'],
  ['2024年8月5—7日', '2024-08-05/2024-08-07', 'range'],
  ['2024年8月7日（周三）—9日', '2024-08-07/2024-08-09', 'range'],
  ['2024年8月30日至9月2日', '2024-08-30/2024-09-02', 'range'],
  ['8月7日至9日', '--08-07/--08-09', 'range'],
  ['2024年7—9月', '2024-07/2024-09', 'range'],
  ['2024年8月至9月', '2024-08/2024-09', 'range'],
  ['2023—2025年', '2023/2025', 'range'],
  ['2023年至2025年', '2023/2025', 'range'],
  ['2024年8月上旬', '2024-08-01/2024-08-10', 'range'],
  ['2024年8月中旬', '2024-08-11/2024-08-20', 'range'],
  ['2024年2月下旬', '2024-02-21/2024-02-29', 'range'],
  ['2023年2月下旬', '2023-02-21/2023-02-28', 'range'],
  ['2024年8月上半月', '2024-08-01/2024-08-15', 'range'],
  ['2024年8月下半月', '2024-08-16/2024-08-31', 'range'],
  ['2024年第一季度', '2024-01/2024-03', 'quarter'],
  ['2024年4季度', '2024-10/2024-12', 'quarter'],
  ['二〇二四年上半年', '2024-01/2024-06', 'half'],
  ['2024年下半年', '2024-07/2024-12', 'half'],
])('%s lasts from one to the other: %s', (text, value, precision) => {
  expect(findDate(text)).toMatchObject({ value, precision, from: 0, to: text.length });
});

test.each([
  ['2024年8月7日（星期三）', null],
  ['2024年8月7日（星期一）', 1],
  ['2024年8月7日 周日', 0],
  ['2024-08-07（周天）', 0],
  ['二〇二四年八月七日（礼拜六）', 6],
  ['8月7日（星期一）', null],
])('%s: the day of the week is wrong: %s', (text, wrongWeekday) => {
  expect(findDate(text)).toMatchObject({ wrongWeekday, to: text.length });
});

test.each([
  ...['2024年2月30日', '2023年2月29日（星期三）', '2024年8月32日', '2024年13月', '2024年0月1日'],
  ...['2024年8月7日—9月31日', '电话13800138000', '编号20241301', '20240807102030', '05-01-2021'],
  ...[
    '8.22',
    '4.30晚',
    '1.5万亩',
    '2024.08万',
    '8号线',
    '二十三日',
    '二十一世纪',
    '一、二、三组',
    '零时',
  ],
])('%s holds no date', (text) => {
  expect(findDate(text)).toBeNull();
});

test('where the words of a date stand and no calendar has the day, the words are known', () => {
  expect(readDateAt('甲2024年2月30日乙', 1)).toEqual({
    date: null,
    length: '2024年2月30日'.length,
  });
  expect(readDateAt('甲2024年2月30日乙', 0)).toBeNull();
});

test.each([
  ['2024年8月7日', '2024年8月', true],
  ['2024年8月7日', '2024年', true],
  ['2024年8月7日', '2024年7—9月', true],
  ['2024年8月7日', '2024年三季度', true],
  ['2024年9月30日', '2024年三季度', true],
  ['2024年10月1日', '2024年三季度', false],
  ['2024年三季度', '2024年下半年', true],
  ['2024年三季度', '2024年上半年', false],
  ['2024年8月5—7日', '2024年8月', true],
  ['2024年8月30日至9月2日', '2024年8月', false],
  ['2024年8月7日9:23', '2024年8月7日', true],
  ['2024年8月7日', '2024年8月7日9时', false],
  ['2024年', '2023—2025年', true],
  ['2023—2025年', '2024年', false],
  ['2024年8月', '2024年8月', true],
])('%s lies within %s: %s', (inner, outer, within) => {
  expect(liesWithin(read(inner), read(outer))).toBe(within);
});

test.each([
  ['2024年8月7日9:23', '08'],
  ['2024年8月5—7日', '08'],
  ['2024年8月', '08'],
  ['2024年8月30日至9月2日', null],
  ['2024年三季度', null],
  ['2023—2025年', null],
  ['2024年', null],
])('all of %s lies in the month %s', (text, month) => {
  expect(monthOf(read(text))).toBe(month);
});

test('the less a date leaves open, the more precise it is', () => {
  const texts = [
    ...['2024年', '2024年上半年', '2024年三季度', '2024年8月', '2024年8月上旬', '2024年8月7日'],
    ...['2024年8月7日9时', '2024年8月7日9:23', '2024年8月7日9:23:21'],
  ];
  const shuffled = [...texts].sort((a, b) => (a < b ? 1 : -1)).map(read);
  expect(shuffled.sort(comparePrecision)).toEqual(texts.map(read));
});

test('where a date is found in a text, it is the one that is read alone', () => {
  const around = fc.constantFrom('', '于', '（', '定在 ', '甲乙', '号，');
  fc.assert(
    fc.property(day, around, ({ year, month, day: number }, before) => {
      const written = `${year}年${month}月${number}日`;
      const found = findDate(`${before}${written}召开`);
      expect(found).toMatchObject({ ...parseDate(written), from: before.length });
      expect(found?.to).toBe(before.length + written.length);
    }),
  );
});

test('a date as machines write it is read as any other', () => {
  const two = (least: number, most: number) =>
    fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'));
  const clock = fc.tuple(two(0, 24), two(0, 60), two(0, 60)).map((parts) => parts.join(':'));
  const zone = fc.oneof(
    fc.constantFrom('', 'Z'),
    fc.tuple(fc.constantFrom('+', '-'), two(0, 15), two(0, 60)).map(([s, h, m]) => `${s}${h}:${m}`),
  );
  const written = fc
    .tuple(fc.integer({ min: 1899, max: 2101 }), two(0, 13), two(0, 32), clock, zone)
    .map(([year, month, date, time, offset]) => `${year}-${month}-${date}T${time}${offset}`);
  fc.assert(
    // White space around it goes the longer way
    fc.property(written, (text) => {
      expect(parseDate(text)).toEqual(parseDate(` ${text}`));
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['3 June 2024', '2024-06-03'],
  ['the 3rd of June, 2024', '2024-06-03'],
  ['Monday, June 3, 2024 at 14:30', '2024-06-03T14:30'],
  ['Jun. 3rd 2024, 2:30 p.m.', '2024-06-03T14:30'],
  ['June 3, 2024 at 9am', '2024-06-03T09'],
  ['2024 Sep 24th', '2024-09-24'],
  ['May,21,2024', '2024-05-21'],
  ['March 2024', '2024-03'],
  ['23-09-2024', '2024-09-23'],
  ['09/23/2024', '2024-09-23'],
  ['2024-06.03 值班', '2024-06-03'],
])('%s is %s', (text, value) => {
  expect(findDate(text)?.value).toBe(value);
});

test.each([
  'maybe 3, 2024',
  'Marching 2024',
  '08-07-2024',
  '32-13-2024',
  'mar 2024年',
  'Section 3.12.2024.1',
])('%s holds no such date', (text) => {
  expect(findDate(text)?.value ?? '').not.toMatch(/^2024-\d/);
});
