/**
 * Whether 18 characters are a resident identity number as GB 11643-1999 has it: six digits of a
 * division, a day of birth, three digits of a sequence, a check character by ISO 7064 MOD 11-2.
 */
export function isResidentNumber(characters: string): boolean {
  if (!/^\d{17}[\dX]$/.test(characters)) return false;
  if (!provinces.has(characters.slice(0, 2))) return false;
  if (!isDay(characters.slice(6, 14), 1850)) return false;
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    // 2 to the power of the place, modulo 11
    sum += Number(characters[index]) * ((1 << (17 - index)) % 11);
  }
  return characters[17] === '10X98765432'.charAt(sum % 11);
}

/**
 * Whether 15 digits are a resident identity number as it was given until 1999 (GB 11643-1989): a
 * division, a day of birth without its century, a sequence. There is no check digit, so that division
 * and day are looked at closely: of figures by chance nine in a thousand pass.
 */
export function isOldResidentNumber(digits: string): boolean {
  if (!/^\d{15}$/.test(digits) || !provinces.has(digits.slice(0, 2))) return false;
  if (!division.test(digits.slice(2, 6)) || digits.endsWith('000')) return false;
  return isDay(`19${digits.slice(6, 12)}`, 1900);
}

/** Behind the province: a prefecture 01 to 70 or 90, a county 01 to 99 (GB/T 2260). */
const division = /^(?:0[1-9]|[1-6]\d|70|90)(?:0[1-9]|[1-9]\d)$/;

/** First two digits of GB/T 2260, with those of Taiwan, Hong Kong and Macao residents (81 to 83). */
const provinces: ReadonlySet<string> = new Set(
  `11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65
   71 81 82 83`.split(/\s+/),
);

const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether eight digits are a day such as 19900101, in a year from `earliest` to 2100. */
export function isDay(digits: string, earliest: number): boolean {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  const isShort = month === 2 && (year % 4 !== 0 || year === 1900 || year === 2100);
  const longest = isShort ? 28 : (daysOfMonths[month - 1] ?? 0);
  return year >= earliest && year <= 2100 && day >= 1 && day <= longest;
}

/** Whether the last digit is the check digit of the others (ISO/IEC 7812-1, Annex B: Luhn). */
export function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighed = index % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
