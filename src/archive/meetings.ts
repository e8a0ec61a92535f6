import { startOf } from '#document/dates/dates.ts';
import type { MeetingSummary, Summary } from '#document/document.ts';
import { compareCodePoints } from '#document/text/order.ts';

/** A document that records a meeting. */
export type RecordedMeeting = Readonly<{
  document: Summary;
  meeting: MeetingSummary;
  /** When it began, as ISO 8601 cut to what is known; null where nothing tells. */
  held: string | null;
}>;

/** What a meeting decided, with the record that says so. */
export type Resolution = Readonly<{ document: Summary; text: string; anchor: string | null }>;

/** The meetings of an archive, the latest first; those of no known time come last. */
export function meetingsOf(documents: readonly Summary[]): RecordedMeeting[] {
  return documents
    .flatMap((document) =>
      document.meetings.map((meeting) => {
        return { document, meeting, held: heldAt(meeting, document.date) };
      }),
    )
    .sort((a, b) => compareCodePoints(sortable(b), sortable(a)));
}

function sortable({ held }: RecordedMeeting): string {
  return held === null ? '' : startOf({ value: held, precision: 'day' });
}

/**
 * When a meeting began, as its record says it; else the date of the document. A record that states
 * no year is of the last such day before the document's date.
 */
export function heldAt({ start }: MeetingSummary, date: Summary['date']): string | null {
  const [written = null] = date?.value.split('/') ?? [];
  if (start === null || written?.startsWith(start)) return written;
  if (!start.startsWith('--')) return start;
  if (written === null) return null;
  const year = Number(written.slice(0, 4));
  const isLater = compareCodePoints(start.slice(1, 7), written.slice(4, 10)) > 0;
  const isEarlierYear = isLater && written.length >= 10;
  return `${String(year - (isEarlierYear ? 1 : 0)).padStart(4, '0')}${start.slice(1)}`;
}

/** All resolutions, those of the newest meeting first and in the order of its record. */
export function resolutionsOf(documents: readonly Summary[]): Resolution[] {
  return meetingsOf(documents).flatMap(({ document, meeting }) =>
    meeting.resolutions.map(({ text, anchor }) => ({ document, text, anchor })),
  );
}
