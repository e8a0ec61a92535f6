import { comparePrecision, startOf, type WallClock } from '#document/dates/dates.ts';
import { chineseNumber } from '#document/outline/numerals.ts';

/**
 * Orders strings by code point. The language's own comparison goes by UTF-16 units and would put
 * 𠮷 (U+20BB7) before ！ (U+FF01).
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return liftSurrogate(left) - liftSurrogate(right);
  }
  return a.length - b.length;
}

/** Sorts surrogate halves, which stand for code points above U+FFFF, behind all other units. */
function liftSurrogate(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** A number in figures, narrow or wide, or in Chinese: 第9次, 第１０次, 第十一次. */
const numberRun = /[\d０-９]+|[〇零一二两三四五六七八九十百千]+/g;

const anyFigure = /[\d０-９〇零一二两三四五六七八九十百千]/;

/** Longer runs of figures are no numbers that count anything. */
const mostFigures = 15;
const chineseNumbers = 10 ** mostFigures;

/**
 * Orders titles as people do: numbers within them by their value, all else by code point. Numbers stand
 * before other characters, however they are written.
 */
export function compareTitles(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let same = 0;
  while (same < length && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  // Most differ where no number stands
  const near = a.slice(Math.max(0, same - 1), same + 1) + b.slice(same, same + 1);
  return anyFigure.test(near) ? compareParts(a, b) : compareCodePoints(a, b);
}

function compareParts(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const [one, other] = [left[index] ?? '', right[index] ?? ''];
    if (one === other) continue;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    // Of two beginnings the shorter one goes on with a number, or ends: either stands before a character
    if (typeof one === 'string' && typeof other === 'string') return compareCodePoints(one, other);
    return typeof one === 'number' ? -1 : 1;
  }
  return left.length - right.length || compareCodePoints(a, b);
}

/** The texts of a title, and the numbers between them. */
function partsOf(title: string): (string | number)[] {
  const parts: (string | number)[] = [];
  let done = 0;
  for (const { index, 0: run } of title.matchAll(numberRun)) {
    const value = run.length > mostFigures ? null : chineseNumber(run.normalize('NFKC'));
    if (value === null) continue;
    if (index > done) parts.push(title.slice(done, index));
    // Figures stand before Chinese numbers, as their characters do
    parts.push(/^[\d０-９]/.test(run) ? value : value + chineseNumbers);
    done = index + run.length;
  }
  if (done < title.length) parts.push(title.slice(done));
  return parts;
}

type Dated = Readonly<{ date: WallClock | null; title: string }>;

/**
 * Newest first; of equal beginnings the more precise date first (2024-08-01 before 2024-08), then
 * by title. Undated ones come last.
 */
export function compareNewestFirst(a: Dated, b: Dated): number {
  if (a.date === null || b.date === null) {
    if (a.date !== b.date) return a.date === null ? 1 : -1;
  } else {
    const byTime = compareCodePoints(startOf(b.date), startOf(a.date));
    if (byTime !== 0) return byTime;
    const byPrecision = comparePrecision(b.date, a.date);
    if (byPrecision !== 0) return byPrecision;
  }
  return compareTitles(a.title, b.title);
}

/** The order of documents in the archive: as above, and of equal ones by address. */
export function compareInArchive(
  a: Dated & Readonly<{ id: string }>,
  b: Dated & Readonly<{ id: string }>,
): number {
  return compareNewestFirst(a, b) || (a.id < b.id ? -1 : a.id === b.id ? 0 : 1);
}
