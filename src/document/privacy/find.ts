import { isDay } from './checksums.ts';
import { findAddresses } from './mail-addresses.ts';
import { kindOfNumber, mostGroups, type NumberKind } from './numbers.ts';

export type PrivateKind = NumberKind | 'e-mail' | 'passport';

/** A stretch of a text that tells somebody's number or address. */
export type Private = Readonly<{ from: number; to: number; kind: PrivateKind }>;

/** Signs that stand within a number between its groups: spaces, hyphens, dots. */
const separators = ' \\u00a0\\u2002-\\u200a\\u3000\\-\\u2010-\\u2013\\uff0d.·';

const separator = new RegExp(`[${separators}]`);

const run = new RegExp(`[0-9](?:[${separators}]?[0-9])*(?:[${separators}]?[Xx](?![A-Za-z]))?`, 'g');
const passport = /(?<![A-Za-z0-9])(?:[A-Za-z]\d{8}|[A-Za-z]{2}\d{7})(?![A-Za-z0-9])/g;
const passportWord = /护照|通行证|passport/i;
const shortestRun = 11;

/** The fewest digits of what is looked for: a passport's, behind its letters. */
const fewestDigits = 7;

/**
 * Whether a text may hold something private: seven digits on end, or an at sign. One pass without a
 * regular expression, which takes longer; for nearly every text it is the only one.
 */
export function mayHoldPrivate(text: string): boolean {
  let digits = 0;
  let isApart = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)) {
      digits++;
      isApart = false;
      if (digits === fewestDigits) return true;
    } else if (unit === 0x40 || unit === 0xff20) {
      return true;
    } else if (digits > 0) {
      if (isApart || !separator.test(text.charAt(index))) digits = 0;
      isApart = digits > 0;
    }
  }
  return false;
}

/**
 * Numbers and addresses of persons in a text, in order and apart. Takes time linear in the text:
 * each run of digits is looked at in windows of some groups.
 *
 * @param around a text that says of what kind the numbers are, such as the table of a cell
 */
export function findPrivate(text: string, around = text): Private[] {
  if (!mayHoldPrivate(text)) return [];
  const narrow = toNarrow(text);
  const addresses = findAddresses(narrow);
  const rest = blank(narrow, addresses);
  const found = [
    ...addresses.map((address): Private => ({ ...address, kind: 'e-mail' })),
    ...findNumbers(rest),
    ...findPassports(rest, passportWord.test(around)),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  return found.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

/** Full-width forms U+FF01 to U+FF5E as what they are forms of; every character keeps its place. */
function toNarrow(text: string): string {
  return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** The text with line breaks where the stretches stand: what stands beside them stands alone. */
function blank(text: string, stretches: readonly Readonly<{ from: number; to: number }>[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to } of stretches) {
    parts.push(text.slice(done, from), '\n'.repeat(to - from));
    done = to;
  }
  return parts.join('') + text.slice(done);
}

type Group = Readonly<{ from: number; to: number; characters: string }>;

function findNumbers(text: string): Private[] {
  const found: Private[] = [];
  for (const match of text.matchAll(run)) {
    if (match[0].length >= shortestRun) found.push(...findInRun(text, match[0], match.index));
  }
  return found;
}

function findInRun(text: string, digits: string, start: number): Private[] {
  const groups: Group[] = [];
  for (const { index, 0: characters } of digits.matchAll(/\d+[Xx]?|[Xx]/g)) {
    const from = start + index;
    groups.push({ from, to: from + characters.length, characters: characters.toUpperCase() });
  }
  const found: Private[] = [];
  for (let first = 0; first < groups.length; ) {
    const number = findAt(text, groups, first);
    if (number !== null) found.push(number.private);
    first += number?.groups ?? 1;
  }
  return found;
}

/** The longest number that begins with a group. */
function findAt(
  text: string,
  groups: readonly Group[],
  first: number,
): { private: Private; groups: number } | null {
  for (let count = Math.min(mostGroups, groups.length - first); count > 0; count--) {
    const own = groups.slice(first, first + count);
    const from = own[0]?.from ?? 0;
    const to = own.at(-1)?.to ?? 0;
    if (to - from < shortestRun || to - from > longestNumber || !isAlike(text, own)) continue;
    if (!standsAlone(text, groups, first, count)) continue;
    const characters = own.map((group) => group.characters).join('');
    const grouping = own.map((group) => group.characters.length).join('-');
    const before = text.slice(Math.max(0, from - 16), from);
    const kind = kindOfNumber(characters, grouping, { before, after: text.slice(to, to + 2) });
    if (kind !== null) return { private: { from, to, kind }, groups: count };
  }
  return null;
}

const longestNumber = 24;

/** Whether one sign stands between all groups. */
function isAlike(text: string, own: readonly Group[]): boolean {
  const [first] = own;
  return own.slice(1).every(({ from }) => text[from - 1] === text[first?.to ?? 0]);
}

/**
 * Whether a number is not a part of a longer one, of a decimal fraction or of a word. Spaces part
 * numbers; hyphens and dots do where the neighbour is as long as a number, the country's code, or
 * the number of an item in a list.
 */
function standsAlone(
  text: string,
  groups: readonly Group[],
  first: number,
  count: number,
): boolean {
  const own = groups[first];
  const last = groups[first + count - 1];
  if (own === undefined || last === undefined) return false;
  const isWord = /[A-Za-z]/.test(text.charAt(own.from - 1)) && !isLabelled(text, own.from);
  if (isWord || /[A-Za-z]/.test(text.charAt(last.to))) return false;
  const joint = /[-.\u2010-\u2013]/;
  const before = groups[first - 1];
  const after = groups[first + count];
  const isOpening = (group: Group) =>
    group.characters.length >= 7 ||
    /^(?:00)?86$/.test(group.characters) ||
    (text[group.to] === '.' && /^[1-9]\d?$/.test(group.characters) && first === 1);
  if (before !== undefined && joint.test(text.charAt(own.from - 1)) && !isOpening(before)) {
    return false;
  }
  return after === undefined || !joint.test(text.charAt(last.to)) || after.characters.length >= 7;
}

/** Tel13812345678: Latin letters that say what follows, and are no part of it. */
function isLabelled(text: string, from: number): boolean {
  return /(?<![A-Za-z])(?:tel|telephone|mobile|phone|mob|wechat|weixin|wx|vx|v|id)$/i.test(
    text.slice(Math.max(0, from - 12), from),
  );
}

/**
 * Passports have a letter and eight digits, or two letters and seven (ICAO Doc 9303, part 4: nine
 * places). Such are many numbers of things, so a word must say it; E and eight digits, as China's
 * have had since 2012, need none unless they tell a day.
 */
function findPassports(text: string, isNamed: boolean): Private[] {
  return [...text.matchAll(passport)].flatMap(({ index, 0: number }): Private[] => {
    const isOrdinary = /^E\d{8}$/.test(number) && !isDay(number.slice(1), 1900);
    if (!isNamed && !isOrdinary) return [];
    return [{ from: index, to: index + number.length, kind: 'passport' }];
  });
}
