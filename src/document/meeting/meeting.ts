import type { RequiredField } from '#diagnostics/words.ts';
import type { Problem } from './problems.ts';
import type { Resolution } from './resolutions.ts';
import type { Task } from './tasks.ts';
import type { Turn } from './turns.ts';

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

export type MeetingField = Readonly<{
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

/** A meeting of which nothing is known. */
export const nothingSaid: Meeting = {
  name: null,
  line: null,
  time: null,
  place: null,
  chair: null,
  chairRole: null,
  recorder: null,
  subject: null,
  expected: null,
  present: null,
  attended: [],
  absent: [],
  observers: [],
  agenda: [],
  turns: [],
  resolutions: [],
  tasks: [],
  ended: null,
  stated: [],
  fields: [],
  problems: [],
  missing: [],
};
