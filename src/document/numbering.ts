import { chineseNumber } from './numerals.ts';

/** The number at the beginning of a line. `level` orders the forms, 1 being the outermost. */
export type Numbering = Readonly<{ level: number; number: number; length: number }>;

type Form = Readonly<{ level: number; pattern: RegExp }>;

const numeral = '[〇零一二三四五六七八九十百]';

/**
 * The forms of GB/T 9704-2012, section 7.3.3 (一、 → （一） → 1. → （1）), below the chapters and
 * sections of regulations. `一、二季度` and `三、四月份` are words, not numbers; so are `1.5万亩`
 * and `2024. 年度`.
 */
const forms: readonly Form[] = [
  { level: 1, pattern: new RegExp(`^第(${numeral}{1,4}|\\d{1,3})[编章](?=[\\s　]|$)[\\s　]*`) },
  { level: 2, pattern: new RegExp(`^第(${numeral}{1,4}|\\d{1,3})节(?=[\\s　]|$)[\\s　]*`) },
  {
    level: 3,
    pattern: new RegExp(
      `^(${numeral}{1,4})、(?!${numeral}{1,3}(?:季度|月|、|组|年|号|楼|班))[\\s　]*`,
    ),
  },
  { level: 4, pattern: new RegExp(`^[（(]\\s*(${numeral}{1,4})\\s*[)）][\\s　、]*`) },
  { level: 5, pattern: /^(\d{1,2})(?:[.．](?!\d)|、)[\s　]*/ },
  { level: 6, pattern: /^[（(]\s*(\d{1,2})\s*[)）][\s　]*/ },
];

export function parseNumbering(line: string): Numbering | null {
  for (const { level, pattern } of forms) {
    const match = pattern.exec(line);
    const number = match === null ? null : chineseNumber(match[1] ?? '');
    if (match !== null && number !== null) return { level, number, length: match[0].length };
  }
  return null;
}
