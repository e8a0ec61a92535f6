import { isWide, type PlacedLine, type PlacedPage } from './placed.ts';

/** A paragraph that was put together from lines. */
export type PlacedParagraph = Readonly<{ text: string; page: number }>;

/** Where the lines of a text begin and end that fill it. */
type Measure = Readonly<{ left: number; right: number; size: number; leading: number }>;

/** How far from the left edge a line begins that goes on, in characters. */
const indented = 1.2;

/** A line that begins so begins a paragraph, wherever it stands. */
const opening =
  /^(?:第[〇零一二三四五六七八九十百千\d]{1,6}[编章节条部][\s　]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}(?:[.．](?!\d)|、)|[（(]\d{1,2}[)）]|[①-⑳]|[A-HＡ-Ｈ][.．、)）]|(?:正确|参考)?答案[:：]|o |[\uf020-\uf0ff●■◆▪•➢✓□☑]|附件[:：\d])/;

/**
 * Puts lines together to paragraphs: one goes on in the next line where it reaches the right edge and the next one
 * begins where lines that go on do. Rows of tables stay lines.
 */
export function toParagraphs(
  lines: readonly PlacedLine[],
  pages: readonly Pick<PlacedPage, 'width'>[],
): PlacedParagraph[] {
  const measures = measurePages(lines, pages[0]?.width ?? 0);
  const paragraphs: { text: string; page: number; first: PlacedLine; last: PlacedLine }[] = [];
  for (const line of lines) {
    const measure = measures.get(line.page);
    const open = paragraphs.at(-1);
    if (open !== undefined && measure !== undefined) {
      const before = measures.get(open.last.page) ?? measure;
      if (goesOn(open, line, before, measure)) {
        open.text += join(open.text, line.text);
        open.last = line;
        continue;
      }
    }
    paragraphs.push({ text: line.text, page: line.page, first: line, last: line });
  }
  return paragraphs.map(({ text, page }) => ({ text, page }));
}

type Open = Readonly<{ first: PlacedLine; last: PlacedLine; text: string }>;

function goesOn(
  { first, last, text }: Open,
  line: PlacedLine,
  before: Measure,
  now: Measure,
): boolean {
  if (last.text.includes('\t') || line.text.includes('\t')) return false;
  if (Math.abs(line.size - last.size) > 0.12 * last.size) return false;
  if (opening.test(line.text)) return false;
  if (hasRoom(last, line, before) || isCentred(last, before)) return false;
  // A signature and its date stand at the right
  if (first === last && last.left - before.left > 0.4 * (before.right - before.left)) return false;
  if (line.page === last.page && line.y - last.y > 1.7 * Math.max(now.leading, last.size))
    return false;
  // Under a first line that is indented or hangs out, the next begins elsewhere
  const isSecond = first === last;
  const offset = (line.left - now.left) / line.size;
  if (!isSecond)
    return Math.abs(line.left - last.left) < 0.8 * line.size || Math.abs(offset) < indented;
  if (Math.abs(offset) < indented) return true;
  const hangs = opening.test(text) || /^[^。；]{1,12}[：:]/.test(text);
  return (
    hangs && line.left > first.left + 0.8 * line.size && line.left < first.left + 6 * line.size
  );
}

/** What cannot be broken at its begin: a word or an address, a sign with what must not stand apart from it. */
const unit =
  /^[（《〈“‘「『【〔([]*(?:[\w.@:/#%&=?~+\-\u00c0-\u024f]+|.)[，。、；：！？）》〉”’」』】〕)\],.;:!?…—]*/u;

/** Whether the first unit of the next line had fitted on the one before: then that was the last of its paragraph. */
function hasRoom(last: PlacedLine, next: PlacedLine, { right }: Measure): boolean {
  const first = unit.exec(next.text)?.[0] ?? '';
  const width = [...first].reduce((sum, sign) => sum + (isWide(sign) ? 1 : 0.52), 0);
  return last.right + (width - 0.1) * last.size < right;
}

function isCentred(line: PlacedLine, { left, right }: Measure): boolean {
  const [before, behind] = [line.left - left, right - line.right];
  return before > 2.5 * line.size && Math.abs(before - behind) < 1.5 * line.size;
}

function join(text: string, next: string): string {
  const [before, after] = [text.slice(-1), next.slice(0, 1)];
  if (isWide(before) || isWide(after)) return next;
  return before === '-' ? next : ` ${next}`;
}

/** The measure of each page; of one with few lines that of all. */
function measurePages(lines: readonly PlacedLine[], width: number): Map<number, Measure> {
  const whole = measure(lines, width);
  const pages = Map.groupBy(lines, ({ page }) => page);
  return new Map(
    [...pages].map(([page, own]) => [page, own.length < 6 ? whole : measure(own, width, whole)]),
  );
}

const nothing: Measure = { left: 0, right: 0, size: 1, leading: 1 };

function measure(lines: readonly PlacedLine[], width: number, whole: Measure = nothing): Measure {
  const size = mostCommon(
    lines.map((line) => Math.round(line.size * 2) / 2),
    lines.map(({ text }) => text.length),
  );
  const body = lines.filter((line) => Math.abs(line.size - size) < 0.15 * size);
  const left = leftEdge(body, size);
  const right = rightEdge(body, size, left, width);
  const steps = body
    .slice(1)
    .map((line, index) => line.y - (body[index]?.y ?? 0))
    .filter((step) => step > 0);
  const leading = steps.length === 0 ? whole.leading : mostCommon(steps.map(Math.round));
  return { left, right, size, leading };
}

/** The leftmost place where more than a few lines begin. */
function leftEdge(lines: readonly PlacedLine[], size: number): number {
  const places = lines.map(({ left }) => left).sort((a, b) => a - b);
  const least = Math.max(2, lines.length * 0.08);
  return (
    places.find(
      (left) => places.filter((other) => Math.abs(other - left) < 0.4 * size).length >= least,
    ) ??
    places[0] ??
    0
  );
}

/** The rightmost place where more than a few lines end. Signs at an end may hang out of it. */
function rightEdge(
  lines: readonly PlacedLine[],
  size: number,
  left: number,
  width: number,
): number {
  const places = lines
    .filter(({ text }) => !text.includes('\t') && !/\p{P}$/u.test(text))
    .map(({ right }) => right)
    .sort((a, b) => b - a);
  const least = Math.max(2, lines.length * 0.08);
  const [furthest = 0] = places;
  const usual = places.find(
    (right) => places.filter((other) => Math.abs(other - right) < 0.7 * size).length >= least,
  );
  // Where nearly all lines are short the margins are taken to be alike
  return usual === undefined || usual < shortLines * width
    ? Math.max(furthest, width - left)
    : usual;
}

/** The share of a page that lines go over at least which fill it. */
const shortLines = 0.75;

function mostCommon(values: readonly number[], weights: readonly number[] = []): number {
  const sums = new Map<number, number>();
  for (const [index, value] of values.entries())
    sums.set(value, (sums.get(value) ?? 0) + (weights[index] ?? 1));
  return [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1;
}
