import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputPath } from '#emitters/emitter.ts';
import { outputStat } from '#output/output-stat.ts';
import type { KnownOutput } from '#store/cache-state.ts';
import { startWorker } from '#workers/start-worker.ts';

/** Paths in the order in which they are looked at, each with the stat that it should have. */
export type Expected = Readonly<{
  output: string;
  paths: readonly string[];
  stats: readonly string[];
}>;

/** Looking at fewer files takes less time than starting a thread. */
const manyOutputs = 4000;

/** A look at the outputs of the last build. */
export type Look = Readonly<{
  /** Those that do not stand as it left them. */
  changedOutputs: Promise<ReadonlySet<OutputPath>>;
  /** Whether no other build has taken or left the output folder since the look began. */
  isValid: () => boolean;
}>;

/**
 * Looks which outputs stand as the last build left them. Of many a thread of its own looks at each,
 * while this one goes on.
 */
export function lookAtOutputs(
  output: string,
  known: ReadonlyMap<OutputPath, KnownOutput>,
  jobs: number,
): Look {
  // Builds leave their lock in the folder, and take it away
  const timeOf = () => statSync(output, { throwIfNoEntry: false })?.mtimeMs;
  const began = timeOf();
  const changedOutputs = findChanged(output, known, jobs);
  // Where the build ends before it asks, nobody needs to hear of a problem
  changedOutputs.catch(() => {});
  return { changedOutputs, isValid: () => timeOf() === began };
}

async function findChanged(
  output: string,
  known: ReadonlyMap<OutputPath, KnownOutput>,
  jobs: number,
): Promise<ReadonlySet<OutputPath>> {
  const paths = [...known.keys()];
  const stats = [...known.values()].map(({ stat }) => stat);
  const expected: Expected = { output, paths, stats };
  const isShared = jobs > 1 && paths.length >= manyOutputs;
  const places = isShared ? await compareElsewhere(expected) : compareStats(expected);
  return new Set(places.flatMap((place) => paths[place] ?? []));
}

/** Places of the files that have another stat than they should have. */
export function compareStats({ output, paths, stats }: Expected): number[] {
  const different: number[] = [];
  for (const [place, path] of paths.entries()) {
    const stat = outputStat(join(output, path));
    // One that could not be looked at is not known to stand, though it could not be then either
    if (stat === '' || stat !== stats[place]) different.push(place);
  }
  return different;
}

/** The same, by a thread of its own; where none can be had, or it ends too early, here. */
function compareElsewhere(expected: Expected): Promise<number[]> {
  const worker = startWorker(import.meta, 'changed-outputs-worker', expected);
  if (worker === null) return Promise.resolve(compareStats(expected));
  // Nobody waits for it where the build ends before
  worker.unref();
  return new Promise((resolve) => {
    let isAnswered = false;
    const answer = (look: () => number[]) => {
      if (isAnswered) return;
      isAnswered = true;
      resolve(look());
    };
    worker.on('message', (places: number[]) => answer(() => places));
    worker.on('error', () => answer(() => compareStats(expected)));
    worker.on('exit', () => answer(() => compareStats(expected)));
  });
}
