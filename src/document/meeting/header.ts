import { parseNumbering } from '#document/outline/numbering.ts';
import type { Unit } from '#document/text/units.ts';
import { findLabels, findSpacedLabel, type Property, propertyOf } from './labels.ts';

/** A labelled value of a record. `lines` are units beneath that belong to it. */
export type Field = Readonly<{
  property: Property;
  label: string;
  unit: number;
  from: number;
  to: number;
  valueFrom: number;
  value: string;
  beneath: readonly number[];
}>;

/** Units that are looked at for the header of a record, and those without a field that end it. */
const longestHeader = 80;
const gap = 4;
const longestItem = 120;

/**
 * Reads the fields that open a record, up to its first heading: `时间：…` in lines, several on a line,
 * as rows of a table, as items of a list, or as headings with the value beneath.
 */
export function readHeader(units: readonly Unit[]): Field[] {
  const fields: Field[] = [];
  let lastField = -1;
  for (let index = 0; index < Math.min(units.length, longestHeader); index++) {
    const unit = units[index];
    if (unit === undefined) break;
    const own = readUnit(units, index).filter(
      (field) => !isSpoken(field) && fields.every(({ property }) => property !== field.property),
    );
    fields.push(...own);
    if (own.length > 0) {
      lastField = index;
      const beneath = own.at(-1)?.beneath ?? [];
      index = Math.max(index, beneath.at(-1) ?? index);
      lastField = index;
    } else if (endsHeader(unit, fields.length, index - lastField)) break;
  }
  return fields;
}

/** `主持人：下面进行第二项议程。` is what the chair says. */
function isSpoken({ property, value }: Field): boolean {
  return (
    (property === 'chair' || property === 'recorder') &&
    /[。！？].|[，。].{6,}|.{12,}[。！]$/.test(value)
  );
}

function endsHeader(unit: Unit, fieldCount: number, distance: number): boolean {
  if (fieldCount === 0) return unit.form === 'paragraph' && unit.text.length > 200;
  return unit.form === 'heading' || distance >= gap || unit.text.length > longestItem;
}

function readUnit(units: readonly Unit[], index: number): Field[] {
  const unit = units[index];
  if (unit === undefined) return [];
  if (unit.form === 'row') return readRow(units, index, unit);
  if (unit.form === 'heading') return readHeading(units, index, unit);
  const spaced = findSpacedLabel(unit.text);
  const labels = spaced === null ? findLabels(unit.text) : [spaced];
  return labels.map(({ property, label, from, to, valueFrom }, position): Field => {
    const value = unit.text.slice(valueFrom, to);
    const isLast = position === labels.length - 1;
    const beneath = isLast ? unitsBeneath(units, index, property, value) : [];
    return { property, label, unit: index, from, to, valueFrom, value, beneath };
  });
}

/** Label and value in neighbouring cells, or a row of labels over a row of values. */
function readRow(units: readonly Unit[], index: number, { cells, text }: Unit): Field[] {
  const named = cells.map(propertyOf);
  const place = (cell: number) => {
    const from = cells.slice(0, cell).reduce((sum, each) => sum + each.length + 1, 0);
    return { from, length: cells[cell]?.length ?? 0 };
  };
  const labels = named.filter((property) => property !== null).length;
  const below = units[index + 1];
  const isHead = labels > 1 && labels === cells.length && below?.form === 'row';
  const fields: Field[] = [];
  for (const [cell, property] of named.entries()) {
    if (property === null) continue;
    const label = cells[cell] ?? '';
    if (isHead) {
      const value = below.cells[cell] ?? '';
      fields.push({
        property,
        label,
        unit: index,
        ...span(place(cell), text.length),
        value,
        beneath: [index + 1],
      });
    } else if (named[cell + 1] == null && cells[cell + 1] !== undefined) {
      const value = place(cell + 1);
      const { from } = place(cell);
      const to = value.from + value.length;
      fields.push({
        property,
        label,
        unit: index,
        from,
        to,
        valueFrom: value.from,
        value: cells[cell + 1] ?? '',
        beneath: [],
      });
    }
  }
  return fields.length > 0 ? fields : readPadded(cells, index);
}

function span({ from, length }: { from: number; length: number }, end: number) {
  return { from, to: Math.min(end, from + length), valueFrom: Math.min(end, from + length) };
}

/** A row whose cells say `时间：…` themselves. */
function readPadded(cells: readonly string[], unit: number): Field[] {
  let offset = 0;
  return cells.flatMap((cell) => {
    const base = offset;
    offset += cell.length + 1;
    return findLabels(cell).map(
      ({ property, label, from, to, valueFrom }): Field => ({
        property,
        label,
        unit,
        from: base + from,
        to: base + to,
        valueFrom: base + valueFrom,
        value: cell.slice(valueFrom, to),
        beneath: [],
      }),
    );
  });
}

/** A heading that is a label, with its value in what stands beneath. */
function readHeading(units: readonly Unit[], index: number, { text }: Unit): Field[] {
  const property = propertyOf(text.slice(parseNumbering(text)?.length ?? 0));
  if (property === null) return [];
  const beneath: number[] = [];
  for (let next = index + 1; next < units.length; next++) {
    const unit = units[next];
    if (unit === undefined || unit.form === 'heading') break;
    beneath.push(next);
  }
  const value = beneath.map((next) => units[next]?.text ?? '').join('\n');
  const end = text.length;
  return [{ property, label: text, unit: index, from: 0, to: end, valueFrom: end, value, beneath }];
}

/** The points or names that stand under a label whose own line has no value. */
function unitsBeneath(
  units: readonly Unit[],
  index: number,
  property: Property,
  value: string,
): number[] {
  const wanted = property === 'agenda' || (value === '' && listed.has(property));
  if (!wanted || (property === 'agenda' && value !== '')) return [];
  const beneath: number[] = [];
  let expected = 1;
  for (let next = index + 1; next < units.length; next++) {
    const unit = units[next];
    if (unit === undefined || !['paragraph', 'item'].includes(unit.form)) break;
    const { text } = unit;
    if (text.length > longestItem || findLabels(text).length > 0) break;
    const number = parseNumbering(text)?.number ?? null;
    if (number !== null && number !== expected) break;
    // Names have numbers, all of them, or none has: a number behind them opens a section
    if (number !== null && expected === 1 && beneath.length > 0) break;
    const isListed = number !== null || unit.form === 'item';
    if (!isListed && (property === 'agenda' || /[。：:]/.test(text))) break;
    if (!isListed && value === '' && property !== 'agenda' && text.length > 60) break;
    if (number !== null) expected = number + 1;
    beneath.push(next);
  }
  return beneath;
}

const listed: ReadonlySet<Property> = new Set(['attended', 'absent', 'observers', 'agenda']);
