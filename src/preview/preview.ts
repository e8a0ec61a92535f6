import { type BuildOptions, build } from '#build/build.ts';
import { builtInTemplates } from '#build/folders.ts';
import type { Memory } from '#build/read.ts';
import type { BuildReport } from '#build/report.ts';
import { openPreview } from './server.ts';
import { openWatcher } from './watcher.ts';

export type Watch = Readonly<{ url: string; close: () => Promise<void> }>;

/** What watch mode does with each build. `format` gives the errors as the page shall show them. */
export type OnBuild = Readonly<{
  report: (report: BuildReport) => void;
  format: (report: BuildReport) => string;
}>;

/**
 * Builds, serves the result and builds again after each change. All builds of a run share one
 * memory, so that only changed files are read. Resolves when the first build is being served.
 */
export async function openWatch(
  options: BuildOptions,
  port: number,
  { report, format }: OnBuild,
): Promise<Watch> {
  const { folders } = options;
  const memory: Memory = new Map();
  const session = Date.now();
  let version = 0;
  const preview = await openPreview(folders.output, port);
  const rebuild = () => {
    const built = build(options, memory);
    if (built.written > 0 || built.removed > 0) version++;
    report(built);
    preview.tell({ version: `${session} ${version}`, problems: format(built) });
  };
  // Watching begins before the first build: what changes during it is built again
  const paths = [folders.content, folders.templates, folders.config, builtInTemplates];
  const watcher = await openWatcher(paths, folders.output, rebuild);
  rebuild();
  return {
    url: preview.url,
    async close() {
      await watcher.close();
      await preview.close();
    },
  };
}
