import { childOf, childrenOf, type XmlElement } from '#formats/container/xml.ts';
import { writeNumber } from '#formats/number-formats.ts';
import { characterOf, isPictureFont } from '#formats/symbols.ts';
import type { NumberSource, ParagraphStyle } from './styles.ts';
import { isOn, valueIn } from './styles.ts';

/** How the numbers of a level of a list look and count. */
type Level = Readonly<{
  start: number;
  format: string;
  /** `%1.%2、`, in which a sign and a digit stand for the number of a level. */
  pattern: string;
  /** Whether all its numbers are written in digits. */
  isLegal: boolean;
  /** It begins anew behind a level up to this one, counted from 1; never where it is 0. */
  restart: number;
  /** The style whose paragraphs are of this level. */
  style: string | null;
  /** The font of a bullet. */
  font: string;
}>;

type Levels = ReadonlyMap<number, Level>;

/** A list as paragraphs name it: levels that it may share with others, and where it begins anew. */
type List = Readonly<{ abstract: string; levels: Levels; starts: ReadonlyMap<number, number> }>;

/** The number before a paragraph; a form that is not known is written in digits. */
type Label = Readonly<{ text: string; unknownFormat: string | null }>;

/** Gives paragraphs their numbers, in the order of the text. */
export type Counter = (own: NumberSource | null, style: ParagraphStyle) => Label | null;

const longestPattern = 60;

/**
 * Reads the lists of a document (ISO/IEC 29500-1, 17.9). Lists that share their levels share their counting, which
 * a list with a start of its own begins anew once.
 */
export function readNumbering(part: XmlElement | null): Counter {
  const abstracts = new Map(
    childrenOf(part, 'w:abstractNum').map((each) => [
      each.attributes.get('w:abstractNumId') ?? '',
      each,
    ]),
  );
  const byStyle = new Map<string, string>();
  for (const [id, each] of abstracts) {
    const style = valueIn(each, 'w:styleLink');
    if (style !== null) byStyle.set(style, id);
  }
  const lists = new Map<string, List>();
  for (const each of childrenOf(part, 'w:num')) {
    const named = valueIn(each, 'w:abstractNumId') ?? '';
    const link = valueIn(abstracts.get(named) ?? null, 'w:numStyleLink');
    const abstract = (link === null ? undefined : byStyle.get(link)) ?? named;
    lists.set(each.attributes.get('w:numId') ?? '', readList(each, abstract, abstracts));
  }
  return createCounter(lists);
}

function readList(
  num: XmlElement,
  abstract: string,
  abstracts: ReadonlyMap<string, XmlElement>,
): List {
  const levels = new Map<number, Level>();
  const read = (element: XmlElement) =>
    levels.set(Number(element.attributes.get('w:ilvl') ?? 0), readLevel(element));
  for (const level of childrenOf(abstracts.get(abstract) ?? null, 'w:lvl')) read(level);
  const starts = new Map<number, number>();
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const level = childOf(override, 'w:lvl');
    if (level !== null) read(level);
    const start = valueIn(override, 'w:startOverride');
    if (start !== null) starts.set(Number(override.attributes.get('w:ilvl') ?? 0), count(start));
  }
  return { abstract, levels, starts };
}

function readLevel(level: XmlElement): Level {
  const index = Number(level.attributes.get('w:ilvl') ?? 0);
  const legal = childOf(level, 'w:isLgl');
  const fonts = childOf(childOf(level, 'w:rPr'), 'w:rFonts');
  return {
    start: count(valueIn(level, 'w:start') ?? '1'),
    format: formatOf(level),
    pattern: (valueIn(level, 'w:lvlText') ?? '').slice(0, longestPattern),
    isLegal: legal !== null && isOn(legal.attributes.get('w:val') ?? 'true'),
    restart: Number(valueIn(level, 'w:lvlRestart') ?? index),
    style: valueIn(level, 'w:pStyle'),
    font: fonts?.attributes.get('w:ascii') ?? fonts?.attributes.get('w:hAnsi') ?? '',
  };
}

