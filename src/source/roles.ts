import type { Message } from '#diagnostics/catalogue.ts';
import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';
import { isPicture } from '#document/picture-files.ts';
import { formatOf, rankOf, stemOf } from '#formats/index.ts';
import { isNamedDraft } from '#formats/unpublished.ts';
import { isAuthority } from './authority.ts';
import { isGradedByName } from './classified.ts';
import type { Skipped, SourceFile } from './discover.ts';
import { givesFields } from './given-fields.ts';
import type { Naming } from './named-files.ts';
import { isProvenance } from './provenance.ts';

export type DocumentFile = Readonly<{
  file: SourceFile;
  /** `NAME.yaml` beside it: fields that go before its own. */
  sidecar: SourceFile | null;
}>;

export type SortedFiles = {
  documents: DocumentFile[];
  /** Files of a document's name beside it, which hold what it was made of or what was made of it: its path by theirs. */
  originals: ReadonlyMap<string, string>;
  /** Published as they are, where a document links them. */
  files: SourceFile[];
  /** Published as they are, at their own paths. */
  named: SourceFile[];
  /** Files that say where texts are from. */
  provenance: SourceFile[];
  /** Files of fields beside files that are no documents, by the paths of these. */
  fileSidecars: Map<string, SourceFile>;
  /** Files of fields that count for nothing. */
  loneFields: SourceFile[];
  skipped: Skipped[];
  diagnostics: Diagnostic[];
};

/** What files are sorted by beside their names. */
export type Sorting = Readonly<{
  naming: (path: string) => Naming;
  lists: readonly string[];
  hasRow: (path: string) => boolean;
}>;

const fieldsEnding = /\.ya?ml$/i;

/** Files that run in a reader's browser, or would in that of somebody who opens them from the site. */
const activeEnding = /\.(?:html?|xhtml|mhtml|shtml|js|mjs|php|jsp|aspx?|swf|hta)$/i;

const knownEnding =
  /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|pdf|ofd|docx?|wps|xlsx?|et|pptx?|dps|csv|zip|rar|7z|mp3|m4a|wav|ogg|mp4|webm|mov)$/i;

/**
 * Says of each file below `content/` what it is, by its name.
 *
 * @param sorting how the configuration names files to be published as they are (documents are not by their folders, nor
 *   what gives fields or has them), which lists it names, and whether a list names a file
 */
export function sortFiles(
  sourceFiles: readonly SourceFile[],
  { naming, lists, hasRow }: Sorting,
): SortedFiles {
  const originals = findOriginals(sourceFiles, naming);
  const sorted: SortedFiles = {
    documents: [],
    originals,
    files: [],
    named: [],
    skipped: [],
    diagnostics: [],
    provenance: [],
    fileSidecars: new Map(),
    loneFields: [],
  };
  const fields = new Map(
    sourceFiles.filter(({ path }) => fieldsEnding.test(path)).map((file) => [file.path, file]),
  );
  const stems = new Set(
    sourceFiles.flatMap(({ path }) => (formatOf(path) === null ? [] : [stemOf(path)])),
  );
  const fieldsOf = (path: string) => {
    const isDocument = formatOf(path) !== null || (isPicture(path) && !stems.has(stemOf(path)));
    return isDocument ? sidecarOf(path, fields) : null;
  };
  const fieldsOfTexts = new Set(sourceFiles.map(({ path }) => fieldsOf(path)));
  const fieldsOfFiles = new Set(
    sourceFiles.flatMap(({ path }) => (fieldsEnding.test(path) ? [] : [sidecarOf(path, fields)])),
  );
  for (const file of sourceFiles) {
    const { path } = file;
    // Whoever names a folder means the files of offices in it
    const format = formatOf(path);
    const saysSomething = givesFields(path, lists) || isAuthority(path) || isProvenance(path);
    const hasFields = fieldsOf(path) !== null || hasRow(path);
    const isOwn =
      (format !== null && !format.mayBeAttached) ||
      fieldsOfTexts.has(file) ||
      saysSomething ||
      hasFields;
    const isOpen = !isGradedByName(path) && !isNamedDraft(path);
    if (naming(path) === 'itself' || (naming(path) === 'folder' && !isOwn && isOpen))
      sorted.named.push(file);
    else if (formatOf(path) !== null) {
      sorted.documents.push({ file, sidecar: fieldsOf(path) });
    } else if (givesFields(path, lists) || isAuthority(path)) {
      // What they give is asked of all of them together
    } else if (isProvenance(path)) {
      sorted.provenance.push(file);
    } else if (fieldsEnding.test(path)) {
      if (!fieldsOfTexts.has(file) && !fieldsOfFiles.has(file)) {
        sorted.loneFields.push(file);
        leaveOut(path, { says: 'lone-fields' }, sorted);
      }
    } else if (activeEnding.test(path)) {
      leaveOut(path, { says: 'active-file' }, sorted);
    } else {
      sorted.files.push(file);
      const beside = sidecarOf(path, fields);
      if (beside !== null) sorted.fileSidecars.set(path, beside);
      const sidecar = fieldsOf(path);
      // A picture is a document where its fields stand beside it, and shows itself
      if (sidecar !== null) sorted.documents.push({ file, sidecar });
    }
  }
  return sorted;
}

/**
 * One name is one document: of 报告.md, 报告.docx and 报告.pdf the first is its text, the others are its originals.
 *
 * @returns the document of each original, by paths
 */
function findOriginals(
  files: readonly SourceFile[],
  naming: (path: string) => Naming,
): Map<string, string> {
  const originals = new Map<string, string>();
  const byStem = Map.groupBy(
    files.filter(({ path }) => formatOf(path) !== null && naming(path) !== 'itself'),
    ({ path }) => stemOf(path),
  );
  for (const group of byStem.values()) {
    const paths = group.map(({ path }) => path).sort((a, b) => rankOf(a) - rankOf(b));
    const [document = '', ...others] = paths;
    if (formatOf(document) === null) continue;
    for (const other of others) originals.set(other, document);
  }
  return originals;
}

function leaveOut(file: string, reason: Message, sorted: SortedFiles): void {
  sorted.skipped.push({ file, reason });
  sorted.diagnostics.push(warning(reason, { place: { file } }));
}

/** Tells of files that are published as they are and that nobody here knows, once for each ending. */
export function tellUnknown(files: readonly Readonly<{ path: string }>[]): Diagnostic[] {
  const unknown = Map.groupBy(
    files.map(({ path }) => path).filter((path) => !knownEnding.test(path)),
    (path) => /\.[^./]+$/.exec(path)?.[0] ?? '',
  );
  return [...unknown].map(([ending, [first = '', ...others]]) => {
    const message = { says: 'unknown-file', ending, others: others.length } as const;
    return warning(message, { place: { file: first } });
  });
}

function sidecarOf(path: string, fields: ReadonlyMap<string, SourceFile>): SourceFile | null {
  if (fields.size === 0) return null;
  const name = sidecarNames(path).find((each) => fields.has(each));
  return (name === undefined ? null : fields.get(name)) ?? null;
}

/** Files in which fields of a document may stand beside it, the first of which counts. */
export function sidecarNames(path: string): string[] {
  const stem = stemOf(path);
  const endings = ['yaml', 'yml', 'YAML', 'YML'];
  return [stem, path].flatMap((name) => endings.map((ending) => `${name}.${ending}`));
}
