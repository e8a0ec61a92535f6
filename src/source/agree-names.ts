import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '#formats/lists/csv.ts';
import { decodeFile } from '#formats/text-format.ts';
import {
  type AgreedName,
  addToNameMap,
  addToNameTable,
  newNameTable,
} from '#formats/write-names.ts';
import { columnsOf } from './authority.ts';

const newTable = 'authority.csv';

/**
 * Adds names to the first file that says which names are one, or begins one. Gives its path below the content folder;
 * null where that file cannot be added to.
 *
 * @param files paths of those that there are
 */
export function agreeNames(
  content: string,
  files: readonly string[],
  agreed: readonly AgreedName[],
): string | null {
  const [file = newTable] = files;
  const absolute = join(content, file);
  const isNew = files.length === 0;
  const read = isNew ? null : decodeFile(file, readFileSync(absolute));
  const text = read === null ? newNameTable : read.text;
  if (text === null) return null;
  // Excel takes a table for GBK that does not say that it is UTF-8
  const isOther = read !== null && !read.encoding.startsWith('UTF-8');
  if (!/\.csv$/i.test(file)) {
    writeFileSync(absolute, addToNameMap(text, agreed));
    return file;
  }
  const columns = columnsOf(readCsv(text).rows[0]?.cells ?? []);
  if (columns.preferred === -1 || columns.others === -1) return null;
  writeFileSync(absolute, (isOther ? '\ufeff' : '') + addToNameTable(text, agreed, columns));
  return file;
}
