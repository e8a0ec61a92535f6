import { parseDate, type WallClock } from '#document/dates/dates.ts';
import type { MeetingSummary, Summary } from '#document/document.ts';

const nothing: Summary = {
  id: '',
  file: '',
  sha256: '',
  title: '',
  statedPieces: null,
  pieces: [],
  pinyin: [],
  kind: { name: '文档', slug: 'document' },
  documentNumber: null,
  meetings: [],
  quiz: null,
  date: null,
  updated: null,
  otherDates: [],
  tags: [],
  organisations: [],
  speaker: null,
  occasion: null,
  place: null,
  source: null,
  views: null,
  popular: false,
  excerpt: '',
  characters: 0,
  words: null,
  placeholders: 0,
  cutOff: false,
  aliases: [],
  citations: [],
  articles: 0,
  links: [],
  originals: [],
  fields: {},
};

export function wallClock(text: string): WallClock {
  const date = parseDate(text);
  if (date === null) throw new Error(`${text} is no date`);
  return { value: date.value, precision: date.precision };
}

/** A document of which nothing is known but its id, its date and what is given. */
export function document(id: string, date: string | null, rest: Partial<Summary> = {}): Summary {
  const when = date === null ? null : wallClock(date);
  return { ...nothing, id, file: `${id}.md`, title: id, date: when, ...rest };
}

const noMeeting: MeetingSummary = {
  title: null,
  anchor: null,
  sort: null,
  start: null,
  end: null,
  place: null,
  chair: null,
  recorder: null,
  expected: null,
  present: null,
  attended: [],
  absent: [],
  observers: [],
  agenda: [],
  speakers: [],
  resolutions: [],
  tasks: [],
  stated: [],
};

/** A record of a meeting. */
export function record(
  id: string,
  date: string | null,
  meeting: Partial<MeetingSummary> = {},
  rest: Partial<Summary> = {},
): Summary {
  return document(id, date, { ...rest, meetings: [{ ...noMeeting, ...meeting }] });
}
