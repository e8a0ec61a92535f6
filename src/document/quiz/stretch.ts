import type { Unit } from '#document/text/units.ts';
import type { Span } from './quiz.ts';

/** The text of a stretch. */
export function stretch({ unit, from, to }: Span, units: readonly Unit[]): string {
  return units[unit]?.text.slice(from, to) ?? '';
}

/** The text of several stretches, a line each. */
export function textOf(spans: readonly Span[], units: readonly Unit[]): string {
  return spans.map((span) => stretch(span, units)).join('\n');
}
