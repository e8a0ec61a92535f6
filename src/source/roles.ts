import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';
import { formatOf, stemOf } from '#formats/index.ts';
import type { Skipped, SourceFile } from './discover.ts';
import type { Naming } from './named-files.ts';

export type DocumentFile = Readonly<{
  file: SourceFile;
  /** `NAME.yaml` beside it: fields that go before its own. */
  sidecar: SourceFile | null;
}>;

export type SortedFiles = {
  documents: DocumentFile[];
  /** Published as they are, where a document links them. */
  files: SourceFile[];
  /** Published as they are, at their own paths. */
  named: SourceFile[];
  skipped: Skipped[];
  diagnostics: Diagnostic[];
};

const fieldsEnding = /\.ya?ml$/i;

/** Files that run in a reader's browser, or would in that of somebody who opens them from the site. */
const activeEnding = /\.(?:html?|xhtml|mhtml|shtml|js|mjs|php|jsp|aspx?|swf|hta)$/i;

const knownEnding =
  /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|pdf|ofd|docx?|wps|xlsx?|et|pptx?|dps|csv|zip|rar|7z|mp3|m4a|wav|ogg|mp4|webm|mov)$/i;

/**
 * Says of each file below `content/` what it is, by its name.
 *
 * @param naming how the configuration names it to be published as it is; documents are not by their folders
 */
export function sortFiles(
  sourceFiles: readonly SourceFile[],
  naming: (path: string) => Naming,
): SortedFiles {
  const sorted: SortedFiles = { documents: [], files: [], named: [], skipped: [], diagnostics: [] };
  const fields = new Map(
    sourceFiles.filter(({ path }) => fieldsEnding.test(path)).map((file) => [file.path, file]),
  );
  const fieldsOfTexts = new Set(sourceFiles.map(({ path }) => sidecarOf(path, fields)));
  for (const file of sourceFiles) {
    const { path } = file;
    const isOwn = formatOf(path) !== null || fieldsOfTexts.has(file);
    if (naming(path) === 'itself' || (naming(path) === 'folder' && !isOwn)) sorted.named.push(file);
    else if (formatOf(path) !== null) {
      sorted.documents.push({ file, sidecar: sidecarOf(path, fields) });
    } else if (fieldsEnding.test(path)) {
      if (!fieldsOfTexts.has(file)) {
        const reason = 'fields without a text of the same name beside them';
        sorted.skipped.push({ file: path, reason });
        sorted.diagnostics.push(warning('lone-fields', reason, { place: { file: path } }));
      }
    } else if (activeEnding.test(path)) {
      const reason = 'pages and scripts are not published';
      sorted.skipped.push({ file: path, reason });
      sorted.diagnostics.push(warning('active-file', reason, { place: { file: path } }));
    } else {
      sorted.files.push(file);
    }
  }
  return sorted;
}

/** Tells of files that are published as they are and that nobody here knows, once for each ending. */
export function tellUnknown(files: readonly Readonly<{ path: string }>[]): Diagnostic[] {
  const unknown = Map.groupBy(
    files.map(({ path }) => path).filter((path) => !knownEnding.test(path)),
    (path) => /\.[^./]+$/.exec(path)?.[0] ?? '(none)',
  );
  return [...unknown].map(([ending, [first = '', ...others]]) => {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    const message = `copied as it is: Guidang does not know files ending in ${ending}${more}`;
    return warning('unknown-file', message, { place: { file: first } });
  });
}

function sidecarOf(path: string, fields: ReadonlyMap<string, SourceFile>): SourceFile | null {
  if (fields.size === 0 || formatOf(path) === null) return null;
  const name = sidecarNames(path).find((each) => fields.has(each));
  return (name === undefined ? null : fields.get(name)) ?? null;
}

/** Files in which fields of a document may stand beside it, the first of which counts. */
export function sidecarNames(path: string): string[] {
  const stem = stemOf(path);
  const endings = ['yaml', 'yml', 'YAML', 'YML'];
  return [stem, path].flatMap((name) => endings.map((ending) => `${name}.${ending}`));
}
