import { UnreadableFile } from './unreadable.ts';

/** An element. Its name, and those of its attributes, have the prefix that is known for their namespace. */
export type XmlElement = Readonly<{
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly (XmlElement | string)[];
}>;

type Open = {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
  /** As written, by which its end is known. */
  tag: string;
  namespaces: ReadonlyMap<string, string>;
};

const deepest = 256;
/** Elements and attributes together: a file of four hundred pages has half of it. */
const mostNodes = 1_200_000;

const noAttributes: ReadonlyMap<string, string> = new Map();
const attribute = /\s+([^\s=<>/"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagName = /[^\s=<>/"']+/y;

/**
 * Reads XML 1.0 with namespaces as files of offices have it: without a document type, since entities of one's own
 * can unpack without end and lead to other files.
 *
 * @param part the name of what is read, for whoever is told of a fault
 * @param prefixes the prefix for each namespace; what is in another one has the prefix `other`
 * @throws UnreadableFile
 */
export function parseXml(
  bytes: Uint8Array,
  part: string,
  prefixes: ReadonlyMap<string, string>,
): XmlElement {
  const text = decodeXml(bytes, part);
  const fault = () => new UnreadableFile({ is: 'damaged', part });
  const top: (XmlElement | string)[] = [];
  const open: Open[] = [];
  let count = 0;
  let at = 0;
  const children = () => open.at(-1)?.children ?? top;
  const write = (characters: string) => {
    if (open.length === 0 || characters === '') return;
    children().push(characters);
  };
  const endOf = (sign: string, from: number): number => {
    const end = text.indexOf(sign, from);
    if (end === -1) throw fault();
    return end;
  };
  while (at < text.length) {
    const next = text.indexOf('<', at);
    write(expandEntities(text.slice(at, next === -1 ? text.length : next), fault));
    if (next === -1) break;
    at = next;
    if (text.startsWith('<!--', at)) at = endOf('-->', at + 4) + 3;
    else if (text.startsWith('<![CDATA[', at)) {
      const end = endOf(']]>', at);
      write(text.slice(at + 9, end));
      at = end + 3;
    } else if (text.startsWith('<?', at)) at = endOf('?>', at) + 2;
    else if (text.startsWith('<!', at)) throw new UnreadableFile({ is: 'document-type', part });
    else if (text.startsWith('</', at)) {
      const end = endOf('>', at);
      const closed = open.pop();
      if (closed === undefined || text.slice(at + 2, end).trim() !== closed.tag) throw fault();
      at = end + 1;
    } else {
      tagName.lastIndex = at + 1;
      const tag = tagName.exec(text)?.[0];
      if (tag === undefined) throw fault();
      attribute.lastIndex = tagName.lastIndex;
      at = tagName.lastIndex;
      const written = new Map<string, string>();
      for (let match = attribute.exec(text); match !== null; match = attribute.exec(text)) {
        written.set(match[1] ?? '', expandEntities(match[2] ?? match[3] ?? '', fault));
        at = attribute.lastIndex;
      }
      const end = endOf('>', at);
      const rest = text.slice(at, end).trim();
      if (rest !== '' && rest !== '/') throw fault();
      const namespaces = declare(written, open.at(-1)?.namespaces ?? noAttributes);
      const element: Open = {
        name: nameOf(tag, namespaces, prefixes, true),
        attributes: attributesOf(written, namespaces, prefixes),
        children: [],
        tag,
        namespaces,
      };
      children().push(element);
      count += 1 + written.size;
      if (count > mostNodes || open.length >= deepest)
        throw new UnreadableFile({ is: 'large', part });
      if (rest !== '/') open.push(element);
      at = end + 1;
    }
  }
  const root = top.find((child) => typeof child !== 'string');
  if (root === undefined || open.length > 0) throw fault();
  return root;
}

function decodeXml(bytes: Uint8Array, part: string): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const label = isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    // XML 1.0, 2.11
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  } catch {
    throw new UnreadableFile({ is: 'damaged', part });
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function expandEntities(text: string, fault: () => UnreadableFile): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,12});?/g, (_, name: string) => {
    const known = entities[name];
    if (known !== undefined) return known;
    const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const point = code === null ? Number.NaN : Number(code[2] ?? `0x${code[1]}`);
    const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    if (!isCharacter) throw fault();
    return String.fromCodePoint(point);
  });
}

function declare(
  written: ReadonlyMap<string, string>,
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  let own: Map<string, string> | null = null;
  for (const [name, value] of written) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    own ??= new Map(outer);
    own.set(name.slice(6), value);
  }
  return own ?? outer;
}

function nameOf(
  tag: string,
  namespaces: ReadonlyMap<string, string>,
  prefixes: ReadonlyMap<string, string>,
  isElement: boolean,
): string {
  const colon = tag.indexOf(':');
  // An attribute without a prefix is in no namespace
  if (colon === -1 && !isElement) return tag;
  const namespace = namespaces.get(colon === -1 ? '' : tag.slice(0, colon)) ?? '';
  const prefix = prefixes.get(namespace) ?? (namespace === '' ? '' : 'other');
  const local = tag.slice(colon + 1);
  return prefix === '' ? local : `${prefix}:${local}`;
}

function attributesOf(
  written: ReadonlyMap<string, string>,
  namespaces: ReadonlyMap<string, string>,
  prefixes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (written.size === 0) return noAttributes;
  const attributes = new Map<string, string>();
  for (const [name, value] of written)
    if (!name.startsWith('xmlns')) attributes.set(nameOf(name, namespaces, prefixes, false), value);
  return attributes;
}

/** The first child of a name. */
export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | null {
  for (const child of element?.children ?? [])
    if (typeof child !== 'string' && child.name === name) return child;
  return null;
}

/** The children that are elements, of one name where one is given. */
export function childrenOf(element: XmlElement | null, name: string | null = null): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element?.children ?? [])
    if (typeof child !== 'string' && (name === null || child.name === name)) found.push(child);
  return found;
}

/** All elements of a name below one, in the order of the text. */
export function* elementsOf(element: XmlElement, name: string): Iterable<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) yield child;
    yield* elementsOf(child, name);
  }
}
