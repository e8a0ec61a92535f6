import type { Unit } from '#document/text/units.ts';
import type { Meeting } from './meeting.ts';
import { readLeaders, readNames } from './names.ts';
import { findResolutions } from './resolutions.ts';
import { findTasks } from './tasks.ts';
import { readMeetingTime } from './time.ts';
import { findTurns } from './turns.ts';

/** How far into a record the sentence that introduces the meeting is looked for. */
const reach = 4;

const place = /在([^，。；]{2,24}?)(?:主持|组织)*(?:召开|举行|开展)/;
const chair =
  /(?:会议|大会|活动)?由([^，。；]{2,20}?)(?:同志)?主持|([^，。；由在]{2,24}?)(?:同志)?(?:在[^，。；]{2,24}?)?主持(?:召开|会议|了)/;
const attended =
  /[，。；]([^，。；]{2,80}?)(?:等\d*人?)?(?:参加|出席)(?:了?(?:本次|此次)?(?:会议|活动))?(?=[，。；]|$)/;
const recorder = /[，。；]([^，。；]{2,12}?)(?:同志)?(?:负责|担任|作)?(?:会议)?记录(?=[，。；]|$)/;
const observers = /[，。；]([^，。；]{2,60}?)列席(?:了?(?:本次|此次)?会议)?/;

/**
 * Reads a record without fields, whose first sentences say when and where the meeting was and who
 * led it: `2024年8月7日上午，支委会在二楼会议室召开，会议由王××主持`. null where none does.
 */
export function readProse(units: readonly Unit[], year: number | null): Meeting | null {
  const at = units.findIndex(
    ({ text, form }, index) =>
      index < reach && form === 'paragraph' && /(?:召开|举行|主持)/.test(text.slice(0, 400)),
  );
  const opening = units[at]?.text.slice(0, 400) ?? '';
  const led = chair.exec(opening);
  const time = readMeetingTime(opening, year);
  if (at === -1 || (led === null && time.start === null)) return null;
  const [leader] = readLeaders(led?.[1] ?? led?.[2] ?? '');
  const present = readNames((attended.exec(opening)?.[1] ?? '').replace(/[和与及]/g, '、')).people;
  const watching = readNames(
    (observers.exec(opening)?.[1] ?? '').replace(/[和与及]/g, '、'),
  ).people;
  const names = new Set([leader, ...present, ...watching].flatMap((one) => one?.name ?? []));
  const turns = findTurns(units, names, new Set([at]));
  const resolutions = findResolutions(units, new Set(turns.map(({ unit }) => unit)), new Set([at]));
  const found = {
    time: time.start === null ? null : { start: time.start, end: time.end },
    place: place.exec(opening)?.[1] ?? null,
    chair: leader?.name ?? null,
    attended: present.map(({ name }) => name),
    observers: watching.map(({ name }) => name),
  };
  const line = units[at]?.line ?? 1;
  return {
    ...found,
    name: null,
    line: null,
    chairRole: leader?.role ?? null,
    recorder: readNames(recorder.exec(opening)?.[1] ?? '').people[0]?.name ?? null,
    subject: null,
    expected: null,
    present: null,
    absent: [],
    agenda: [],
    turns,
    resolutions,
    tasks: findTasks(units, resolutions, Number(/^\d{4}/.exec(time.start ?? '')?.[0] ?? year)),
    ended: null,
    stated: [],
    fields: [],
    problems: time.problem === null ? [] : [{ line, field: 'time', fault: time.problem }],
    missing: [],
  };
}
