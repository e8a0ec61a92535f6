import { findDate } from '#document/dates/dates.ts';
import type { Unit } from '#document/text/units.ts';
import { readHeader } from './header.ts';
import type { Meeting, MeetingContext } from './meeting.ts';
import { readProse } from './prose.ts';
import { readFields } from './record-fields.ts';
import { type Segment, segmentsOf } from './segments.ts';

type Header = ReturnType<typeof readHeader>;

const fewestFields = 2;

/**
 * Reads the records in a text (spec.md, "Meetings"), one for each meeting: none where it is no record, and one
 * where its parts are no records by themselves.
 */
export function readMeetings(
  units: readonly Unit[],
  header: Header,
  context: MeetingContext,
): Meeting[] {
  const segments = header.length === 0 ? [] : segmentsOf(units);
  const parts =
    segments.length < 2 ? [] : segments.flatMap((each) => readPart(units, each, context));
  if (parts.length > 1) return parts;
  const meeting = readMeeting(units, header, context);
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
  const part = units.slice(from, to);
  const meeting = readMeeting(part, readHeader(part), own);
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
  header: Header,
  { year, day, said, isRecord }: MeetingContext,
): Meeting | null {
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
