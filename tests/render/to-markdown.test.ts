import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraph } from '#document/text/blocks.ts';
import { plain, type RichText } from '#document/text/rich-text.ts';
import { readMarkdown } from '#formats/markdown.ts';
import { createMarkdown } from '#render/markdown.ts';
import { writeBlock } from '#render/to-markdown/blocks.ts';
import type { Manner } from '#render/to-markdown/inline.ts';

const markdown = createMarkdown();
const kept: Manner = {
  addressOf: (link) => `files/${link}.png`,
  lineEnd: 'kept',
  escapes: 'few',
  hasMarks: true,
};
const bare: Manner = { ...kept, lineEnd: 'tag', escapes: 'all', hasMarks: false };

const written = (text: RichText, manner = kept) =>
  writeBlock(paragraph(text, 1), manner).join('\n');
const readBack = (text: string) => readMarkdown(markdown, text, '', 0, false).blocks;

describe('what stands in a paragraph is written so that it is read again', () => {
  const mark = (is: 'strong' | 'struck' | 'underlined' | 'superscript', from: number, to: number) =>
    ({ is, from, to, depth: 0 }) as const;
  test.each<[what: string, text: RichText, markdown: string]>([
    ['words', plain('会议强调，要抓落实。'), '会议强调，要抓落实。'],
    ['a number that would open a list', plain('1. 抓好春耕'), '1\\. 抓好春耕'],
    ['a sign that would open an item', plain('- 抓好春耕'), '\\- 抓好春耕'],
    ['a heading', plain('# 3 号楼'), '\\# 3 号楼'],
    ['a heading in full width', plain('＃＃ 二、要求'), '&#xFF03;＃ 二、要求'],
    ['signs of its own', plain('面积=长*宽，见[附件]_1_'), '面积=长\\*宽，见\\[附件\\]\\_1\\_'],
    ['a tag', plain('<br>不是换行，&lt;也不是'), '&lt;br>不是换行，&amp;lt;也不是'],
    ['marks of others', plain('==重点=='), '\\=\\=重点\\=\\='],
    ['bold words', { text: '一是抓落实。', inline: [mark('strong', 0, 2)] }, '**一是**抓落实。'],
    [
      'white space at their ends',
      { text: '甲 乙 丙', inline: [mark('strong', 1, 4)] },
      '甲 **乙** 丙',
    ],
    [
      'what has no sign',
      { text: 'm2和务必', inline: [mark('superscript', 1, 2), mark('underlined', 3, 5)] },
      'm<sup>2</sup>和<u>务必</u>',
    ],
    [
      'a link with a bracket in its address',
      {
        text: '办法',
        inline: [
          { is: 'link', href: 'https://example.org/a(1)', title: null, from: 0, to: 2, depth: 0 },
        ],
      },
      '[办法](<https://example.org/a(1)>)',
    ],
    [
      'a picture of the archive',
      {
        text: '会场',
        inline: [{ is: 'picture', source: 3, title: null, from: 0, to: 2, depth: 0 }],
      },
      '![会场](files/3.png)',
    ],
    [
      'a line that ends within it',
      { text: '甲\n乙', inline: [{ is: 'break', from: 1, to: 2, depth: 0 }] },
      '甲\\\n乙',
    ],
  ])('%s', (_, text, expected) => {
    expect(written(text)).toBe(expected);
    const [only, ...others] = readBack(expected);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ type: 'paragraph', text: text.text });
  });
});

const piece = fc.constantFrom(
  ...'#>-+=*_`~[](){}<>!&|\\:;.,?/"\'$^%@0123456789 ab的会、。（一）一二＃×　',
  ...['&amp;', '<!--', '-->', '[^1]', '[1]: ', ':::', '!!!', '==', '**', '~~', 'http://a.b/c_d'],
);

test('any line is a paragraph with the same words, written with all signs escaped', () => {
  const line = fc
    .array(piece, { minLength: 1, maxLength: 30 })
    .map((parts) => parts.join('').trim());
  fc.assert(
    fc.property(line, (text) => {
      fc.pre(text !== '' && text.length > 1);
      const blocks = readBack(written(plain(text), bare));
      expect(blocks.map((block) => [block.type, block.text])).toEqual([['paragraph', text]]);
    }),
    { numRuns: 2000 },
  );
});
