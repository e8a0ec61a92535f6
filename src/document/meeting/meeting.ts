import type { RequiredField } from '#diagnostics/words.ts';
import { findDate } from '#document/dates/dates.ts';
import { parseNumbering } from '#document/outline/numbering.ts';
import { simplified } from '#document/text/simplified.ts';
import type { Unit } from '#document/text/units.ts';
import { readAgenda } from './agenda.ts';
import { wordsOf } from './beneath.ts';
import { findEnd } from './end.ts';
import { type Field, readHeader } from './header.ts';
import type { Property } from './label-words.ts';
import {
  type Named,
  readLeaders,
  readNames,
  readToldAbsence,
  readToldAttendance,
} from './names.ts';
import { missingOf, type Problem, problemsOf } from './problems.ts';
import { readProse } from './prose.ts';
import { findResolutions, type Resolution } from './resolutions.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { findTasks, type Task } from './tasks.ts';
import { type MeetingTime, readMeetingTime } from './time.ts';
import { findTurns, type Turn } from './turns.ts';

/** What a meeting record says. Times are ISO 8601 cut to their precision; `--08-07` has no year. */
export type Meeting = Readonly<{
  name: string | null;
  /** Line of the heading that opens its record, in a text of several. */
  line: number | null;
  time: Readonly<{ start: string; end: string | null }> | null;
  place: string | null;
  chair: string | null;
  chairRole: string | null;
  recorder: string | null;
  subject: string | null;
  /** People who should have come, and who came, where the record gives numbers. */
  expected: number | null;
  present: number | null;
  attended: readonly string[];
  absent: readonly Readonly<{ name: string; reason: string | null }>[];
  observers: readonly string[];
  agenda: readonly string[];
  turns: readonly Turn[];
  resolutions: readonly Resolution[];
  tasks: readonly Task[];
  /** When it ended, as written at its end. */
  ended: string | null;
  /** Properties that the record has a field for, even an empty one. */
  stated: readonly string[];
  /** Where each labelled field stands in the text of its unit. */
  fields: readonly MeetingField[];
  problems: readonly Problem[];
  /** Fields that a record is expected to have and has not: time, place, chair, recorder, attended. */
  missing: readonly RequiredField[];
}>;

type MeetingField = Readonly<{
  property: string;
  label: string;
  unit: number;
  line: number;
  from: number;
  to: number;
  valueFrom: number;
}>;

export type MeetingContext = Readonly<{
  /** Of the title or the front matter, for dates without one. */
  year: number | null;
  /** The day that the title or the name of the file tells, for times without one. */
  day: string | null;
  /** The day or time that the title tells. */
  said: string | null;
  /** Whether the document is known to be a record: then one field is enough, and so is prose. */
  isRecord: boolean;
}>;

const fewestFields = 2;

/**
 * Reads the records in a text (spec.md, "Meetings"), one for each meeting: none where it is no record, and one
 * where its parts are no records by themselves.
 */
export function readMeetings(units: readonly Unit[], context: MeetingContext): Meeting[] {
  const segments = readHeader(units).length === 0 ? [] : segmentsOf(units);
  const parts =
    segments.length < 2 ? [] : segments.flatMap((each) => readPart(units, each, context));
  if (parts.length > 1) return parts;
  const meeting = readMeeting(units, context);
  return meeting === null ? [] : [meeting];
}

/** One record of several, with the day that its heading tells. */
function readPart(
  units: readonly Unit[],
  { from, to, opening }: Segment,
  context: MeetingContext,
): Meeting[] {
  const head = opening === null ? null : units[opening];
  const time = timeOf(head?.text ?? '');
  const day = time?.slice(0, 10) ?? null;
  const own = { ...context, day, said: time, isRecord: true };
  const meeting = readMeeting(units.slice(from, to), own);
  if (meeting === null || meeting.stated.length < fewestFields - (time === null ? 0 : 1)) return [];
  const moved = <Part extends Readonly<{ unit: number }>>(parts: readonly Part[]) =>
    parts.map((part) => ({ ...part, unit: part.unit + from }));
  return [
    {
      ...meeting,
      name: head?.text.trim() ?? meeting.name,
      line: head?.line ?? null,
      fields: moved(meeting.fields),
      turns: moved(meeting.turns),
      resolutions: moved(meeting.resolutions),
    },
  ];
}

