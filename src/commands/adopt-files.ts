import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { type Diagnostic, error, hasErrors } from '#diagnostics/diagnostic.ts';
import { systemFault } from '#diagnostics/system-faults.ts';
import { makeVisible } from '#diagnostics/visible.ts';
import { decodeFile } from '#formats/text-format.ts';
import { type Folders, resolveFolders } from '#output/folders.ts';
import { adoptFile } from '#pipeline/adopt.ts';
import { openSite } from '#pipeline/configuration.ts';
import { discover, type SourceFile } from '#source/discover.ts';
import type { DocumentFile } from '#source/roles.ts';
import { sortSources } from '#source/sort-sources.ts';
import { createReader } from '#workers/reader.ts';
import { chooseCatalogue } from './language.ts';
import { formatProblem } from './report.ts';

export type AdoptOptions = { content?: string; config?: string; lang?: string };

/** Takes the texts of files over, one by one; an exit code of 1 where one was not. */
export async function adoptFiles(files: readonly string[], options: AdoptOptions): Promise<void> {
  const catalogue = chooseCatalogue(options);
  const tell = (problems: readonly Diagnostic[]) => {
    for (const problem of problems) console.error(formatProblem(problem, catalogue));
    if (hasErrors(problems)) process.exitCode = 1;
  };
  const folders = resolveFolders(options, process.cwd());
  const { site, diagnostics } = openSite(folders.config, options.config !== undefined, {});
  const found = discover(folders.content);
  tell([...diagnostics, ...found.diagnostics]);
  if (site === null || found.files.length === 0) {
    process.exitCode = 1;
    return;
  }
  const { documents, originals, given } = await sortSources(found.files, site);
  tell(given.diagnostics);
  const reader = createReader({ ...site, privacy: 'off' }, false);
  const adopter = {
    content: folders.content,
    reader,
    catalogue,
    now: new Date().toISOString(),
  };
  for (const file of files) {
    const path = pathBelow(folders, file);
    const document = documents.find((each) => each.file.path === path);
    if (document === undefined || !isTaken(path)) {
      tell([error({ says: 'adopt-unread', file })]);
      continue;
    }
    const refusal = refuse(document, documents, originals);
    if (refusal !== null) {
      tell([refusal]);
      continue;
    }
    try {
      const adopted = await adoptFile(document, given.fields.get(path), adopter);
      tell(adopted.diagnostics);
      if (adopted.text === null) process.exitCode = 1;
      else console.log(makeVisible(catalogue.report.adopted(path, adopted.text)));
    } catch (problem) {
      const fault = systemFault(problem, { is: 'write', path });
      if (fault === null) throw problem;
      tell([fault]);
    }
  }
}

/** A path as the content folder has it. */
function pathBelow({ content }: Folders, file: string): string {
  return relative(content, resolve(file)).split(sep).join('/').normalize('NFC');
}

/** Markdown is what texts are taken over into. */
function isTaken(path: string): boolean {
  return !/\.(?:md|markdown)$/i.test(path);
}

/** What speaks against taking a file over: another form of it is the text, or a document has it as an attachment. */
function refuse(
  { file }: DocumentFile,
  documents: readonly DocumentFile[],
  originals: ReadonlyMap<string, string>,
): Diagnostic | null {
  const { path } = file;
  const place = { place: { file: path } };
  const text = originals.get(path);
  // What was taken over before may be taken over again
  if (text !== undefined && !/\.(?:md|markdown)$/i.test(text))
    return error({ says: 'adopt-other-form', text }, place);
  const naming = documents.find(({ file: other }) => other.path !== text && names(other, path));
  if (naming === undefined) return null;
  return error({ says: 'adopt-attached', document: naming.file.path }, place);
}

/** Whether a text names a file, as a link or in words: it then goes with that. */
function names({ path, absolute }: SourceFile, named: string): boolean {
  if (path === named || !/\.(?:md|markdown|txt|text)$/i.test(path)) return false;
  const { text } = decodeFile(path, readFileSync(absolute));
  const name = named.slice(named.lastIndexOf('/') + 1);
  return text !== null && (text.includes(name) || text.includes(encodeURI(name)));
}
