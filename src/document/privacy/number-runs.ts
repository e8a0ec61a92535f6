import { isGrouping, kindOfNumber, mostGroups, type NumberKind } from './numbers.ts';

/** Signs that stand within a number between its groups: spaces, hyphens, dots, strokes, a bracket. */
export const separators =
  ' \\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000\\-\\u2010-\\u2014\\u2212\\ufe63\\uff0d.·\\u2022\\u2027\\u30fb/_)';

/** The most such signs between two groups: `138 - 1234`. */
export const mostSeparators = 3;

/** Signs without width, which nobody sees within a number (Unicode: Default_Ignorable_Code_Point). */
export const invisible =
  '\\u00ad\\u034f\\u061c\\u180b-\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufe00-\\ufe0f\\ufeff';

const between = `[${invisible}]*(?:[${separators}][${invisible}]*){0,${mostSeparators}}`;
const run = new RegExp(`[0-9](?:${between}[0-9])*(?:${between}[Xx](?![A-Za-z]))?`, 'g');
const group = new RegExp(`(${between})(\\d+[Xx]?|[Xx])`, 'g');
const unseen = new RegExp(`[${invisible}]`, 'g');

/** A text as it is seen, without signs that have no width. */
export function asSeen(text: string): string {
  return text.replace(unseen, '');
}

const shortestRun = 11;
/** The most groups that are looked at together where each may be one digit. */
const longestNumber = 24;

/** As many characters before a number as may say what it is. */
const longestContext = 16;

type Found = Readonly<{ from: number; to: number; kind: NumberKind }>;
type Group = Readonly<{
  from: number;
  to: number;
  characters: string;
  /** What is seen between it and the group before it; nothing where that has no width. */
  joint: string;
  /** The sign of these, without the spaces around it and without a bracket. */
  sign: string;
  /** So many characters of its run stand in the groups before it. */
  above: number;
}>;

/** What was found so far, and what the text before its end is without it. */
type Scan = { found: Found[]; end: number; read: string };

/** Groups of digits from `first` to before `last`, none of which is a part of another number. */
type Span = Readonly<{
  groups: readonly Group[];
  first: number;
  last: number;
  /** The most groups that one number is looked for in. */
  most: number;
}>;

/**
 * Numbers of persons in a text without full-width forms, from left to right. What was found counts as
 * a line break to what stands beside it: each run of digits is looked at in windows of some groups,
 * and once more before each number, so that the time is linear.
 */
export function findNumbers(text: string): Found[] {
  const scan: Scan = { found: [], end: 0, read: '' };
  for (const match of text.matchAll(run)) {
    if (match[0].length < shortestRun) continue;
    scanRun(text, groupsOf(match[0], match.index), scan);
  }
  return scan.found;
}

function groupsOf(digits: string, start: number): Group[] {
  let above = 0;
  return Array.from(digits.matchAll(group), ({ index, 1: between = '', 2: characters = '' }) => {
    const from = start + index + between.length;
    const joint = asSeen(between);
    const sign = signOf(joint);
    const own = { from, to: from + characters.length, joint, sign, above };
    above += characters.length;
    return { ...own, characters: characters.toUpperCase() };
  });
}

/** `-` of ` - ` and of `)-`; a space of spaces alone; nothing of a bracket alone, as in （138）1234 5678. */
function signOf(joint: string): string {
  const sign = joint.replace(/[\s)]/g, '');
  return sign === '' && /\s/.test(joint) ? ' ' : sign;
}

function scanRun(text: string, groups: readonly Group[], scan: Scan): void {
  // What is parted without being seen may be parted after each digit
  const isPartedUnseen = groups.slice(1).some(({ joint }) => joint === '');
  const isSpelt = groups.length >= shortestRun && groups.some(isOneOfSpelt);
  const most = isPartedUnseen || isSpelt ? longestNumber : mostGroups;
  let span: Span = { groups, first: 0, last: groups.length, most };
  for (let first = 0; first < groups.length; ) {
    const number = longestAt(text, span, first, scan);
    if (number === null) {
      first += 1;
      continue;
    }
    const next = first + number.groups;
    for (const one of endingAt(text, { ...span, last: first }, scan)) add(text, scan, one);
    add(text, scan, number.found);
    span = { ...span, first: next };
    first = next;
  }
}

/** A digit in a row of single ones: 1 3 8 1 2 3 … */
function isOneOfSpelt({ characters }: Group, index: number, groups: readonly Group[]): boolean {
  return characters.length === 1 && groups[index + 1]?.characters.length === 1;
}

