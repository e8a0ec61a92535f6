import { displayWidth } from './width.ts';

const linesBefore = 2;
const linesAfter = 1;

/**
 * The lines around a place, with a caret under its column.
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
  for (let number = first; number <= last; number++) {
    const text = (lines[number - 1] ?? '').replaceAll('\t', ' ');
    const mark = number === line ? '>' : ' ';
    shown.push(`${mark} ${String(number).padStart(gutter)} | ${text}`.trimEnd());
    if (number === line && column !== undefined) {
      const indent = ' '.repeat(displayWidth(text.slice(0, column - 1)));
      shown.push(`  ${' '.repeat(gutter)} | ${indent}^`);
    }
  }
  return shown.join('\n');
}
