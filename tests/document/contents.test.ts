import { expect, test } from 'vitest';
import { understandText } from '../spec/read.ts';

const prose = '各村把名册核对清楚，有出入的当天改过来。';

const rolesOf = (lines: readonly string[]) =>
  understandText(lines.join('\n')).blocks.map((block) =>
    block.type === 'paragraph' ? block.role : block.type,
  );

const text = ['一、沙袋', prose, '二、手电', prose];
const read = ['heading', 'paragraph', 'heading', 'paragraph'];

test.each([
  ['as they stand', ['目录', '一、沙袋', '二、手电']],
  ['with dots and page numbers', ['目　录', '一、沙袋……………1', '二、手电……………12']],
  ['with spaces and page numbers', ['【目录】', '一、沙袋　　1', '二、手电　　12']],
])('a table of contents names the headings %s, and holds none', (_how, contents) => {
  expect(rolesOf(['防汛手册', ...contents, ...text])).toEqual([
    'title',
    ...contents.map(() => 'contents'),
    ...read,
  ]);
});

test.each([
  ['that names nothing which follows', ['目录', '三、雨衣']],
  ['with a long paragraph in it', ['目录', '一、沙袋', prose.repeat(5)]],
])('a line 目录 opens no table of contents %s', (_what, lines) => {
  expect(rolesOf(['防汛手册', ...lines, ...text])).not.toContain('contents');
});
