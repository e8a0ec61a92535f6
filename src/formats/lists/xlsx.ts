import { UnreadableFile } from '#formats/container/unreadable.ts';
import { childOf, childrenOf, elementsOf, type XmlElement } from '#formats/container/xml.ts';
import { readXmlPart } from '#formats/container/xml-part.ts';
import { openZip } from '#formats/container/zip.ts';

const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 's'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 's'],
]);

const widest = 256;

/**
 * The rows of the first sheet of a workbook (ISO/IEC 29500), with their numbers. Numbers are as they are stored:
 * what is shown of a date is its format's.
 *
 * @throws UnreadableFile
 */
export function readXlsx(bytes: Uint8Array): { line: number; cells: string[] }[] {
  const zip = openZip(bytes);
  const name = zip.names
    .filter((each) => /^xl\/worksheets\/sheet\d+\.xml$/i.test(each))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
  const sheet = name === undefined ? null : readXmlPart(zip, name, prefixes);
  if (sheet === null) throw new UnreadableFile({ is: 'other-format' });
  const shared = readXmlPart(zip, 'xl/sharedStrings.xml', prefixes);
  const strings = childrenOf(shared, 's:si').map(textOf);
  return childrenOf(childOf(sheet, 's:sheetData'), 's:row').flatMap((row, index) => {
    const cells: string[] = [];
    for (const cell of childrenOf(row, 's:c')) {
      const column = columnOf(cell.attributes.get('r') ?? '') ?? cells.length;
      if (column < widest) cells[column] = valueOfCell(cell, strings);
    }
    const whole = Array.from(cells, (cell) => cell ?? '');
    const line = Number(row.attributes.get('r') ?? index + 1);
    return whole.some((cell) => cell.trim() !== '') ? [{ line, cells: whole }] : [];
  });
}

function textOf(element: XmlElement): string {
  return [...elementsOf(element, 's:t')].map(({ children }) => children.join('')).join('');
}

/** A for 0, AA for 26. */
function columnOf(place: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueOfCell(cell: XmlElement, strings: readonly string[]): string {
  const type = cell.attributes.get('t');
  if (type === 'inlineStr') return textOf(cell);
  const value = childOf(cell, 's:v')?.children.join('') ?? '';
  return type === 's' ? (strings[Number(value)] ?? '') : value;
}
