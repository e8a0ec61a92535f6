import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMarkdown } from '#render/markdown.ts';

const markdown = createMarkdown();
const lookingAtAll = createMarkdown().disable('no_underline');

const pieces = [
  ...[
    '一',
    'A. 甲',
    '王五：同意',
    '第一章',
    '1. 题',
    '- 项',
    '> 引',
    '（一）',
    '2024. 年度',
    '[^1]: 注',
  ],
  ...['\n', '\n', '\n', '\n\n', '\n　\n', '\n  ', '\n    ', '\n> ', '\n- ', '\t', '\u00a0'],
  ...['---', '===', '-', '=', '- ', '***', '|', '| - |', '```', '# 题'],
];

test('underlined headings are those that Markdown has, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      expect(markdown.render(text)).toBe(lookingAtAll.render(text));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['一\n===', '<h1>一</h1>\n'],
  ['> 一\n> ---', '<blockquote>\n<h2>一</h2>\n</blockquote>\n'],
])('%j', (text, html) => {
  expect(markdown.render(text)).toBe(html);
});

/** Each takes minutes where the text below a line is looked through again at each line. */
test.each([
  ['speakers', '王五：同意。\n'],
  ['options', 'A. 甲\n'],
  ['indented lines', '　一\n'],
  ['headings by number', '一、甲\n'],
])('a megabyte of %s is parsed to its end', (_, line) => {
  const count = Math.floor((1 << 20) / Buffer.byteLength(line));
  const tokens = markdown.parse(line.repeat(count), {});
  expect(tokens.filter(({ type }) => type === 'paragraph_open')).toHaveLength(count);
});
