import { readAgenda } from './agenda.ts';
import { type Property, propertyOf } from './label-words.ts';
import { type Meeting, type MeetingContext, nothingSaid } from './meeting.ts';
import { readLeaders, readNames } from './names.ts';
import { readMeetingTime } from './time.ts';

/**
 * The meetings of a record with what its keepers say of them. Fields are those of a single meeting: of a record of
 * several they make one.
 */
export function overruleMeeting(
  meetings: readonly Meeting[],
  said: false | Readonly<Record<string, string>>,
  { year }: Pick<MeetingContext, 'year'>,
): readonly Meeting[] {
  if (said === false) return [];
  const fields = Object.entries(said).flatMap(([label, value]): [Property, string][] => {
    const property = propertyOf(label);
    return property === null ? [] : [[property, value]];
  });
  if (fields.length === 0) return meetings;
  const [own = nothingSaid] = meetings.length === 1 ? meetings : [];
  return [
    fields.reduce((meeting, [property, value]) => withField(meeting, property, value, year), own),
  ];
}

function withField(
  meeting: Meeting,
  property: Property,
  value: string,
  year: number | null,
): Meeting {
  const known = {
    ...meeting,
    stated: [...new Set([...meeting.stated, property])],
    missing: meeting.missing.filter((each) => each !== property),
  };
  const namesOf = () => readNames(value).people;
  const text = value === '' ? null : value;
  switch (property) {
    case 'name':
    case 'place':
    case 'subject':
      return { ...known, [property]: text };
    case 'date':
    case 'time':
    case 'time-place': {
      const { start, end } = readMeetingTime(value, year);
      const missing = known.missing.filter((each) => each !== 'time');
      return { ...known, missing, time: start === null ? null : { start, end } };
    }
    case 'chair':
    case 'recorder': {
      const leaders = readLeaders(value);
      const names = leaders.map(({ name }) => name).join('、');
      const role = property === 'chair' ? { chairRole: leaders[0]?.role ?? null } : {};
      return { ...known, ...role, [property]: names === '' ? null : names };
    }
    case 'attended':
    case 'observers':
      return { ...known, [property]: namesOf().map(({ name }) => name) };
    case 'absent':
      return { ...known, absent: namesOf().map(({ name, note }) => ({ name, reason: note })) };
    case 'expected':
    case 'present': {
      const count = /\d+/.exec(value)?.[0];
      return { ...known, [property]: count === undefined ? null : Number(count) };
    }
    case 'agenda':
      return { ...known, agenda: readAgenda(value, value.split('、')) };
    case 'ended':
      return { ...known, ended: text };
    case 'lecturer':
    case 'copied':
      return known;
  }
}
