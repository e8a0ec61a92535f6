import { startOf, type WallClock, type WrittenDate } from '#document/dates/dates.ts';
import { formatOffset, type Zone } from '#site/zone.ts';

/**
 * The site's wall-clock time of a date. A text that states the zone's own offset means what it
 * says: +08:00 in Shanghai stays as written in the summers of 1986 to 1991 too, when the clocks
 * there stood at +09:00.
 */
export function toWallClock({ value, precision, offset }: WrittenDate, zone: Zone): WallClock {
  if (offset === null) return { value, precision };
  const start = startOf({ value, precision });
  if (offset === zone.standardOffsetAt(start) || offset === zone.offsetAt(start)) {
    return { value, precision };
  }
  const instant = Date.parse(`${start}${formatOffset(offset)}`);
  return { value: zone.wallClockAt(instant).slice(0, value.length), precision };
}
