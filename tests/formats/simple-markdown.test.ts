import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '#document/text/blocks.ts';
import { readMarkdown } from '#formats/markdown.ts';
import { cutMarkdown } from '#formats/simple-markdown.ts';
import { createMarkdown } from '#render/markdown.ts';

const markdown = createMarkdown();

function read(body: string): readonly Block[] {
  return readMarkdown(markdown, body, '', 7, false).blocks;
}

/** A link's definition reaches over blank lines, so that the whole text goes to the parser. */
function readWhole(body: string): readonly Block[] {
  return read(`${body}\n\n[never-used]: #`);
}

test('plain lines between blank lines need no parser, the rest is parsed in stretches', () => {
  const body = '## 一、总体\n\n各乡镇要**抓早**抓小。\n\n- 甲\n\n- 乙\n\n2024年8月7日\n';
  const stretches = cutMarkdown(body, false).map(({ block, ...rest }) => block?.type ?? rest);
  const list = { text: '- 甲\n\n- 乙\n', above: 4 };
  expect(stretches).toEqual(['heading', 'paragraph', list, 'paragraph']);
});

test.each([
  ['a fence', '```\n\n甲\n\n```'],
  ['a footnote', '甲[^1]\n\n[^1]: 乙'],
  ["a link's definition", '[甲]\n\n[甲]: #'],
])('%s sends the whole text to the parser', (_name, body) => {
  expect(cutMarkdown(body, false)).toEqual([{ block: null, text: body, above: 0 }]);
});

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('各乡镇', '要', '工作', '会议', 'abc', '2024', '7') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('，', '。', '：', '、', '；', '“', '”', '（', '）', '《'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('**', '*', '_', '`', '[', ']', '(', ')', '<', '>', '&', '&amp;'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('\\', '~~', '!', '|', '#', '-', '+', '.', '×', '"', "'"),
  },
  { weight: 1, arbitrary: fc.constantFrom(' ', '　', '\t', '𠮷', '…', ' ', 'http://a.b', '1.') },
);
const words = fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
const lead = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '',
    '# ',
    '## ',
    '#',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '12) ',
    '2024. ',
    '> ',
    '    ',
    '  ',
  ],
  ...['　　', '（一）', '一、', '1、', '| ', '---', '===', '***', '\t', '（1）', '①'],
);
const line = fc.tuple(lead, words).map(([before, text]) => before + text);
const lines = fc.array(
  fc.oneof({ weight: 2, arbitrary: line }, fc.constantFrom('', '', ' ', '　')),
  {
    maxLength: 9,
  },
);

test('a full-width space behind a heading is none of its text, as with the parser', () => {
  expect(read('## 各乡镇　')).toEqual(readWhole('## 各乡镇　'));
});

test('a line of white space is no text over a heading', () => {
  const body = '　\n\n#各乡镇 ';
  expect(read(body)).toEqual(readWhole(body));
});

