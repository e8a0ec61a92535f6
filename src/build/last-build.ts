import { hash } from 'node:crypto';
import { join } from 'node:path';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import type { Site } from '#site/site.ts';
import type { Discovery } from '#source/discover.ts';
import type { Cache } from './cache.ts';
import type { Folders } from './folders.ts';
import { manifestName } from './manifest.ts';
import { outputStat } from './output-stat.ts';
import type { BuildReport } from './report.ts';
import type { Theme } from './theme.ts';

/** Of all that a build is made of, before anything of it is read; but for the time. */
export function ingredientsKey(
  { folders, drafts }: Readonly<{ folders: Folders; drafts: boolean }>,
  { zone, now: _, ...site }: Site,
  theme: Theme,
  { files, skipped, diagnostics }: Discovery,
): string {
  const sources = files.map(({ path, stat }) => `${path}\0${stat}`);
  const parts = [
    folders,
    drafts,
    { ...site, zone: zone.name },
    [...theme.templates],
    theme.assets,
    theme.diagnostics,
    sources,
    skipped,
    diagnostics,
  ];
  return hash('sha1', JSON.stringify(parts), 'base64');
}

/**
 * The report of the last build, if a build would do nothing now: nothing that it was made of has
 * changed, no time has come at which a document appears or expires, and every file is as it left it.
 *
 * @param findingDisturbed the outputs that do not stand as it left them
 */
export async function lastReport(
  { state }: Cache,
  output: string,
  key: string,
  now: string,
  findingDisturbed: Promise<ReadonlySet<string>>,
): Promise<BuildReport | null> {
  const { last } = state;
  if (last === null || last.key !== key) return null;
  if (now < last.from || (last.until !== null && now >= last.until)) return null;
  const disturbed = await findingDisturbed;
  const manifest = outputStat(join(output, manifestName));
  if (disturbed.size > 0 || manifest === '' || manifest !== last.manifest) return null;
  const { size } = state.outputs;
  return { ...last.report, written: 0, removed: 0, unchanged: size, changed: [] };
}

/** Lets the next build do nothing if nothing changes. One with errors is always done again. */
export function rememberBuild(
  { state }: Cache,
  output: string,
  report: BuildReport,
  times: Readonly<{ key: string; from: string; until: string | null }>,
): void {
  const manifest = outputStat(join(output, manifestName));
  state.last = hasErrors(report.problems) ? null : { ...times, manifest, report };
}
