import { chineseNumber, formalSigns } from './numerals.ts';

/**
 * The forms of numbers at the beginning of a line, the outermost first: 编, 分编, 章, 节 of regulations and
 * reports, 一、 → （一） → 1. → （1） of GB/T 9704-2012 (section 7.3.3), ① below them.
 */
export const numberForms = [
  'book',
  'sub-book',
  'chapter',
  'section',
  'ideographic',
  'bracketed',
  'decimal',
  'bracketed-decimal',
  'circled',
] as const;

export type NumberForm = (typeof numberForms)[number];

/** The number at the beginning of a line. `length` covers the number, its mark and the space behind. */
export type Numbering = Readonly<{ form: NumberForm; number: number; length: number }>;

const numeral = '[〇零一二三四五六七八九十百]';

/**
 * 一、二季度, 三、四月份 and 一、二、三组 are words: the numbers follow each other, and what they count
 * stands behind. 1、5月底前完成 is point one.
 */
function isWords(number: number, rest: string): boolean {
  const match = words.exec(rest);
  const next = match === null ? null : chineseNumber(match[1] ?? '');
  return (
    match !== null && next === number + 1 && !/^月(?:底|初|[上中下]旬|\d)/.test(match[2] ?? '')
  );
}

const words =
  /^([〇零一二三四五六七八九十百]{1,3}|\d{1,2})((?:季度|月|、|组|年级|号|楼|班|级|期|线|等|类|标段|中队|支部).{0,2})/;

const space = '[\\s　]*';

type FormPattern = readonly [NumberForm, RegExp];

const ordinalForms: readonly FormPattern[] = [
  ['book', new RegExp(`^第(${numeral}{1,4}|\\d{1,3})(?:编|部分|卷)(?=[\\s　:：]|$)[\\s　:：]*`)],
  ['sub-book', new RegExp(`^第(${numeral}{1,4}|\\d{1,3})分编(?=[\\s　:：]|$)[\\s　:：]*`)],
  ['chapter', new RegExp(`^第(${numeral}{1,4}|\\d{1,3})章(?!程|节)[\\s　:：]*`)],
  ['section', new RegExp(`^第(${numeral}{1,4}|\\d{1,3})节(?![课日奏约省气目俭假能])[\\s　:：]*`)],
];

const bracketedForms: readonly FormPattern[] = [
  [
    'bracketed',
    new RegExp(`^[（(]\\s*(${numeral}{1,4}|[${formalSigns}]{1,3})\\s*[)）]${space}、?${space}`),
  ],
  ['bracketed-decimal', new RegExp(`^[（(]\\s*(\\d{1,2})\\s*[)）]${space}、?${space}`)],
];

const decimalForms: readonly FormPattern[] = [
  ['decimal', new RegExp(`^(\\d{1,2})(?:[.．](?!\\d)|、)${space}`)],
  ['bracketed-decimal', new RegExp(`^(\\d{1,2})\\s*[)）]${space}、?${space}`)],
];

const ideographicForms: readonly FormPattern[] = [
  [
    'ideographic',
    new RegExp(
      `^(${numeral}{1,4}|[${formalSigns}]{1,3}(?=、))(?:、|[.．](?!\\d)|[\\s　](?=[一-龥]))${space}`,
    ),
  ],
];

/** The forms that a line with this first sign may have. */
function formsOf(first: string): readonly FormPattern[] {
  if (first === '第') return ordinalForms;
  if (first === '（' || first === '(') return bracketedForms;
  return first >= '0' && first <= '9' ? decimalForms : ideographicForms;
}

const circled = /^([①-⑳㈠-㈩⑴-⒇⒈-⒛])[\s　、.．]*/;
const begins = new RegExp(`^[第${formalSigns}〇零一二三四五六七八九十百\\d（(①-⑳㈠-㈩⑴-⒇⒈-⒛]`);

/** Reads the number that a line begins with; null where it begins with none, or with a word like one. */
export function parseNumbering(line: string): Numbering | null {
  if (!begins.test(line)) return null;
  const sign = circled.exec(line);
  if (sign !== null) return { ...numberOfSign(sign[1] ?? ''), length: sign[0].length };
  for (const [form, pattern] of formsOf(line.charAt(0))) {
    const match = pattern.exec(line);
    const number = match === null ? null : chineseNumber(match[1] ?? '');
    if (match === null || number === null) continue;
    const { length } = match[0];
    return /、\s*$/.test(match[0]) && isWords(number, line.slice(length))
      ? null
      : { form, number, length };
  }
  return null;
}

/** ㈠ and ⑴ are （一） and （1）, ⒈ is 1. */
function numberOfSign(sign: string): { form: NumberForm; number: number } {
  const code = sign.charCodeAt(0);
  if (code >= 0x3220) return { form: 'bracketed', number: code - 0x321f };
  if (code >= 0x2488) return { form: 'decimal', number: code - 0x2487 };
  if (code >= 0x2474) return { form: 'bracketed-decimal', number: code - 0x2473 };
  return { form: 'circled', number: code - 0x245f };
}

const clauseStart = new RegExp(
  `^第(${numeral}{1,6}|\\d{1,4})条(?:之${numeral})?(?:[\\s　:：]+|(?=【|\\[)|$)`,
);

/** The number of a clause 第…条 that a line begins with. */
export function parseClause(line: string): Readonly<{ number: number; length: number }> | null {
  if (!line.startsWith('第')) return null;
  const match = clauseStart.exec(line);
  const number = match === null ? null : chineseNumber(match[1] ?? '');
  return match === null || number === null ? null : { number, length: match[0].length };
}
