import { readFileSync } from 'node:fs';
import { type Archive, collect } from '#archive/archive.ts';
import { type Diagnostic, error, hasErrors } from '#diagnostics/diagnostic.ts';
import { emitters } from '#emitters/index.ts';
import { type LoadedSite, loadSite, type Overrides } from '#site/load.ts';
import { discover } from '#source/discover.ts';
import { builtInTemplates, checkFolders, type Folders } from './folders.ts';
import { sweepHeap } from './heap.ts';
import { plan } from './plan.ts';
import { produceAll } from './produce.ts';
import { type Memory, type OnProgress, readFiles } from './read.ts';
import { type BuildReport, failedBuild } from './report.ts';
import { select } from './select.ts';
import { loadTheme } from './theme.ts';

export type BuildOptions = Readonly<{
  folders: Folders;
  overrides: Overrides;
  /** Whether drafts, later and expired documents are published too. */
  drafts: boolean;
  /** Whether the configuration was named and so must be there. */
  configNamed: boolean;
  onProgress: OnProgress;
}>;

/** From so many on it pays to give back the memory of reading before pages are made. */
const manyDocuments = 2000;

/**
 * Builds a site: what `content/` holds is read, ordered, rendered and published, from left to
 * right, once. With the memory of earlier builds unchanged files are not read again.
 */
export function build(options: BuildOptions, memory: Memory | null = null): BuildReport {
  const began = performance.now();
  const elapsed = () => Math.round(performance.now() - began);
  const { folders, onProgress } = options;

  const { site, diagnostics: siteProblems } = openSite(options);
  const problems = [...siteProblems, ...checkFolders(folders)];
  if (site === null || hasErrors(problems)) return failedBuild(problems, elapsed());

  const found = discover(folders.content);
  if (hasErrors(found.diagnostics)) return failedBuild(found.diagnostics, elapsed());
  const { readings, ...read } = readFiles(found.files, site, memory, onProgress);
  const encodings = readings.map(({ file, encoding }) => ({ file, encoding }));
  const selection = select(readings, read.files, { now: site.now, drafts: options.drafts });
  // From here on each body is only kept until its page is written
  readings.length = 0;

  const theme = loadTheme([folders.templates, builtInTemplates]);
  const archive: Archive = collect(
    { ...selection, files: read.files, assets: theme.assets },
    site.popular.count,
  );

  // Compared once, they are of no more use
  selection.fingerprints.clear();
  if (archive.documents.length > manyDocuments) sweepHeap();

  const planned = plan(emitters, archive, site);
  const published = produceAll(
    planned.outputs,
    theme,
    selection.bodies,
    folders.output,
    onProgress,
  );

  return {
    documents: archive.documents.length,
    pages: planned.outputs.filter(({ path }) => path.endsWith('.html')).length,
    written: published.written.length,
    unchanged: published.unchanged,
    removed: published.removed,
    skipped: [...found.skipped, ...read.skipped, ...selection.skipped],
    problems: [
      ...problems,
      ...found.diagnostics,
      ...read.diagnostics,
      ...selection.diagnostics,
      ...planned.diagnostics,
      ...published.diagnostics,
    ],
    encodings,
    changed: published.written,
    ms: elapsed(),
  };
}

function openSite({ folders, overrides, configNamed }: BuildOptions): LoadedSite {
  const { config } = folders;
  let text = '';
  try {
    text = readFileSync(config, 'utf8');
  } catch (problem) {
    if (configNamed) {
      const reason = problem instanceof Error ? problem.message : String(problem);
      const diagnostics: Diagnostic[] = [
        error('config-missing', `the configuration cannot be read: ${reason}`),
      ];
      return { site: null, diagnostics };
    }
  }
  return loadSite(text, config, overrides, Date.now());
}
