import type { Passage, PassageUnit } from '#document/text/blocks.ts';
import type { Alignment } from '#document/text/flow.ts';
import type { RichText } from '#document/text/rich-text.ts';
import { readSimpleInline } from './simple-inline.ts';

/** A row between its outer bars. In front of a bar a backslash makes it a character of its cell. */
const row = /^\|([^\\`]*)\|$/;

const delimiter = /^(:?)-+(:?)$/;

/**
 * Reads lines as a table without a parser where each is a row of plain words with a bar at both ends and as
 * many cells as the first. Gives null for all else. Blank lines may stand behind the last.
 *
 * @param line number of the first line in the text
 */
export function readSimpleTable(lines: readonly string[], line: number): Passage | null {
  let length = lines.length;
  while (length > 0 && lines[length - 1] === '') length--;
  const head = cellsOf(lines[0]);
  const delimiters = cellsOf(lines[1]);
  if (head === null || delimiters === null || delimiters.length !== head.length) return null;
  const alignments: Alignment[] = [];
  for (const cell of delimiters) {
    const [, left, right] = delimiter.exec(cell) ?? [];
    if (left === undefined || right === undefined) return null;
    alignments.push(alignmentOf(left, right));
  }
  const units: PassageUnit[] = [];
  const rows: RichText[][] = [];
  let text = '';
  for (let index = 0; index < length; index++) {
    if (index === 1) continue;
    const cells = cellsOf(lines[index]);
    if (cells?.length !== head.length) return null;
    const read = readCells(cells);
    if (read === null) return null;
    rows.push(read);
    const own = read.map((cell) => cell.text);
    text += `${own.join('\n')}\n\n`;
    const trimmed = own.map((cell) => cell.trim());
    units.push({
      text: trimmed.join('\t'),
      line: line + index,
      form: 'row',
      cells: trimmed,
      depth: 0,
    });
  }
  const [header = [], ...others] = rows;
  return {
    type: 'passage',
    form: 'table',
    text,
    flow: { is: 'table', alignments, head: header, rows: others },
    line,
    role: 'paragraph',
    units,
  };
}

function cellsOf(line: string | undefined): string[] | null {
  const cells = row.exec(line ?? '')?.[1];
  return cells === undefined ? null : cells.split('|').map((cell) => cell.trim());
}

function alignmentOf(left: string, right: string): Alignment {
  if (left !== '' && right !== '') return 'center';
  if (right !== '') return 'right';
  return left === '' ? null : 'left';
}

function readCells(cells: readonly string[]): RichText[] | null {
  const read: RichText[] = [];
  for (const cell of cells) {
    const inline = readSimpleInline(cell);
    if (inline === null) return null;
    read.push(inline);
  }
  return read;
}
