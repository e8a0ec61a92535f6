import { addressesName, checkAddresses, recordedIdentifiers } from '#archive/addresses.ts';
import { type Archive, collect } from '#archive/archive.ts';
import { compareTexts, textsName } from '#archive/text-records.ts';
import { keepRelations, recallRelations } from '#changes/known-relations.ts';
import { rememberBuild } from '#changes/last-build.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Summary } from '#document/document.ts';
import { emitters } from '#emitters/index.ts';
import type { Cache } from '#store/cache.ts';
import { type BuildReport, failedBuild } from '#store/report.ts';
import { manyDocuments, sweepHeap, tensOfThousands } from '#workers/heap.ts';
import { createTasks, type WorkerSetup } from '#workers/tasks.ts';
import type { Thread } from '#workers/thread.ts';
import { openWorkerPool, type WorkerPool } from '#workers/worker-pool.ts';
import type { Ingredients } from './build.ts';
import { tellUnlinked } from './choose-files.ts';
import { checkLedger, keepLedger, listDisplaced, makeLedger } from './ledger.ts';
import type { SearchIndex } from './make-index.ts';
import { displacedFiles, plan } from './plan.ts';
import { isSameSetup, leaveArchive, type PreviewState } from './preview-state.ts';
import { stopForPrivacy } from './privacy.ts';
import { produceShards } from './produce-shards.ts';
import { type DifferingJobs, type ProducedOutputs, publishOutputs } from './publish-outputs.ts';
import { readFiles } from './read.ts';
import { readRecord, recordArchive } from './recorded-files.ts';
import { createSearchIndex, indexVersion } from './search-index.ts';
import { select } from './select.ts';
import { textRecords } from './text-records.ts';
import { nextChange } from './withheld.ts';
import { workerSetup } from './worker-setup.ts';

/**
 * The stages of a build, in their order. Gives a report without its time.
 *
 * @param threads that were started for it; it ends them
 */
export async function runPipeline(
  ingredients: Ingredients,
  cache: Cache,
  threads: readonly Thread[] = [],
): Promise<Omit<BuildReport, 'ms'>> {
  const { options } = ingredients;
  const state = prepare(workerSetup(ingredients, cache), ingredients, cache);
  const { setup, tasks } = state;
  const pool = openWorkerPool(setup, tasks, options.jobs, options.onProgress, threads);
  try {
    return await runStages(ingredients, cache, state, pool);
  } finally {
    // Where the build breaks off too: threads would keep the process alive
    await pool.close();
  }
}

