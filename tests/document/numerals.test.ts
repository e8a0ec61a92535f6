import { expect, test } from 'vitest';
import { chineseNumber } from '#document/outline/numerals.ts';

test.each([
  ['十', 10],
  ['十一', 11],
  ['二十', 20],
  ['二十三', 23],
  ['一百', 100],
  ['一百零五', 105],
  ['一百一十', 110],
  ['两千零六', 2006],
  ['二〇二四', 2024],
  ['二○二四', 2024],
  ['一九九零', 1990],
  ['12', 12],
  ['007', 7],
  ['', null],
  ['甲', null],
  ['十甲', null],
  ['1二', null],
])('%s counts %s', (text, number) => {
  expect(chineseNumber(text)).toBe(number);
});
