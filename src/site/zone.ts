/** A time zone as the archive needs it. Wall-clock times are written `2024-08-07T09:23:21`. */
export type Zone = Readonly<{
  name: string;
  /** The wall-clock time of an instant, in milliseconds since 1970 UTC. */
  wallClockAt: (instant: number) => string;
  /** Minutes east of UTC at a wall-clock time. */
  offsetAt: (wallClock: string) => number;
  /** Minutes east of UTC that the zone keeps outside daylight-saving time, in the year of the time. */
  standardOffsetAt: (wallClock: string) => number;
}>;

const minute = 60_000;

/** Throws RangeError for a name that is not in the IANA time zone database. */
export function openZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

  function wallClockAt(instant: number): string {
    const parts: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(instant)) parts[type] = value;
    const { year = '', month, day, hour, minute, second } = parts;
    return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}`;
  }

  function offsetOfInstant(instant: number): number {
    return Math.round((Date.parse(`${wallClockAt(instant)}Z`) - instant) / minute);
  }

  function offsetAt(wallClock: string): number {
    const asUtc = Date.parse(`${wallClock}Z`);
    const guess = offsetOfInstant(asUtc);
    return offsetOfInstant(asUtc - guess * minute);
  }

  const standardOffsets = new Map<string, number>();

  function standardOffsetAt(wallClock: string): number {
    const year = wallClock.slice(0, 4);
    const known = standardOffsets.get(year) ?? findStandardOffset(year);
    standardOffsets.set(year, known);
    return known;
  }

  function findStandardOffset(year: string): number {
    const winter = offsetOfInstant(Date.parse(`${year}-01-01T00:00:00Z`));
    const summer = offsetOfInstant(Date.parse(`${year}-07-01T00:00:00Z`));
    return Math.min(winter, summer);
  }

  return { name, wallClockAt, offsetAt, standardOffsetAt };
}

/** `+08:00` for 480. */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