/** The day, or the time of day, that a title tells. */
export function timeOf(title: string): string | null {
  const found = findDate(title);
  return found !== null && /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?$/.test(found.value)
    ? found.value
    : null;
}

/** Reads one record; null where the text is none. 时间： alone makes none: pages of the web say so. */
function readMeeting(
  units: readonly Unit[],
  { year, day, said, isRecord }: MeetingContext,
): Meeting | null {
  const header = readHeader(units);
  const properties = new Set(header.map(({ property }) => property));
  if (properties.size < (isRecord ? 1 : fewestFields)) {
    return isRecord ? readProse(units, year) : null;
  }
  const told = isRecord && !properties.has('time') ? readProse(units, year) : null;
  const record = datedBy(readFields(units, header, year, day), said);
  return told === null ? record : complete(record, told);
}

/** A record that says its time in its title alone. */
function datedBy(record: Meeting, said: string | null): Meeting {
  if (record.time !== null || said === null) return record;
  const missing = record.missing.filter((property) => property !== 'time');
  return { ...record, time: { start: said, end: null }, missing };
}

/** A record whose fields leave out what its first sentences say. */
function complete(record: Meeting, told: Meeting): Meeting {
  const time = record.time ?? told.time;
  const chair = record.chair ?? told.chair;
  const place = record.place ?? told.place;
  const said = [time && 'time', chair && 'chair', place && 'place'];
  return {
    ...record,
    time,
    chair,
    place,
    chairRole: record.chairRole ?? told.chairRole,
    attended: record.attended.length > 0 ? record.attended : told.attended,
    missing: record.missing.filter((property) => !said.includes(property)),
  };
}

