const digits: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** The signs of accounts for one to ten, with the forms in which records write them. */
const formal = '壹壱 贰貳貮弐 叁參参叄 肆 伍 陆陸 柒 捌 玖 拾'.split(' ');

/** 壹, 貳, 參 … 拾: as Taiwan numbers the parts of records. */
export const formalSigns = formal.join('');

const usual: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    formal.flatMap((signs, index) =>
      [...signs].map((sign) => [sign, '一二三四五六七八九十'.charAt(index)]),
    ),
  ),
  廿: '二十',
  卅: '三十',
};
/** And 廿 and 卅 of days. */
const formalOrOld = new RegExp(`[${formalSigns}廿卅]`);
const allFormalOrOld = new RegExp(formalOrOld.source, 'g');

const counting =
  /^(?:([一二两三四五六七八九])千零?)?(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/;

/**
 * The number that `text` writes in Arabic digits, as digits one by one (二〇二四) or in the
 * counting form up to 9999 (十一, 二十三, 一百零五); null where it is none of these.
 */
export function chineseNumber(text: string): number | null {
  // Most numbers of headings
  if (text.length === 1) {
    const digit = '〇一二三四五六七八九十'.indexOf(text);
    if (digit !== -1) return digit;
  }
  if (/^\d+$/.test(text)) return Number(text);
  const places = [...text].map((character) => digits[character]);
  if (places.length > 0 && places.every((digit) => digit !== undefined)) {
    return Number(places.join(''));
  }
  const match = counting.exec(text);
  if (match === null || text === '') {
    // Few texts have them: they are looked for last
    return formalOrOld.test(text)
      ? chineseNumber(text.replace(allFormalOrOld, (sign) => usual[sign] ?? ''))
      : null;
  }
  const [, thousands, hundreds, tens, ten, ones] = match;
  const tensValue = ten === undefined ? 0 : tens === undefined ? 1 : (digits[tens] ?? 0);
  const high = (digits[thousands ?? ''] ?? 0) * 1000 + (digits[hundreds ?? ''] ?? 0) * 100;
  return high + tensValue * 10 + (digits[ones ?? ''] ?? 0);
}