test('reading in stretches gives what parsing the whole gives', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const body = all.join('\n');
      // An open fence would swallow the definition; such a text is parsed whole in any case
      fc.pre(!/```|~~~/.test(body));
      expect(read(body)).toEqual(readWhole(body));
    }),
    { numRuns: 5000 },
  );
});

const plain = fc.array(
  fc.tuple(
    fc.array(fc.constantFrom('要', '**', 'a', '，', '7', '”', '。', ' '), {
      minLength: 1,
      maxLength: 9,
    }),
    fc.constantFrom('\n\n', '\n'),
  ),
  { maxLength: 4 },
);

test('bold words between letters and punctuation pair as the parser pairs them', () => {
  fc.assert(
    fc.property(plain, (paragraphs) => {
      const body = paragraphs.map(([parts, end]) => parts.join('') + end).join('');
      expect(read(body)).toEqual(readWhole(body));
    }),
    { numRuns: 5000 },
  );
});

const target = fc.constantFrom(
  'https://a.cn/1',
  'http://b-c.org',
  'https://A.cn',
  'x.md',
  '#a',
  '',
);
const inlines = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('要', '**', '工作', '，', '。', '7', ' ', '(', ')', '"'),
    },
    { weight: 2, arbitrary: target.map((to) => `[会议](${to})`) },
    { weight: 1, arbitrary: target.map((to) => `[**甲**](${to})`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('![图](https://a.cn/1)', '](http', '[', ']', '***', '×'),
    },
  ),
  { minLength: 1, maxLength: 7 },
);

test('links among words are those that the parser finds', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('各', '', '**各**', '[会](https://a.cn)'),
      inlines,
      (begin, parts) => {
        const body = begin + parts.join('');
        expect(read(body)).toEqual(readWhole(body));
      },
    ),
    { numRuns: 5000 },
  );
});

const marker = fc.constantFrom('- ', '- ', '- ', '* ', '1. ', '2. ', '3. ', '1) ', '-', '  - ', '');
const items = fc.array(
  fc.tuple(
    marker,
    fc.oneof({ weight: 3, arbitrary: inlines.map((parts) => `各${parts.join('')}`) }, words),
  ),
  { minLength: 1, maxLength: 5 },
);

test('lists of plain items are those that the parser finds, whatever stands around them', () => {
  const around = fc.constantFrom(
    '',
    '各乡镇',
    '- 甲',
    '1. 甲',
    '## 一、甲',
    '    甲',
    '> 甲',
    '---',
  );
  const gap = fc.constantFrom('\n', '\n\n', '\n\n', '\n\n\n');
  fc.assert(
    fc.property(around, gap, items, gap, around, (before, above, list, below, after) => {
      const lines = list.map(([mark, words]) => mark + words).join('\n');
      const body = [before, above, lines, below, after].join('');
      fc.pre(!/```|~~~/.test(body));
      expect(read(body)).toEqual(readWhole(body));
    }),
    { numRuns: 5000 },
  );
});

test('a table of plain cells needs no parser', () => {
  const body = '各乡镇\n\n| 序号 | 单位 |\n| --- | ---: |\n| 1 | **水利局** |\n\n以上\n';
  expect(cutMarkdown(body, false).map(({ block }) => block?.type)).toEqual([
    'paragraph',
    'passage',
    'paragraph',
  ]);
});

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('甲', '乙 **丙**', '7', '', ' ', '　', '- 甲', '1. 甲') },
  { weight: 1, arbitrary: words },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\\|', '`|`', '**', '[会](https://a.cn)', '# 甲', '> 甲'),
  },
);
const cells = fc.array(cell, { minLength: 1, maxLength: 3 });
const delimiters = fc.array(
  fc.constantFrom('---', '-', ':-', '-:', ':-:', ' --- ', ':', '', '甲'),
  {
    minLength: 1,
    maxLength: 3,
  },
);
const bars = fc.constantFrom('|', '|', '|', '|', '|', '');

test('tables of plain cells are those that the parser finds, whatever stands around them', () => {
  const around = fc.constantFrom('', '', '各乡镇', '- 甲', '| 甲 |', '    甲', '## 一、甲');
  const gap = fc.constantFrom('\n', '\n\n', '\n\n', '\n\n\n');
  const written = (open: string, own: readonly string[], close: string) =>
    open + own.join('|') + close;
  const rows = fc.array(fc.tuple(bars, cells, bars), { maxLength: 3 });
  fc.assert(
    fc.property(
      fc.tuple(around, gap, fc.tuple(bars, cells, bars), fc.tuple(bars, delimiters, bars), rows),
      fc.tuple(gap, around),
      ([before, above, head, rule, all], [below, after]) => {
        const lines = [head, rule, ...all].map((own) => written(...own)).join('\n');
        const body = [before, above, lines, below, after].join('');
        fc.pre(!/```|~~~/.test(body));
        expect(read(body)).toEqual(readWhole(body));
      },
    ),
    { numRuns: 20_000 },
  );
});

test('a long gap within a heading is read once, not from each of its blanks', () => {
  const [heading] = read(`# 甲${' '.repeat(300_000)}乙`);
  expect(heading?.text).toHaveLength(300_002);
});
