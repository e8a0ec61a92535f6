import { hash } from 'node:crypto';
import { addressesName } from '#archive/addresses.ts';
import { lookAtOutputs } from '#changes/changed-outputs.ts';
import { ingredientsKey, lastReport } from '#changes/last-build.ts';
import type { Message } from '#diagnostics/catalogue.ts';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { ownFault } from '#diagnostics/own-faults.ts';
import { systemFault } from '#diagnostics/system-faults.ts';
import type { OutputPath } from '#emitters/emitter.ts';
import { builtInTemplates, checkFolders, type Folders } from '#output/folders.ts';
import { lockOutput } from '#output/output-lock.ts';
import type { Overrides } from '#site/load.ts';
import type { Site } from '#site/site.ts';
import { type Discovery, discover } from '#source/discover.ts';
import { leadsToNamed } from '#source/named-files.ts';
import type { Cache } from '#store/cache.ts';
import { DamagedPack } from '#store/packs.ts';
import { type BuildReport, failedBuild } from '#store/report.ts';
import { fewItems, startThreads } from '#workers/threads.ts';
import type { OnProgress } from '#workers/worker-pool.ts';

import { openSite } from './configuration.ts';
import type { Held } from './preview-state.ts';
import { type RecordedFile, readRecord } from './recorded-files.ts';
import type { Stopwatch } from './stopwatch.ts';
import { loadTheme, type Theme } from './theme.ts';
import { workerSetup } from './worker-setup.ts';

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
  /** Whether it is done even where nothing has changed, if it leaves what the page of a save is made of. */
  preparesPages?: boolean;
  /** What watch mode keeps at hand from one build to the next. */
  held?: Held;
  onProgress: OnProgress;
  stopwatch: Stopwatch;
  /** Threads that work side by side. */
  jobs: number;
  /** Whether it may build in a folder with files that no build has written. */
  adopts?: boolean;
  /** How many seconds a build waits for another one of the same output folder; a minute if not said. */
  patience?: number;
  /** Is told when it has to wait. */
  onWait?: (message: Message) => void;
}>;

/** Seconds: longer than a build of 20,000 documents takes. */
const usualPatience = 60;

/** What a build is made of, before anything of it is read. */
export type Ingredients = Readonly<{
  options: BuildOptions;
  site: Site;
  theme: Theme;
  found: Discovery;
  /** Problems of the configuration and the folders. */
  problems: readonly Diagnostic[];
  /** The addresses that must not vanish, as written. */
  addresses: RecordedFile;
  /** Tells these ingredients apart from any others, but for the time. */
  key: string;
  /** The outputs that do not stand as the last build left them. */
  changedOutputs: Promise<ReadonlySet<OutputPath>>;
}>;

/**
 * Builds a site: what `content/` holds is read, ordered, rendered and published, from left to
 * right, once. What the cache knows is not read again, and what has not changed is not made again;
 * the result is that of a build without a cache.
 */
export async function build(options: BuildOptions, cache: Cache): Promise<BuildReport> {
  const began = performance.now();
  const elapsed = () => Math.round(performance.now() - began);
  try {
    return await buildWhole(options, cache, elapsed);
  } catch (problem) {
    const fault = systemFault(problem, { is: 'build', output: options.folders.output });
    const told = fault ?? ownFault(problem, { is: 'building' });
    return failedBuild([told], elapsed());
  }
}

async function buildWhole(
  options: BuildOptions,
  cache: Cache,
  elapsed: () => number,
): Promise<BuildReport> {
  const { folders, stopwatch } = options;
  const { config } = folders;
  const { site, diagnostics } = openSite(config, options.configNamed, options.overrides);
  const problems = [...diagnostics, ...checkFolders(folders, options.adopts ?? false)];
  if (site === null || hasErrors(problems)) return failedBuild(problems, elapsed());
  const look = lookAtOutputs(folders.output, cache.state.outputs, options.jobs);
  const found = discover(folders.content, leadsToNamed(site.publish));
  // Without a folder that cannot be listed its documents would seem to be gone
  if (found.isPartial) return failedBuild(found.diagnostics, elapsed());
  stopwatch.lap('discover', found.files.length);
  const theme = loadTheme([folders.templates, builtInTemplates, options.browserAssets]);
  const addresses = readRecord(folders, addressesName);
  const key = ingredientsKey(options, site, theme, found) + hash('sha1', addresses.text, 'base64');

  const last = await lastReport(cache, folders.output, key, site.now, look.changedOutputs);
  stopwatch.lap('compare with the last build', cache.state.outputs.size);
  const prepares = options.preparesPages === true && options.held?.preview == null;
  if (last !== null && options.recordsAddresses !== true && !prepares) {
    return { ...last, ms: elapsed() };
  }
  const { patience = usualPatience, onWait = () => {} } = options;
  let isValid = look.isValid();
  const lock = await lockOutput(folders.output, patience, (message) => {
    isValid = false;
    onWait(message);
  });
  if ('problem' in lock) return failedBuild([lock.problem], elapsed());
  try {
    const known = cache.state.outputs;
    const { changedOutputs } = isValid ? look : lookAtOutputs(folders.output, known, options.jobs);
    const ingredients = {
      options,
      site,
      theme,
      found,
      problems: [...problems, ...theme.diagnostics],
      addresses,
      key,
      changedOutputs,
    };
    const report = await buildAnew(ingredients, cache);
    return { ...report, ms: elapsed() };
  } finally {
    lock.release();
  }
}

async function buildAnew(ingredients: Ingredients, cache: Cache): Promise<Omit<BuildReport, 'ms'>> {
  const { found, options } = ingredients;
  // They load the program while this one does
  const isMuch = found.files.length - cache.state.files.size >= fewItems;
  const threads = isMuch ? startThreads(workerSetup(ingredients, cache), options.jobs - 1) : [];
  // Loaded where there is something to do: reading and rendering are most of the program
  const { runPipeline } = await import('./pipeline.ts');
  options.stopwatch.lap('load the program', 0);
  const report = await runPipeline(ingredients, cache, threads).catch((problem: unknown) => {
    if (!(problem instanceof DamagedPack)) throw problem;
    cache.clear();
    if (options.held !== undefined) options.held.preview = null;
    return runPipeline(ingredients, cache);
  });
  cache.commit();
  options.stopwatch.lap('keep the cache', report.unchanged + report.written);
  return report;
}
