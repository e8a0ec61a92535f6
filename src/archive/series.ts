import type { Summary } from '#document/document.ts';
import { namesOf } from '#document/terms.ts';
import { compareCodePoints, compareTitles } from '#document/text/order.ts';
import { heldAt } from './meetings.ts';

/** Where a meeting stands among the meetings of one sort that an organisation holds. */
export type SeriesPlace = Readonly<{
  /** 云溪县水利局机关党支部支委会 */
  name: string;
  /** Its number, the earliest being 1, of so many. */
  number: number;
  count: number;
  previous: Summary | null;
  next: Summary | null;
}>;

type Recorded = Readonly<{ document: Summary; held: string }>;

/**
 * Finds the meetings that recur: two or more of one sort and organisation, by document id. A record
 * that names no organisation, no sort or no month cannot be told from those of others, and a
 * collection records many meetings: they are in no series. Two near-identical records of one day
 * are of one meeting.
 */
export function findSeries(
  documents: readonly Summary[],
  variants: readonly (readonly Summary[])[],
): Map<string, SeriesPlace> {
  const places = new Map<string, SeriesPlace>();
  const groups = new Map(
    variants.flatMap((group, number) => group.map((each) => [each, number] as const)),
  );
  for (const [name, records] of recordsBySeries(documents)) {
    const meetings = inMeetings(records.sort(compareHeld), groups);
    if (meetings.length < 2) continue;
    for (const [index, meeting] of meetings.entries()) {
      const previous = meetings[index - 1]?.[0]?.document ?? null;
      const next = meetings[index + 1]?.[0]?.document ?? null;
      const place = { name, number: index + 1, count: meetings.length, previous, next };
      for (const { document } of meeting) places.set(document.id, place);
    }
  }
  return places;
}

function recordsBySeries(documents: readonly Summary[]): Map<string, Recorded[]> {
  const series = new Map<string, Recorded[]>();
  for (const document of documents) {
    const { meetings, organisations, pieces } = document;
    const [meeting] = meetings.length === 1 ? meetings : [];
    const held = meeting === undefined ? null : heldAt(meeting, document.date);
    const holder = namesOf(organisations);
    if (meeting?.sort == null || holder === null || pieces.length > 0) continue;
    if (held === null || held.length < '2024-08'.length) continue;
    // The name of a branch may end in that of its meeting
    const name = holder.endsWith(meeting.sort)
      ? holder
      : holder + (/^[A-Z]/.test(meeting.sort) ? ' ' : '') + meeting.sort;
    const records = series.get(name);
    if (records === undefined) series.set(name, [{ document, held }]);
    else records.push({ document, held });
  }
  return series;
}

/** By time, and on one day by the clock; then by title and address, so that the order is one. */
function compareHeld(a: Recorded, b: Recorded): number {
  return (
    compareCodePoints(a.held, b.held) ||
    compareTitles(a.document.title, b.document.title) ||
    compareCodePoints(a.document.id, b.document.id)
  );
}

function inMeetings(
  records: readonly Recorded[],
  groups: ReadonlyMap<Summary, number>,
): Recorded[][] {
  const meetings: Recorded[][] = [];
  for (const record of records) {
    const last = meetings.at(-1);
    const [first] = last ?? [];
    const group = groups.get(record.document);
    const isSame =
      first !== undefined &&
      group !== undefined &&
      group === groups.get(first.document) &&
      dayOf(record.held) === dayOf(first.held);
    if (isSame) last?.push(record);
    else meetings.push([record]);
  }
  return meetings;
}

function dayOf(held: string): string {
  return held.slice(0, 10);
}
