import { hash } from 'node:crypto';
import {
  type CountedName,
  type Proposal,
  proposeBodies,
  proposePeople,
} from '#archive/same-names.ts';
import { programKey } from '#changes/program.ts';
import { error, hasErrors } from '#diagnostics/diagnostic.ts';
import { makeVisible } from '#diagnostics/visible.ts';
import type { Summary } from '#document/document.ts';
import { readArchive } from '#pipeline/read-archive.ts';
import { startStopwatch } from '#pipeline/stopwatch.ts';
import { agreeNames } from '#source/agree-names.ts';
import { isAuthority } from '#source/authority.ts';
import { discover } from '#source/discover.ts';
import { openCache } from '#store/cache.ts';
import { chooseCatalogue } from './language.ts';
import { type CommandOptions, cacheFolder, toBuildOptions } from './options.ts';
import { openProgress } from './progress.ts';
import { formatProblem } from './report.ts';

export type NamesOptions = CommandOptions & { agree?: string };

/** Proposes which names of an archive are one; writes those that were agreed. */
export async function tellNames(options: NamesOptions): Promise<void> {
  const catalogue = chooseCatalogue(options);
  const { report } = catalogue;
  const own = toBuildOptions(options);
  const isForPeople = options.json !== true;
  const { onProgress, clear } = openProgress(
    isForPeople && process.stderr.isTTY === true,
    catalogue,
  );
  const cache = openCache(cacheFolder(options, own.folders), programKey(), false);
  const read = await readArchive({ ...own, onProgress, stopwatch: startStopwatch() }, cache);
  cache.close();
  clear();
  if (read.site === null) {
    for (const problem of read.diagnostics) console.error(formatProblem(problem, catalogue));
    process.exitCode = hasErrors(read.diagnostics) ? 1 : 0;
    return;
  }
  const preferred = new Set(read.authority.preferred.values());
  const proposals = proposalsFor(read.selection.documents, preferred);
  if (options.agree === undefined) {
    if (!isForPeople) console.log(JSON.stringify(proposals));
    else if (proposals.length === 0) console.log(report.noProposals);
    else for (const each of proposals) console.log(line(each));
    return;
  }
  const agreed = chooseProposals(options.agree, proposals);
  if (agreed === null) return fail({ says: 'names-keys' });
  const known = discover(own.folders.content)
    .files.map(({ path }) => path)
    .filter(isAuthority);
  const names = agreed.map(({ preferred, other }) => {
    return { preferred: preferred.name, other: other.name };
  });
  const file = agreeNames(own.folders.content, known, names);
  if (file === null) return fail({ says: 'authority-head' });
  for (const each of agreed) console.log(line(each));
  console.log(makeVisible(report.agreed(agreed.length, file)));

  function fail(message: Parameters<typeof error>[0]): void {
    console.error(formatProblem(error(message), catalogue));
    process.exitCode = 1;
  }

  function line(proposal: Proposal): string {
    const { preferred: name, other, why } = proposal;
    const told = report.proposal(name.name, other.name, other.documents, why);
    return makeVisible(`${keyOf(proposal)}  ${told}`);
  }
}

function proposalsFor(documents: readonly Summary[], preferred: ReadonlySet<string>): Proposal[] {
  const count = (namesIn: (document: Summary) => readonly string[]): CountedName[] => {
    const counts = new Map<string, number>();
    for (const name of documents.flatMap(namesIn)) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].map(([name, number]) => {
      return { name, documents: number, isPreferred: preferred.has(name) };
    });
  };
  return [
    ...proposeBodies(count(({ organisations }) => organisations.map(({ name }) => name))),
    ...proposePeople(count(({ speaker }) => (speaker === null ? [] : [speaker.name]))),
  ];
}

const keyLength = 4;

/** A proposal is known by the same few characters as long as it is made, whatever others are agreed meanwhile. */
function keyOf({ preferred, other }: Proposal): string {
  return hash('sha1', `${preferred.name}\n${other.name}`).slice(0, keyLength);
}

/** Those of the keys that were written, such as 3fa2,91bc; null where a key is none of theirs. */
function chooseProposals(written: string, proposals: readonly Proposal[]): Proposal[] | null {
  if (/^(?:all|全部)$/i.test(written.trim())) return [...proposals];
  const keys = written.split(/[,，、\s]+/).filter((each) => each !== '');
  const chosen = keys.map((key) => proposals.filter((each) => keyOf(each) === key.toLowerCase()));
  const isKnown = keys.length > 0 && chosen.every((each) => each.length > 0);
  return isKnown ? [...new Set(chosen.flat())] : null;
}
