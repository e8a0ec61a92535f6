import { addressesName, recordedIdentifiers } from '#archive/addresses.ts';
import { compareTexts, textsName } from '#archive/text-records.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { type OutlineEntry, outlineOf } from '#document/outline/outline.ts';
import type { Site } from '#site/site.ts';
import type { Authority } from '#source/authority.ts';
import type { CheckNotes } from '#source/check-notes.ts';
import { type Discovery, discover } from '#source/discover.ts';
import { leadsToNamed } from '#source/named-files.ts';
import { checkProvenance } from '#source/provenance.ts';
import type { Cache } from '#store/cache.ts';
import { unpackBody } from '#store/stored-body.ts';
import { decodeCheckNotes } from '#store/stored-reading.ts';
import { createTasks } from '#workers/tasks.ts';
import { openWorkerPool } from '#workers/worker-pool.ts';
import type { BuildOptions } from './build.ts';
import { openSite } from './configuration.ts';
import { readFiles } from './read.ts';
import { placeFromContent, readRecord } from './recorded-files.ts';
import { type Selection, select } from './select.ts';
import { textRecords } from './text-records.ts';

/** What a build knows before it orders and renders anything. */
export type ReadArchive = Readonly<{
  site: Site;
  selection: Selection;
  /** Which names of bodies and people are one. */
  authority: Authority;
  /**
   * The outline of a document, by its id; as long as the cache is open.
   *
   * @throws DamagedPack
   */
  outlineOf: (id: string) => readonly OutlineEntry[];
  /** The checkNotes on the documents of some files, by their paths; likewise. */
  checkNotesOf: (files: readonly string[]) => ReadonlyMap<string, CheckNotes>;
  /** Of the files that are no documents; those of documents are the selection's. */
  diagnostics: readonly Diagnostic[];
  /** The addresses that must not vanish, as written, and their file as seen from the content folder. */
  addresses: Readonly<{ text: string; place: string }>;
}>;

export type ReadOptions = Omit<BuildOptions, 'browserAssets' | 'keepsLast'>;

/**
 * Reads all documents as a build does, and publishes nothing. What was read is left in the cache for
 * the next check or build.
 *
 * @throws DamagedPack
 */
export async function readArchive(
  options: ReadOptions,
  cache: Cache,
): Promise<ReadArchive | Readonly<{ site: null; diagnostics: readonly Diagnostic[] }>> {
  const { folders, configNamed, overrides } = options;
  const { site, diagnostics } = openSite(folders.config, configNamed, overrides);
  if (site === null || hasErrors(diagnostics)) return { site: null, diagnostics };
  const found = discover(folders.content, leadsToNamed(site.publish));
  const isNothing = found.isPartial && found.files.length === 0;
  if (isNothing) return { site: null, diagnostics: [...diagnostics, ...found.diagnostics] };
  const read = await readAll(options, site, found, cache);
  cache.commit();
  const { now } = site;
  const { text, diagnostics: unread } = readRecord(options.folders, addressesName);
  const texts = readRecord(options.folders, textsName);
  const recorded = recordedIdentifiers(text);
  const selection = select(read.readings, read, {
    now,
    drafts: options.drafts,
    recorded,
    navigation: site.navigation,
    originals: site.originals,
  });
  const recordsNow = () => textRecords(selection.documents, selection.stored, read.readings, cache);
  return {
    site,
    selection,
    authority: read.authority,
    checkNotesOf: (files) => readCheckNotes(files, cache),
    outlineOf: (id) => {
      const body = selection.stored.get(id)?.body;
      return body === undefined ? [] : outlineOf(unpackBody(cache.packs.read(body)).blocks);
    },
    diagnostics: [
      ...diagnostics,
      ...found.diagnostics,
      ...read.diagnostics,
      ...unread,
      ...texts.diagnostics,
      ...checkProvenance(found.files),
      ...(texts.text === '' ? [] : compareTexts(texts.text, recordsNow())),
    ],
    addresses: { text, place: placeFromContent(options.folders) },
  };
}

function readCheckNotes(
  paths: readonly string[],
  { state, packs }: Cache,
): Map<string, CheckNotes> {
  const known = paths.flatMap((path) => {
    const reading = state.files.get(path)?.reading;
    return reading === undefined ? [] : [{ path, reading }];
  });
  const checkNotes = new Map<string, CheckNotes>();
  packs.readEach(
    known.map(({ reading }) => reading),
    (index, bytes) => {
      const path = known[index]?.path;
      const own = decodeCheckNotes(bytes);
      if (path !== undefined && own !== null) checkNotes.set(path, own);
    },
  );
  return checkNotes;
}

async function readAll(
  { folders, jobs, onProgress, stopwatch }: ReadOptions,
  { zone, ...site }: Site,
  { files }: Discovery,
  cache: Cache,
) {
  const setup = {
    site: { ...site, zone: zone.name },
    templates: new Map(),
    cache: cache.folder,
    output: folders.output,
    keeps: true,
  };
  const tasks = createTasks(setup, cache.packs, cache.writer, 'main');
  const pool = openWorkerPool(setup, tasks, jobs, onProgress);
  try {
    return await readFiles(files, { zone, ...site }, cache, false, pool.read, stopwatch);
  } finally {
    await pool.close();
  }
}
