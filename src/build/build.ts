import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Diagnostic, error, hasErrors } from '#diagnostics/diagnostic.ts';
import { type LoadedSite, loadSite, type Overrides } from '#site/load.ts';
import type { Site } from '#site/site.ts';
import { type Discovery, discover } from '#source/discover.ts';
import { readAddressFile } from './address-file.ts';
import type { Cache } from './cache.ts';
import { builtInTemplates, checkFolders, type Folders } from './folders.ts';
import { ingredientsKey, lastReport } from './last-build.ts';
import { DamagedPack } from './packs.ts';
import type { OnProgress } from './read.ts';
import { type BuildReport, failedBuild } from './report.ts';
import type { Stopwatch } from './stopwatch.ts';
import { loadTheme, type Theme } from './theme.ts';

export type BuildOptions = Readonly<{
  folders: Folders;
  overrides: Overrides;
  /** Whether drafts, later and expired documents are published too. */
  drafts: boolean;
  /** Whether the configuration was named and so must be there. */
  configNamed: boolean;
  /** A folder with the scripts and the style sheet of pages, which the site's own assets replace. */
  browserAssets: string;
  /** Whether a file that cannot be understood any more stays published as it last was. */
  keepsLast: boolean;
  /** Whether the addresses of documents are added to the file of those that must not vanish. */
  recordsAddresses?: boolean;
  onProgress: OnProgress;
  stopwatch: Stopwatch;
  /** Threads that work side by side. */
  jobs: number;
}>;

/** What a build is made of, before anything of it is read. */
export type Ingredients = Readonly<{
  options: BuildOptions;
  site: Site;
  theme: Theme;
  found: Discovery;
  /** Problems of the configuration and the folders. */
  problems: readonly Diagnostic[];
  /** The addresses that must not vanish, as written. */
  addresses: string;
  /** Tells these ingredients apart from any others, but for the time. */
  key: string;
}>;

/**
 * Builds a site: what `content/` holds is read, ordered, rendered and published, from left to
 * right, once. What the cache knows is not read again, and what has not changed is not made again;
 * the result is that of a build without a cache.
 */
export async function build(options: BuildOptions, cache: Cache): Promise<BuildReport> {
  const began = performance.now();
  const elapsed = () => Math.round(performance.now() - began);
  const { folders, stopwatch } = options;
  const { site, diagnostics } = openSite(options);
  const problems = [...diagnostics, ...checkFolders(folders)];
  if (site === null || hasErrors(problems)) return failedBuild(problems, elapsed());
  const found = discover(folders.content);
  if (hasErrors(found.diagnostics)) return failedBuild(found.diagnostics, elapsed());
  stopwatch.lap('discover', found.files.length);
  const theme = loadTheme([folders.templates, builtInTemplates, options.browserAssets]);
  const addresses = readAddressFile(folders);
  const key = ingredientsKey(options, site, theme, found) + hash('sha1', addresses, 'base64');

  const last = lastReport(cache, folders.output, key, site.now);
  stopwatch.lap('compare with the last build', cache.state.outputs.size);
  if (last !== null && options.recordsAddresses !== true) return { ...last, ms: elapsed() };
  const ingredients = { options, site, theme, found, problems, addresses, key };
  // Loaded where there is something to do: reading and rendering are most of the program
  const { runPipeline } = await import('./pipeline.ts');
  stopwatch.lap('load the program', 0);
  const report = await runPipeline(ingredients, cache).catch((problem: unknown) => {
    if (!(problem instanceof DamagedPack)) throw problem;
    cache.clear();
    return runPipeline(ingredients, cache);
  });
  cache.commit();
  stopwatch.lap('keep the cache', report.unchanged + report.written);
  return { ...report, ms: elapsed() };
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
