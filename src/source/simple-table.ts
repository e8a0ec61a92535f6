import type { Passage, PassageUnit } from '#document/blocks.ts';
import { tableClosing, tableOpening } from '#render/html.ts';
import { readSimpleInline, type SimpleInline } from './simple-inline.ts';

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
  const classes: string[] = [];
  for (const cell of delimiters) {
    const [, left, right] = delimiter.exec(cell) ?? [];
    if (left === undefined || right === undefined) return null;
    classes.push(classOf(left, right));
  }
  const units: PassageUnit[] = [];
  let html = '';
  let text = '';
  for (let index = 0; index < length; index++) {
    if (index === 1) continue;
    const cells = cellsOf(lines[index]);
    if (cells?.length !== head.length) return null;
    const read = readCells(cells);
    if (read === null) return null;
    const isHead = index === 0;
    html += renderRow(read, classes, isHead);
    if (isHead) html += length > 2 ? '</thead>\n<tbody>\n' : '</thead>\n';
    const own = read.map((cell) => cell.text);
    text += `${own.join('\n')}\n\n`;
    const trimmed = own.map((cell) => cell.trim());
    units.push({ text: trimmed.join('\t'), line: line + index, form: 'row', cells: trimmed });
  }
  const rows = `<thead>\n${html}${length > 2 ? '</tbody>\n' : ''}`;
  return {
    type: 'passage',
    form: 'table',
    text,
    html: tableOpening + rows + tableClosing,
    line,
    role: 'paragraph',
    units,
  };
}

function cellsOf(line: string | undefined): string[] | null {
  const cells = row.exec(line ?? '')?.[1];
  return cells === undefined ? null : cells.split('|').map((cell) => cell.trim());
}

function classOf(left: string, right: string): string {
  if (left !== '' && right !== '') return ' class="align-center"';
  if (right !== '') return ' class="align-right"';
  return left === '' ? '' : ' class="align-left"';
}

function readCells(cells: readonly string[]): SimpleInline[] | null {
  const read: SimpleInline[] = [];
  for (const cell of cells) {
    const inline = readSimpleInline(cell);
    if (inline === null) return null;
    read.push(inline);
  }
  return read;
}

function renderRow(
  cells: readonly SimpleInline[],
  classes: readonly string[],
  isHead: boolean,
): string {
  let html = '<tr>\n';
  for (const [column, cell] of cells.entries()) {
    const own = classes[column] ?? '';
    html += isHead ? `<th${own} scope="col">${cell.html}</th>\n` : `<td${own}>${cell.html}</td>\n`;
  }
  return `${html}</tr>\n`;
}
