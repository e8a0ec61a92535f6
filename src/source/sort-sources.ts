import type { Publication } from '#document/document.ts';
import { isPicture } from '#document/picture-files.ts';
import { readFieldsFile } from '#formats/front-matter.ts';
import { stemOf } from '#formats/index.ts';
import { decodeFile } from '#formats/text-format.ts';
import type { Zone } from '#site/zone.ts';
import type { SourceFile } from './discover.ts';
import { readBytes } from './files.ts';
import { type Given, type GivenFields, readGivenFields } from './given-fields.ts';
import { namedBy } from './named-files.ts';
import { publicationOfFile } from './publication.ts';
import { mayKeep, strictest } from './read-list.ts';
import { type SortedFiles, sortFiles } from './roles.ts';

/** What becomes of each source file, and what lists and folders give them. */
export type SortedSources = SortedFiles &
  Readonly<{
    given: Given;
    /** Of files that are no documents and have fields, by path. */
    publications: ReadonlyMap<string, Publication>;
  }>;

/** Says of each file below `content/` what it is: by its name, by what stands beside it, and by the lists that name it. */
export async function sortSources(
  sourceFiles: readonly SourceFile[],
  {
    publish,
    lists,
    zone,
  }: Readonly<{ publish: readonly string[]; lists: readonly string[]; zone: Zone }>,
): Promise<SortedSources> {
  const paths = sourceFiles.map(({ path }) => path).filter((path) => !/\.ya?ml$/i.test(path));
  const read = await readGivenFields(sourceFiles, paths, lists);
  const hasRow = (path: string) => read.fields.get(path)?.row != null;
  const sorted = sortFiles(sourceFiles, { naming: namedBy(publish), lists, hasRow });
  const stems = new Map(sorted.documents.map(({ file: { path } }) => [stemOf(path), path]));
  for (const [original, document] of sorted.originals) stems.set(stemOf(original), document);
  const fields = withRowsOfOtherForms(read.fields, sorted, stems);
  guardByOtherFields(sorted, fields);
  const known = new Set(sorted.documents.map(({ file }) => file.path));
  const isOwn = ({ path }: SourceFile) => !known.has(path) && !stems.has(stemOf(path));
  const pictures = sorted.files.filter((file) => isTitled(file, fields) && isOwn(file));
  const documents = [...sorted.documents, ...pictures.map((file) => ({ file, sidecar: null }))];
  const isDocument = new Set(documents.map(({ file }) => file.path));
  const others = sorted.files.filter(({ path }) => !isDocument.has(path));
  const publications = publicationsOf(others, sorted.fileSidecars, fields, zone);
  return { ...sorted, documents, publications, given: { ...read, fields } };
}

/** Whoever names a file means the document, whatever form of it was made its text. Of two rows the stricter counts. */
function withRowsOfOtherForms(
  fields: Given['fields'],
  { originals, files }: SortedFiles,
  stems: ReadonlyMap<string, string>,
): Map<string, GivenFields> {
  const all = new Map(fields);
  const pictures = files.filter(({ path }) => isPicture(path) && stems.has(stemOf(path)));
  const forms = [...originals.keys(), ...pictures.map(({ path }) => path)];
  for (const form of forms) {
    const document = originals.get(form) ?? stems.get(stemOf(form));
    const row = fields.get(form)?.row ?? null;
    if (document === undefined || row === null) continue;
    const own = all.get(document);
    const values = strictest(row.values, own?.row?.values ?? {});
    const joined = { ...(own?.row ?? row), values };
    all.set(document, { defaults: {}, ...own, row: joined });
  }
  return all;
}

/**
 * Fields that stand beside a document and are not the ones that count (報告.docx.yaml beside 报告.md, a name in another
 * case) may keep it all the same: it is then not to be seen.
 */
function guardByOtherFields(
  { documents, loneFields, originals }: SortedFiles,
  fields: Map<string, GivenFields>,
): void {
  const guard = (document: string, file: SourceFile) => {
    const read = readBytes(file);
    const text = read.bytes === null ? null : decodeFile(file.path, read.bytes).text;
    if (text !== null && !mayKeep(readFieldsFile(text, file.path).values)) return;
    fields.set(document, { row: null, defaults: {}, ...fields.get(document), isUnsure: true });
  };
  const sidecars = new Map(documents.map(({ file, sidecar }) => [file.path, sidecar?.path]));
  for (const { file, sidecar } of documents) {
    const document = originals.get(file.path);
    const isAnother = sidecar !== null && sidecar.path !== sidecars.get(document ?? '');
    if (document !== undefined && isAnother) guard(document, sidecar);
  }
  if (loneFields.length === 0) return;
  const byName = new Map<string, string>();
  for (const { file } of documents)
    for (const name of [file.path, stemOf(file.path)])
      byName.set(name.toLowerCase(), originals.get(file.path) ?? file.path);
  for (const file of loneFields) {
    const document = byName.get(stemOf(file.path).toLowerCase());
    if (document !== undefined) guard(document, file);
  }
}

/** Where and when files that are no documents may be seen, by what stands beside them, lists and folders. */
function publicationsOf(
  files: readonly SourceFile[],
  sidecars: ReadonlyMap<string, SourceFile>,
  fields: ReadonlyMap<string, GivenFields>,
  zone: Zone,
): Map<string, Publication> {
  return new Map(
    files.flatMap(({ path }): [string, Publication][] => {
      const given = fields.get(path);
      const sidecar = sidecars.get(path);
      if (given === undefined && sidecar === undefined) return [];
      const read = sidecar === undefined ? null : readBytes(sidecar);
      const isUnread = read !== null && read.bytes === null;
      const text = read?.bytes ? (decodeFile(path, read.bytes).text ?? '') : '';
      const own = readFieldsFile(text, path);
      const values = { ...given?.defaults, ...given?.row?.values, ...own.values };
      const kept = given?.isUnsure === true || isUnread ? { draft: true } : null;
      const frontMatter = { ...own, values: { ...values, ...kept } };
      return [[path, publicationOfFile(path, frontMatter, zone)]];
    }),
  );
}

/** A picture that a list gives a title is a document, and shows itself. */
function isTitled({ path }: SourceFile, fields: ReadonlyMap<string, GivenFields>): boolean {
  return isPicture(path) && 'title' in (fields.get(path)?.row?.values ?? {});
}
