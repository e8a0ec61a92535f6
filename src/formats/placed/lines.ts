import { columnsOf } from './columns.ts';
import { isWide, type PlacedLine, type PlacedPage, type PlacedRun } from './placed.ts';

/** Runs whose lines lie nearer than this share of their height stand on one; small ones are signs of notes. */
const nearest = 0.45;
const nearestSmall = 0.65;

/** The lines of a page from its top to its end; those of two columns one column after the other. */
export function readLines(page: PlacedPage, number: number): PlacedLine[] {
  const runs = page.runs.filter(({ text }) => text.trim() !== '');
  return columnsOf(toRows(runs), page.width).flatMap((row) => {
    const line = toLine(row, number);
    return line === null ? [] : [line];
  });
}

function toRows(runs: readonly PlacedRun[]): PlacedRun[][] {
  const rows: { y: number; size: number; runs: PlacedRun[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast(({ y, size }) => {
      const isSmall = Math.min(size, run.size) < 0.75 * Math.max(size, run.size);
      const share = isSmall ? nearestSmall : nearest;
      return Math.abs(run.y - y) < share * Math.max(size, run.size);
    });
    if (row === undefined) rows.push({ y: run.y, size: run.size, runs: [run] });
    else {
      row.runs.push(run);
      // The line is that of its largest characters
      if (run.size > row.size) [row.y, row.size] = [run.y, run.size];
    }
  }
  return rows.sort((a, b) => a.y - b.y).map((row) => row.runs.sort((a, b) => a.x - b.x));
}

/** Gaps in heights of a character: what is narrower than the first is none, what is wider than the last a tab. */
const gaps = { latin: 0.2, mixed: 0.6, wide: 0.45, tab: 2.2 } as const;

function toLine(runs: readonly PlacedRun[], page: number): PlacedLine | null {
  const [first] = runs;
  if (first === undefined) return null;
  let text = '';
  let [right, y, size] = [first.x, first.y, 0];
  for (const run of runs) {
    // What is set twice, a little apart, is bold
    if (text.endsWith(run.text) && run.x < right - 0.7 * run.width) continue;
    const own = run.text.trim();
    text += gapBetween(text, own, (run.x - right) / Math.max(run.size, 1)) + tighten(run.text, own);
    right = Math.max(right, run.x + run.width);
    if (run.size > size) [y, size] = [run.y, run.size];
  }
  return { text: text.trim(), left: first.x, right, y, size, page };
}

/** Spaces at the end of a run count by the place of the next. */
function tighten(_written: string, own: string): string {
  return own.replace(
    /(?<=[\p{Script=Han}，。；：、]) (?=[\p{L}\p{N}（《“])|(?<=[\p{N}）》”]) (?=\p{Script=Han})/gu,
    '',
  );
}

function gapBetween(text: string, next: string, gap: number): string {
  if (text === '') return '';
  if (gap > gaps.tab) return '\t';
  const [before, after] = [isWide(text.slice(-1)), isWide(next.slice(0, 1))];
  if (before && after) return gap > gaps.wide ? '　' : '';
  if (before || after) return gap > gaps.mixed ? ' ' : '';
  return gap > gaps.latin ? ' ' : '';
}
