/*
 * Numbers and dates are the same however they are written: 第十二条 and 第12条, 二〇二四年 and 2024年, 一百零三 and
 * 一百〇三, 2024-08-07 and 2024年8月7日. A query asks for all of these forms.
 */

const digits = '〇一二三四五六七八九';
const units = ['', '十', '百', '千'];
const chinese = '〇○零一二三四五六七八九十百千';
/** What is counted: alone, a Chinese digit is also a part of words. */
const counter = '[年月日号條条章节節届屆次期批款项項回集卷版周天]';
const numeral = new RegExp(
  `(?<chinese>[${chinese}]+)|(?<digits>(?<![\\d.])\\d{1,4}(?![\\d.%‰]))`,
  'g',
);
const counted = new RegExp(`^${counter}`);

/** Other ways to write the numbers and dates of a word, as many as three. */
export function otherForms(written: string): string[] {
  const plain = written.normalize('NFKC');
  const day = /(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/.exec(plain);
  const inWords = day === null ? plain : plain.replace(day[0], dateInWords(day));
  const inDigits = replaceNumerals(inWords, toDigits);
  const inChinese = replaceNumerals(inWords, toChinese);
  const iso = isoOf(inDigits);
  const zeros = /[零〇○]/.test(inChinese)
    ? [inChinese.replace(/[〇○]/g, '零'), inChinese.replace(/零/g, '〇')]
    : [];
  const forms = [inWords, inDigits, inChinese, ...zeros, ...(iso === null ? [] : [iso])];
  return [...new Set(forms)].filter((form) => form !== plain).slice(0, 3);
}

function dateInWords([, year = '', month = '', day]: RegExpExecArray): string {
  const last = day === undefined ? '' : `${Number(day)}日`;
  return `${year}年${Number(month)}月${last}`;
}

/** 2024年8月7日 as 2024-08-07. */
function isoOf(text: string): string | null {
  const match = /(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/.exec(text);
  if (match === null) return null;
  const [all, year = '', month = '', day] = match;
  const last = day === undefined ? '' : `-${day.padStart(2, '0')}`;
  return text.replace(all, `${year}-${month.padStart(2, '0')}${last}`);
}

function replaceNumerals(
  text: string,
  form: (numeral: string, before: string, behind: string) => string | null,
): string {
  return text.replace(numeral, (found: string, ...rest: unknown[]) => {
    const at = rest.find((each) => typeof each === 'number') ?? 0;
    const [before, behind] = [text.slice(0, at), text.slice(at + found.length)];
    return form(found, before, behind) ?? found;
  });
}

function isCounted(before: string, behind: string): boolean {
  return before.endsWith('第') || counted.test(behind) || (before === '' && behind === '');
}

function toDigits(found: string, before: string, behind: string): string | null {
  if (/\d/.test(found)) return null;
  if (found.length === 1 && !isCounted(before, behind)) return null;
  // 统一一百: what is no number stays
  const value = /[十百千]/.test(found) ? placeValue(found) : digitByDigit(found);
  return value === null || value.length > 4 ? null : value;
}

function digitByDigit(found: string): string {
  return [...found].map((sign) => String(Math.max(0, digits.indexOf(sign)))).join('');
}

function placeValue(found: string): string | null {
  let [sum, digit] = [0, 0];
  let last = 10_000;
  for (const sign of found) {
    const unit = units.indexOf(sign);
    if (unit > 0) {
      const size = 10 ** unit;
      if (size >= last) return null;
      sum += (digit === 0 ? 1 : digit) * size;
      [digit, last] = [0, size];
    } else if (digit !== 0) return null;
    else digit = Math.max(0, digits.indexOf(sign));
  }
  return String(sum + digit);
}

function toChinese(found: string, before: string, behind: string): string | null {
  if (!/\d/.test(found)) return null;
  if (found.length === 4 && behind.startsWith('年'))
    return [...found].map((digit) => digits[Number(digit)]).join('');
  if (!isCounted(before, behind)) return null;
  const number = Number(found);
  if (number === 0 || found.startsWith('0')) return null;
  let written = '';
  for (const [place, digit] of [...found].entries()) {
    const unit = units[found.length - 1 - place] ?? '';
    if (digit !== '0') written += `${digits[Number(digit)]}${unit}`;
    else if (!written.endsWith('零')) written += '零';
  }
  return written.replace(/零$/, '').replace(/^一十/, '十');
}
