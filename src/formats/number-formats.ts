/*
 * The forms in which Word writes numbers (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat).
 */

type WriteNumber = (number: number) => string;

const digits = '〇一二三四五六七八九';
const legalSimplified = '零壹贰叁肆伍陆柒捌玖';
const legalTraditional = '零壹貳參肆伍陸柒捌玖';

const formats: Readonly<Record<string, WriteNumber>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  upperLetter: (number) => letters(number, 'A'),
  lowerLetter: (number) => letters(number, 'a'),
  upperRoman: roman,
  lowerRoman: (number) => roman(number).toLowerCase(),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (number) => within(number, 20, 0x2488),
  decimalEnclosedParen: (number) => within(number, 20, 0x2474),
  ideographEnclosedCircle: (number) => within(number, 10, 0x3220),
  chineseCounting: (number) => counting(number, digits, '十百千万', false),
  chineseCountingThousand: (number) => counting(number, digits, '十百千万', false),
  japaneseCounting: (number) => counting(number, digits, '十百千万', false),
  taiwaneseCounting: (number) => counting(number, digits, '十百千萬', false),
  taiwaneseCountingThousand: (number) => counting(number, digits, '十百千萬', false),
  chineseLegalSimplified: (number) => counting(number, legalSimplified, '拾佰仟万', true),
  ideographLegalTraditional: (number) => counting(number, legalTraditional, '拾佰仟萬', true),
  japaneseLegal: (number) => counting(number, legalTraditional, '拾佰仟萬', true),
  ideographDigital: (number) => [...String(number)].map((sign) => digits[Number(sign)]).join(''),
  taiwaneseDigital: (number) => [...String(number)].map((sign) => digits[Number(sign)]).join(''),
  ideographTraditional: (number) => cyclic(number, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (number) => cyclic(number, '子丑寅卯辰巳午未申酉戌亥'),
  ideographZodiacTraditional: stemAndBranch,
  numberInDash: (number) => `- ${number} -`,
  ordinal: ordinal,
  hex: (number) => number.toString(16).toUpperCase(),
  none: () => '',
};

/** Largest number of a list that is written as more than its digits. */
const largest = 32_767;

/** Writes a number in a form of Word; null where it is of none that is known. */
export function writeNumber(number: number, format: string): string | null {
  const write = formats[format];
  if (write === undefined) return null;
  return number < 0 || number > largest ? String(number) : write(number);
}

function fullWidth(number: number): string {
  return [...String(number)].map((sign) => String.fromCharCode(0xff10 + Number(sign))).join('');
}

/** A … Z, AA, BB … */
function letters(number: number, first: string): string {
  if (number < 1) return String(number);
  const sign = String.fromCharCode(first.charCodeAt(0) + ((number - 1) % 26));
  return sign.repeat(Math.min(Math.ceil(number / 26), 40));
}

const romanSigns = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, sign] of romanSigns) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text === '' ? String(number) : text;
}

/** ① … ⑳ ㉑ … ㉟ ㊱ … ㊿; digits beyond. */
function circled(number: number): string {
  if (number >= 36 && number <= 50) return String.fromCharCode(0x32b1 + number - 36);
  if (number >= 21 && number <= 35) return String.fromCharCode(0x3251 + number - 21);
  return within(number, 20, 0x2460);
}

function within(number: number, last: number, first: number): string {
  return number >= 1 && number <= last ? String.fromCharCode(first + number - 1) : String(number);
}

function cyclic(number: number, signs: string): string {
  return number < 1 ? String(number) : signs.charAt((number - 1) % signs.length);
}

/** 甲子, 乙丑 … */
function stemAndBranch(number: number): string {
  return `${cyclic(number, '甲乙丙丁戊己庚辛壬癸')}${cyclic(number, '子丑寅卯辰巳午未申酉戌亥')}`;
}

function ordinal(number: number): string {
  const ending = /1[123]$/.test(String(number)) ? 'th' : ['th', 'st', 'nd', 'rd'][number % 10];
  return `${number}${ending ?? 'th'}`;
}

/** 十一, 二十, 一百零五; of amounts 壹拾. */
function counting(number: number, signs: string, units: string, isLegal: boolean): string {
  const zero = isLegal ? '零' : '〇';
  if (number === 0) return zero;
  const [ten = '', hundred = '', thousand = '', myriad = ''] = [...units];
  const high = Math.floor(number / 10_000);
  const below = ['', ten, hundred, thousand];
  const places = [...String(number % 10_000)].map(Number);
  let text = high > 0 ? `${counting(high, signs, units, isLegal)}${myriad}` : '';
  let gap = high > 0 && number % 10_000 < 1000 && number % 10_000 > 0;
  for (const [index, digit] of places.entries()) {
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    if (gap) text += '零';
    gap = false;
    const unit = below[places.length - 1 - index] ?? '';
    const isTen = !isLegal && text === '' && digit === 1 && unit === ten;
    text += `${isTen ? '' : signs.charAt(digit)}${unit}`;
  }
  return text;
}
