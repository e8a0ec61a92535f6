import type { Message } from '#diagnostics/catalogue.ts';
import { formatDate } from '#document/dates/dates.ts';
import type { Publication } from '#document/document.ts';
import type { StoredReading } from '#store/stored-reading.ts';

/** Why a document is not to be seen now, or null where it is. */
export function withheld(
  { draft, publish, expires }: Publication,
  { now, drafts }: { now: string; drafts: boolean },
): Message | null {
  if (drafts) return null;
  const show = (value: string) => formatDate({ value, precision: 'second' });
  if (draft) return { says: 'left-out/draft' };
  if (publish !== null && publish > now) return { says: 'left-out/later', time: show(publish) };
  if (expires !== null && expires <= now) return { says: 'left-out/expired', time: show(expires) };
  return null;
}

/**
 * The next time at which a document is to be seen, or not any more, that is as yet published as it is
 * now; null where there is none.
 */
export function nextChange(readings: readonly StoredReading[], now: string): string | null {
  const times = readings.flatMap(({ document }) => {
    const { publish = null, expires = null } = document?.publication ?? {};
    return [publish, expires].filter((time) => time !== null && time > now);
  });
  return times.reduce<string | null>(
    (least, time) => (time !== null && (least === null || time < least) ? time : least),
    null,
  );
}
