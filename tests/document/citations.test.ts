import { describe, expect, test } from 'vitest';
import { articleOf, findCitations, keyOfNumber, titleKey } from '#document/citations/citations.ts';

const citationsIn = (text: string) =>
  findCitations(text).flatMap(({ to, readings, article }) =>
    readings.map(({ from, key }) => [text.slice(from, to), key, article]),
  );

test.each<[string, ReturnType<typeof citationsIn>]>([
  [
    '根据《青石县绿地管理办法》第十二条的规定',
    [['《青石县绿地管理办法》第十二条', '青石县绿地管理办法', 12]],
  ],
  [
    '依照《公园条例》（以下简称条例）第3条执行',
    [['《公园条例》（以下简称条例）第3条', '公园条例', 3]],
  ],
  [
    '学习《劳动法》和《刑法》',
    [
      ['《劳动法》', '劳动法', null],
      ['《刑法》', '刑法', null],
    ],
  ],
  [
    '《关于“两案”的通知》（青政发〔2023〕7号）',
    [
      ['《关于“两案”的通知》', '关于两案的通知', null],
      ['青政发〔2023〕7号', '青政发〔2023〕7号', null],
    ],
  ],
  [
    '按青政办发[2021]第012号文件',
    [
      ['按青政办发[2021]第012号', '按青政办发〔2021〕12号', null],
      ['青政办发[2021]第012号', '青政办发〔2021〕12号', null],
    ],
  ],
  [
    '自然资发〔2020〕5号',
    [
      ['自然资发〔2020〕5号', '自然资发〔2020〕5号', null],
      ['然资发〔2020〕5号', '然资发〔2020〕5号', null],
    ],
  ],
  ['《通知》已经收悉，《三国》也看了', []],
  ['二〇二三年七月，第三条意见', []],
])('%s', (text, expected) => {
  expect(citationsIn(text)).toEqual(expected);
});

test.each([
  ['青石县公园条例（2020年修正）', '青石县公园条例'],
  ['青石县 公园条例 (2020 年 3 月 1 日通过)', '青石县公园条例'],
  ['青石县公园条例（试行）', '青石县公园条例(试行)'],
  ['总结', null],
])('the title %s is known as %s', (title, key) => {
  expect(titleKey(title)).toBe(key);
});

test('a number is known by one form, however its brackets are typed', () => {
  const forms = [
    '青政发〔2023〕7号',
    '青政发[2023]7号',
    '青政发（2023）07 号',
    '青政发【2023年】第7号',
  ];
  expect(new Set(forms.map(keyOfNumber))).toEqual(new Set(['青政发〔2023〕7号']));
});

describe('a paragraph is an article', () => {
  test.each([
    ['第三条　本办法所称绿地……', 3],
    ['第一百二十条 附则', 120],
    ['第三条', 3],
    ['按照第三条', null],
    ['第三条之一　新增', 3],
    ['第三条建议是修路', 3],
  ])('%s: %s', (text, article) => {
    expect(articleOf(text)).toBe(article);
  });
});
