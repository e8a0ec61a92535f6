import { sep } from 'node:path';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { builtInTemplates } from '#output/folders.ts';
import { type BuildOptions, build } from '#pipeline/build.ts';
import { buildQuickly } from '#pipeline/quick-build.ts';
import type { Cache } from '#store/cache.ts';
import type { BuildReport } from '#store/report.ts';
import { collectGarbageEarly, openSweeper } from '#workers/heap.ts';
import { openPreview } from './server.ts';
import { runInTurn } from './turns.ts';
import { openWatcher } from './watcher.ts';

export type Watch = Readonly<{ url: string; close: () => Promise<void> }>;

/** What watch mode does with each build. `format` gives the errors as the page shall show them. */
export type OnBuild = Readonly<{
  report: (report: BuildReport) => void;
  format: (report: BuildReport) => string;
  /** What stands over the errors. */
  heading: string;
}>;

/** Changed outputs that pages are told one by one. */
const mostTold = 500;

/**
 * Builds, serves the result and builds again after each change. All builds of a run share one
 * cache, so that only changed files are read. Resolves when the first build is being served.
 */
export async function openWatch(
  options: BuildOptions,
  cache: Cache,
  port: number,
  { report, format, heading }: OnBuild,
): Promise<Watch> {
  const { folders, held = { preview: null } } = options;
  const session = Date.now();
  let version = 0;
  collectGarbageEarly(Number.POSITIVE_INFINITY);
  const sweep = openSweeper();
  const preview = await openPreview(folders.output, port);
  const tell = (changed: readonly string[], removed: number, problems: string) => {
    const previous = `${session} ${version}`;
    if (changed.length + removed > 0) version++;
    const told = removed === 0 && changed.length <= mostTold ? changed : null;
    preview.tell({ version: `${session} ${version}`, previous, changed: told, heading, problems });
  };
  let builds = 0;
  /** A first build that found nothing changed: the next one only puts at hand what a save needs. */
  let unchanged: BuildReport | null = null;
  const buildWhole = async () => {
    const built = await build({ ...options, held, preparesPages: builds > 0 }, cache);
    builds++;
    if (unchanged === null || isNews(built, unchanged)) report(built);
    const isReady = held.preview !== null || hasErrors(built.problems);
    unchanged = builds > 1 || isReady ? null : built;
    tell(built.changed, built.removed, format(built));
    sweep();
  };
  const buildPage = async (changed: ReadonlySet<string>): Promise<boolean> => {
    const [file = ''] = changed;
    if (changed.size !== 1 || !file.startsWith(folders.content + sep)) return false;
    const path = file
      .slice(folders.content.length + 1)
      .split(sep)
      .join('/')
      .normalize('NFC');
    const written = await buildQuickly(path, folders.content, cache, held);
    if (written !== null) tell(written, 0, '');
    return written !== null;
  };
  const first = Promise.withResolvers<void>();
  const { request, settled } = runInTurn(async (changed) => {
    if (await buildPage(changed)) return 'whole build follows';
    await buildWhole();
    first.resolve();
    // Where nothing has changed since the last process, nothing is at hand for the first save
    return unchanged === null ? 'done' : 'whole build follows';
  });
  // Watching begins before the first build: what changes during it is built again
  const paths = [folders.content, folders.templates, folders.config, builtInTemplates];
  const watcher = await openWatcher(paths, [folders.output, cache.folder], request);
  request(new Set());
  await Promise.race([first.promise, settled()]);
  return {
    url: preview.url,
    async close() {
      await watcher.close();
      await preview.close();
      await settled();
      cache.close();
    },
  };
}

/** Whether a build has changed anything, or has other problems than the one before. */
function isNews({ changed, removed, problems }: BuildReport, before: BuildReport): boolean {
  if (changed.length + removed > 0) return true;
  return JSON.stringify(problems) !== JSON.stringify(before.problems);
}
