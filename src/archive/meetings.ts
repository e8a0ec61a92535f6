import type { MeetingSummary, Summary } from '#document/document.ts';

/** A document that records a meeting. */
export type RecordedMeeting = Readonly<{ document: Summary; meeting: MeetingSummary }>;

/** What a meeting decided, with the record that says so. */
export type Resolution = Readonly<{ document: Summary; text: string; anchor: string | null }>;

/** The meetings of an archive, in the order of its documents. */
export function meetingsOf(documents: readonly Summary[]): RecordedMeeting[] {
  return documents.flatMap((document) =>
    document.meeting === null ? [] : [{ document, meeting: document.meeting }],
  );
}

/** All resolutions, those of the newest meeting first and in the order of its record. */
export function resolutionsOf(documents: readonly Summary[]): Resolution[] {
  return meetingsOf(documents).flatMap(({ document, meeting }) =>
    meeting.resolutions.map(({ text, anchor }) => ({ document, text, anchor })),
  );
}
