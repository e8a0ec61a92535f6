import { expect, test } from 'vitest';
import { readPlainText } from '#formats/plain-text.ts';

/** Tables as lists of rows with their lines, paragraphs as their text. */
const read = (text: string) =>
  readPlainText(text, 0).map((block) =>
    block.type === 'passage'
      ? block.units.map(({ line, cells }) => `${line} ${cells.join('/')}`)
      : block.text,
  );

test.each([
  ['tabs', '甲\t乙\n丙\t丁', ['1 甲/乙', '2 丙/丁']],
  ['several tabs', '甲\t\t\t乙\n丙\t丁', ['1 甲/乙', '2 丙/丁']],
  ['tabs under an indent', '  甲\t乙\n  丙\t丁', ['1 甲/乙', '2 丙/丁']],
  ['tabs and a number', '1.甲\t乙\n2.丙\t丁', ['1 1.甲/乙', '2 2.丙/丁']],
  ['bars', '|甲|乙|\n| 丙 | 丁 |', ['1 甲/乙', '2 丙/丁']],
  ['bars with a rule', '|甲|乙|\n|:--|--:|\n|丙|丁|', ['1 甲/乙', '3 丙/丁']],
  ['bars with empty cells', '|甲| |\n| |乙|', ['1 甲/', '2 /乙']],
  ['two spaces', '甲  乙  丙\n丁   戊  己\n庚  辛  壬', ['1 甲/乙/丙', '2 丁/戊/己', '3 庚/辛/壬']],
  [
    'full-width spaces',
    '甲　　乙　　丙\n丁　　戊　　己\n庚　 辛 　壬',
    ['1 甲/乙/丙', '2 丁/戊/己', '3 庚/辛/壬'],
  ],
])('a table may be made with %s', (_how, text, rows) => {
  expect(read(text)).toEqual([rows]);
});

test.each([
  ['one row with tabs', '甲\t乙'],
  ['one row with bars', '|甲|乙|'],
  ['rows of different length', '甲\t乙\n丙\t丁\t戊'],
  ['an empty line between rows', '甲\t乙\n\n丙\t丁'],
  ['two rows with spaces', '甲  乙  丙\n丁  戊  己'],
  ['two columns with spaces', '甲  乙\n丙  丁\n戊  己'],
  ['single spaces', '甲 乙 丙\n丁 戊 己\n庚 辛 壬'],
  ['bars without frames', '甲|乙\n丙|丁'],
  ['fields of a meeting', '时间：今\t地点：此\n主持：甲\t记录：乙'],
  ['options of a question', 'A.甲\tB.乙\nC.丙\tD.丁'],
  ['options with spaces', 'A.甲  B.乙  C.丙\nＡ.甲  Ｂ.乙  Ｃ.丙\n(A)甲  (B)乙  (C)丙'],
  ['a long cell among spaces', `甲  乙  ${'丙'.repeat(41)}\n丁  戊  己\n庚  辛  壬`],
])('no table: %s', (_what, text) => {
  const lines = text.split('\n').filter((line) => line !== '');
  expect(read(text)).toEqual(lines);
});

test('a table ends where the lines end to be its rows', () => {
  expect(read('正文。\n甲\t乙\n丙\t丁\n正文。\n甲\t乙\n丙\t丁\n|甲|乙|\n|丙|丁|')).toEqual([
    '正文。',
    ['2 甲/乙', '3 丙/丁'],
    '正文。',
    ['5 甲/乙', '6 丙/丁'],
    ['7 甲/乙', '8 丙/丁'],
  ]);
});

test('its first row is its head, and its text holds every character', () => {
  expect(readPlainText('正文。\n|<甲>|&|\n|---|---|\n|丙|"|', 4)[1]).toMatchObject({
    type: 'passage',
    form: 'table',
    line: 6,
    text: '|<甲>|&|\n|---|---|\n|丙|"|',
    flow: {
      is: 'table',
      head: [{ text: '<甲>' }, { text: '&' }],
      rows: [[{ text: '丙' }, { text: '"' }]],
    },
    units: [
      { text: '<甲>\t&', line: 6, form: 'row', cells: ['<甲>', '&'] },
      { text: '丙\t"', line: 8, form: 'row', cells: ['丙', '"'] },
    ],
  });
});
