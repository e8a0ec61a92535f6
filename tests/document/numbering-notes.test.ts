import { expect, test } from 'vitest';
import { understandText } from '../spec/read.ts';
import { told } from '../spec/told.ts';

const prose = '各村把名册核对清楚，有出入的当天改过来。';

/** Text stands under each line, so that no line is a point of a list. */
const notesOf = (...lines: readonly string[]) =>
  understandText(['防汛方案', ...lines.flatMap((line) => [line, prose])].join('\n')).findings.map(
    ({ rule, line, message }) => `${(line - 2) / 2} ${rule}: ${told(message)}`,
  );

test.each<[string, string[], string[]]>([
  ['in order', ['一、甲', '二、乙', '三、丙'], []],
  ['under each heading anew', ['一、甲', '（一）乙', '（二）丙', '二、丁', '（一）戊'], []],
  ['on from heading to heading', ['一、甲', '（一）乙', '（二）丙', '二、丁', '（三）戊'], []],
  ['a gap', ['一、甲', '三、乙'], ['1 numbering-gap: number 3 follows 1']],
  ['a gap at the beginning', ['二、甲'], ['0 numbering-gap: the numbers begin with 2']],
  ['a repeat', ['一、甲', '一、乙', '二、丙'], ['1 numbering-repeat: number 1 follows 1']],
  ['a restart', ['一、甲', '二、乙', '一、丙'], ['2 numbering-restart: number 1 follows 2']],
  [
    'disorder',
    ['一、甲', '二、乙', '三、丙', '二、丁'],
    ['3 numbering-disorder: number 2 follows 3'],
  ],
  [
    'a gap below a heading',
    ['一、甲', '（一）乙', '（三）丙', '二、丁'],
    ['2 numbering-gap: number 3 follows 1'],
  ],
  ['forms of their own', ['第一章 甲', '一、乙', '第二章 丙', '一、丁'], []],
])('numbers are watched: %s', (_what, lines, notes) => {
  expect(notesOf(...lines)).toEqual(notes);
});

test.each<[string, string[], string[]]>([
  [
    'parts in signs of accounts, with 貮 for 貳',
    [
      '## 壹、主席致詞',
      '## 貮、確認紀錄',
      '## 參、報告事項',
      '### 一、會長',
      '### 二、秘書處',
      '## 肆、討論事項',
    ],
    [],
  ],
  [
    'sections numbered within points of the same form',
    ['### 1、介绍', '#### 1、甲', '#### 2、乙', '### 2、报告', '#### 1、丙', '### 3、讨论'],
    [],
  ],
  ['a gap', ['## 壹、致詞', '## 參、報告'], ['numbering-gap']],
])('in the levels of Markdown: %s', (_what, lines, rules) => {
  const text = ['# 例會', ...lines.flatMap((line) => [line, prose])].join('\n\n');
  const { findings } = understandText(text, 'a.md');
  expect(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('numbering'))).toEqual(
    rules,
  );
});

test.each([
  [
    'the missing number is that of a line that is no heading',
    ['1.审议办法；各村先报', '2.讨论名册'],
    '',
  ],
  ['a label begins another sequence', ['一、甲', '二、乙', '三、丙', '新的议题：', '一、丁'], ''],
])('nothing is noted where %s', (_what, lines) => {
  const text = [
    '防汛方案',
    ...lines.flatMap((line) => (line.endsWith('：') ? [line] : [line, prose])),
  ];
  const { findings } = understandText(text.join('\n'));
  expect(findings.map(({ rule }) => rule)).toEqual([]);
});

test('what is noted is not repaired', () => {
  const { blocks } = understandText(`防汛方案\n一、甲\n${prose}\n三、乙\n${prose}`);
  expect(blocks.filter(({ type }) => type === 'heading').map(({ text }) => text)).toEqual([
    '一、甲',
    '三、乙',
  ]);
});
