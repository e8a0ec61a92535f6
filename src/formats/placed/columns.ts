import type { PlacedRun } from './placed.ts';

type Row = readonly PlacedRun[];

/** Share of the rows that may go over the gutter between two columns, and of those that fill a side. */
const mostCrossing = 0.2;
const leastFilled = 0.5;
/** Characters of a side of a row, below which it is a cell. */
const shortestSide = 12;

/**
 * Rows of a page in the order in which they are read: where two columns stand on it, the rows of the left one
 * before those of the right one, between rows that go over both.
 */
export function columnsOf(rows: readonly Row[], width: number): Row[] {
  const gutter = findGutter(rows, width);
  if (gutter === null) return [...rows];
  const ordered: Row[] = [];
  let [left, right]: [Row[], Row[]] = [[], []];
  const flush = () => {
    ordered.push(...left, ...right);
    [left, right] = [[], []];
  };
  for (const row of rows) {
    if (row.some((run) => crosses(run, gutter))) {
      flush();
      ordered.push(row);
    } else {
      const [before, behind] = sidesOf(row, gutter);
      if (before.length > 0) left.push(before);
      if (behind.length > 0) right.push(behind);
    }
  }
  flush();
  return ordered;
}

function findGutter(rows: readonly Row[], width: number): number | null {
  if (rows.length < 8) return null;
  for (let share = 0.4; share <= 0.6; share += 0.01) {
    const at = share * width;
    const open = rows.filter((row) => !row.some((run) => crosses(run, at)));
    const sides = open.map((row) => sidesOf(row, at));
    const filled = sides.filter(([left, right]) => left.length > 0 && right.length > 0);
    const isText = [0, 1].every((side) => {
      const lengths = filled.map((both) => lengthOf(both[side] ?? []));
      return lengths.filter((length) => length >= shortestSide).length > 0.7 * filled.length;
    });
    if (open.length < (1 - mostCrossing) * rows.length) continue;
    if (filled.length >= leastFilled * rows.length && isText) return at;
  }
  return null;
}

function crosses({ x, width }: PlacedRun, at: number): boolean {
  return x < at && x + width > at;
}

function sidesOf(row: Row, at: number): [Row, Row] {
  return [row.filter(({ x }) => x < at), row.filter(({ x }) => x >= at)];
}

function lengthOf(row: Row): number {
  return row.reduce((sum, { text }) => sum + text.trim().length, 0);
}
