import { hash } from 'node:crypto';
import { type Fingerprints, type Identity, openFingerprints } from '#changes/fingerprints.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { OutputPath } from '#emitters/emitter.ts';
import { fixityName, formatFixity, listDigests } from '#output/fixity.ts';
import { tellForeign } from '#output/foreign-files.ts';
import { beginPublication, openWriter } from '#output/publish.ts';
import type { TemplateSources } from '#render/template-source.ts';
import type { Cache } from '#store/cache.ts';
import type { KnownOutput } from '#store/cache-state.ts';
import type { Stored, StoredParts } from '#store/stored-parts.ts';
import { diagnose, type Produced, type ProduceJob } from '#workers/produce.ts';
import { type Faults, noteFault, tellFaults } from './faults.ts';
import type { Planned } from './plan.ts';
import { isShard } from './produce-shards.ts';
import type { Stopwatch } from './stopwatch.ts';

export type Published = {
  written: string[];
  unchanged: number;
  removed: number;
  diagnostics: Diagnostic[];
};

/** Outputs that are to be made: each is compared and described when it is asked for. */
export type DifferingJobs = Readonly<{
  pages: Iterable<ProduceJob>;
  shards: Iterable<ProduceJob>;
  /** There are not more pages than this. */
  most: number;
}>;

/** What became of them, in their order. */
export type ProducedOutputs = Readonly<{
  pages: readonly Produced[];
  shards: readonly Produced[];
}>;

/** Makes a number of outputs, here or elsewhere. */
export type ProduceAll = (jobs: DifferingJobs) => Promise<ProducedOutputs>;

/**
 * Produces what differs from the last build, and publishes it. An output that a fault keeps from
 * being made stays as the last build left it.
 *
 * @param adopts whether files that no build has written may be replaced
 * @param findingChanged the outputs that do not stand as the last build left them
 */
export async function publishOutputs(
  outputs: readonly Planned[],
  templates: TemplateSources,
  stored: ReadonlyMap<string, StoredParts>,
  cache: Cache,
  output: string,
  adopts: boolean,
  findingChanged: Promise<ReadonlySet<OutputPath>>,
  produceAll: ProduceAll,
  stopwatch: Stopwatch,
): Promise<Published> {
  const writer = openWriter(output, 'main');
  const paths = new Set([...outputs.map(({ path }) => path), fixityName]);
  const publication = beginPublication(output, paths, writer, adopts);
  for (const path of publication.foreign) paths.delete(path);
  const check = (id: string) => checkOf(stored.get(id));
  const fingerprints = cache.isUsedAgain
    ? openFingerprints(templates, check, identify(stored, cache.state.readingKey))
    : noFingerprints;
  const changedOutputs = await findingChanged;
  const unchanged = new Map<OutputPath, KnownOutput>();
  const faults: Faults = new Map();
  const inputOf = (planned: Planned) => {
    try {
      return { of: planned.input() };
    } catch (problem) {
      noteFault(faults, diagnose(problem, planned.path), planned.path);
      return null;
    }
  };
  const compare = (planned: Planned): Differing | null => {
    if (!paths.has(planned.path)) return null;
    const known = cache.state.outputs.get(planned.path);
    const before = changedOutputs.has(planned.path) ? undefined : known;
    const key = fingerprints.keyOf(planned);
    if (before !== undefined && before.key === key && key !== '') {
      unchanged.set(planned.path, before);
      return null;
    }
    const input = inputOf(planned);
    if (input === null) return null;
    const fingerprint = fingerprints.of(planned, input.of);
    if (before?.fingerprint === fingerprint) {
      unchanged.set(planned.path, { ...before, key });
      return null;
    }
    return { job: jobOf(planned, input.of, stored), made: { key, fingerprint } };
  };
  const pages = openQueue(
    outputs.filter((planned) => !isShard(planned)),
    compare,
  );
  const shards = openQueue(outputs.filter(isShard), compare);
  const produced = await produceAll({
    pages: pages.jobs,
    shards: shards.jobs,
    most: outputs.length,
  });
  const made = new Map<OutputPath, Produced & { made: Made }>();
  pages.take(produced.pages, made);
  shards.take(produced.shards, made);
  stopwatch.lap('compare, render and write', made.size);

  const now = new Map<string, KnownOutput>();
  const written: string[] = [];
  for (const { path } of outputs) {
    const before = unchanged.get(path);
    if (before !== undefined) now.set(path, before);
    const result = made.get(path);
    if (result === undefined) continue;
    if ('fault' in result) noteFault(faults, result.fault, path);
    else {
      const { made: of, put } = result;
      if (put.outcome === 'written') written.push(path);
      now.set(path, { ...of, stat: put.stat, sha256: put.sha256 });
    }
  }
  // Last, so that it never tells of bytes that are not there yet
  if (paths.has(fixityName)) {
    const fixity = writer.keep(fixityName, formatFixity(listDigests(paths, now, output)));
    if (fixity.outcome === 'written') written.push(fixityName);
    const { stat, sha256 } = fixity;
    now.set(fixityName, { ...nothing, stat, sha256 });
  }
  const removed = publication.finish(paths);
  writer.close();
  cache.state.outputs = now;
  const diagnostics = [...tellForeign(output, publication.foreign), ...tellFaults(faults)];
  return { written, unchanged: now.size - written.length, removed, diagnostics };
}

