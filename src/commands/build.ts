import { Command, Option } from 'commander';
import { programKey } from '#changes/program.ts';
import { type Diagnostic, error, hasErrors } from '#diagnostics/diagnostic.ts';
import { makeVisible } from '#diagnostics/visible.ts';
import { prepareBrowserAssets } from '#pipeline/browser-assets.ts';
import { build } from '#pipeline/build.ts';
import { startStopwatch } from '#pipeline/stopwatch.ts';
import { openCache } from '#store/cache.ts';
import { type BuildReport, failedBuild } from '#store/report.ts';
import { checkConfinement, isConfined, runConfined } from './confine.ts';
import { chooseCatalogue } from './language.ts';
import {
  type CommandOptions,
  cacheFolder,
  jobsOf,
  sharedOptions,
  toBuildOptions,
} from './options.ts';
import { formatProfile, recordProfile } from './profile.ts';
import { openProgress } from './progress.ts';
import { formatAsides, formatProblem, formatSkipped, formatSummary, toJson } from './report.ts';

const recordAddresses = new Option(
  '--record-addresses',
  'add the addresses of all documents to addresses.txt, which no later build may lose',
).conflicts('drafts');

const confined = new Option(
  '--confined',
  'build in a process that may reach nothing but the site and the program, in one thread unless --jobs says more',
);

/** `guidang build` */
export function buildCommand(): Command {
  const command = new Command('build').description('read the content folder and write the site');
  for (const option of sharedOptions) command.addOption(option);
  command.addOption(recordAddresses).addOption(confined);
  return command.action(async (options: CommandOptions) => {
    if (options.confined === true && !isConfined()) return buildConfined(options);
    const { onProgress, clear } = openProgress(
      !options.json && process.stderr.isTTY === true,
      chooseCatalogue(options),
    );
    const browserAssets = await prepareBrowserAssets();
    const shared = toBuildOptions(options);
    const cache = openCache(cacheFolder(options, shared.folders), programKey(), false);
    const stopwatch = startStopwatch();
    const endRecording = typeof options.profile === 'string' ? await recordProfile() : null;
    const own = { browserAssets, keepsLast: false, onProgress, stopwatch };
    const recordsAddresses = options.recordAddresses === true;
    const report = await build({ ...shared, ...own, recordsAddresses }, cache);
    cache.close();
    clear();
    tell(report, options);
    if (endRecording !== null) await endRecording(String(options.profile));
    if (options.profile) console.error(formatProfile(stopwatch.laps(), report));
    process.exitCode = hasErrors(report.problems) ? 1 : 0;
  });
}

/** Hands the command line over to a process behind a wall. */
async function buildConfined(options: CommandOptions): Promise<void> {
  const { folders } = toBuildOptions(options);
  const cache = cacheFolder(options, folders);
  const recordsAddresses = options.recordAddresses === true;
  const confinement = { folders, cache, recordsAddresses, jobs: jobsOf(options) };
  const problems = [...checkConfinement(confinement), ...checkProfile(options)];
  if (problems.length > 0) {
    tell(failedBuild(problems, 0), options);
    process.exitCode = 1;
    return;
  }
  // Made here, for the bundler is native code, which a confined process may not load
  await prepareBrowserAssets();
  process.exitCode = await runConfined(confinement);
}

/** A recording asks for the inspector, by which a process can do anything. */
function checkProfile({ profile }: CommandOptions): Diagnostic[] {
  if (typeof profile !== 'string') return [];
  return [error({ says: 'confined/profile' })];
}

/** Problems go to standard error, what was done to standard output. */
export function tell(report: BuildReport, options: CommandOptions): void {
  const catalogue = chooseCatalogue(options);
  if (options.json === true) {
    console.log(toJson(report, catalogue));
    return;
  }
  for (const problem of report.problems) console.error(formatProblem(problem, catalogue));
  if (options.quiet === true) return;
  if (options.verbose === true) {
    for (const { file, encoding } of report.encodings)
      console.log(makeVisible(catalogue.report.read(file, encoding)));
    for (const path of report.changed) console.log(makeVisible(catalogue.report.wrote(path)));
    for (const line of formatAsides(report, catalogue)) console.log(line);
  }
  for (const line of formatSkipped(report, options.verbose === true, catalogue)) console.log(line);
  console.log(formatSummary(report, catalogue));
}
