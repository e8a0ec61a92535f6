import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { parseDate } from '#document/dates/dates.ts';
import { UnreadableFile } from '#formats/container/unreadable.ts';
import { fieldNameOf } from '#formats/field-names.ts';
import { readCsv } from '#formats/lists/csv.ts';
import { decodeFile } from '#formats/text-format.ts';

/** What a list says of a file: its path as seen from the list, and its fields. */
export type Row = Readonly<{
  line: number;
  file: string;
  values: Readonly<Record<string, string>>;
}>;

const fileHeads = /^(?:file|filename|path|文件|文件名|文件名称|路径)$/i;

/** Reads a table with a head and a row for each file. What is wrong with it is returned. */
export async function readList(
  file: string,
  bytes: Uint8Array,
): Promise<{ rows: Row[]; problems: Diagnostic[] }> {
  const { table, problems } = await readTable(file, bytes);
  const [head, ...others] = table;
  const names = (head?.cells ?? []).map((name) => fieldNameOf(name.trim()));
  const own = names.findIndex((name) => fileHeads.test(name));
  if (own === -1) {
    const told = error({ says: 'list-head' }, { place: { file, line: head?.line ?? 1 } });
    return { rows: [], problems: [...problems, told] };
  }
  const rows = others.flatMap(({ line, cells }): Row[] => {
    const named = (cells[own] ?? '').trim().replaceAll('\\', '/').normalize('NFC');
    if (named === '') return [];
    let values: Readonly<Record<string, string>> = {};
    for (const [column, name] of names.entries()) {
      const value = (cells[column] ?? '').trim();
      if (column === own || name === '' || value === '') continue;
      values = strictest(values, { [name]: asField(name, value) });
    }
    return [{ line, file: named.replace(/^(?:\.\/)+/, ''), values }];
  });
  return { rows, problems };
}

async function readTable(file: string, bytes: Uint8Array) {
  if (!/\.(?:xls[xm]?|et|ods)$/i.test(file)) {
    const { text, diagnostics } = decodeFile(file, bytes);
    const { rows, openQuote } = readCsv(text ?? '');
    const place = { place: { file, line: openQuote ?? 1 } };
    const open = openQuote === null ? [] : [error({ says: 'list-quote' }, place)];
    return { table: rows, problems: [...diagnostics, ...open] };
  }
  const { readXlsx } = await import('#formats/lists/xlsx.ts');
  try {
    return { table: readXlsx(bytes), problems: [] };
  } catch (problem) {
    if (!(problem instanceof UnreadableFile)) throw problem;
    const { fault } = problem;
    const told = error({ says: 'unreadable-format', format: 'Excel', fault }, { place: { file } });
    return { table: [], problems: [told] };
  }
}

const dates: ReadonlySet<string> = new Set(['date', 'updated', 'publish', 'expires']);

/** Days that Excel has counted since 30 December 1899: 45511 is 2024-08-07. */
function asField(name: string, value: string): string {
  if (!dates.has(name) || !/^[2-6]\d{4}(?:\.\d+)?$/.test(value)) return value;
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(value)) * 86_400_000);
  const written = day.toISOString().slice(0, 10);
  return parseDate(written) === null ? value : written;
}

const guards =
  /^(?:draft|publish|expires|withdrawn|published|status)$|密|classif|secre|状态|草稿|公开/i;

/** Whether fields may keep a document from being seen. */
export function mayKeep(values: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(values).some((name) => guards.test(name));
}

/** What two places say of a document. Where both keep it from being seen, each in its way, both stand, and neither is lost. */
export function strictest(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const both = Object.entries(other).map(([name, value]): [string, string] => {
    const before = one[name];
    const differs = before !== undefined && before !== value && guards.test(name);
    return [name, differs ? `${before}、${value}` : value];
  });
  return { ...one, ...Object.fromEntries(both) };
}
