import { pronounce, withoutTone } from './pronounce.ts';

/** Longest identifier, so that addresses stay short. */
export const longestIdentifier = 80;

/**
 * Names that Windows gives to devices, with any ending too ("Naming Files, Paths, and Namespaces",
 * Microsoft Learn), the folder of a list's further pages, and the name of the list itself.
 */
const reserved = /^(?:(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)|page$|index\.html$)/;

/**
 * The part of an address that stands for a name: Latin letters, digits, `-`, `_` and `.` stay,
 * Chinese is spelt in pinyin, all lower case and at most 80 characters. A name that has to be
 * cut, or leaves nothing, ends in a hash of the whole, so that two of them stay apart.
 */
export function toIdentifier(name: string): string {
  const known = memory.get(name);
  if (known !== undefined) return known;
  const identifier = spell(name);
  memory.set(name, identifier);
  return identifier;
}

/** Spelling is a pure function of the name, and tags recur in thousands of documents. */
const memory = new Map<string, string>();

function spell(name: string): string {
  const normal = name.normalize('NFC').toLowerCase();
  const plain = /[^\u0020-\u007e]/.test(normal) ? toLatin(normal) : normal;
  const lost = /[^\u0020-\u007e]/.test(plain);
  const identifier = plain
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .replace(reserved, '$&-x');
  if (identifier === '' || lost || identifier.length > longestIdentifier) {
    return shorten(identifier, `x${hashOf(normal)}`);
  }
  return identifier;
}

function toLatin(text: string): string {
  const unaccented = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKC')
    .toLowerCase();
  return pronounce(unaccented)
    .map(({ text, isReading }) => (isReading ? withoutTone(text) : text))
    .join('-')
    .replace(/-?([\s()[\]{}《》〈〉“”‘’「」『』【】，。、；：！？·—…]+)-?/g, '-');
}

function shorten(identifier: string, suffix: string): string {
  if (identifier === '') return suffix;
  const room = longestIdentifier - suffix.length - 1;
  const cut =
    identifier.length > room ? identifier.slice(0, room).replace(/-[^-]*$/, '') : identifier;
  return `${cut.replace(/[-.]+$/, '')}-${suffix}`;
}

/** 32-bit FNV-1a over UTF-16 units, as seven characters in base 36. */
export function hashOf(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36).padStart(7, '0');
}
