import { expect, test } from 'vitest';
import { findHeadings } from '#document/outline/headings.ts';
import type { NumberForm } from '#document/outline/numbering.ts';
import { levelsOfForms, outlineOf, placeHeadings, shownText } from '#document/outline/outline.ts';
import type { Heading } from '#document/text/blocks.ts';
import { paragraphsOf } from './paragraphs.ts';

const headings = (...texts: readonly string[]) =>
  findHeadings(paragraphsOf(...texts)).filter((block) => block.type === 'heading');

function heading(text: string, own: Partial<Heading> = {}): Heading {
  const plain = { type: 'heading', level: 0, inline: [], line: 1, runIn: false } as const;
  return { ...plain, text, numbering: null, piece: null, ...own };
}

const shown = (blocks: readonly Heading[]) =>
  outlineOf(placeHeadings(blocks)).map(({ anchor, depth, text }) => `${anchor} ${depth} ${text}`);

test('headings are placed by depth; levels that are skipped leave no gap', () => {
  const blocks = headings('一、甲', '（一）乙', '（二）丙', '1.丁', '二、戊', '1.己', '正文。');
  expect(shown(blocks)).toEqual([
    's1 1 一、甲',
    's1-1 2 （一）乙',
    's1-2 2 （二）丙',
    's1-2-1 3 1.丁',
    's2 1 二、戊',
    's2-1 2 1.己',
  ]);
});

test('a numbered line stands below a heading of Markdown, which goes by its own level', () => {
  const blocks = [
    heading('甲', { level: 2 }),
    ...headings('一、乙'),
    heading('丙', { level: 3 }),
    heading('丁', { level: 2 }),
  ];
  expect(shown(blocks)).toEqual(['s1 1 甲', 's1-1 2 一、乙', 's1-2 2 丙', 's2 1 丁']);
});

test('pieces have anchors of their own, and so has what stands in them', () => {
  const blocks = [
    ...headings('一、前言'),
    heading('篇一', { piece: 1 }),
    ...headings('一、甲', '（一）乙'),
    heading('篇二', { piece: 2 }),
    ...headings('一、丙'),
  ];
  expect(shown(blocks)).toEqual([
    's1 1 一、前言',
    'p1 1 篇一',
    'p1-s1 2 一、甲',
    'p1-s1-1 3 （一）乙',
    'p2 1 篇二',
    'p2-s1 2 一、丙',
  ]);
});

test.each<[string, string[], [NumberForm, number][]]>([
  [
    'without chapters',
    ['（一）甲', '1.乙'],
    [
      ['ideographic', 1],
      ['bracketed', 2],
      ['decimal', 3],
      ['bracketed-decimal', 4],
      ['circled', 5],
    ],
  ],
  [
    'under chapters',
    ['第一章 甲', '一、乙'],
    [
      ['chapter', 1],
      ['section', 2],
      ['ideographic', 2],
      ['bracketed', 3],
    ],
  ],
  [
    'under chapters and sections',
    ['第一章 甲', '第一节 乙', '一、丙'],
    [
      ['chapter', 1],
      ['section', 2],
      ['ideographic', 3],
    ],
  ],
  [
    'under sections whose chapters are elsewhere',
    ['第一节 甲', '一、乙'],
    [
      ['section', 2],
      ['ideographic', 3],
    ],
  ],
  [
    'under books',
    ['第一编 甲', '第一章 乙', '第一节 丙', '一、丁'],
    [
      ['book', 1],
      ['chapter', 2],
      ['section', 3],
      ['ideographic', 4],
    ],
  ],
])('the levels of forms %s', (_where, texts, levels) => {
  const levelOf = levelsOfForms(headings(...texts));
  expect(levels.map(([form]) => [form, levelOf(form)])).toEqual(levels);
});

test.each([
  ['（一）抓早。', '（一）抓早'],
  ['分工如下：', '分工如下'],
  ['谁来做？', '谁来做'],
  ['抓早、', '抓早、'],
])('a list of contents shows %s as %s', (text, words) => {
  expect(shownText(text)).toBe(words);
});
