import type { Timeline, TimelineGap, TimelineYear } from '#archive/timeline.ts';
import { type Frame, urlOf } from './frame.ts';

/** A month's bar: its place in the row's drawing, and where it leads. */
type Bar = Readonly<{
  x: number;
  y: number;
  height: number;
  /** `2024年8月 3篇` */
  label: string;
  url: string;
}>;

/** A row of the chart: a year, or several without documents, which have neither count nor address. */
export type TimelineRow = Readonly<{
  title: string;
  url: string | null;
  count: number;
  bars: readonly Bar[];
}>;

/** Size of a row's drawing, in its own units. */
const month = 20;
const rowHeight = 30;

/** The tallest bar is the month with the most documents; one document is always seen. */
export function timelineView({ rows, most }: Timeline, frame: Frame, root: string): TimelineRow[] {
  return rows.map((row) =>
    row.type === 'gap' ? gapView(row, frame) : yearView(row, most, frame, root),
  );
}

function gapView({ from, to }: TimelineGap, { text }: Frame): TimelineRow {
  return { title: `${from}–${to}${text.year}`, url: null, count: 0, bars: [] };
}

function yearView(
  { year, count, months }: TimelineYear,
  most: number,
  { text }: Frame,
  root: string,
): TimelineRow {
  const title = `${year}${text.year}`;
  const folder = `years/${String(year).padStart(4, '0')}/`;
  const bars = months.flatMap((documents, index): Bar[] => {
    if (documents === 0) return [];
    const number = String(index + 1).padStart(2, '0');
    const name = text.month === '' ? `-${number}` : `${index + 1}${text.month}`;
    const height = Math.max(3, Math.round((documents / Math.max(1, most)) * (rowHeight - 2)));
    return [
      {
        x: index * month,
        y: rowHeight - height,
        height,
        label: `${title}${name} ${documents}${text.documentsUnit}`,
        url: urlOf(`${folder}${number}/`, root),
      },
    ];
  });
  return { title, url: count === 0 ? null : urlOf(folder, root), count, bars };
}
