import { type Diagnostic, error, hasErrors, warning } from '#diagnostics/diagnostic.ts';
import { readFieldsFile } from '#formats/front-matter.ts';
import { rankOf, stemOf } from '#formats/index.ts';
import { decodeFile } from '#formats/text-format.ts';
import type { SourceFile } from './discover.ts';
import { readBytes } from './files.ts';
import { readList, strictest } from './read-list.ts';

/** Fields that a list beside a document, and the folders that it lies in, give it. */
export type GivenFields = Readonly<{
  /** The row of a list; null where none names the document. */
  row: Readonly<{ file: string; line: number; values: Readonly<Record<string, string>> }> | null;
  /** What its folders give all that lies below them. */
  defaults: Readonly<Record<string, unknown>>;
  /** Whether a list or fields that cannot be read may have kept it: it is then not to be seen, whatever it says. */
  isUnsure?: true;
}>;

export type Given = Readonly<{
  /** By the paths of documents. */
  fields: ReadonlyMap<string, GivenFields>;
  /** Files that give fields and are nothing else. */
  files: ReadonlySet<string>;
  diagnostics: readonly Diagnostic[];
}>;

const listName = /(?:^|\/)(?:metadata|元数据|目录清单)\.(?:csv|xlsx|xlsm|xls|et|ods)$/i;
const folderName = /(?:^|\/)_folder\.ya?ml$/i;

/** Whether a file gives fields to others, by its name, or since the configuration names it among its `lists`. */
export function givesFields(path: string, lists: readonly string[]): boolean {
  return listName.test(path) || folderName.test(path) || lists.includes(path);
}

/**
 * Reads the lists and the fields of folders, and says what they give each document: `metadata.csv` or
 * `metadata.xlsx` has a row for each file beside and below it, `_folder.yaml` fields for all of them.
 *
 * @param documents paths of all that may be documents
 * @param lists paths of the lists that the configuration names
 */
export async function readGivenFields(
  sources: readonly SourceFile[],
  documents: readonly string[],
  lists: readonly string[],
): Promise<Given> {
  const giving = sources.filter(({ path }) => givesFields(path, lists));
  const diagnostics = tellAbsent(lists, giving);
  if (giving.length === 0) return { fields: new Map(), files: new Set(), diagnostics };
  const findDocument = openFinder(documents);
  const rows = new Map<string, NonNullable<GivenFields['row']>>();
  /** Folders whose list or fields cannot be read: they may have said what is not to be seen. */
  const broken: string[] = [];
  const folders: { folder: string; values: Readonly<Record<string, unknown>> }[] = [];
  for (const source of giving) {
    const folder = source.path.slice(0, source.path.lastIndexOf('/') + 1);
    const read = readBytes(source);
    if (read.bytes === null) {
      diagnostics.push(read.problem);
      broken.push(folder);
    } else if (folderName.test(source.path)) {
      const { values, problems } = readFolder(source.path, read.bytes);
      diagnostics.push(...problems);
      folders.push({ folder, values });
      if (hasErrors(problems)) broken.push(folder);
    } else {
      const list = await readList(source.path, read.bytes);
      diagnostics.push(...list.problems);
      for (const { line, file, values } of list.rows) {
        const path = findDocument(file.startsWith('/') ? file : `${folder}${file}`);
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
    const defaults = Object.assign({}, ...around.map(({ values }) => values));
    const row = rows.get(path) ?? null;
    if (row === null && around.length === 0 && !isUnsure) return [];
    return [[path, { row, defaults, ...(isUnsure ? { isUnsure } : null) }]];
  });
  return { fields: new Map(fields), files: new Set(giving.map(({ path }) => path)), diagnostics };
}

/** Lists that the configuration names and that are not there. */
function tellAbsent(
  lists: readonly string[],
  files: readonly Readonly<{ path: string }>[],
): Diagnostic[] {
  const absent = lists.filter((list) => !files.some(({ path }) => path === list));
  return absent.map((name) => error({ says: 'list-absent', name }));
}

function readFolder(file: string, bytes: Uint8Array) {
  const { text, diagnostics } = decodeFile(file, bytes);
  const { values, diagnostics: own } = readFieldsFile(text ?? '', file);
  return { values, problems: [...diagnostics, ...own] };
}

/**
 * Finds files by the paths that rows give: in any case, and, where none is there, whichever form there is of that name:
 * one name is one document.
 */
function openFinder(files: readonly string[]): (path: string) => string | null {
  const exact = new Set(files);
  const inAnyCase = new Map(files.toReversed().map((path) => [path.toLowerCase(), path]));
  const ranked = files.toSorted((a, b) => rankOf(b) - rankOf(a));
  const byStem = new Map(ranked.map((path) => [stemOf(path).toLowerCase(), path]));
  return (written) => {
    const path = written.replace(/^\/+/, '');
    if (exact.has(path)) return path;
    const key = path.toLowerCase();
    return inAnyCase.get(key) ?? byStem.get(key) ?? byStem.get(stemOf(key)) ?? null;
  };
}
