import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '#archive/archive.ts';
import { systemFault } from '#diagnostics/system-faults.ts';
import type { Summary } from '#document/document.ts';
import { ownPages } from '#emitters/index.ts';
import { type Digests, fixityName, replaceDigests } from '#output/fixity.ts';
import { lockFreeOutput } from '#output/output-lock.ts';
import { temporaryName } from '#output/publish.ts';
import { fileStat } from '#source/file-stat.ts';
import { sidecarNames } from '#source/roles.ts';
import type { Cache } from '#store/cache.ts';
import { decodeReading, openRoom } from '#store/stored-reading.ts';
import type { ProduceJob } from '#workers/produce.ts';
import { plan } from './plan.ts';
import type { Held, PreviewState } from './preview-state.ts';
import { jobOf } from './publish-outputs.ts';

/**
 * Publishes the own pages of one document whose text was edited, before anything else is looked at;
 * a whole build has to follow. Gives the paths that were written, or null where more has changed than
 * its text, or another process builds: then only the whole build knows what to do.
 *
 * @param path of the file, below `content/`
 */
export async function buildQuickly(
  path: string,
  content: string,
  cache: Cache,
  { preview }: Held,
): Promise<string[] | null> {
  const known = cache.state.files.get(path);
  if (preview?.archive == null || known === undefined) return null;
  // Two files make one document: the whole build sees both
  if (sidecarNames(path).some((name) => existsSync(join(content, name)))) return null;
  // So it does what a list or a folder gives the document
  if (known.stat.includes('{')) return null;
  const absolute = join(content, path);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) return null;
  const file = { path, absolute, stat: fileStat(absolute, stat) };
  const { tasks, site, archive, places, setup } = preview;
  const [result] = await tasks.read([{ file, sidecar: null, known: known.digest }]);
  if (result?.outcome !== 'read' || result.failed) return null;
  const { refs, digest } = result;
  const reading = decodeReading(cache.packs.read(refs.reading), { ...refs, digest }, openRoom(1));
  const place = places.get(path) ?? -1;
  const before = archive.documents[place];
  const { summary, body, text } = reading.document ?? {};
  if (before === undefined || summary === undefined || body === undefined) return null;
  const last = cache.readings.get(path)?.reading.document?.publication;
  const isSeenAlike = JSON.stringify(last) === JSON.stringify(reading.document?.publication);
  if (!isSeenAlike || !isListedAlike(before, summary)) return null;
  // Its own pages ask for no other document's text
  const stored = new Map([[summary.id, { body, text: text ?? null }]]);
  const planned = plan(ownPages, replace(archive, place, before, summary), site, [place]);
  // One that the last build left out: a file of somebody else's may stand there
  if (planned.outputs.some((output) => !cache.state.outputs.has(output.path))) return null;
  const lock = lockFreeOutput(setup.output);
  // The whole build waits for its turn
  if (lock === null) return null;
  try {
    cache.state.files.set(path, { stat: file.stat, digest, ...refs });
    cache.readings.set(path, { stat: file.stat, reading });
    return publishPages(
      planned.outputs.map((output) => jobOf(output, output.input(), stored)),
      preview,
      cache,
    );
  } finally {
    lock.release();
  }
}

/** Makes pages, and tells their digests; gives the paths of those that were written. */
function publishPages(
  jobs: readonly ProduceJob[],
  { tasks, setup }: PreviewState,
  { state }: Cache,
): string[] {
  const produced = tasks.produce(jobs);
  const digests = jobs.flatMap(({ path }, index): [string, string][] => {
    const one = produced[index];
    return one !== undefined && 'put' in one && one.put.outcome === 'written'
      ? [[path, one.put.sha256]]
      : [];
  });
  if (state.outputs.has(fixityName)) updateFixity(setup.output, new Map(digests));
  return digests.map(([path]) => path);
}

/**
 * So that what is published can be verified until the whole build is done. Bytes are changed, since to
 * list the digests of 100,000 files anew takes longer than to make the page.
 */
function updateFixity(output: string, changed: Digests): void {
  const [file, temporary] = [join(output, fixityName), join(output, `${temporaryName}-fixity`)];
  try {
    const manifest = readFileSync(file);
    replaceDigests(manifest, changed);
    writeFileSync(temporary, manifest);
    renameSync(temporary, file);
  } catch (problem) {
    // The whole build makes it anew, or tells why it cannot
    if (systemFault(problem, { is: 'write', path: fixityName }) === null) throw problem;
  }
}

/** What decides in which lists a document stands, where in them, and under which address and name. */
const listed = [
  'id',
  'title',
  'date',
  'kind',
  'organisations',
  'citations',
  'documentNumber',
  'speaker',
  'tags',
  'views',
  'popular',
] as const satisfies readonly (keyof Summary)[];

/** Whether a document stands where it stood in every list, under the same address and name. */
function isListedAlike(before: Summary, after: Summary): boolean {
  const isAlike = (field: (typeof listed)[number]) =>
    JSON.stringify(before[field]) === JSON.stringify(after[field]);
  return before.pieces.length === after.pieces.length && listed.every(isAlike);
}

/** The archive with one summary in place of another, at its place, that stands in the same lists. */
function replace(archive: Archive, place: number, before: Summary, after: Summary): Archive {
  const kinds = archive.kinds.map((group) => {
    const number = group.documents.indexOf(before);
    return number < 0 ? group : { ...group, documents: group.documents.with(number, after) };
  });
  // It cites what it cited, or it would not stand where it stood
  const citationsOf = (document: Summary) =>
    archive.citationsOf(document === after ? before : document);
  return { ...archive, documents: archive.documents.with(place, after), kinds, citationsOf };
}
