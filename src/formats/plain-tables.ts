import type { Passage, PassageUnit } from '#document/text/blocks.ts';
import { plain } from '#document/text/rich-text.ts';
import type { Line } from '#document/text/units.ts';

/** Fewest rows that make a table of lines whose cells tabs, bars or runs of spaces keep apart. */
const fewestRows = { tab: 2, bar: 2, space: 3 } as const;

const runOfSpaces = /(?: {2,}|　{2,}| 　|　 )[ 　]*/;
const option = /^\s*[(（]?[A-Ha-hＡ-Ｈ][.．、)）:：]/;
const separatorRow = /^[\s|:：+-]+$/;

type Row = Readonly<{ line: Line; cells: readonly string[]; by: keyof typeof fewestRows }>;

/**
 * The table that begins at a line of a text without markup: rows of the same number of cells, kept
 * apart by tabs, by `|`, or by two spaces and more. null where none begins. Fields of a meeting and
 * options of a question stand side by side too, and are no tables.
 */
export function readPlainTable(
  lines: readonly Line[],
  at: number,
): { passage: Passage; length: number } | null {
  const first = readRow(lines[at]);
  if (first === null) return null;
  const rows: Row[] = [first];
  let next = at + 1;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || line.line !== (lines[next - 1]?.line ?? 0) + 1) break;
    if (first.by === 'bar' && separatorRow.test(line.text)) continue;
    const row = readRow(line);
    if (row === null || row.by !== first.by || row.cells.length !== first.cells.length) break;
    rows.push(row);
  }
  if (rows.length < fewestRows[first.by]) return null;
  if (first.by === 'space' && rows.some(({ cells }) => cells.some((cell) => cell.length > 40)))
    return null;
  return { passage: toPassage(rows, lines.slice(at, next)), length: next - at };
}

function readRow(line: Line | undefined): Row | null {
  if (line === undefined || option.test(line.text)) return null;
  const text = line.text.trimEnd();
  if (/^\s*\|.*\|$/.test(text)) {
    const cells = text
      .replace(/^\s*\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim());
    return cells.length > 1 ? { line, cells, by: 'bar' } : null;
  }
  if (text.includes('\t')) {
    const cells = text.split(/\t+/).map((cell) => cell.trim());
    return cells.length > 1 && !holdsFields(cells) ? { line, cells, by: 'tab' } : null;
  }
  const cells = text.trim().split(runOfSpaces);
  const isRow = cells.length > 2 && !holdsFields(cells) && !cells.some((cell) => option.test(cell));
  return isRow ? { line, cells, by: 'space' } : null;
}

function holdsFields(cells: readonly string[]): boolean {
  return cells.some((cell) => /^[^\d:：]{1,12}[:：]/.test(cell));
}

function toPassage(rows: readonly Row[], lines: readonly Line[]): Passage {
  const [head = [], ...others] = rows.map(({ cells }) => cells.map(plain));
  const units = rows.map(({ line, cells }): PassageUnit => {
    return { text: cells.join('\t'), line: line.line, form: 'row', cells, depth: 0 };
  });
  return {
    type: 'passage',
    form: 'table',
    text: lines.map(({ text }) => text.trim()).join('\n'),
    flow: { is: 'table', alignments: head.map(() => null), head, rows: others },
    line: rows[0]?.line.line ?? 1,
    role: 'paragraph',
    units,
  };
}
