import type { CopiedFile } from '#archive/archive.ts';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { Publication } from '#document/document.ts';
import type { Site } from '#site/site.ts';
import { type Authority, readAuthority } from '#source/authority.ts';
import type { Skipped, SourceFile } from '#source/discover.ts';
import type { GivenFields } from '#source/given-fields.ts';
import { tellAbsent } from '#source/named-files.ts';
import type { DocumentFile } from '#source/roles.ts';
import { sortSources } from '#source/sort-sources.ts';
import type { Cache } from '#store/cache.ts';
import type { KnownFile } from '#store/cache-state.ts';
import {
  decodeReading,
  openRoom,
  type ReadingRefs,
  type Room,
  type StoredReading,
} from '#store/stored-reading.ts';
import { collectGarbageEarly, manyDocuments } from '#workers/heap.ts';
import type { ReadJob, ReadResult } from '#workers/read-batch.ts';
import type { Stopwatch } from './stopwatch.ts';

export type ReadFiles = {
  readings: StoredReading[];
  files: CopiedFile[];
  /** Those that the configuration names. */
  named: CopiedFile[];
  /** The files of documents, by path. */
  sources: ReadonlyMap<string, CopiedFile>;
  /** Which names of bodies and people are one. */
  authority: Authority;
  /** For the path of each file of a document's name beside it, that of the document. */
  originals: ReadonlyMap<string, string>;
  /** Where and when files that are no documents may be seen, of those that have fields. */
  publications: ReadonlyMap<string, Publication>;
  /** Files that only give the fields of texts beside them. */
  sidecars: string[];
  skipped: Skipped[];
  diagnostics: Diagnostic[];
  /** Number of files that were read. */
  read: number;
};

/** Reads a number of files, here or elsewhere, and tells what came of each as soon as it is known. */
export type ReadAll = (
  jobs: readonly ReadJob[],
  onDone: (first: number, results: readonly ReadResult[]) => void,
) => Promise<unknown>;

/** What readings depend on beside the file: where it changes, all files are read anew. */
function readingKey({ zone, locale, understand, search, privacy }: Site): string {
  return JSON.stringify([zone.name, locale, understand, search, privacy]);
}

/**
 * Gives the readings of all documents, and says what becomes of every other file. Files that are as
 * the cache knows them are not read.
 *
 * @param keepsLast whether a file that cannot be understood any more stays as it last was
 */
export async function readFiles(
  sourceFiles: readonly SourceFile[],
  site: Site,
  cache: Cache,
  keepsLast: boolean,
  readAll: ReadAll,
  stopwatch: Stopwatch,
): Promise<ReadFiles> {
  const sorted = await sortSources(sourceFiles, site);
  const { documents, originals, provenance, files, named, skipped, diagnostics, given } = sorted;
  const { publications } = sorted;
  diagnostics.push(...tellAbsent(site.publish, named));
  const names = readAuthority(sourceFiles);
  const { authority } = names;
  diagnostics.push(...given.diagnostics, ...names.diagnostics);
  const statOf = (document: DocumentFile) => statWith(document, given.fields.get(pathOf(document)));
  useKey(cache, readingKey(site));
  const { files: known } = cache.state;
  const changed = documents.filter(
    (document) => known.get(pathOf(document))?.stat !== statOf(document),
  );
  const jobs = changed.map(({ file, sidecar }): ReadJob => {
    const own = given.fields.get(file.path);
    const job = { file, sidecar, known: known.get(file.path)?.digest ?? null };
    return own === undefined ? job : { ...job, given: own };
  });
  // In watch mode it is done so from the first
  if (jobs.length > manyDocuments && !cache.keepsReadings) collectGarbageEarly(jobs.length);
  // What other threads have read is brought back while they read on
  const readings = new Map<string, StoredReading>();
  const room = openRoom(documents.length - cache.readings.size);
  await readAll(jobs, (first, results) => {
    const done = changed.slice(first, first + results.length);
    for (const [index, document] of done.entries()) {
      const result = results[index];
      if (result !== undefined) take(document, result, statOf(document), cache, keepsLast);
    }
    bringBack(done, cache, readings, room);
  });
  stopwatch.lap('read and understand', jobs.length);
  forgetAbsent(cache, documents);
  bringBack(
    documents.filter((document) => !readings.has(pathOf(document))),
    cache,
    readings,
    room,
  );
  const sidecars = [
    ...documents.flatMap(({ sidecar }) => (sidecar === null ? [] : [sidecar.path])),
    ...given.files,
    ...names.files,
    ...provenance.map(({ path }) => path),
    ...[...sorted.fileSidecars.values()].map(({ path }) => path),
  ];
  const inOrder = documents.flatMap((document) => readings.get(pathOf(document)) ?? []);
  const sources = new Map(documents.map(({ file }) => [file.path, file]));
  return {
    readings: inOrder,
    authority,
    originals,
    publications,
    sources,
    files,
    named,
    sidecars,
    skipped,
    diagnostics,
    read: jobs.length,
  };
}