function add(text: string, scan: Scan, one: Found): void {
  scan.found.push(one);
  scan.read = `${scan.read}${text.slice(scan.end, one.from)}\n`.slice(-longestContext);
  scan.end = one.to;
}

/** The longest number that begins with a group. */
function longestAt(text: string, span: Span, first: number, scan: Scan) {
  for (let count = Math.min(span.most, span.last - first); count > 0; count--) {
    const found = numberOf(text, span, first, count, scan);
    if (found !== null) return { found, groups: count };
  }
  return null;
}

/** Numbers that end the span one before the other, now that what stood behind it is taken out. */
function endingAt(text: string, span: Span, scan: Scan): Found[] {
  for (let first = Math.max(span.first, span.last - span.most); first < span.last; first++) {
    const found = numberOf(text, span, first, span.last - first, scan);
    if (found !== null) return [...endingAt(text, { ...span, last: first }, scan), found];
  }
  return [];
}

/** What some groups of a span are together, if they are a number of a person. */
function numberOf(
  text: string,
  span: Span,
  first: number,
  count: number,
  { end, read }: Scan,
): Found | null {
  const begin = span.groups[first];
  const last = span.groups[first + count - 1];
  if (begin === undefined || last === undefined || !isAsLong(begin, last)) return null;
  const grouping = groupingOf(span.groups, first, count);
  if (grouping === null) return null;
  const { from } = begin;
  const { to } = last;
  const near = text.slice(Math.max(end, from - longestContext), from);
  let characters = '';
  for (let index = first; index < first + count; index++) {
    characters += span.groups[index]?.characters ?? '';
  }
  if (!isGrouping(grouping, characters.length)) return null;
  const before = `${read}${near}`.slice(-longestContext);
  const isDecimal = /^\d+\.\d+$/.test(text.slice(from, to));
  const neighbours = { before, near, after: text.slice(to, to + 4), isDecimal };
  const kind = kindOfNumber(characters, grouping, neighbours);
  if (kind === null || !standsAlone(text, span, first, count, near)) return null;
  return { from, to, kind };
}

/** Mobile numbers, with 86 or 0086 before them; identity numbers old and new; cards. */
const lengths: ReadonlySet<number> = new Set([11, 13, 15, 16, 17, 18, 19]);

function isAsLong(begin: Group, last: Group): boolean {
  return lengths.has(last.above + last.characters.length - begin.above);
}

/** How many characters are seen together, such as 3-4-4; null where unlike signs part them. */
function groupingOf(groups: readonly Group[], first: number, count: number): string | null {
  let grouping = '';
  let together = 0;
  let sign = '';
  for (let index = first; index < first + count; index++) {
    const { joint = '', sign: own = '', characters = '' } = groups[index] ?? {};
    if (index > first && joint !== '') {
      if (sign !== '' && own !== '' && sign !== own) return null;
      sign = own === '' ? sign : own;
      grouping += `${together}-`;
      together = 0;
    }
    together += characters.length;
  }
  return grouping + together;
}

/**
 * Whether a number is not a part of a longer one, of a decimal fraction or of a word. Spaces part
 * numbers; hyphens and dots do where the neighbour is as long as a number, the country's code, or
 * the number of an item in a list.
 */
function standsAlone(
  text: string,
  span: Span,
  first: number,
  count: number,
  near: string,
): boolean {
  const { groups } = span;
  const own = groups[first];
  const last = groups[first + count - 1];
  if (own === undefined || last === undefined) return false;
  const isWord = /[A-Za-z]$/.test(near) && !isLabelled(near);
  if (isWord || /[A-Za-z]/.test(text.charAt(last.to))) return false;
  const joint = /^[-.\u2010-\u2014\u2212\ufe63]$/;
  const before = first > span.first ? groups[first - 1] : undefined;
  const after = first + count < span.last ? groups[first + count] : undefined;
  const isOpening = (group: Group) =>
    group.characters.length >= 7 ||
    /^(?:00)?86$/.test(group.characters) ||
    (own.joint === '.' && /^[1-9]\d?$/.test(group.characters) && first === span.first + 1);
  if (before !== undefined && joint.test(own.joint) && !isOpening(before)) {
    return false;
  }
  return after === undefined || !joint.test(after.joint) || after.characters.length >= 7;
}

/** Tel13812345678: Latin letters that say what follows, and are no part of it. */
function isLabelled(near: string): boolean {
  return /(?<![A-Za-z])(?:tel|telephone|mobile|phone|mob|wechat|weixin|wx|vx|v|id)$/i.test(near);
}
