import { expect, test } from 'vitest';
import { understandText } from '../spec/read.ts';
import { told } from '../spec/told.ts';

const prose = '水位每天早晚各看一次，看完就记在本子上，谁看的谁签字。';

const piecesOf = (lines: readonly string[], file?: string) =>
  understandText(lines.join('\n'), file).pieces.map(({ number, title, line }) => [
    number,
    title,
    line,
  ]);

test.each([
  ...[
    '篇$',
    '【篇$】',
    '（篇$）',
    '[篇$]',
    '《篇$》',
    '第$篇',
    '【第$篇】',
    '范文$',
    '例文$',
    '样文$',
    '模板$',
    '示例$',
  ],
  ...[
    '参考$',
    '河长心得之$',
    '河长心得（$）',
    '河长心得(篇$)',
    '河长心得篇$',
    '河长心得$',
    '河长心得 $',
  ],
])('pieces open with %s, in Chinese, Arabic and full-width digits', (separator) => {
  for (const [first, second, third] of ['一二三', '123', '１２３'] as const) {
    // Full-width digits do not stand behind a title without a mark
    if (first === '１' && /心得 ?\$$/.test(separator)) continue;
    const lines = [first, second, third].map((digit = '') => separator.replace('$', digit));
    const texts = ['河长心得', ...lines.flatMap((line) => [line, prose])];
    expect(piecesOf(texts)).toEqual([
      [1, lines[0], 2],
      [2, lines[1], 4],
      [3, lines[2], 6],
    ]);
  }
});

test.each([
  '篇$：守堤',
  '篇$、守堤',
  '篇$ 守堤',
  '第$篇 守堤',
  '【篇$】守堤',
  '范文$：守堤',
  '河长心得篇$：守堤',
])('the title of a piece may stand behind its number: %s', (separator) => {
  const lines = ['一', '二'].flatMap((digit) => [separator.replace('$', digit), prose]);
  expect(piecesOf(['河长心得', ...lines])).toEqual([
    [1, '守堤', 2],
    [2, '守堤', 4],
  ]);
});

test('or on a short line below', () => {
  expect(piecesOf(['河长心得', '篇一', '守住一道堤', prose, '篇二', '护住一片林', prose])).toEqual([
    [1, '守住一道堤', 2],
    [2, '护住一片林', 5],
  ]);
  expect(piecesOf(['河长心得', '篇一', '守住了。', prose, '篇二', '（一）护林', prose])).toEqual([
    [1, '篇一', 2],
    [2, '篇二', 5],
  ]);
});

test('eleven pieces are eleven', () => {
  const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'];
  const found = piecesOf(['河长心得', ...digits.flatMap((digit) => [`篇${digit}`, prose])]);
  expect(found.map(([number]) => number)).toEqual(digits.map((_, index) => index + 1));
});

test.each([
  ['between the title and the text', ['篇一：守堤', '篇二：护林', prose]],
  ['that ends where the first piece begins', ['篇一：守堤', '篇二：护林']],
  ['under its name', ['目录', '篇一：守堤', '篇二：护林']],
  ['with dots and page numbers', ['目录', '篇一：守堤……1', '篇二：护林……12']],
])('a table of contents opens no piece: %s', (_where, contents) => {
  const lines = ['河长心得（2篇）', ...contents, '篇一：守堤', prose, '篇二：护林', prose];
  expect(piecesOf(lines)).toEqual([
    [1, '守堤', contents.length + 2],
    [2, '护林', contents.length + 4],
  ]);
});

test.each([
  ['as many as stated', ['河长心得（2篇）', '篇一', prose, '篇二', prose], null],
  [
    'one is missing',
    ['河长心得（3篇）', '篇一', prose, '篇三', prose],
    'the title states 3 pieces, 2 were found',
  ],
  ['none is there', ['河长心得（3篇）', prose], 'the title states 3 pieces, 0 were found'],
  ['nothing is stated', ['河长心得', '篇一', prose, '篇二', prose], null],
  [
    'front matter states another number',
    ['---', 'pieces: 4', '---', '河长心得（2篇）', '篇一', prose, '篇二', prose],
    'the title states 4 pieces, 2 were found',
  ],
])('the number of pieces is compared with the stated one: %s', (_what, lines, message) => {
  const { findings } = understandText(lines.join('\n'));
  const found = findings.filter(({ rule }) => rule === 'piece-count');
  expect(found.map((finding) => told(finding.message))).toEqual(message === null ? [] : [message]);
});

test.each([
  ['a single one', ['河长心得', '篇一', prose]],
  ['numbers with nothing between them', ['河长心得', '篇一', '篇二']],
  ['numbers that do not begin with one', ['河长心得', '篇二', prose, '篇三', prose]],
  ['numbers behind words that are not the title', ['河长心得', '巡堤1', prose, '巡堤2', prose]],
  ['sentences', ['河长心得', '第一篇是我写的。', prose, '第二篇是他写的。', prose]],
  ['chapters', ['河长制条例', '第一章 总则', prose, '第二章 职责', prose]],
])('%s makes no collection', (_what, lines) => {
  expect(piecesOf(lines)).toEqual([]);
});

test('of two families of separators that one counts which is as long as stated', () => {
  const inner = ['范文一', prose, '范文二', prose, '范文三', prose];
  expect(piecesOf(['河长心得（2篇）', '篇一', prose, ...inner, '篇二', prose])).toMatchObject([
    [1, '篇一', 2],
    [2, '篇二', 10],
  ]);
});

test.each([
  [
    'the title above each piece',
    ['河长心得（2篇）', prose, '河长心得', prose, '河长心得', prose],
    [3, 5],
  ],
  [
    'the title above each piece, from the first line on,',
    ['河长心得（3篇）', '河长心得', prose, '河长心得', prose, '河长心得', prose],
    [2, 4, 6],
  ],
  [
    'the outermost headings of Markdown',
    ['# 河长心得（2篇）', '', '## 守堤', '', prose, '', '### 看', '', '## 二、护林', '', prose],
    [3, 9],
  ],
])('where their number is stated, %s opens them', (_what, lines, found) => {
  const file = lines[0]?.startsWith('#') ? 'a.md' : 'a.txt';
  expect(piecesOf(lines, file).map(([, , line]) => line)).toEqual(found);
});

test('headings are no pieces where their number is not the stated one', () => {
  const lines = ['# 河长心得（3篇）', '', '## 守堤', '', prose, '', '## 护林', '', prose];
  expect(piecesOf(lines, 'a.md')).toEqual([]);
});

test('the line that opens a piece is a heading of its own sort, and numbers begin anew', () => {
  const { blocks, findings } = understandText(
    ['河长心得', '篇一', '一、守堤', prose, '二、护林', prose, '篇二', '一、守堤', prose].join(
      '\n',
    ),
  );
  const headings = blocks.filter((block) => block.type === 'heading');
  expect(headings.map(({ piece, numbering }) => [piece, numbering?.number ?? null])).toEqual([
    [1, null],
    [null, 1],
    [null, 2],
    [2, null],
    [null, 1],
  ]);
  expect(findings).toEqual([]);
});
