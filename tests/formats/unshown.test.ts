import { expect, test } from 'vitest';
import { readMarkdown } from '#formats/markdown.ts';
import { findUnshown } from '#formats/unshown.ts';
import { reader } from '../spec/read.ts';

const unshown = (text: string) =>
  findUnshown(text, 0, readMarkdown(reader.markdown, text, '', 0, false).blocks).map(
    ({ text: words }) => words,
  );

const rows = (count: number) =>
  Array.from({ length: count }, (_, row) => {
    const name = String.fromCodePoint(0x4e00 + row);
    return `| \`王\`${name}生 | **干**部，分管第${name}组的防汛值班 |`;
  });

test('of a long table whose cells hold marks nothing is said to be left out', () => {
  expect(unshown(['| 姓名 | 职务 |', '| - | - |', ...rows(3000)].join('\n'))).toEqual([]);
});

test('beyond many such lines what is left out is told still', () => {
  const text = `${['| 姓名 | 职务 |', '| - | - |', ...rows(1000)].join('\n')}\n\n[^9]: 县志第三卷的影印件\n`;
  expect(unshown(text)).toEqual(['[^9]: 县志第三卷的影印件']);
});
