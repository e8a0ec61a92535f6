import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { CopiedFile } from '#archive/archive.ts';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import type { Folders } from '#output/folders.ts';
import { manifestName } from '#output/manifest.ts';
import { outputStat } from '#output/output-stat.ts';
import type { TemplateSources } from '#render/template-source.ts';
import type { Site } from '#site/site.ts';
import type { Discovery } from '#source/discover.ts';
import type { Cache } from '#store/cache.ts';
import type { BuildReport } from '#store/report.ts';

/** The look of a site. */
type Look = Readonly<{
  templates: TemplateSources;
  assets: readonly CopiedFile[];
  diagnostics: readonly Diagnostic[];
}>;

/** Of all that a build is made of, before anything of it is read; but for the time. */
export function ingredientsKey(
  { folders, drafts }: Readonly<{ folders: Folders; drafts: boolean }>,
  { zone, now: _, ...site }: Site,
  theme: Look,
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
 * @param findingChanged the outputs that do not stand as it left them
 */
export async function lastReport(
  { state }: Cache,
  output: string,
  key: string,
  now: string,
  findingChanged: Promise<ReadonlySet<string>>,
): Promise<BuildReport | null> {
  const { last } = state;
  if (last === null || last.key !== key) return null;
  if (now < last.from || (last.until !== null && now >= last.until)) return null;
  const changedOutputs = await findingChanged;
  const manifest = outputStat(join(output, manifestName));
  if (changedOutputs.size > 0 || manifest === '' || manifest !== last.manifest) return null;
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
