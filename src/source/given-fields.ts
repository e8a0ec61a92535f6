import { type Diagnostic, error, hasErrors, warning } from '#diagnostics/diagnostic.ts';
import { parseDate } from '#document/dates/dates.ts';
import { UnreadableFile } from '#formats/container/unreadable.ts';
import { fieldNameOf } from '#formats/field-names.ts';
import { readFieldsFile } from '#formats/front-matter.ts';
import { readCsv } from '#formats/lists/csv.ts';
import { decodeFile } from '#formats/text-format.ts';
import type { SourceFile } from './discover.ts';
import { readBytes } from './files.ts';

/** Fields that a list beside a document, and the folders that it lies in, give it. */
export type GivenFields = Readonly<{
  /** The row of a list; null where none names the document. */
  row: Readonly<{ file: string; line: number; values: Readonly<Record<string, string>> }> | null;
  /** What its folders give all that lies below them. */
  defaults: Readonly<Record<string, unknown>>;
}>;

type Given = Readonly<{
  /** By the paths of documents. */
  fields: ReadonlyMap<string, GivenFields>;
  /** Files that give fields and are nothing else. */
  files: ReadonlySet<string>;
  diagnostics: readonly Diagnostic[];
}>;

const listName = /(?:^|\/)(?:metadata|元数据|目录清单)\.(?:csv|xlsx)$/i;
const folderName = /(?:^|\/)_folder\.ya?ml$/i;

/** Whether a file gives fields to others, by its name. */
export function givesFields(path: string): boolean {
  return listName.test(path) || folderName.test(path);
}

/**
 * Reads the lists and the fields of folders, and says what they give each document: `metadata.csv` or
 * `metadata.xlsx` has a row for each file beside and below it, `_folder.yaml` fields for all of them.
 *
 * @param documents paths of all documents
 */
export async function readGivenFields(
  sources: readonly SourceFile[],
  documents: readonly string[],
): Promise<Given> {
  const giving = sources.filter(({ path }) => givesFields(path));
  if (giving.length === 0) return { fields: new Map(), files: new Set(), diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const findDocument = openFinder(documents);
  const rows = new Map<string, NonNullable<GivenFields['row']>>();
  /** Folders whose list or fields cannot be read: they may have said what is not to be seen. */
  const broken: string[] = [];
  const folders: { folder: string; values: Readonly<Record<string, unknown>> }[] = [];
  for (const source of giving) {
    const folder = source.path.slice(0, source.path.lastIndexOf('/') + 1);
    const read = readBytes(source);
    if (read.bytes === null) diagnostics.push(read.problem);
    else if (folderName.test(source.path)) {
      const { values, problems } = readFolder(source.path, read.bytes);
      diagnostics.push(...problems);
      folders.push({ folder, values });
      if (hasErrors(problems)) broken.push(folder);
    } else {
      const list = await readList(source.path, read.bytes);
      diagnostics.push(...list.problems);
      for (const { line, file, values } of list.rows) {
        const path = findDocument(`${folder}${file}`);
        const place = { file: source.path, line };
        if (path === null) diagnostics.push(warning({ says: 'list-row', file }, { place }));
        else rows.set(path, { ...place, values: strictest(rows.get(path)?.values ?? {}, values) });
      }
      if (hasErrors(list.problems)) broken.push(folder);
    }
  }
  // The nearest folder comes last, and goes before those around it
  folders.sort((a, b) => a.folder.length - b.folder.length);
  const fields = documents.flatMap((path): [string, GivenFields][] => {
    const around = folders.filter(({ folder }) => path.startsWith(folder));
    const isUnsure = broken.some((folder) => path.startsWith(folder));
    const defaults = Object.assign(
      {},
      ...around.map(({ values }) => values),
      isUnsure ? { draft: true } : {},
    );
    const row = rows.get(path) ?? null;
    return row === null && around.length === 0 && !isUnsure ? [] : [[path, { row, defaults }]];
  });
  return { fields: new Map(fields), files: new Set(giving.map(({ path }) => path)), diagnostics };
}

function readFolder(file: string, bytes: Uint8Array) {
  const { text, diagnostics } = decodeFile(file, bytes);
  const { values, diagnostics: own } = readFieldsFile(text ?? '', file);
  return { values, problems: [...diagnostics, ...own] };
}

const guards =
  /^(?:draft|publish|expires|withdrawn|published|status)$|密|classif|secre|状态|草稿|公开/i;

/** What two places say of a document. Where both keep it from being seen, each in its way, both stand, and neither is lost. */
function strictest(
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

type Row = Readonly<{ line: number; file: string; values: Readonly<Record<string, string>> }>;

const fileHeads = /^(?:file|filename|path|文件|文件名|文件名称|路径)$/i;

async function readList(
  file: string,
  bytes: Uint8Array,
): Promise<{ rows: Row[]; problems: Diagnostic[] }> {
  const { table, problems } = await readTable(file, bytes);
  const [head, ...others] = table;
  if (head === undefined) return { rows: [], problems };
  const names = head.cells.map((name) => fieldNameOf(name.trim()));
  const own = names.findIndex((name) => fileHeads.test(name));
  if (own === -1) {
    const told = error({ says: 'list-head' }, { place: { file, line: head.line } });
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
  if (!/\.xlsx$/i.test(file)) {
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

/**
 * Finds documents by the paths that rows give: in any case, and without the ending where one document alone has the
 * name.
 */
function openFinder(documents: readonly string[]): (path: string) => string | null {
  const exact = new Set(documents);
  const inAnyCase = new Map(documents.toReversed().map((path) => [path.toLowerCase(), path]));
  const byStem = Map.groupBy(documents, (path) => path.replace(/\.[^./]+$/, ''));
  return (path) => {
    if (exact.has(path)) return path;
    const [only, ...others] = byStem.get(path) ?? [];
    return inAnyCase.get(path.toLowerCase()) ?? (others.length === 0 ? (only ?? null) : null);
  };
}
