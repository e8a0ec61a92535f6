import { parseNumbering } from '#document/outline/numbering.ts';
import type { Unit } from '#document/text/units.ts';
import type { Property } from './label-words.ts';
import { findLabels } from './labels.ts';
import { looksLikePerson } from './names.ts';

/*
 * What stands beneath a label: names and points that are listed under it, or the value itself where the
 * label has a line of its own.
 */

/** Longer units beneath a label are text. */
export const longestItem = 120;
const longestValue = 40;

const people: ReadonlySet<Property> = new Set(['attended', 'absent', 'observers']);
const persons: ReadonlySet<Property> = new Set(['chair', 'recorder', 'lecturer']);

/** Whether names or points may be listed under the label of a property. */
export function isListed(property: Property): boolean {
  return property === 'agenda' || people.has(property);
}

/** The points or names that stand under a label whose own line has no value, or its value alone. */
export function unitsBeneath(
  units: readonly Unit[],
  index: number,
  property: Property,
  value: string,
): number[] {
  if (value !== '') return [];
  if (!isListed(property)) return valueBelow(units, index, property);
  const beneath: number[] = [];
  let expected = 1;
  for (let next = index + 1; next < units.length; next++) {
    const unit = units[next];
    if (unit === undefined || !['paragraph', 'item'].includes(unit.form)) break;
    const { text } = unit;
    if (text.length > longestItem || findLabels(text).length > 0) break;
    if (isOutside(unit, units[index], units[index + 1])) break;
    const number = parseNumbering(text)?.number ?? null;
    if (number !== null && number !== expected) break;
    // Names have numbers, all of them, or none has: a number behind them opens a section
    if (number !== null && expected === 1 && beneath.length > 0) break;
    const isPoint = number !== null || unit.form === 'item';
    if (!isPoint && (property === 'agenda' || /[。：:]/.test(text))) break;
    if (!isPoint && property !== 'agenda' && text.length > 60) break;
    if (number !== null) expected = number + 1;
    beneath.push(next);
  }
  return beneath;
}

/** Whether an item stands no deeper than the one with the label, and so is the next of its list. */
function isOutside(unit: Unit, label: Unit | undefined, first: Unit | undefined): boolean {
  if (label?.form !== 'item' || label.block !== unit.block) return false;
  return unit.depth <= label.depth && (first?.depth ?? 0) > label.depth;
}

/** `主持人：` over a line that is nothing but a name; `时间：` over a day. */
function valueBelow(units: readonly Unit[], index: number, property: Property): number[] {
  const below = units[index + 1];
  if (below?.form !== 'paragraph' || units[index]?.form !== 'paragraph') return [];
  return isValue(below.text, property) ? [index + 1] : [];
}

function isValue(text: string, property: Property): boolean {
  if (text.length > longestValue || /[：:。；;！!？?]/.test(text.replace(/\d[：:]\d/g, '')))
    return false;
  if (persons.has(property)) return text.split(/[、，,\s]+/).every(looksLikePerson);
  if (property === 'time' || property === 'date') return /\d/.test(text);
  if (property === 'place') return /[室厅楼堂所院部馆校场栋层号区座]$/.test(text);
  return false;
}

/**
 * The units under a heading that is a label, up to the next heading, that can be of its property. null where
 * they are a text: `会议记录` may head all that was said.
 */
export function unitsUnderHeading(
  units: readonly Unit[],
  index: number,
  property: Property,
): number[] | null {
  const all: number[] = [];
  for (let next = index + 1; next < units.length; next++) {
    const unit = units[next];
    if (unit === undefined || unit.form === 'heading') break;
    if (/[\p{L}\p{N}]/u.test(unit.text)) all.push(next);
  }
  const textOf = (next: number) => units[next]?.text ?? '';
  if (property === 'agenda') return pointsAmong(units, all);
  if (people.has(property)) {
    const listed = all.filter((next) => {
      return units[next]?.form !== 'paragraph' && !isHeadOfNames(units, next);
    });
    const named = listed.length > 0 ? listed : all;
    return named.filter(
      (next) => textOf(next).length <= longestItem && !/[。！!？?]/.test(textOf(next)),
    );
  }
  const [first] = all;
  if (first === undefined) return [];
  if (persons.has(property)) {
    const end = all.findIndex((next) => !isValue(textOf(next), property));
    const named = end === -1 ? all : all.slice(0, end);
    return named.length === 0 ? null : named;
  }
  return textOf(first).length > longestItem ? null : [first];
}

const nameOfPerson = /^(?:姓名|名字|人员|人員|参会人|成员|name|attendee|member)s?$/i;

function isHeadOfNames(units: readonly Unit[], index: number): boolean {
  const { block, form, cells = [] } = units[index] ?? {};
  const isFirst = units[index - 1]?.block !== block;
  return form === 'row' && isFirst && cells.some((cell) => nameOfPerson.test(cell));
}

const pointOfAgenda = /议题|議題|议程|議程|内容|內容|事项|事項|topic|item|agenda|subject/i;

/** What a unit beneath a label says: of a row of people the cell with the name, of one of points the point. */
export function wordsOf(units: readonly Unit[], index: number, isAgenda: boolean): string {
  const unit = units[index];
  if (unit?.form !== 'row') return unit?.text ?? '';
  let head = index;
  while (units[head - 1]?.block === unit.block) head--;
  const wanted = isAgenda ? pointOfAgenda : nameOfPerson;
  const column = units[head]?.cells.findIndex((cell) => wanted.test(cell)) ?? -1;
  return unit.cells[Math.max(0, column)] ?? '';
}

/**
 * Points are of the form of the first of them: the rows of a table without its head, the outermost items of a
 * list, numbered lines; without any of these all lines.
 */
function pointsAmong(units: readonly Unit[], all: readonly number[]): number[] {
  const formOf = (next: number) => parseNumbering(units[next]?.text ?? '')?.form ?? null;
  const first = all.find((next) => units[next]?.form !== 'paragraph' || formOf(next) !== null);
  const opening = first === undefined ? undefined : units[first];
  if (first === undefined || opening === undefined) return [...all];
  if (opening.form === 'paragraph') {
    const form = formOf(first);
    return all.filter((next) => units[next]?.form === 'paragraph' && formOf(next) === form);
  }
  const listed = all.filter((next) => {
    return units[next]?.block === opening.block && units[next]?.depth === opening.depth;
  });
  const isTable = opening.form === 'row' && listed.length > 1;
  return isTable ? listed.slice(1) : listed;
}
