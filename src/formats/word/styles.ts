import { childOf, childrenOf, type XmlElement } from '#formats/container/xml.ts';
import { type Look, plainLook } from '#formats/laid-out/pieces.ts';

/** How characters are shown, as far as it tells what they are. */
export type CharacterStyle = Look &
  Readonly<{
    hidden: boolean;
    /** The font of what it writes. */
    font: string;
  }>;

/** Where a paragraph's number comes from: `level` is null where the style that it has is to say. */
export type NumberSource = Readonly<{ list: string | null; level: number | null }>;

/** How a paragraph is shown, as far as it tells what it is. */
export type ParagraphStyle = Readonly<{
  id: string;
  name: string;
  numbering: NumberSource | null;
  /** Of a heading, from 1; null of other text. */
  outlineLevel: number | null;
  characters: CharacterStyle;
}>;

export type Styles = Readonly<{
  paragraph(id: string | null): ParagraphStyle;
  /** The style of a stretch of characters over that of its paragraph. */
  characters(id: string | null, base: CharacterStyle): CharacterStyle;
}>;

const plainCharacters: CharacterStyle = { ...plainLook, hidden: false, font: '' };

/** Styles are built on others, up to this many: real ones on six. */
const longestChain = 20;

/** Reads the styles of a document: what each says, over what the ones say that it is based on. */
export function readStyles(part: XmlElement | null): Styles {
  const byId = new Map<string, XmlElement>();
  let usual: string | null = null;
  for (const style of childrenOf(part, 'w:style')) {
    const id = style.attributes.get('w:styleId') ?? '';
    byId.set(id, style);
    const isUsual = isOn(style.attributes.get('w:default') ?? 'false');
    if (isUsual && style.attributes.get('w:type') === 'paragraph') usual = id;
  }
  const defaults = childOf(childOf(childOf(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const base = readCharacterStyle(defaults, plainCharacters);
  const paragraphs = new Map<string, ParagraphStyle>();
  const read = (id: string): ParagraphStyle => {
    const chain = chainOf(id, byId);
    const numbering = readNumbering(chain);
    const levels = chain.map((style) => valueIn(childOf(style, 'w:pPr'), 'w:outlineLvl'));
    const level = Number(levels.find((each) => each !== null) ?? Number.NaN);
    const characters = chain
      .toReversed()
      .reduce((style, each) => readCharacterStyle(childOf(each, 'w:rPr'), style), base);
    return {
      id,
      name: (valueIn(chain[0] ?? null, 'w:name') ?? '').toLowerCase(),
      numbering,
      outlineLevel: level >= 0 && level < 9 ? level + 1 : null,
      characters,
    };
  };
  return {
    paragraph: (id) => {
      const own = id !== null && byId.has(id) ? id : (usual ?? '');
      const known = paragraphs.get(own) ?? read(own);
      paragraphs.set(own, known);
      return known;
    },
    characters: (id, under) =>
      id === null
        ? under
        : chainOf(id, byId)
            .toReversed()
            .reduce((style, each) => readCharacterStyle(childOf(each, 'w:rPr'), style), under),
  };
}

/** A style and those that it is based on, the nearest first. */
function chainOf(id: string, byId: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const chain: XmlElement[] = [];
  for (
    let style = byId.get(id);
    style !== undefined && chain.length < longestChain && !chain.includes(style);
    style = byId.get(valueIn(style, 'w:basedOn') ?? '')
  )
    chain.push(style);
  return chain;
}

/** The list of the nearest style that has one, and the level of the nearest that says one. */
function readNumbering(chain: readonly XmlElement[]): NumberSource | null {
  const sources = chain.flatMap((style) => numberSourceOf(childOf(style, 'w:pPr')) ?? []);
  if (sources.length === 0) return null;
  const list = sources.find((source) => source.list !== null)?.list ?? null;
  return { list, level: sources.find(({ level }) => level !== null)?.level ?? null };
}

/** What the properties of a paragraph say of its number. */
export function numberSourceOf(properties: XmlElement | null): NumberSource | null {
  const own = childOf(properties, 'w:numPr');
  if (own === null) return null;
  const level = valueIn(own, 'w:ilvl');
  return { list: valueIn(own, 'w:numId'), level: level === null ? null : Number(level) };
}

/** Characters as their properties have them, over a style. */
export function readCharacterStyle(
  properties: XmlElement | null,
  base: CharacterStyle,
): CharacterStyle {
  if (properties === null || properties.children.length === 0) return base;
  const style: { -readonly [Name in keyof CharacterStyle]: CharacterStyle[Name] } = { ...base };
  for (const { name, attributes } of childrenOf(properties)) {
    const value = attributes.get('w:val') ?? 'true';
    if (name === 'w:b') style.bold = isOn(value);
    else if (name === 'w:i') style.italic = isOn(value);
    else if (name === 'w:u') style.underlined = value !== 'none' && isOn(value);
    else if (name === 'w:strike' || name === 'w:dstrike') style.struck = isOn(value);
    else if (name === 'w:vanish' || name === 'w:specVanish') style.hidden = isOn(value);
    else if (name === 'w:vertAlign') style.vertical = verticals[value] ?? null;
    else if (name === 'w:rFonts')
      style.font = attributes.get('w:ascii') ?? attributes.get('w:hAnsi') ?? style.font;
  }
  return style;
}

const verticals: Readonly<Record<string, CharacterStyle['vertical']>> = {
  subscript: 'subscript',
  superscript: 'superscript',
};

/** What the child of a name has for its value. */
export function valueIn(element: XmlElement | null, name: string): string | null {
  return childOf(element, name)?.attributes.get('w:val') ?? null;
}

/** A switch is on unless it is said to be off (ISO/IEC 29500-1, 17.17.4). */
export function isOn(value: string): boolean {
  return !['0', 'false', 'off', 'none'].includes(value);
}
