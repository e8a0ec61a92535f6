import type { Unit } from '#document/text/units.ts';
import { cutsOf } from './cuts.ts';

/** A line of a unit, trimmed; `from` and `to` are places in the unit's text. */
export type Line = Readonly<{
  text: string;
  unit: number;
  from: number;
  to: number;
  /** Counts from 1 in the source file. */
  line: number;
  heading: boolean;
}>;

/**
 * The lines of all units: parted where the text breaks its lines, and where a line that lost its
 * breaks begins another question, answer or section.
 */
export function linesOf(units: readonly Unit[]): Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (const [unit, { text, line, form }] of units.entries()) {
    let from = 0;
    let below = 0;
    for (const written of text.split('\n')) {
      const cuts = cutsOf(written, number);
      number = cuts.number;
      for (const [index, begin] of cuts.begins.entries()) {
        const end = cuts.begins[index + 1] ?? written.length;
        const part = written.slice(begin, end);
        const trimmed = part.trim();
        if (trimmed === '') continue;
        const start = from + begin + part.length - part.trimStart().length;
        lines.push({
          text: trimmed,
          unit,
          from: start,
          to: start + trimmed.length,
          line: line + below,
          heading: form === 'heading',
        });
      }
      from += written.length + 1;
      below++;
    }
  }
  return lines;
}
