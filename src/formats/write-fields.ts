import { stringify } from 'yaml';

/** Fields as YAML, one a line; those that are null or empty are left out. */
export function writeFields(values: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(values).filter(([, value]) => !isEmpty(value));
  return given.length === 0 ? '' : stringify(Object.fromEntries(given), { lineWidth: 0 });
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
