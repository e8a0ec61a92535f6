import { parseNumbering } from '#document/outline/numbering.ts';
import type { Unit } from '#document/text/units.ts';
import { isListed, longestItem, unitsBeneath, unitsUnderHeading } from './beneath.ts';
import { type Property, propertyOf } from './label-words.ts';
import { findLabels, findSpacedLabel } from './labels.ts';
import { looksLikePerson } from './names.ts';

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
/** Headings beyond this unit are of the text. */
const lastHeading = 400;

/**
 * Reads the fields of a record: those that open it, up to its first heading, `时间：…` in lines, several on
 * a line, as rows of a table, as items of a list; and those that are headings, with the value beneath, until
 * one comes again, as it does where another meeting begins.
 */
export function readHeader(units: readonly Unit[]): Field[] {
  const fields: Field[] = [];
  const isNew = ({ property }: Field) => fields.every((field) => field.property !== property);
  let lastField = -1;
  let index = 0;
  for (; index < Math.min(units.length, longestHeader); index++) {
    const unit = units[index];
    if (unit === undefined) break;
    const own = readUnit(units, index).filter((field) => isValue(field) && isNew(field));
    fields.push(...own);
    if (own.length > 0) {
      index = Math.max(index, own.at(-1)?.beneath.at(-1) ?? index);
      lastField = index;
    } else if (endsHeader(unit, fields.length, index - lastField)) break;
  }
  if (fields.length === 0) return fields;
  for (; index < Math.min(units.length, lastHeading); index++) {
    const unit = units[index];
    const [own] = unit?.form === 'heading' ? readHeading(units, index, unit) : [];
    if (own === undefined || !isValue(own)) continue;
    if (!isNew(own)) break;
    fields.push(own);
  }
  return fields;
}

/** `会议纪要：https://…` and `会议记录：` over the text name no recorder, and what the chair says is no chair. */
function isValue(field: Field): boolean {
  const { property, label, value } = field;
  if (property !== 'chair' && property !== 'recorder') return true;
  if (/https?:|www\./.test(value)) return false;
  const mayHeadText = /(?:纪要|记录|整理|紀要|記錄|紀錄|minutes)[\s】:：]*$/i.test(label);
  if (mayHeadText && !isOfNames(value)) return false;
  return !isSpoken(field);
}

/** With the post before or within it: 林書記雅婷. */
const longestName = 8;
/** Wang Fang, @wangfang, wf77. */
const inLetters = /^@?[\w.'’-]+$|^[\p{Lu}][\w.'’-]*(?: [\p{Lu}][\w.'’-]*){1,3}$/u;

/** Names of people, in Chinese or Latin letters, or what stands for them; no words of a text. */
function isOfNames(value: string): boolean {
  const names = value.split(/[、，,;；/\n]/).map((name) => name.trim());
  return names.every(
    (name) =>
      inLetters.test(name) ||
      (/\p{Script=Han}/u.test(name) && (name.length <= longestName || looksLikePerson(name))),
  );
}

/** `主持人：下面进行第二项议程。` is what the chair says. */
function isSpoken({ value }: Field): boolean {
  return /[。！？].|[，。].{6,}|.{12,}[。！]$/.test(value);
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
  const found = spaced === null ? findLabels(unit.text) : [spaced];
  const labels = found.length === 0 ? labelAbove(units, index) : found;
  return labels.map(({ property, label, from, to, valueFrom }, position): Field => {
    const value = unit.text.slice(valueFrom, to);
    const isLast = position === labels.length - 1;
    const beneath = isLast ? unitsBeneath(units, index, property, value) : [];
    const below = isListed(property) ? '' : (units[beneath[0] ?? -1]?.text ?? '');
    const field = { property, label, unit: index, from, to, valueFrom, beneath };
    return { ...field, value: value === '' ? below : value };
  });
}

/** `**时间**` over its value, in one paragraph or in two. */
function labelAbove(units: readonly Unit[], index: number): ReturnType<typeof findLabels> {
  const text = units[index]?.text ?? '';
  const end = text.indexOf('\n');
  if ((end === -1 ? text.length : end) > longestLabel) return [];
  const [label = '', ...others] = text.slice(0, longestItem).split('\n');
  const property = propertyOf(label);
  if (property === null || others.length > 2) return [];
  if (others.length === 0 && unitsBeneath(units, index, property, '').length === 0) return [];
  const valueFrom = Math.min(label.length + 1, text.length);
  return [{ property, label, from: 0, valueFrom, to: text.length }];
}

const longestLabel = 8;

/** Label and value in neighbouring cells, or a row of labels over a row of values. */
function readRow(units: readonly Unit[], index: number, { cells, text }: Unit): Field[] {
  const named = cells.map(propertyOf);
  const place = (cell: number) => {
    const from = cells.slice(0, cell).reduce((sum, each) => sum + each.length + 1, 0);
    return { from, length: cells[cell]?.length ?? 0 };
  };
  const labels = named.filter((property) => property !== null).length;
  const below = units[index + 1];
  const isHead =
    below?.form === 'row' && labels > 1 && isHeadOf(named, below.cells.map(propertyOf));
  // A head over several rows is that of a list of events
  if (isHead && units[index + 2]?.block === units[index]?.block) return [];
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

/** Whether labels stand over values, and not beside them: all cells are labels, or two neighbours are. */
function isHeadOf(
  named: readonly (Property | null)[],
  below: readonly (Property | null)[],
): boolean {
  if (named.every((property) => property !== null)) return true;
  const hasNeighbours = named.some((property, at) => property !== null && named[at + 1] != null);
  return hasNeighbours && below.every((property) => property === null);
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
  const [labelled] = findLabels(text);
  // ## 时间：2024年5月6日
  const own = text.slice(labelled?.valueFrom ?? text.length, labelled?.to);
  if (labelled !== undefined && labelled.from === 0 && /[\p{L}\p{N}]/u.test(own)) {
    return [{ ...labelled, unit: index, value: own, beneath: [] }];
  }
  const property = propertyOf(text.slice(parseNumbering(text)?.length ?? 0));
  const beneath = property === null ? null : unitsUnderHeading(units, index, property);
  if (property === null || beneath === null) return [];
  const lines = isListed(property) ? [] : beneath;
  const value = lines.map((next) => units[next]?.text ?? '').join('、');
  const end = text.length;
  return [{ property, label: text, unit: index, from: 0, to: end, valueFrom: end, value, beneath }];
}
