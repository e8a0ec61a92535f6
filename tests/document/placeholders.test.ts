import { expect, test } from 'vitest';
import {
  findPlaceholders,
  onlyPlaceholders,
  starsArePlaceholders,
} from '#document/placeholders/placeholders.ts';
import { readMarkdown } from '#formats/markdown.ts';
import { renderText } from '#render/inline.ts';
import { reader, understandText } from '../spec/read.ts';

test.each([
  ['[××]县[××]镇'],
  ['张[×]、李[×]'],
  ['王[××]同志'],
  ['[XXXX]年[XX]月[XX]日'],
  ['[XXXX]2024年'],
  ['20[××]年'],
  ['[×]年[×]月'],
  ['[X]月[X]日'],
  ['2024年[X]月'],
  ['第[×]次'],
  ['[×]同志'],
  ['[○○]公司'],
  ['[△△]街道'],
  ['[＿＿＿]单位'],
  ['[____]单位'],
  ['[**]县[**]镇'],
  ['[ＸＸ]乡'],
  ['请联系：[xxx]'],
  ['口令：[****]（另行通知）'],
  ['姓名：[____]'],
  ['活动地点\n[XXXXXX]\n人数'],
])('%s: what stands in brackets was left out', (marked) => {
  const text = marked.replace(/[[\]]/g, '');
  const found = findPlaceholders(text).map(({ from, to }) => [from, text.slice(from, to)]);
  const expected = [...marked.matchAll(/\[(.+?)\]/g)].map(({ index, 1: signs }, count) => [
    index - 2 * count,
    signs,
  ]);
  expect(found).toEqual(expected);
});

test.each([
  ...[
    '2×3',
    '5×8米',
    '5 × 8',
    '3×',
    '（×）',
    '√×',
    'A×B',
    'x×y',
    'X县',
    'XXI',
    'MAXX',
    'Xi',
    'x',
    '*',
    '_',
  ],
  ...[
    '二○○○年',
    '二○○○年的二万八千亿元',
    '一九八○年到二○○○年',
    '应纳税额＝所得额×适用税率',
    '面积=长×宽',
  ],
  ...['a_b_c', '二〇〇八年', '某某', '〇〇', '＿'],
  ...[
    '方法__init__里',
    '值为2**3',
    'paths/**/notes',
    '文件gb18030_**一类',
    '***',
    'XXX',
    '第XX_1.docx号文件',
  ],
  ...['**注意（下午）** ', '**徐某 **来了', 'As part of demo XX'],
])('in %s nothing was left out', (text) => {
  expect(findPlaceholders(text)).toEqual([]);
});

test.each([
  ['××', true],
  ['× ×', true],
  ['XXX', true],
  ['＿＿ **', true],
  ['张×', false],
  ['×县', false],
  ['', false],
  ['甲', false],
])('%j is nothing but placeholders: %s', (text, only) => {
  expect(onlyPlaceholders(text)).toBe(only);
});

const html = (text: string) =>
  readMarkdown(reader.markdown, text, '', 0, false)
    .blocks.map((block) => (block.type === 'passage' ? block.text : renderText(block)))
    .join('\n');

test.each([
  '张**、李**',
  '张**',
  '王**同志',
  '主持：张**（支书），记录：李**',
  '李**，男',
  '**县**镇',
  '**年**月**日',
  '某会：**市',
  '张***',
])('%s keeps its stars in Markdown', (text) => {
  expect(starsArePlaceholders(text)).toBe(true);
  expect(html(text)).toBe(text);
  expect(html(`${text}\n\n[a]: #`)).toBe(text);
});

test.each([
  ['**重点：**各村', '<strong>重点：</strong>各村'],
  ['**县长**来了', '<strong>县长</strong>来了'],
  ['各村要**抓早**抓小', '各村要<strong>抓早</strong>抓小'],
  ['张**某**', '张<strong>某</strong>'],
])('%s is bold in Markdown', (text, expected) => {
  expect(starsArePlaceholders(text)).toBe(false);
  expect(html(text)).toBe(expected);
});

test('a text without stars has none to keep', () => {
  expect(starsArePlaceholders('张某')).toBe(false);
});

test('placeholders are listed by line and marked, but not within a speaker’s name', () => {
  const { placeholders, blocks } = understandText(
    '支委会会议记录\n时间：2024年8月7日\n主持人：王某\n出席：王某、张××\n一、讨论××镇的来信\n张××：我同意××的意见。',
  );
  expect(placeholders).toEqual([
    { line: 4, text: '××' },
    { line: 5, text: '××' },
    { line: 6, text: '××' },
    { line: 6, text: '××' },
  ]);
  const turn = blocks.at(-1);
  expect(turn?.type === 'paragraph' && turn.marks).toEqual([
    { from: 0, to: 4, name: 'speaker' },
    { from: 7, to: 9, name: 'placeholder' },
  ]);
});

test('what stands in code is not left out', () => {
  const { placeholders } = understandText(
    '# 做法\n\n先写 `XX厂` 再写 XX厂。\n\n- 键 `____` 为空\n- 厂名____\n\n```\n口令 XXX\n```',
    'a.md',
  );
  expect(placeholders.map(({ line, text }) => [line, text])).toEqual([
    [3, 'XX'],
    [5, '____'],
  ]);
});