function readFields(
  units: readonly Unit[],
  header: readonly Field[],
  year: number | null,
  day: string | null,
): Meeting {
  const properties = new Set(header.map(({ property }) => property));
  const value = (property: Property) => header.find((field) => field.property === property) ?? null;
  const time = readTime(value('time') ?? value('time-place'), value('date'), year, day);
  const recorder = leaders(value('recorder'));
  const told = readToldAttendance(textOf(value('attended')));
  const chair = value('chair') === null ? told.chair : leaders(value('chair'));
  const named = told.isProse
    ? { people: [], counted: told.counted }
    : readNames(textOf(value('attended')));
  const attended = { ...named, people: named.people.filter((one) => !isAway(one)) };
  const absent = [
    ...(value('absent') === null ? readToldAbsence(units.slice(0, 12)) : people(value('absent'))),
    ...named.people.filter(isAway).map((one) => ({ ...one, note: reasonOf(one) })),
  ];
  const observers = people(value('observers'));
  const agenda = value('agenda');
  const inHeader = new Set(header.flatMap(({ unit, beneath }) => [unit, ...beneath]));
  const present = new Set(
    [...chair, ...recorder, ...attended.people, ...observers, ...absent].map(({ name }) => name),
  );
  const turns = findTurns(units, present, inHeader);
  const resolutions = findResolutions(units, new Set(turns.map(({ unit }) => unit)), inHeader);
  const own = yearOf(time) ?? year;
  const ended = findEnd(units, header);
  const expected = readNames(textOf(value('expected'))).counted ?? counted(/应到\D{0,6}(\d+)/);
  const came =
    readNames(textOf(value('present'))).counted ?? counted(/实到\D{0,6}(\d+)/) ?? attended.counted;
  const stated = [...new Set(properties)].flatMap((property) =>
    property === 'time-place' ? ['time', 'place'] : [property === 'date' ? 'time' : property],
  );
  return {
    name: nullIfEmpty(value('name')) ?? meetingName(units, header),
    line: null,
    time: time?.start == null ? null : { start: time.start, end: time.end },
    place: nullIfEmpty(value('place')) ?? restOfTime(value('time-place'), time),
    chair: joined(chair),
    chairRole: chair.length === 1 ? (chair[0]?.role ?? null) : null,
    recorder: joined(recorder),
    subject: nullIfEmpty(value('subject')),
    expected,
    present: came,
    attended: attended.people.map(({ name }) => name),
    absent: absent.map(({ name, note }) => ({ name, reason: note })),
    observers: observers.map(({ name }) => name),
    agenda:
      agenda === null
        ? []
        : readAgenda(
            agenda.value,
            agenda.beneath.map((unit) => wordsOf(units, unit, true)),
          ),
    turns,
    resolutions,
    tasks: findTasks(units, resolutions, own),
    ended: ended?.value ?? null,
    stated,
    fields: [...header, ...(ended === null || header.includes(ended) ? [] : [ended])].map((field) =>
      toField(field, units),
    ),
    problems: problemsOf(header, time, units, { expected, present: came }),
    missing:
      stated.length < fewestFields
        ? []
        : missingOf([...stated, ...(chair.length > 0 ? ['chair'] : [])]),
  };

  /** A number told among those present or beside the fields: `应到35人，实到32人`. */
  function counted(pattern: RegExp): number | null {
    const last = header.at(-1)?.unit ?? 0;
    const told = units.slice(0, last + 3).map(({ text }) => text.slice(0, 200));
    const number = told.map((text) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
    return number === undefined ? null : Number(number);
  }

  function textOf(field: Field | null): string {
    if (field === null) return '';
    // A row of values holds those of other fields too
    const isHead = units[field.unit]?.form === 'row';
    const beneath = (isHead ? [] : field.beneath).map((unit) => {
      const text = wordsOf(units, unit, false);
      return text.slice(parseNumbering(text)?.length ?? 0);
    });
    // `唐×，生病住院；韩×，出差`: where people are parted by ；, a comma parts a reason from its name
    const own = /[；;]/.test(field.value)
      ? field.value.replace(/(^|[；;])\s*([^，,；;（(]{2,4})[，,]([^；;，,]+)/g, '$1$2（$3）')
      : field.value;
    return [own, ...beneath].filter((part) => part !== '').join('、');
  }

  function leaders(field: Field | null): Named[] {
    return field === null ? [] : readLeaders(textOf(field));
  }

  function people(field: Field | null): Named[] {
    return field === null ? [] : readNames(textOf(field)).people;
  }
}

function toField(
  { property, label, unit, from, to, valueFrom }: Field,
  units: readonly Unit[],
): MeetingField {
  return { property, label, unit, line: units[unit]?.line ?? 1, from, to, valueFrom };
}

/**
 * The time, with the day of a field of its own where there is one (`日期：`, `时间：10:00-12:00`), else with the
 * day that is known of the record.
 */
function readTime(
  field: Field | null,
  dayField: Field | null,
  year: number | null,
  known: string | null,
): MeetingTime | null {
  const own = dayField === null ? null : readMeetingTime(dayField.value, year);
  if (field === null) return own;
  const time = readMeetingTime(field.value, year);
  if (time.start !== null || time.problem !== null) return time;
  if (own?.start != null) return readMeetingTime(`${dayField?.value.trim()} ${field.value}`, year);
  return known === null ? time : readMeetingTime(`${known} ${field.value.trim()}`, year);
}

const away =
  /^(?:因?[病事公产婚]?[请病事公产婚]假.*|因[^，。]{1,10}(?:请假|未到|缺席)|缺席|未到|出差.*|外出.*)$/;

/** `张×（请假）` in the list of those who should have come. */
function isAway({ note }: Named): boolean {
  return note !== null && away.test(simplified(note));
}

function reasonOf({ note }: Named): string | null {
  return note === null || /^(?:请假|缺席|未到)$/.test(simplified(note)) ? null : note;
}

function yearOf(time: MeetingTime | null): number | null {
  const year = /^\d{4}/.exec(time?.start ?? '')?.[0];
  return year === undefined ? null : Number(year);
}

/** `时间地点：2024年9月3日，青溪村党群服务中心`. */
function restOfTime(field: Field | null, time: MeetingTime | null): string | null {
  if (field === null || time === null) return null;
  const rest = field.value
    .slice(time.to)
    .replace(/^[\s　，,、；;]+/, '')
    .trim();
  return rest === '' ? null : rest;
}

function nullIfEmpty(field: Field | null): string | null {
  const text = field?.value.trim() ?? '';
  return text === '' ? null : text.replace(/[。；;]$/, '');
}

function joined(people: readonly Named[]): string | null {
  return people.length === 0 ? null : people.map(({ name }) => name).join('、');
}

/** `2024年第6次局长办公会`: a line above the fields that names the meeting and is not the title. */
function meetingName(units: readonly Unit[], header: readonly Field[]): string | null {
  const first = header[0]?.unit ?? 0;
  const above = units[first - 1];
  if (above === undefined || above.form === 'row' || above.text.length > 40) return null;
  return /(?:会|会议|大会|活动)(?:[（(].*[)）])?$/.test(above.text.trim())
    ? above.text.trim()
    : null;
}
