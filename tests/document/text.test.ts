import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCharacters } from '#document/blocks.ts';
import { isCutOff } from '#document/ending.ts';
import { excerptOf } from '#document/excerpt.ts';
import { findHeadings } from '#document/headings.ts';
import { chineseNumber } from '#document/numerals.ts';
import { placeHeadings } from '#document/outline.ts';
import { splitTitle, titleKey } from '#document/title.ts';

const same = (text: string) => text;
const blocksOf = (...texts: string[]) =>
  findHeadings(
    texts.map((text, index) => ({ text, line: index + 1 })),
    same,
  );

test.each([
  ['十', 10],
  ['十一', 11],
  ['二十三', 23],
  ['一百零五', 105],
  ['二〇二四', 2024],
  ['12', 12],
  ['', null],
  ['甲', null],
])('%s counts %s', (text, number) => {
  expect(chineseNumber(text)).toBe(number);
});

test.each([
  ['(3篇)学习贯彻会议精神研讨材料', '学习贯彻会议精神研讨材料', 3],
  ['（8篇）心得体会', '心得体会', 8],
  ['青年干部座谈会发言材料（5篇）', '青年干部座谈会发言材料', 5],
  ['（精选6篇）2024年工作总结', '2024年工作总结', 6],
  ['个人述职报告(范文3篇)', '个人述职报告', 3],
  ['(十二篇)汇编', '汇编', 12],
  ['2024年三季度党员大会会议记录(8月版)', '2024年三季度党员大会会议记录(8月版)', null],
  ['第三篇 改革篇', '第三篇 改革篇', null],
  ['(3篇)', '(3篇)', null],
])('%s is «%s» in %s pieces', (written, title, pieces) => {
  expect(splitTitle(written)).toEqual({ title, pieces });
});

test('titles are one whatever their width, case, spaces and number of pieces', () => {
  const key = titleKey('党员大会会议记录(8月版) A');
  expect(titleKey('（3篇）党员大会 会议记录（８月版）ａ')).toBe(key);
});

test.each([
  ['一、提高认识,正视问题', 3],
  ['十一、保障措施', 3],
  ['（二）严格管控措施。', 4],
  ['(十二)加强督查', 4],
  ['1.完善制度', 5],
  ['1．完善制度', 5],
  ['（1）明确责任人', 6],
  ['第一章 总则', 1],
  ['第二节　会议组织', 2],
])('%s is a heading', (text, level) => {
  expect(blocksOf(text)).toMatchObject([{ type: 'heading', level, text, runIn: false }]);
});

test.each([
  ['(一)摸清底数。一要看图纸;二要走现场。', '(一)摸清底数。'],
  ['三、抓落实。各乡镇要对照清单逐项销号。', '三、抓落实。'],
  ['(2)明确时限。由办公室牵头，七月底前完成。', '(2)明确时限。'],
  ['(一)领导包片。班子成员每人包一个村，发现没有人守的路口当场', '(一)领导包片。'],
])('%s begins with its heading', (text, heading) => {
  const [first, rest] = blocksOf(text);
  expect(first).toMatchObject({ type: 'heading', text: heading, runIn: true });
  expect(rest).toMatchObject({ type: 'paragraph', text: text.slice(heading.length) });
});

test.each([
  '一、二季度全县完成投资12亿元，同比增长5.6%。',
  '三、四月份雨水偏多，各村要提前清淤。',
  '一、二、三组由张××负责，四、五组由李××负责。',
  '2024年8月7日上午，支委会在二楼会议室召开。',
  '2024. 年度重点工作另行安排。',
  '1.5万亩高标准农田已建成，比去年多3000亩。',
  '一是部分干部思想松懈；二是宣传引导不够。',
  '1.建立台账；',
  '（一）',
  '一',
])('%s is a paragraph', (text) => {
  expect(blocksOf(text)).toMatchObject([{ type: 'paragraph', text }]);
});

test('no character is moved or lost in looking for headings', () => {
  const part = fc.constantFrom(
    '一、',
    '（一）',
    '1.',
    '(2)',
    '第一章 ',
    '工作',
    '。',
    '；',
    '，',
    '要',
    '2024',
    '：',
  );
  const line = fc.array(part, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = blocksOf(...lines).map((block) => block.text);
      expect(text.join('')).toBe(lines.join(''));
    }),
  );
});

test('headings are placed by depth; levels that are skipped leave no gap', () => {
  const { outline } = placeHeadings(
    blocksOf('一、甲', '（一）乙', '（二）丙', '1.丁', '二、戊', '1.己', '正文。'),
  );
  expect(outline.map(({ anchor, depth, text }) => `${anchor} ${depth} ${text}`)).toEqual([
    's1 1 一、甲',
    's1-1 2 （一）乙',
    's1-2 2 （二）丙',
    's1-2-1 3 1.丁',
    's2 1 二、戊',
    's2-1 2 1.己',
  ]);
});

test.each([
  ['同时，要进一步细化完善各项应急处置措施，把责任落实到每一个村组和每一名干部2', true],
  ['同时，要进一步细化完善各项应急处置措施，把责任落实到每一个村组和每一名干部。', false],
  ['云溪县人民政府办公室', false],
])('%s breaks off: %s', (text, cutOff) => {
  expect(isCutOff(blocksOf(text))).toBe(cutOff);
});

test('an excerpt is the first text that says something, cut at a sentence', () => {
  const long = `${'按照会议安排，我讲几点意见。'.repeat(6)}${'甲'.repeat(200)}`;
  expect(excerptOf(blocksOf('同志们：', '下面我就全县的防汛工作讲几点意见：', long))).toBe(
    '按照会议安排，我讲几点意见。'.repeat(6),
  );
});

test('characters are counted without white space, those above U+FFFF once', () => {
  expect(countCharacters('甲 乙\n　𠮷a')).toBe(4);
});
