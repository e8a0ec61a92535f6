import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '#archive/archive.ts';
import type { TermGroup } from '#archive/groups.ts';
import type { Summary } from '#document/document.ts';
import { ownPages } from '#emitters/index.ts';
import { fileStat } from '#source/file-stat.ts';
import type { Cache } from './cache.ts';
import { plan } from './plan.ts';
import { jobOf } from './publish-outputs.ts';
import { decodeReading } from './stored-reading.ts';

/**
 * Publishes the own pages of one document whose text was edited, before anything else is looked at;
 * a whole build has to follow. Gives the paths that were written, or null where more has changed than
 * its text: then only the whole build knows what to do.
 *
 * @param path of the file, below `content/`
 */
export function buildQuickly(path: string, content: string, cache: Cache): string[] | null {
  const { workbench } = cache;
  const known = cache.state.files.get(path);
  if (workbench?.archive == null || known === undefined || /\.txt$/i.test(path)) return null;
  const absolute = join(content, path);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) return null;
  const file = { path, absolute, stat: fileStat(absolute, stat) };
  const { tasks, site, archive, stored } = workbench;
  const [result] = tasks.read([{ file, sidecar: null, known: known.digest }]);
  if (result?.outcome !== 'read' || result.failed) return null;
  const { refs, digest } = result;
  const reading = decodeReading(cache.packs.read(refs.reading), { ...refs, digest });
  const before = archive.documents.find((document) => document.file === path);
  const { summary, body, text } = reading.document ?? {};
  if (before === undefined || summary === undefined || body === undefined) return null;
  const last = cache.readings.get(path)?.reading.document?.publication;
  const isSeenAlike = JSON.stringify(last) === JSON.stringify(reading.document?.publication);
  if (!isSeenAlike || !isListedAlike(before, summary)) return null;
  const now = new Map(stored).set(summary.id, { body, text: text ?? null, summary, digest });
  const planned = plan(ownPages, replace(archive, before, summary), site, new Set([summary.id]));
  // One that the last build left out: a file of somebody else's may stand there
  if (planned.outputs.some((output) => !cache.state.outputs.has(output.path))) return null;
  cache.state.files.set(path, { stat: file.stat, digest, ...refs });
  cache.readings.set(path, { stat: file.stat, reading });
  const jobs = planned.outputs.map((output) => jobOf(output, now));
  const produced = tasks.produce(jobs);
  return jobs.flatMap(({ path: written }, index) => {
    const one = produced[index];
    return one !== undefined && 'put' in one && one.put.outcome === 'written' ? [written] : [];
  });
}

/** Whether a document stands where it stood in every list, under the same address and name. */
function isListedAlike(before: Summary, after: Summary): boolean {
  const listed = ({
    id,
    title,
    date,
    kind,
    organisation,
    speaker,
    tags,
    views,
    popular,
  }: Summary) =>
    JSON.stringify([id, title, date, kind, organisation, speaker, tags, views, popular]);
  return listed(before) === listed(after) && before.pieces.length === after.pieces.length;
}

/** The archive with one summary in place of another that stands in the same lists. */
function replace(archive: Archive, before: Summary, after: Summary): Archive {
  const inList = (documents: readonly Summary[]) => {
    const place = documents.indexOf(before);
    return place < 0 ? documents : documents.with(place, after);
  };
  const inGroups = (groups: readonly TermGroup[]) =>
    groups.map((group) => ({ ...group, documents: inList(group.documents) }));
  return { ...archive, documents: inList(archive.documents), kinds: inGroups(archive.kinds) };
}