/** Where no later build will compare, nothing needs to be told. */
const nothing: Made = { key: '', fingerprint: '' };
const noFingerprints: Fingerprints = { of: () => '', keyOf: () => '' };

/** Tells documents apart from what they were: the readings of a text by other settings too. */
function identify(
  stored: ReadonlyMap<string, StoredParts>,
  readingKey: string,
): Map<unknown, Identity> {
  const settings = hash('sha1', readingKey, 'base64').slice(0, 8);
  const identities = new Map<unknown, Identity>();
  for (const { summary, digest, card } of stored.values()) {
    identities.set(summary, { whole: `${settings} ${summary.file} ${digest}`, card });
  }
  return identities;
}

/** Of what an output was made. */
type Made = Pick<KnownOutput, 'key' | 'fingerprint'>;

/** An output that is not as the last build made it. */
type Differing = Readonly<{ job: ProduceJob; made: Made }>;

/**
 * Jobs of the outputs that differ. An output is compared when its job is asked for, and forgotten when
 * the job has been handed over: there may be a hundred thousand.
 */
function openQueue(outputs: readonly Planned[], compare: (planned: Planned) => Differing | null) {
  const taken: { path: OutputPath; made: Made }[] = [];
  function* jobs(): Generator<ProduceJob, void> {
    for (const planned of outputs) {
      const differing = compare(planned);
      if (differing === null) continue;
      taken.push({ path: planned.path, made: differing.made });
      yield differing.job;
    }
  }
  return {
    jobs: jobs(),
    /** Adds what was made of the outputs, of which these are the results in the order of the jobs. */
    take(produced: readonly Produced[], to: Map<OutputPath, Produced & { made: Made }>): void {
      for (const [index, { path, made }] of taken.entries()) {
        const result = produced[index];
        if (result !== undefined) to.set(path, { ...result, made });
      }
    },
  };
}

/** What a thread has to know to make an output. */
export function jobOf(
  { path, by, documents }: Planned,
  input: unknown,
  stored: ReadonlyMap<string, Stored>,
): ProduceJob {
  const asked = documents.flatMap((id): ProduceJob['stored'][number][] => {
    const own = stored.get(id);
    return own === undefined ? [] : [[id, { body: own.body, text: own.text }]];
  });
  return { path, by: by.name, input, stored: asked };
}

/** Lengths and checks of what is stored: its place does not matter. */
function checkOf(stored: Stored | undefined): string {
  const { body, text } = stored ?? {};
  return `${body?.[2]} ${body?.[3]} ${text?.[2]} ${text?.[3]}`;
}
