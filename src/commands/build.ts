import { Command } from 'commander';
import { build } from '#build/build.ts';
import { collectGarbageEarly } from '#build/heap.ts';
import type { BuildReport } from '#build/report.ts';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { type CommandOptions, sharedOptions, toBuildOptions } from './options.ts';
import { openProgress } from './progress.ts';
import { formatProblem, formatSkipped, formatSummary, toJson } from './report.ts';

/** `guidang build` */
export function buildCommand(): Command {
  const command = new Command('build').description('read the content folder and write the site');
  for (const option of sharedOptions) command.addOption(option);
  return command.action((options: CommandOptions) => {
    collectGarbageEarly();
    const { onProgress, clear } = openProgress(!options.json && process.stderr.isTTY === true);
    const report = build({ ...toBuildOptions(options), onProgress });
    clear();
    tell(report, options);
    process.exitCode = hasErrors(report.problems) ? 1 : 0;
  });
}

/** Problems go to standard error, what was done to standard output. */
export function tell(report: BuildReport, options: CommandOptions): void {
  if (options.json === true) {
    console.log(toJson(report));
    return;
  }
  for (const problem of report.problems) console.error(formatProblem(problem));
  if (options.quiet === true) return;
  if (options.verbose === true) {
    for (const { file, encoding } of report.encodings) console.log(`read ${file}: ${encoding}`);
    for (const path of report.changed) console.log(`wrote ${path}`);
  }
  for (const line of formatSkipped(report, options.verbose === true)) console.log(line);
  console.log(formatSummary(report));
}
