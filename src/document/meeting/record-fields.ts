import { parseNumbering } from '#document/outline/numbering.ts';
import { simplified } from '#document/text/simplified.ts';
import type { Unit } from '#document/text/units.ts';
import { readAgenda } from './agenda.ts';
import { wordsOf } from './beneath.ts';
import { findEnd } from './end.ts';
import type { Field } from './header.ts';
import type { Property } from './label-words.ts';
import type { Meeting, MeetingField } from './meeting.ts';
import {
  type Named,
  readLeaders,
  readNames,
  readToldAbsence,
  readToldAttendance,
} from './names.ts';
import { missingOf, problemsOf } from './problems.ts';
import { findResolutions } from './resolutions.ts';
import { findTasks } from './tasks.ts';
import { type MeetingTime, readMeetingTime } from './time.ts';
import { findTurns } from './turns.ts';

/** Fewer name no record, of which something could be missing. */
const fewestFields = 2;

/**
 * What the fields of a record say, and what was said and decided in its text.
 *
 * @param day that is known of the record, for a clock alone
 */
export function readFields(
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
  const expected =
    readNames(textOf(value('expected'))).counted ?? counted(/应(?:到|出席)\D{0,6}(\d+)/);
  const came =
    readNames(textOf(value('present'))).counted ??
    counted(/实(?:到|出席)\D{0,6}(\d+)/) ??
    attended.counted;
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
    const told = units.slice(0, last + 3).map(({ text }) => simplified(text.slice(0, 200)));
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