/** A newer form stands beside the one that older programs know: `001, 002, 003, ...`. */
function formatOf(level: XmlElement): string {
  const choice = childOf(childOf(level, 'mc:AlternateContent'), 'mc:Choice');
  const newer = childOf(choice, 'w:numFmt')?.attributes;
  const value = newer?.get('w:val') ?? '';
  const padded = /^(0*)1,/.exec(newer?.get('w:format') ?? '')?.[1];
  if (value === 'custom' && padded !== undefined) return `padded:${padded.length + 1}`;
  if (value !== '' && value !== 'custom') return value;
  const fallback = childOf(childOf(level, 'mc:AlternateContent'), 'mc:Fallback');
  return valueIn(level, 'w:numFmt') ?? valueIn(fallback, 'w:numFmt') ?? 'decimal';
}

function count(written: string): number {
  const number = Number.parseInt(written, 10);
  return Number.isSafeInteger(number) ? number : 1;
}

/** Numbers of a list so far, by level. */
type Counts = (number | undefined)[];

function createCounter(lists: ReadonlyMap<string, List>): Counter {
  const counts = new Map<string, Counts>();
  const begun = new Set<string>();
  return (own, style) => {
    const id = own?.list ?? style.numbering?.list ?? null;
    const list = id === null || id === '0' ? undefined : lists.get(id);
    if (list === undefined) return null;
    const index = levelOf(own, style, list);
    const level = list.levels.get(index);
    if (level === undefined) return null;
    const numbers = counts.get(list.abstract) ?? [];
    counts.set(list.abstract, numbers);
    const start = list.starts.get(index);
    const isBegun = begun.has(`${id} ${index}`);
    begun.add(`${id} ${index}`);
    const before = numbers[index];
    if (start !== undefined && !isBegun) numbers[index] = start;
    else numbers[index] = before === undefined ? level.start : before + 1;
    for (const [deeper, { restart }] of list.levels)
      if (deeper > index && restart > index) numbers[deeper] = undefined;
    return labelOf(level, list.levels, numbers);
  };
}

/** The level that a paragraph says, or whose style it has, or that its style says. */
function levelOf(own: NumberSource | null, style: ParagraphStyle, list: List): number {
  const said = own?.level ?? null;
  if (said !== null && own?.list !== null) return said;
  const linked = [...list.levels].find(([, level]) => level.style === style.id)?.[0];
  return said ?? linked ?? style.numbering?.level ?? 0;
}

function labelOf(level: Level, levels: Levels, numbers: Counts): Label {
  if (level.format === 'bullet') return { text: bulletOf(level), unknownFormat: null };
  let unknownFormat: string | null = null;
  const text = level.pattern.replace(/%([1-9])/g, (_, place: string) => {
    const index = Number(place) - 1;
    const other = levels.get(index);
    const number = numbers[index] ?? other?.start ?? 1;
    const format = level.isLegal ? 'decimal' : (other?.format ?? 'decimal');
    const padding = /^padded:(\d+)$/.exec(format)?.[1];
    if (padding !== undefined) return String(number).padStart(Number(padding), '0');
    const written = writeNumber(number, format);
    if (written === null) unknownFormat = format;
    return written ?? String(number);
  });
  return { text, unknownFormat };
}

/** A bullet of a font of pictures is a dot wherever its sign is not known. */
function bulletOf({ pattern, font }: Level): string {
  // A letter of a narrow font, which Word takes for a ring
  if (pattern === 'o') return '◦';
  return [...pattern]
    .map((sign) => {
      const number = sign.codePointAt(0) ?? 0;
      const isPrivate = number >= 0xe000 && number <= 0xf8ff;
      if (!isPrivate && !isPictureFont(font)) return sign;
      return characterOf(isPictureFont(font) ? font : 'wingdings', number) ?? '•';
    })
    .join('');
}
