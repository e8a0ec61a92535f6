import type { RecordedMeeting } from '#archive/meetings.ts';
import type { MeetingSummary, Summary } from '#document/document.ts';
import { namesOf } from '#document/terms.ts';
import { urlOf } from './frame.ts';
import { documentPath } from './lines.ts';

/** A meeting as its page and the lists of meetings show it; `present` also counts those whom it names. */
export type MeetingView = Omit<MeetingSummary, 'start' | 'end' | 'resolutions' | 'stated'> &
  Readonly<{
    /** `2024-08-07 15:00 — 17:30` */
    time: string | null;
    resolutions: readonly Readonly<{ text: string; url: string }>[];
    /** Whether its record has a field, filled in or not. */
    hasField: Readonly<Record<'time' | 'place' | 'chair' | 'recorder' | 'attended', boolean>>;
  }>;

/** @param page address of the document's page as seen from the page that shows the view */
export function meetingView(meeting: MeetingSummary, page: string): MeetingView {
  const { start, end, resolutions, stated, ...shown } = meeting;
  const has = (field: string) => stated.includes(field);
  return {
    ...shown,
    time: timeText(meeting),
    hasField: {
      time: has('time'),
      place: has('place'),
      chair: has('chair'),
      recorder: has('recorder'),
      attended: has('attended'),
    },
    present: meeting.present ?? countNames(meeting.attended),
    resolutions: resolutions.map(({ text, anchor }) => {
      return { text, url: `${page}#${anchor ?? 'main'}` };
    }),
  };
}

/** A name for all (全体党员) counts nobody. */
function countNames(names: readonly string[]): number | null {
  return names.length === 0 || names.some((name) => /全体|等|代表$/.test(name))
    ? null
    : names.length;
}

/** On one day the end is only a time of day. A date without a year is written as one. */
function timeText({ start, end }: MeetingSummary): string | null {
  if (start === null) return null;
  const show = (value: string) => value.replace(/^--(\d\d)-(\d\d)/, '$1-$2').replace('T', ' ');
  if (end === null) return show(start);
  const sameDay = start.slice(0, 10) === end.slice(0, 10) && end.length > 10;
  return `${show(start)} — ${sameDay ? end.slice(11) : show(end)}`;
}

/** One line of a list of meetings. */
export type MeetingLineView = Readonly<{
  title: string;
  url: string;
  date: string | null;
  organisation: string | null;
  meeting: MeetingView;
}>;

/** A meeting with what a list shows of its record. */
export type ListedMeeting = Readonly<{
  document: Pick<Summary, 'id' | 'title' | 'organisations'>;
  meeting: MeetingSummary;
  held: string | null;
}>;

export function listedMeeting({ document, meeting, held }: RecordedMeeting): ListedMeeting {
  const { id, title, organisations } = document;
  return { document: { id, title, organisations }, meeting, held };
}

/** The title of the record, with what it calls a meeting that is one of several. */
export function titleOfMeeting(document: string, { title }: MeetingSummary): string {
  return title === null ? document : `${document}：${title}`;
}

export function meetingLineView(
  { document, meeting, held }: ListedMeeting,
  root: string,
): MeetingLineView {
  const page = urlOf(documentPath(document.id), root);
  return {
    title: titleOfMeeting(document.title, meeting),
    url: meeting.anchor === null ? page : `${page}#${meeting.anchor}`,
    date: held?.slice(0, 10) ?? null,
    organisation: namesOf(document.organisations),
    meeting: meetingView(meeting, page),
  };
}
