import type { MeetingFault, MeetingFieldName, RequiredField } from '#diagnostics/words.ts';
import type { Unit } from '#document/text/units.ts';
import type { Field } from './header.ts';
import type { MeetingTime } from './time.ts';

/** A contradiction in a record, at a line of the source file. */
export type Problem = Readonly<{ line: number; field: MeetingFieldName; fault: MeetingFault }>;

/** Times that no calendar has, obligatory fields that are empty, and more people than there should be. */
export function problemsOf(
  header: readonly Field[],
  time: MeetingTime | null,
  units: readonly Unit[],
  { expected, present }: Readonly<{ expected: number | null; present: number | null }>,
): Problem[] {
  const line = (field: Field) => units[field.unit]?.line ?? 1;
  const inFields = header.flatMap((field): Problem[] => {
    const isTime = timeProperties.has(field.property);
    if (isTime && time?.problem != null) {
      return [{ line: line(field), field: 'time', fault: time.problem }];
    }
    const isEmpty = field.value.trim() === '' && field.beneath.length === 0;
    const needed = obligatory.find((one) => one === field.property);
    if (!isEmpty || needed === undefined) return [];
    return [{ line: line(field), field: needed, fault: { is: 'empty' } }];
  });
  if (expected === null || present === null || present <= expected) return inFields;
  const counted = header.find(({ property }) => property === 'present') ?? header[0];
  const at = counted === undefined ? 1 : line(counted);
  const fault = { is: 'more-present', expected, present } as const;
  return [...inFields, { line: at, field: 'present', fault }];
}

const timeProperties: ReadonlySet<string> = new Set(['time', 'date', 'time-place']);

const obligatory: readonly RequiredField[] = ['time', 'place', 'chair', 'recorder', 'attended'];

/** The obligatory properties that a record does not state. */
export function missingOf(stated: readonly string[]): RequiredField[] {
  return obligatory.filter((property) => {
    const isCounted = property === 'attended' && stated.includes('present');
    return !stated.includes(property) && !isCounted;
  });
}
