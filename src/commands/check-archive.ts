import { relative } from 'node:path';
import { programKey } from '#changes/program.ts';
import { check, type Finding, tellProblems } from '#check/check.ts';
import { examine } from '#check/examine.ts';
import type { Catalogue } from '#diagnostics/catalogue.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { systemFault } from '#diagnostics/system-faults.ts';
import { readArchive } from '#pipeline/read-archive.ts';
import { startStopwatch } from '#pipeline/stopwatch.ts';
import { openCache } from '#store/cache.ts';
import { DamagedPack } from '#store/packs.ts';
import { formatFindings, toJson } from './check-report.ts';
import { chooseCatalogue } from './language.ts';
import { type CommandOptions, cacheFolder, toBuildOptions } from './options.ts';
import { openProgress } from './progress.ts';
import { formatProblem } from './report.ts';
import { toSarif } from './sarif.ts';

export type CheckOptions = CommandOptions & { sarif?: boolean };

/** Reads the archive, and tells what should be looked at; an exit code of 1 where there are errors. */
export async function checkArchive(options: CheckOptions): Promise<void> {
  const catalogue = chooseCatalogue(options);
  const isForPeople = options.json !== true && options.sarif !== true;
  const { onProgress, clear } = openProgress(
    isForPeople && process.stderr.isTTY === true,
    catalogue,
  );
  const own = toBuildOptions(options);
  const cache = openCache(cacheFolder(options, own.folders), programKey(), false);
  const readAndCheck = async () => {
    const read = await readArchive({ ...own, onProgress, stopwatch: startStopwatch() }, cache);
    return read.site === null ? read : { ...read, findings: check(examine(read), read.site.check) };
  };
  const checked = await readAndCheck()
    .catch((problem: unknown) => {
      if (!(problem instanceof DamagedPack)) throw problem;
      cache.clear();
      return readAndCheck();
    })
    .catch(toDiagnostics);
  cache.close();
  clear();
  if (checked.site === null && isForPeople) {
    for (const problem of checked.diagnostics) console.error(formatProblem(problem, catalogue));
    process.exitCode = 1;
    return;
  }
  // Scripts are told on standard output whatever has happened
  const findings = checked.site === null ? tellProblems(checked.diagnostics) : checked.findings;
  const content = relative(process.cwd(), own.folders.content);
  tell(findings, options, content, catalogue);
  process.exitCode = findings.some(isError) ? 1 : 0;
}

/** A refusal of the system, as the archive that could not be read. */
function toDiagnostics(
  problem: unknown,
): Readonly<{ site: null; diagnostics: readonly Diagnostic[] }> {
  const fault = systemFault(problem, { is: 'check' });
  if (fault === null) throw problem;
  return { site: null, diagnostics: [fault] };
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/** Findings are what was asked for, so they go to standard output. */
function tell(
  findings: readonly Finding[],
  options: CheckOptions,
  content: string,
  catalogue: Catalogue,
): void {
  if (options.json === true) console.log(toJson(findings, catalogue));
  else if (options.sarif === true) console.log(toSarif(findings, content, catalogue));
  else if (findings.length > 0) console.log(formatFindings(findings, catalogue));
}
