import { readFileSync, statSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import type { Catalogue } from '#diagnostics/catalogue.ts';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { makeVisible } from '#diagnostics/visible.ts';
import { openSite } from '#pipeline/configuration.ts';

import { createMarkdown } from '#render/markdown.ts';
import { parseSource, type SourceBytes } from '#source/parse.ts';
import type { Reader, Understander } from '#source/reader.ts';
import { explainDocument } from '#source/reading.ts';
import { sidecarNames } from '#source/roles.ts';
import { toExplanation } from './explanation.ts';
import { formatExplanation } from './explanation-text.ts';
import { chooseCatalogue } from './language.ts';
import { formatOverruling } from './overruling-text.ts';
import { formatProblem } from './report.ts';

export type ExplainOptions = { json?: boolean; config?: string; lang?: string };

/** Tells what is understood of files, one by one. */
export async function explainFiles(
  files: readonly string[],
  options: ExplainOptions,
): Promise<void> {
  const { json = false, config = defaultConfig } = options;
  const catalogue = chooseCatalogue(options);
  const reader = openReader(config, catalogue);
  if (reader === null) return;
  for (const file of files) await explain(file, reader, json, catalogue);
}

type Explainer = Understander & Pick<Reader, 'markdown'>;

const defaultConfig = 'site.config.yaml';

/** What is understood depends on the configuration's zone and switches, and on nothing else. */
function openReader(config: string, catalogue: Catalogue): Explainer | null {
  const { site, diagnostics } = openSite(config, config !== defaultConfig, {});
  for (const problem of diagnostics) console.error(formatProblem(problem, catalogue));
  if (site === null) {
    process.exitCode = 1;
    return null;
  }
  const { zone, understand: switches } = site;
  // What is understood of the text is told as it stands there
  const privacy = site.privacy === 'redact' ? 'warn' : site.privacy;
  return { markdown: createMarkdown(), zone, switches, privacy, locale: site.locale };
}

async function explain(
  file: string,
  reader: Explainer,
  json: boolean,
  catalogue: Catalogue,
): Promise<void> {
  const read = readFiles(file, catalogue);
  if (read === null) return;
  const source = { file: pathInArchive(file), ...read };
  const explained = explainDocument(await parseSource(source, reader.markdown), reader);
  if (hasErrors(explained.diagnostics)) process.exitCode = 1;
  const explanation = toExplanation(file, explained, catalogue);
  if (json) return console.log(JSON.stringify(explanation));
  const words = formatExplanation(explanation) + formatOverruling(explanation, catalogue);
  console.log(makeVisible(words));
}

/** Where an archive holds a file: its path below `content`, or below the current folder. */
function pathInArchive(file: string): string {
  const parts = relative('', file).split(sep);
  if (parts[0] === '..') return basename(file);
  return parts.slice(parts.indexOf('content') + 1).join('/');
}

/** The file and the `.yaml` beside it. What cannot be read is told, and the rest goes on. */
function readFiles(file: string, { report }: Catalogue): Omit<SourceBytes, 'file'> | null {
  try {
    const bytes = readFileSync(file);
    const isFile = (name: string) => statSync(name, { throwIfNoEntry: false })?.isFile() === true;
    const beside = sidecarNames(file).find(isFile);
    const sidecar =
      beside === undefined ? null : { file: basename(beside), bytes: readFileSync(beside) };
    return { bytes, sidecar };
  } catch (problem) {
    if (!(problem instanceof Error) || !('syscall' in problem)) throw problem;
    console.error(makeVisible(report.unread(file, problem.message)));
    process.exitCode = 1;
    return null;
  }
}
