import { expect, test } from 'vitest';
import { excerptOf } from '#document/text/excerpt.ts';
import { understandText } from '../spec/read.ts';
import { paragraphsOf } from './paragraphs.ts';

const sentence = '按照会议安排，我讲几点意见。';

test('an excerpt is the first text that says something, cut at a sentence', () => {
  const long = `${sentence.repeat(6)}${'甲'.repeat(200)}`;
  const blocks = paragraphsOf('同志们：', '下面我就全县的防汛工作讲几点意见：', long);
  expect(excerptOf(blocks)).toBe(sentence.repeat(6));
});

test('without a sentence in time it is cut, but never within a character', () => {
  const cut = excerptOf(paragraphsOf(`${'甲'.repeat(119)}𠮷${'乙'.repeat(9)}`));
  expect(cut).toBe(`${'甲'.repeat(119)}…`);
});

test('what stands around the text is no excerpt', () => {
  const [salutation, signature, last] = paragraphsOf(
    '尊敬的各位来宾、各位乡亲，同志们：',
    '青溪县防汛抗旱指挥部办公室值班室',
    '短。',
  );
  if (salutation === undefined || signature === undefined || last === undefined)
    throw new Error('no block');
  const blocks = [
    { ...salutation, role: 'salutation' },
    { ...signature, role: 'signature' },
    last,
  ] as const;
  expect(excerptOf(blocks)).toBe('短。');
});

test('of a text in points alone the first of them are the excerpt', () => {
  const { blocks } = understandText(
    '# 例会纪要\n\n- 修桥\n- 清淤\n\n| 人 | 事 |\n| - | - |\n| 王× | 值班 |\n',
    'a.md',
  );
  expect(excerptOf(blocks)).toBe('修桥 清淤');
});
