import { findDate } from '#document/dates/dates.ts';
import { parseNumbering } from '#document/outline/numbering.ts';
import type { Unit } from '#document/text/units.ts';
import { propertyOf } from './label-words.ts';
import { findLabels } from './labels.ts';

/** The units of one record in a text of several: from the first of them to behind the last. */
export type Segment = Readonly<{
  from: number;
  to: number;
  /** The unit that opens it and says which meeting it was; null where none does. */
  opening: number | null;
}>;

/** Where a record begins, and whether a line there names it. */
type Opening = Readonly<{ at: number; isNamed: boolean }>;

/** Fields that every record has once; they are looked for at the beginning of a unit. */
type Sign = 'when' | 'who';
const reach = 60;
const longestOpening = 40;

/**
 * The records in a text: one where no time and no list of those present comes twice, else one for each. A
 * record begins at the heading, or at the short lines, above its fields.
 */
export function segmentsOf(units: readonly Unit[]): Segment[] {
  const signs = units.map(signOf);
  const at = (sign: Sign) => signs.flatMap((each, index) => (each === sign ? [index] : []));
  const [when, who] = [at('when'), at('who')];
  const places = who.length > when.length ? who : when;
  const [first] = places;
  const whole = { from: 0, to: units.length, opening: null };
  if (first === undefined || places.length < 2) return [whole];
  const openings = places.map((place, index) => {
    return findOpening(units, places[index - 1] ?? -1, place);
  });
  // 下次会议时间 stands under a heading of its own: a time alone needs one that tells which meeting it was
  const isTold = ({ at: opening, isNamed }: Opening) =>
    isNamed && tellsWhich(units[opening]?.text ?? '');
  if (places === when && !openings.slice(1).every(isTold)) return [whole];
  const level = units[openings[1]?.at ?? -1]?.depth;
  return places.map((_place, index): Segment => {
    const { at: from = 0, isNamed = false } = openings[index] ?? {};
    const isLikeOthers = index > 0 || units[from]?.depth === level;
    return {
      from: index === 0 ? 0 : from,
      to: openings[index + 1]?.at ?? units.length,
      opening: isNamed && isLikeOthers ? from : null,
    };
  });
}

function signOf(unit: Unit): Sign | null {
  const { text, form } = unit;
  if (form === 'row' || form === 'quotation') return null;
  if (form === 'heading') {
    return isLabel(unit) && propertyOf(bareOf(text)) === 'attended' ? 'who' : null;
  }
  const [label] = findLabels(text.slice(0, reach));
  if (label === undefined || bareOf(text.slice(0, label.from)).trim() !== '') return null;
  // 与会人员：没有意见。 is what they say
  if (label.property === 'attended') return /[。！？]/.test(text) ? null : 'who';
  const isTime = ['time', 'date', 'time-place'].includes(label.property);
  return isTime && findDate(text.slice(label.valueFrom, label.valueFrom + reach)) !== null
    ? 'when'
    : null;
}

/** Behind the sign before it, the outermost heading above a sign that tells which meeting, or any; else the short lines that stand on it. */
function findOpening(units: readonly Unit[], before: number, place: number): Opening {
  let best = -1;
  for (let index = before + 1; index < place; index++) {
    const unit = units[index];
    if (unit?.form !== 'heading' || isLabel(unit)) continue;
    const [told, bestTold] = [tellsWhich(unit.text), tellsWhich(units[best]?.text ?? '')];
    const isOutside = unit.depth <= (units[best]?.depth ?? unit.depth);
    if (told !== bestTold ? told : isOutside) best = index;
  }
  if (best !== -1) return { at: best, isNamed: true };
  let at = place;
  while (at - 1 > before && place - at < 4 && isShortLine(units[at - 1])) at--;
  const opening = units[at];
  const isNamed = opening !== undefined && at < place && findLabels(opening.text).length === 0;
  return { at, isNamed };
}

function isShortLine(unit: Unit | undefined): boolean {
  if (unit?.form !== 'paragraph' || unit.text.length > longestOpening) return false;
  return findLabels(unit.text).length > 0 || tellsWhich(unit.text);
}

/** A day, a number or the name of a meeting: what tells one from the others. */
function tellsWhich(text: string): boolean {
  return /\d{4}|\d{1,2}[月/.]\d{1,2}|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月[份]?.{0,6}会|第[一二三四五六七八九十百\d]+[次届期]|[会會][议議]?\s*[#＃]?\s*[\d一二三四五六七八九十]/.test(
    text,
  );
}

function isLabel({ text }: Unit): boolean {
  return propertyOf(bareOf(text)) !== null;
}

/** Without a number and the signs before it. */
function bareOf(text: string): string {
  const words = text.replace(/^[\s*＊【[]+/, '');
  return words.slice(parseNumbering(words)?.length ?? 0);
}
