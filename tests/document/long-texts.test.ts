import { expect, test } from 'vitest';
import { understandText } from '../spec/read.ts';

/** Two characters of a name for each number, and many numbers. */
const nameOf = (index: number) =>
  `王${String.fromCharCode(0x4e00 + (index % 89))}${String.fromCharCode(0x4f00 + (index % 97))}`;

const record = '# 会议记录\n\n时间：2024年8月1日\n\n主持人：张三\n\n';

/** Each takes minutes where a reader looks through a text again for each of its lines. */
test.each<[name: string, file: string, head: string, unit: (index: number) => string]>([
  [
    'a quiz of short lines',
    'a.md',
    '# 测试题\n\n一、单选题\n\n',
    (index) => {
      return `${index + 1}. 题目（A）\nA. 甲\nB. 乙\n`;
    },
  ],
  ['sections of a quiz', 'a.md', '', () => '一、填空题\n\n1. 题目____是\n\n2. 题____目\n\n'],
  [
    'keys of a quiz',
    'a.md',
    '# 测试题\n\n一、单选题\n\n',
    (index) => {
      return `${index + 1}. 题目（ ）\n\nA. 甲 B. 乙\n\n参考答案\n\n1. A 2. B\n\n`;
    },
  ],
  ['speakers, a line each', 'a.md', record, (index) => `${nameOf(index)}：同意这个意见。\n`],
  ['speakers, a paragraph each', 'a.md', record, (index) => `${nameOf(index)}：同意。\n\n`],
  ['speakers in plain text', 'a.txt', record, (index) => `${nameOf(index)}：同意这个意见。\n`],
  ['plain lines', 'a.txt', '', (index) => `第${index}行。\n`],
  ['digits', 'a.md', '', () => '2024年'],
  ['placeholders', 'a.md', '', () => 'X'],
  ['spaces', 'a.md', '', () => ' '],
  ['digits in a row of a table', 'a.md', '# 报告\n\n| 甲 |\n|---|\n| ', () => '1'],
  ['digits among those who attend', 'a.md', `${record}列席：`, () => '1'],
  ['mobile numbers in one paragraph', 'a.md', '# 报告\n\n', () => '13812345678，'],
  ['mobile numbers in a list', 'a.md', '# 报告\n\n', () => '- 13812345678\n'],
  // More of them than a call may have arguments
  ['headings', 'a.md', '# 报告（3篇）\n\n', () => '# 甲\n'],
  ['lines of a quiz', 'a.md', '# 测试题\n\n', () => '*1\n'],
])('a megabyte of %s is understood to its end', (_, file, head, unit) => {
  const units: string[] = [head];
  for (let index = 0, length = 0; length < 1 << 20; index++) {
    units.push(unit(index));
    length += Buffer.byteLength(unit(index));
  }
  const understood = understandText(`${units.join('')}\n\n完。\n`, file);
  expect(understood.blocks.at(-1)?.text).toBe('完。');
});
