import { kindOfNumber, mostGroups, type NumberKind } from './numbers.ts';

/** Signs that stand within a number between its groups: spaces, hyphens, dots. */
export const separators = ' \\u00a0\\u2002-\\u200a\\u3000\\-\\u2010-\\u2013\\uff0d.·';

const run = new RegExp(`[0-9](?:[${separators}]?[0-9])*(?:[${separators}]?[Xx](?![A-Za-z]))?`, 'g');
const shortestRun = 11;
const longestNumber = 24;

/** As many characters before a number as may say what it is. */
const longestContext = 16;

type Found = Readonly<{ from: number; to: number; kind: NumberKind }>;
type Group = Readonly<{ from: number; to: number; characters: string }>;

/** What was found so far, and what the text before its end is without it. */
type Scan = { found: Found[]; end: number; read: string };

/** Groups of digits from `first` to before `last`, none of which is a part of another number. */
type Span = Readonly<{ groups: readonly Group[]; first: number; last: number }>;

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
  return Array.from(digits.matchAll(/\d+[Xx]?|[Xx]/g), ({ index, 0: characters }) => {
    const from = start + index;
    return { from, to: from + characters.length, characters: characters.toUpperCase() };
  });
}

function scanRun(text: string, groups: readonly Group[], scan: Scan): void {
  let span: Span = { groups, first: 0, last: groups.length };
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
  for (let count = Math.min(mostGroups, span.last - first); count > 0; count--) {
    const found = numberOf(text, span, first, count, scan);
    if (found !== null) return { found, groups: count };
  }
  return null;
}

/** Numbers that end the span one before the other, now that what stood behind it is taken out. */
function endingAt(text: string, span: Span, scan: Scan): Found[] {
  for (let first = Math.max(span.first, span.last - mostGroups); first < span.last; first++) {
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
  const own = span.groups.slice(first, first + count);
  const from = own[0]?.from ?? 0;
  const to = own.at(-1)?.to ?? 0;
  if (to - from < shortestRun || to - from > longestNumber || !isAlike(text, own)) return null;
  const near = text.slice(Math.max(end, from - longestContext), from);
  if (!standsAlone(text, span, first, count, near)) return null;
  const characters = own.map((group) => group.characters).join('');
  const grouping = own.map((group) => group.characters.length).join('-');
  const before = `${read}${near}`.slice(-longestContext);
  const neighbours = { before, near, after: text.slice(to, to + 2) };
  const kind = kindOfNumber(characters, grouping, neighbours);
  return kind === null ? null : { from, to, kind };
}

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
    (text[group.to] === '.' && /^[1-9]\d?$/.test(group.characters) && first === span.first + 1);
  if (before !== undefined && joint.test(text.charAt(own.from - 1)) && !isOpening(before)) {
    return false;
  }
  return after === undefined || !joint.test(text.charAt(last.to)) || after.characters.length >= 7;
}

/** Tel13812345678: Latin letters that say what follows, and are no part of it. */
function isLabelled(near: string): boolean {
  return /(?<![A-Za-z])(?:tel|telephone|mobile|phone|mob|wechat|weixin|wx|vx|v|id)$/i.test(near);
}
