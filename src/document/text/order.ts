import { comparePrecision, startOf, type WallClock } from '#document/dates/dates.ts';

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
  return compareCodePoints(a.title, b.title);
}

/** The order of documents in the archive: as above, and of equal ones by address. */
export function compareInArchive(
  a: Dated & Readonly<{ id: string }>,
  b: Dated & Readonly<{ id: string }>,
): number {
  return compareNewestFirst(a, b) || (a.id < b.id ? -1 : a.id === b.id ? 0 : 1);
}