function pathOf({ file }: DocumentFile): string {
  return file.path;
}

/** What tells that a document may have changed: its file, the one beside it, and what a list gives it. */
function statWith({ file, sidecar }: DocumentFile, given: GivenFields | undefined): string {
  const beside = sidecar === null ? '' : ` ${sidecar.path} ${sidecar.stat}`;
  return `${file.stat}${beside}${given === undefined ? '' : ` ${JSON.stringify(given)}`}`;
}

function useKey(cache: Cache, key: string): void {
  if (cache.state.readingKey === key) return;
  cache.state.files.clear();
  cache.readings.clear();
  cache.state.readingKey = key;
}

/** Puts what came of a file where it is looked for. */
function take(
  document: DocumentFile,
  result: ReadResult,
  stat: string,
  cache: Cache,
  keepsLast: boolean,
): void {
  const path = pathOf(document);
  const { files } = cache.state;
  const known = files.get(path);
  if (result.outcome === 'same') {
    if (known !== undefined) files.set(path, { ...known, stat });
    const atHand = cache.readings.get(path);
    if (atHand !== undefined) cache.readings.set(path, { ...atHand, stat });
    return;
  }
  const last = cache.readings.get(path)?.reading;
  cache.readings.delete(path);
  if (result.outcome === 'read' && !(result.failed && keepsLast && last !== undefined)) {
    files.set(path, { stat, digest: result.digest, ...result.refs });
    return;
  }
  // Not for the next process: it shall read the file again
  files.delete(path);
  const { diagnostics } = result.outcome === 'read' ? readOne(result.refs, cache) : result;
  const lost: StoredReading = {
    file: path,
    encoding: 'unknown',
    digest: '',
    document: null,
    entries: [],
    diagnostics,
    asides: [],
    names: [],
    hides: false,
    publication: null,
  };
  const kept = keepsLast && last !== undefined ? { ...last, diagnostics } : lost;
  cache.readings.set(path, { stat, reading: kept });
}

/** Adds the readings of some documents, from this process or from packs. */
function bringBack(
  documents: readonly DocumentFile[],
  cache: Cache,
  readings: Map<string, StoredReading>,
  room: Room,
): void {
  const stored: [path: string, known: KnownFile][] = [];
  for (const document of documents) {
    const path = pathOf(document);
    const atHand = cache.readings.get(path);
    const known = cache.state.files.get(path);
    if (atHand !== undefined) readings.set(path, atHand.reading);
    else if (known !== undefined) stored.push([path, known]);
    else throw new Error(`nothing is known of ${path}`);
  }
  const refs = stored.map(([, { reading }]) => reading);
  cache.packs.readEach(refs, (index, bytes) => {
    const [path, known] = stored[index] ?? [];
    if (path === undefined || known === undefined) return;
    const reading = decodeReading(bytes, known, room);
    readings.set(path, reading);
    if (cache.keepsReadings) cache.readings.set(path, { stat: known.stat, reading });
  });
}

function readOne(refs: ReadingRefs, { packs }: Cache): StoredReading {
  return decodeReading(packs.read(refs.reading), { ...refs, digest: '' }, openRoom(1));
}

function forgetAbsent({ state, readings }: Cache, documents: readonly DocumentFile[]): void {
  const present = new Set(documents.map(pathOf));
  for (const path of state.files.keys()) if (!present.has(path)) state.files.delete(path);
  for (const path of readings.keys()) if (!present.has(path)) readings.delete(path);
}
