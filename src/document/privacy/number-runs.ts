import { isGrouping, kindOfNumber, mostGroups, type NumberKind } from './numbers.ts';

/** Signs that stand within a number between its groups: spaces, hyphens, dots. */
export const separators = ' \\u00a0\\u2002-\\u200a\\u3000\\-\\u2010-\\u2013\\uff0d.·';

/** Signs without width, which nobody sees within a number (Unicode: Cf, default ignorable). */
export const invisible = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';

const between = `[${invisible}]*(?:[${separators}][${invisible}]*)?`;
const run = new RegExp(`[0-9](?:${between}[0-9])*(?:${between}[Xx](?![A-Za-z]))?`, 'g');
const group = new RegExp(`(${between})(\\d+[Xx]?|[Xx])`, 'g');
const unseen = new RegExp(`[${invisible}]`, 'g');

/** A text as it is seen, without signs that have no width. */
export function asSeen(text: string): string {
  return text.replace(unseen, '');
}

const shortestRun = 11;
const longestNumber = 24;

/** As many characters before a number as may say what it is. */
const longestContext = 16;

type Found = Readonly<{ from: number; to: number; kind: NumberKind }>;
type Group = Readonly<{
  from: number;
  to: number;
  characters: string;
  /** The sign that is seen between it and the group before it; none where that has no width. */
  joint: string;
  /** As many characters of the run are seen before it. */
  seen: number;
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
  let seen = 0;
  return Array.from(digits.matchAll(group), ({ index, 1: between = '', 2: characters = '' }) => {
    const from = start + index + between.length;
    const joint = asSeen(between);
    const own = { from, to: from + characters.length, joint, seen: seen + joint.length };
    seen = own.seen + characters.length;
    return { ...own, characters: characters.toUpperCase() };
  });
}

function scanRun(text: string, groups: readonly Group[], scan: Scan): void {
  // What is parted without being seen may be parted after each digit
  const isPartedUnseen = groups.slice(1).some(({ joint }) => joint === '');
  const most = isPartedUnseen ? longestNumber : mostGroups;
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
  if (grouping === null || !isGrouping(grouping)) return null;
  const { from } = begin;
  const { to } = last;
  const near = text.slice(Math.max(end, from - longestContext), from);
  let characters = '';
  for (let index = first; index < first + count; index++) {
    characters += span.groups[index]?.characters ?? '';
  }
  const before = `${read}${near}`.slice(-longestContext);
  const neighbours = { before, near, after: text.slice(to, to + 2) };
  const kind = kindOfNumber(characters, grouping, neighbours);
  if (kind === null || !standsAlone(text, span, first, count, near)) return null;
  return { from, to, kind };
}

function isAsLong(begin: Group, last: Group): boolean {
  const length = last.seen + last.characters.length - begin.seen;
  return length >= shortestRun && length <= longestNumber;
}

/** How many characters are seen together, such as 3-4-4; null where unlike signs part them. */
function groupingOf(groups: readonly Group[], first: number, count: number): string | null {
  let grouping = '';
  let together = 0;
  let sign = '';
  for (let index = first; index < first + count; index++) {
    const { joint = '', characters = '' } = groups[index] ?? {};
    if (index > first && joint !== '') {
      if (sign !== '' && sign !== joint) return null;
      sign = joint;
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
  const joint = /[-.\u2010-\u2013]/;
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
