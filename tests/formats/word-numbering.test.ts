import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chineseNumber } from '#document/outline/numerals.ts';
import { writeNumber } from '#formats/number-formats.ts';
import { readWord } from '#formats/word/read.ts';
import {
  abstractList,
  list,
  numbered,
  p,
  type WordText,
  wordFile,
} from '../fixtures/office/word-file.ts';

function linesOf(text: WordText): string[] {
  return readWord(wordFile(text), 'a.docx').blocks.map((block) => block.text);
}

/** 甲 to 己, one after another in the levels of one list. */
function inLevels(
  levels: readonly number[],
  numbering: string,
  lists: readonly number[] = [],
): string[] {
  const body = levels.map((level, index) =>
    numbered('甲乙丙丁戊己'.charAt(index), lists[index] ?? 1, level),
  );
  return linesOf({ body: body.join(''), numbering });
}

test.each([
  ['decimal', '1 12 105'],
  ['decimalZero', '01 12 105'],
  ['decimalFullWidth', '１ １２ １０５'],
  ['chineseCounting', '一 十二 一百零五'],
  ['chineseCountingThousand', '一 十二 一百零五'],
  ['japaneseCounting', '一 十二 一百零五'],
  ['taiwaneseCountingThousand', '一 十二 一百零五'],
  ['chineseLegalSimplified', '壹 壹拾贰 壹佰零伍'],
  ['ideographLegalTraditional', '壹 壹拾貳 壹佰零伍'],
  ['ideographDigital', '一 一二 一〇五'],
  ['ideographTraditional', '甲 乙 戊'],
  ['ideographZodiac', '子 亥 申'],
  ['ideographEnclosedCircle', '㈠ 12 105'],
  ['decimalEnclosedCircle', '① ⑫ 105'],
  ['decimalEnclosedCircleChinese', '① ⑫ 105'],
  ['decimalEnclosedParen', '⑴ ⑿ 105'],
  ['decimalEnclosedFullstop', '⒈ ⒓ 105'],
  ['upperLetter', 'A L AAAAA'],
  ['lowerLetter', 'a l aaaaa'],
  ['upperRoman', 'I XII CV'],
  ['lowerRoman', 'i xii cv'],
  ['ordinal', '1st 12th 105th'],
  ['none', '  '],
])('%s writes 1, 12 and 105 as %s', (format, expected) => {
  expect([1, 12, 105].map((number) => writeNumber(number, format)).join(' ')).toBe(expected);
});

test('what is counted in Chinese is read as the number that it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
      expect(chineseNumber(writeNumber(number, 'chineseCountingThousand') ?? '')).toBe(number);
    }),
  );
});

test('signs go on past the twentieth', () => {
  const written = [20, 21, 35, 36, 50].map((number) =>
    writeNumber(number, 'decimalEnclosedCircle'),
  );
  expect(written.join('')).toBe('⑳㉑㉟㊱㊿');
});

const official = abstractList(0, [
  ['japaneseCounting', '%1、'],
  ['japaneseCounting', '（%2）'],
  ['decimal', '%3.'],
  ['decimal', '（%4）'],
]);

test('numbers stand before their words as they are written by hand', () => {
  expect(inLevels([0, 1, 2, 3, 1, 0], official + list(1, 0))).toEqual([
    '一、甲',
    '（一）乙',
    '1. 丙',
    '（1）丁',
    '（二）戊',
    '二、己',
  ]);
});

test('第一章 is parted from its words by a wide space', () => {
  const numbering = abstractList(0, [['chineseCountingThousand', '第%1章']]) + list(1, 0);
  expect(inLevels([0, 0], numbering)).toEqual(['第一章　甲', '第二章　乙']);
});

test('a list goes on behind paragraphs and tables, and an empty point counts', () => {
  const body = numbered('甲', 1) + p('其间') + numbered('', 1) + numbered('乙', 1);
  expect(linesOf({ body, numbering: official + list(1, 0) })).toEqual(['一、甲', '其间', '三、乙']);
});

test('lists of the same levels count together, and a start of its own acts once', () => {
  const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const numbering = official + list(1, 0) + list(2, 0) + list(3, 0, anew);
  expect(inLevels([0, 0, 0, 0, 0, 0], numbering, [1, 2, 3, 3, 1, 3])).toEqual([
    '一、甲',
    '二、乙',
    '一、丙',
    '二、丁',
    '三、戊',
    '四、己',
  ]);
});

test.each([
  ['begins anew under each point', '', ['一、甲', '1.1 乙', '二、丙', '2.1 丁']],
  [
    'goes on where it never begins anew',
    '<w:lvlRestart w:val="0"/>',
    ['一、甲', '1.1 乙', '二、丙', '2.2 丁'],
  ],
])('a level %s', (_, restart, expected) => {
  const levels = [
    ['japaneseCounting', '%1、'],
    ['decimal', '%1.%2', `<w:isLgl/>${restart}`],
  ] as const;
  expect(inLevels([0, 1, 0, 1], abstractList(0, levels) + list(1, 0))).toEqual(expected);
});

test('a level that nothing stands over counts from its start', () => {
  const numbering =
    abstractList(0, [
      ['decimal', '%1.'],
      ['decimal', '%1.%2'],
    ]) + list(1, 0);
  expect(inLevels([1, 1, 0], numbering)).toEqual(['1.1 甲', '1.2 乙', '1. 丙']);
});

test('a style gives the list, and the level that names the style', () => {
  const linked = (style: string) => `<w:pStyle w:val="${style}"/>`;
  const numbering =
    abstractList(0, [
      ['decimal', '%1.', linked('one')],
      ['decimal', '%1.%2', linked('two')],
    ]) + list(1, 0);
  const styles = [
    '<w:style w:type="paragraph" w:styleId="one"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="two"><w:basedOn w:val="one"/></w:style>',
  ].join('');
  const of = (style: string, text: string, more = '') =>
    p(text, `<w:pStyle w:val="${style}"/>${more}`);
  const off = '<w:numPr><w:numId w:val="0"/></w:numPr>';
  const body =
    of('one', '甲') + of('two', '乙') + of('one', '无', off) + of('two', '丙') + of('one', '丁');
  expect(linesOf({ body, numbering, styles })).toEqual([
    '1. 甲',
    '1.1 乙',
    '无',
    '1.2 丙',
    '2. 丁',
  ]);
});

test('a list may take its levels from a style', () => {
  const numbering =
    abstractList(0, [['japaneseCounting', '（%1）']], '<w:styleLink w:val="own"/>') +
    abstractList(1, [], '<w:numStyleLink w:val="own"/>') +
    list(1, 1);
  expect(inLevels([0, 0], numbering)).toEqual(['（一）甲', '（二）乙']);
});

test('newer forms stand beside older ones, and bullets are signs', () => {
  const custom =
    '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
  const font = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>';
  const numbering =
    abstractList(0, [
      [custom, 'No.%1'],
      ['bullet', '\uf0d8', font],
      ['bullet', 'o'],
    ]) + list(1, 0);
  expect(inLevels([0, 1, 2, 0], numbering)).toEqual(['No.001 甲', '➢ 乙', '◦ 丙', 'No.002 丁']);
});

test('a form that nobody knows is written in digits, and told', () => {
  const numbering = abstractList(0, [['thaiCounting', '%1.']]) + list(1, 0);
  const { blocks, diagnostics } = readWord(
    wordFile({ body: numbered('甲', 1), numbering }),
    'a.docx',
  );
  expect(blocks.map(({ text }) => text)).toEqual(['1. 甲']);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    { says: 'word-numbers', formats: ['thaiCounting'] },
  ]);
});
