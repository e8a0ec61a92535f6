import { type Property, propertyOf } from './label-words.ts';

/** A label and where it and its value stand in a text. `to` is behind the value. */
export type Labelled = Readonly<{
  property: Property;
  label: string;
  from: number;
  valueFrom: number;
  to: number;
}>;

/** Longest stretch before a colon that may be a padded label, as in `会 议 时 间：`. */
const reach = 26;

/** Finds the labelled values of a line: one, or several side by side. */
export function findLabels(text: string): Labelled[] {
  const found: { property: Property; from: number; colon: number }[] = [];
  for (let colon = nextColon(text, 0); colon !== -1; colon = nextColon(text, colon + 1)) {
    const begin = Math.max(found.at(-1)?.colon ?? -1, colon - reach - 1) + 1;
    const label = readLabel(text, begin, colon);
    if (label !== null) found.push({ ...label, colon });
  }
  return found.map(({ property, from, colon }, index) => {
    const end = endOfValue(text, colon + 1, found[index + 1]?.from ?? text.length, property);
    const value = text.slice(colon + 1, end);
    const valueFrom = colon + 1 + (value.length - value.trimStart().length);
    const to = Math.max(valueFrom, colon + 1 + value.trimEnd().length);
    return { property, label: text.slice(from, colon + 1), from, valueFrom, to };
  });
}

/** Values that stand on one line; names and points may go on over several. */
const oneLine: ReadonlySet<Property> = new Set([
  'name',
  'place',
  'chair',
  'recorder',
  'lecturer',
  'subject',
]);

const otherLabel = /^\s*(?:[-*•]\s*)?[^\s，。；：:][^\n，。；：:]{0,20}[：:](?!\/\/)/;

const nextField = /(?<=\S)[\s　]{2,8}\p{Script=Han}{2,5}[：:]/u;

/** A value ends with its line where the next has a label of its own, known or not. */
function endOfValue(text: string, from: number, behind: number, property: Property): number {
  // 主席：甲　　司儀：乙
  const beside = oneLine.has(property) ? nextField.exec(text.slice(from, behind)) : null;
  const end = beside === null ? behind : from + beside.index;
  for (let at = text.indexOf('\n', from); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    const isWhole = oneLine.has(property) && text.slice(from, at).trim() !== '';
    if (isWhole || otherLabel.test(text.slice(at + 1, at + 40))) return at;
  }
  return end;
}

/** `会议时间　2024年4月2日`: a label that space and no colon parts from its value. */
const spaced = /^([\p{Script=Han}]{2,6})(?:　|\t|[ \t]{2,}|[ \t]+　)[\s　]*(?=\S)/u;

/** The label that a line opens with, where no colon stands behind it. */
export function findSpacedLabel(text: string): Labelled | null {
  const match = spaced.exec(text);
  const property = match === null ? null : propertyOf(match[1] ?? '');
  if (match === null || property === null || nextColon(text.slice(0, reach), 0) !== -1) return null;
  const label = match[1] ?? '';
  return { property, label, from: 0, valueFrom: match[0].length, to: text.trimEnd().length };
}

/** A sign that may close a label: a colon that is not that of a clock, or 】. */
const closing = /】|[:：](?!(?<=\d.)\d)/g;

function nextColon(text: string, from: number): number {
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? -1;
}

/** The longest label that ends at a colon and begins where a word may. */
function readLabel(
  text: string,
  begin: number,
  colon: number,
): { property: Property; from: number } | null {
  for (let from = begin; from < colon; from++) {
    const isEdge = from === 0 || /[\s　；;，,。、|【[（(·•*]/.test(text.charAt(from - 1));
    if (!isEdge || /[\s　]/.test(text.charAt(from))) continue;
    // 【…】 is a label only from bracket to bracket
    if (text.charAt(colon) === '】' && text.charAt(from - 1) !== '【') continue;
    const property = propertyOf(text.slice(from, colon));
    const isBracketed = text.charAt(from - 1) === '【';
    if (property !== null) return { property, from: isBracketed ? from - 1 : from };
  }
  return null;
}
