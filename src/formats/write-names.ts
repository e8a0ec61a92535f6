import { isMap, isSeq, parseDocument } from 'yaml';
import { readCsv } from './lists/csv.ts';

/** A preferred name, and another one that shall be it. */
export type AgreedName = Readonly<{ preferred: string; other: string }>;

const mark = '\ufeff';

/** A new table of names, which Excel and WPS open as it is. */
export const newNameTable = `${mark}名称,别名\r\n`;

/**
 * A table of names with more rows. Its head stays, and what stands in its other columns.
 *
 * @param columns where its head has the preferred names and the others
 */
export function addToNameTable(
  text: string,
  agreed: readonly AgreedName[],
  columns: Readonly<{ preferred: number; others: number }>,
): string {
  const [head] = readCsv(text).rows;
  const sign = [',', '\t', ';'].find((each) => text.split('\n', 1)[0]?.includes(each)) ?? ',';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const rows = agreed.map(({ preferred, other }) => {
    const cells = (head?.cells ?? ['', '']).map((_, column) => {
      if (column === columns.preferred) return quoted(preferred, sign);
      return column === columns.others ? quoted(other, sign) : '';
    });
    return cells.join(sign) + end;
  });
  const begun = text === '' || text.endsWith('\n') ? text : text + end;
  return begun + rows.join('');
}

function quoted(cell: string, sign: string): string {
  return cell.includes(sign) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A YAML file of names with more of them; its comments and its order stay. */
export function addToNameMap(text: string, agreed: readonly AgreedName[]): string {
  const document = parseDocument(text);
  for (const { preferred, other } of agreed) {
    const known = document.get(preferred, true);
    if (isSeq(known)) known.add(other);
    else if (isMap(known)) known.set('别名', [...listOf(known.get('别名')), other]);
    else document.set(preferred, [...listOf(document.get(preferred)), other]);
  }
  return document.toString({ lineWidth: 0 });
}

function listOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  return isSeq(value) ? value.items.map(String) : [String(value)];
}
