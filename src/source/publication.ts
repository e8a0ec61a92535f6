import { startOf, type WrittenDate } from '#document/dates/dates.ts';
import type { Publication } from '#document/document.ts';
import type { FrontMatter } from '#formats/front-matter.ts';
import type { Zone } from '#site/zone.ts';
import { findClassified } from './classified.ts';
import { type Fields, readFields } from './fields.ts';
import { toWallClock } from './wall-clock.ts';

/** Where and when a document with these fields may be seen. */
export function publicationOf(
  fields: Fields,
  zone: Zone,
  { isDraft, needsOriginal }: Readonly<{ isDraft: boolean; needsOriginal: boolean }>,
): Publication {
  const time = (date: WrittenDate | null) =>
    date === null ? null : startOf(toWallClock(date, zone));
  const { withdrawn, successor, 'withdrawn-date': taken } = fields;
  return {
    hasOwnId: fields.id !== null,
    original: fields.original,
    needsOriginal,
    draft: fields.draft ?? isDraft,
    publish: time(fields.publish),
    expires: time(fields.expires),
    withdrawn:
      withdrawn === null
        ? null
        : {
            reason: withdrawn,
            date: taken === null ? null : toWallClock(taken, zone),
            successor,
          },
  };
}

/**
 * The same of a file that is no document: one that is graded, or whose fields are not of their form, is not to be seen.
 */
export function publicationOfFile(file: string, frontMatter: FrontMatter, zone: Zone): Publication {
  const { fields, diagnostics } = readFields(frontMatter, file);
  const isGraded = findClassified(file, file, frontMatter, [], []).length > 0;
  const isBroken = [...diagnostics, ...frontMatter.diagnostics].some(
    ({ severity }) => severity === 'error',
  );
  const own = publicationOf(fields, zone, { isDraft: false, needsOriginal: false });
  return isGraded || isBroken ? { ...own, draft: true } : own;
}
