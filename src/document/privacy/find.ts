import type { PrivateKind } from '#diagnostics/words.ts';
import { isDay } from './checksums.ts';
import { findAddresses } from './mail-addresses.ts';
import { asSeen, findNumbers, invisible, mostSeparators, separators } from './number-runs.ts';

/** A stretch of a text that tells somebody's number or address. */
export type Private = Readonly<{ from: number; to: number; kind: PrivateKind }>;

/** Those of full width too, which are not narrow yet. */
const separator = new RegExp(`[${separators}）．／＿]`);

const isInvisible = new RegExp(`[${invisible}]`);

const passport = passportWith(`[${invisible}]*`);
/** With spaces or hyphens, as only a number has that is named so. */
const namedPassport = passportWith(`[${invisible}]*(?:[ -][${invisible}]*)?`);

/** @param gap what may stand before each digit */
function passportWith(gap: string): RegExp {
  const digits = (count: number) => `(?:${gap}\\d){${count}}`;
  const letter = `[${invisible}]*[A-Za-z]`;
  const forms = [digits(8), `${letter}${digits(7)}`, `(?<=[HMhm])${digits(10)}`];
  return new RegExp(`(?<![A-Za-z0-9])[A-Za-z](?:${forms.join('|')})(?![A-Za-z0-9])`, 'g');
}

const passportWord = /护照|通行证|passport/i;

/** The word of a text by which numbers in it are those of passports; empty where it has none. */
export function wordOfPassports(text: string): string {
  return passportWord.exec(text)?.[0] ?? '';
}

/** The fewest digits of what is looked for: a passport's, behind its letters. */
const fewestDigits = 7;

/**
 * Whether a text may hold something private: seven digits on end, or an at sign. One pass without a
 * regular expression, which takes longer; for nearly every text it is the only one.
 */
export function mayHoldPrivate(text: string): boolean {
  let digits = 0;
  let apart = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)) {
      digits++;
      apart = 0;
      if (digits === fewestDigits) return true;
    } else if (unit === 0x40 || unit === 0xff20) {
      return true;
    } else if (digits > 0) {
      if (isInvisible.test(text.charAt(index))) continue;
      if (++apart > mostSeparators || !separator.test(text.charAt(index))) digits = 0;
      if (digits === 0) apart = 0;
    }
  }
  return false;
}

/**
 * Numbers and addresses of persons in a text, in order and apart. Takes time linear in the text.
 * What is found is found as if nothing of it stood there, so that a redacted text has nothing left.
 *
 * @param around a text that says of what kind the numbers are: the table of a cell, or its word of
 *   passports, so that the table is not looked through for each cell
 */
export function findPrivate(text: string, around = text): Private[] {
  if (!mayHoldPrivate(text)) return [];
  const narrow = toNarrow(text).replace(likeX, 'X');
  const addresses = findAddresses(narrow);
  const mails = addresses.map((address): Private => ({ ...address, kind: 'e-mail' }));
  const withoutMails = takeOut(narrow, mails);
  const passports = place(
    findPassports(withoutMails.text, passportWord.test(around)),
    withoutMails,
  );
  const named = [...mails, ...passports].sort((a, b) => a.from - b.from);
  const rest = takeOut(narrow, named);
  return [...named, ...place(findNumbers(rest.text), rest)].sort((a, b) => a.from - b.from);
}

/** What was found in a rest, where it stands in the text; in order, as it was found. */
function place(found: readonly Private[], { toOriginal }: Rest): Private[] {
  return found.map(({ from, to, kind }) => {
    const begin = toOriginal(from);
    return { from: begin, to: begin + to - from, kind };
  });
}

/** Full-width forms U+FF01 to U+FF5E as what they are forms of; every character keeps its place. */
function toNarrow(text: string): string {
  return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** What is written for the check character X behind the seventeen digits of an identity number. */
const likeX = /(?<=\d{17})[×*ⅩⅹХхΧχ]/g;

/** A text with a line break for each stretch that was taken out of it. */
type Rest = Readonly<{ text: string; toOriginal: (place: number) => number }>;

/** What is left stands alone, and as near to what stands around it as in the redacted text. */
function takeOut(text: string, stretches: readonly Readonly<{ from: number; to: number }>[]): Rest {
  const parts: string[] = [];
  const begins: number[] = [];
  let done = 0;
  let length = 0;
  for (const { from, to } of stretches) {
    parts.push(text.slice(done, from), '\n');
    length += from - done + 1;
    begins.push(length);
    done = to;
  }
  parts.push(text.slice(done));
  let next = 0;
  const toOriginal = (place: number) => {
    while (next < begins.length && (begins[next] ?? 0) <= place) next++;
    const before = stretches[next - 1];
    return before === undefined ? place : before.to + place - (begins[next - 1] ?? 0);
  };
  return { text: parts.join(''), toOriginal };
}

/**
 * Passports have a letter and eight digits, or two letters and seven (ICAO Doc 9303, part 4: nine
 * places), permits of residents of Hong Kong and Macao H or M and ten. Such are many numbers of things, so a word must say it; E and eight digits, as China's
 * have had since 2012, need none unless they tell a day.
 */
function findPassports(text: string, isNamed: boolean): Private[] {
  const pattern = isNamed ? namedPassport : passport;
  return [...text.matchAll(pattern)].flatMap(({ index, 0: number }): Private[] => {
    const seen = asSeen(number);
    const isOrdinary = /^E\d{8}$/.test(seen) && !isDay(seen.slice(1), 1900);
    if (!isNamed && !isOrdinary) return [];
    return [{ from: index, to: index + number.length, kind: 'passport' }];
  });
}
