import { cellBarrier } from './fold.ts';
import type { Stretch } from './match.ts';
import { headingMark } from './text.ts';

/** A piece of a text for people to read: what was found is marked. */
export type Passage = Readonly<{
  parts: readonly Readonly<{ text: string; found: boolean }>[];
  /** Which hit of the document it leads to, counted from 0 in the order of the text. */
  hit: number;
}>;

/** Characters of a passage, and how many of them may go before the first hit. */
const longest = 110;
const before = 48;

/**
 * The passage around a hit: its paragraph, or where that is long a part of it that begins behind a
 * full stop or comma if one is near.
 */
export function passageAround(text: string, hits: readonly Stretch[], hit: number): Passage {
  const { from: place } = hits[hit] ?? { from: 0 };
  const start = text.lastIndexOf('\n', place - 1) + 1;
  const next = text.indexOf('\n', place);
  const end = next < 0 ? text.length : next;
  const from = end - start <= longest ? start : beginning(text, start, place);
  const to = Math.min(end, Math.max(from + longest, hits[hit]?.to ?? 0));
  const parts = [];
  if (from > start) parts.push({ text: '…', found: false });
  let position = from;
  for (const stretch of hits) {
    if (stretch.to <= position || stretch.from >= to) continue;
    if (stretch.from > position) parts.push(shown(text, position, stretch.from, false));
    const last = Math.min(stretch.to, to);
    parts.push(shown(text, Math.max(position, stretch.from), last, true));
    position = last;
  }
  if (position < to) parts.push(shown(text, position, whole(text, to), false));
  if (to < end) parts.push({ text: '…', found: false });
  return { parts, hit };
}

/** Where a long paragraph's passage begins. */
function beginning(text: string, start: number, place: number): number {
  const earliest = Math.max(start, place - before);
  if (earliest === start) return start;
  const lead = text.slice(earliest, place);
  const stop = Math.max(lead.lastIndexOf('。'), lead.lastIndexOf('！'), lead.lastIndexOf('；'));
  if (stop >= 0) return earliest + stop + 1;
  const comma = lead.indexOf('，');
  return comma >= 0 && comma < lead.length - 1 ? earliest + comma + 1 : whole(text, earliest);
}

/** A place that parts no pair of surrogates. */
function whole(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff ? place + 1 : place;
}

function shown(text: string, from: number, to: number, found: boolean) {
  const raw = text.slice(from, to);
  return { text: raw.replaceAll(headingMark, '').replaceAll(cellBarrier, ' '), found };
}
