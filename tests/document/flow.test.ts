import { expect, test } from 'vitest';
import { linesOfFlow } from '#document/text/flow.ts';
import { readMarkdown } from '#formats/markdown.ts';
import { reader } from '../spec/read.ts';

function linesOf(markdown: string): string[] {
  const { blocks } = readMarkdown(reader.markdown, markdown, '', 0, false);
  return blocks.flatMap((block) => (block.type === 'passage' ? linesOfFlow(block.flow) : []));
}

test.each([
  ['items', '- 甲\n- 乙\n  - 丙', ['甲', '乙', '丙']],
  ['rows, their cells apart', '| 甲 | 乙 |\n| - | - |\n| 丙 | 丁 |', ['甲 乙', '丙 丁']],
  ['lines of a quotation', '> 甲\n> 乙\n>\n> 丙', ['甲', '乙', '丙']],
  ['lines of code', '```\n甲\n乙\n```', ['甲', '乙', '']],
  ['notes', '正文[^1]。\n\n[^1]: 甲', ['甲']],
])('a passage is told line by line: %s', (_, markdown, lines) => {
  expect(linesOf(markdown)).toEqual(lines);
});