async function runStages(
  { options, site, theme, found, problems, addresses, key, changedOutputs }: Ingredients,
  cache: Cache,
  state: PreviewState,
  pool: WorkerPool,
): Promise<Omit<BuildReport, 'ms'>> {
  const { folders, stopwatch } = options;
  const { readings, ...read } = await readFiles(
    found.files,
    site,
    cache,
    options.keepsLast,
    pool.read,
    stopwatch,
  );
  stopwatch.lap('bring readings back', readings.length);
  const stop = stopForPrivacy(
    readings.filter(({ file }) => !read.originals.has(file)),
    site,
  );
  // What a list that is not there keeps from being seen nobody knows
  const absent = read.diagnostics.filter(({ rule }) => rule === 'list-absent');
  if (stop.length > 0 || absent.length > 0) {
    return failedBuild([...problems, ...found.diagnostics, ...read.diagnostics, ...stop], 0);
  }
  const selection = select(readings, read, {
    now: site.now,
    drafts: options.drafts,
    recorded: recordedIdentifiers(addresses.text),
    navigation: site.navigation,
    originals: site.originals,
  });
  const until = options.drafts ? null : nextChange(readings, site.now);
  const encodings = readings.map(({ file, encoding }) => ({ file, encoding }));
  const { stored } = selection;
  // What is needed of them has been selected
  readings.length = 0;
  // While the others wait for what is done here. Of fewer documents to sweep takes longer than it gives
  const isLarge = read.read > tensOfThousands;
  if (isLarge) {
    pool.rest();
    sweepHeap();
  }

  const collected = collect(
    {
      ...selection,
      named: read.named,
      assets: theme.assets,
      nameFacts: read.authority.facts,
    },
    site.popular.count,
    (documents) => recallRelations(documents, stored, cache),
  );
  if (cache.isUsedAgain) keepRelations(collected, stored, cache);
  stopwatch.lap('collect', collected.documents.length);
  // Compared once, they are of no more use here
  selection.fingerprints.clear();
  selection.samples.clear();

  const index = site.search
    ? await createSearchIndex(collected.documents, stored, cache, folders.output, pool)
    : null;
  stopwatch.lap('prepare the search index', index?.known.shards.length ?? 0);
  const archive: Archive = { ...collected, search: index && searchOf(index, collected.documents) };
  // The terms of thousands of documents leave as much as tens of thousands of documents do
  const hasIndexed = index !== null && read.read > manyDocuments;
  if (hasIndexed) pool.rest();
  if (hasIndexed || isLarge) sweepHeap();

  const planned = plan(emitters, archive, site);
  stopwatch.lap('plan', planned.outputs.length);
  const published = await publishOutputs(
    planned.outputs,
    theme.templates,
    stored,
    cache,
    folders.output,
    options.adopts ?? false,
    changedOutputs,
    (jobs) => produceAll(jobs, index, pool, cache, folders.output),
    stopwatch,
  );
  stopwatch.lap('remove and finish', published.removed);
  cache.state.index = index?.known ?? null;
  await pool.close();
  if (options.held !== undefined) leaveArchive(state, archive);

  const standing = [...archive.documents, ...archive.withdrawn];
  const recorded: Diagnostic[] = [];
  if (options.recordsAddresses === true) {
    const texts = readRecord(folders, textsName);
    const records = textRecords(archive.documents, stored, encodings, cache);
    recorded.push(...compareTexts(texts.text, records), ...texts.diagnostics);
    recorded.push(...recordArchive(folders, addresses, texts, standing, records));
  }

  const skipped = [...read.skipped, ...selection.skipped];
  const ledger = makeLedger(
    { archive, sidecars: read.sidecars, skipped, ...planned, displaced: displacedFiles(planned) },
    found,
  );
  keepLedger(cache.folder, ledger);
  const report = {
    documents: archive.documents.length,
    pages: planned.outputs.filter(({ path }) => path.endsWith('.html')).length,
    written: published.written.length,
    unchanged: published.unchanged,
    removed: published.removed,
    skipped: [...found.skipped, ...skipped, ...listDisplaced(ledger)],
    problems: [
      ...problems,
      ...found.diagnostics,
      ...read.diagnostics,
      ...selection.diagnostics,
      ...tellUnlinked(selection.unlinked),
      ...planned.diagnostics,
      ...published.diagnostics,
      ...addresses.diagnostics,
      ...checkAddresses(addresses.text, standing, addressesName, 'warning'),
      ...recorded,
      ...checkLedger(ledger),
    ],
    asides: selection.asides,
    encodings,
    changed: published.written,
  };
  rememberBuild(cache, folders.output, { ...report, ms: 0 }, { key, from: site.now, until });
  return report;
}

/** What the last build of this process left, if it still fits. */
function prepare(setup: WorkerSetup, { options, site }: Ingredients, cache: Cache): PreviewState {
  const { held } = options;
  const known = held?.preview ?? null;
  if (known !== null && isSameSetup(known.setup, setup)) return known;
  const tasks = createTasks(setup, cache.packs, cache.writer, 'main');
  const state: PreviewState = { site, setup: setup, tasks, archive: null, places: new Map() };
  if (held !== undefined) held.preview = state;
  return state;
}

/** Makes outputs: the shards of the index here, where it is, and the others meanwhile by the pool. */
async function produceAll(
  { pages, shards, most }: DifferingJobs,
  index: SearchIndex | null,
  pool: WorkerPool,
  { packs }: Cache,
  output: string,
): Promise<ProducedOutputs> {
  const making = [
    pool.produce(pages, most),
    index === null ? [] : produceShards(shards, index, packs, output),
  ] as const;
  // Whoever hears of a problem may begin anew: nobody then works on
  await Promise.allSettled(making);
  const [madePages, madeShards] = await Promise.all(making);
  // What follows is done by this thread, and takes memory of its own
  await pool.close();
  if (madePages.length > tensOfThousands) sweepHeap();
  return { pages: madePages, shards: madeShards };
}

function searchOf(index: SearchIndex, documents: readonly Summary[]): Archive['search'] {
  const { shardBits, shards } = index.known;
  return { shardBits, shards, version: indexVersion(documents, index) };
}
