import { displayWidth } from './width.ts';

const linesBefore = 2;
const linesAfter = 1;

/** Characters of a line that are shown on either side of the place. */
const before = 120;
const after = 80;

/**
 * The lines around a place, with a caret under its column. Of a long line the part around the
 * column is shown, with … where it is cut.
 *
 * @param lines the file's lines
 * @param line the line to point at, counted from 1
 * @param column the column in UTF-16 code units, counted from 1; without it the line is only marked
 */
export function frame(lines: readonly string[], line: number, column?: number): string {
  const first = Math.max(1, line - linesBefore);
  const last = Math.min(lines.length, line + linesAfter);
  const gutter = String(last).length;
  const shown: string[] = [];
  const begin = Math.max(0, (column ?? 1) - 1 - before);
  for (let number = first; number <= last; number++) {
    const text = cut(lines[number - 1] ?? '', begin);
    const mark = number === line ? '>' : ' ';
    shown.push(`${mark} ${String(number).padStart(gutter)} | ${text}`.trimEnd());
    if (number === line && column !== undefined) {
      const indent = ' '.repeat(displayWidth(text.slice(0, column - 1 - begin)));
      shown.push(`  ${' '.repeat(gutter)} | ${indent}^`);
    }
  }
  return shown.join('\n');
}

/** The part of a line that begins at an offset; what is left out on a side is one … there. */
function cut(line: string, begin: number): string {
  const end = begin + before + after;
  const part = line.slice(begin, end).replaceAll('\t', ' ');
  const opened = begin > 0 && part !== '' ? `…${part.slice(1)}` : part;
  return end < line.length ? `${opened}…` : opened;
}
