import { relative, resolve, sep } from 'node:path';
import { type Diagnostic, error, hasErrors } from '#diagnostics/diagnostic.ts';
import { systemFault } from '#diagnostics/system-faults.ts';
import { makeVisible } from '#diagnostics/visible.ts';
import { type Folders, resolveFolders } from '#output/folders.ts';
import { adoptFile } from '#pipeline/adopt.ts';
import { openSite } from '#pipeline/configuration.ts';
import { discover } from '#source/discover.ts';
import { readGivenFields } from '#source/given-fields.ts';
import { namedBy } from '#source/named-files.ts';
import { sortFiles } from '#source/roles.ts';
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
  const { publish, lists } = site;
  const { documents, originals } = sortFiles(found.files, namedBy(publish), lists);
  const paths = documents.map(({ file }) => file.path);
  const given = await readGivenFields(found.files, paths, originals, lists);
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
