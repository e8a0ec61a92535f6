import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate, parseDate, startOf } from '#document/dates.ts';

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
