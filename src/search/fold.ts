/*
 * What counts as the same in a search: width, case, accents of Latin letters, traditional and
 * simplified characters, radicals and the shapes of a character are equal; white space and punctuation count for nothing. Build and browser
 * use this one file, so that a query is folded as the text was.
 */

import { radicals } from './radicals.ts';

/** Parts a text into stretches that no hit may cross: paragraphs, and the cells of a table row. */
export const barrier = '\n';
export const cellBarrier = '\x1f';

/** A folded text with the place in the original of each of its UTF-16 units. */
export type Folded = Readonly<{ text: string; places: Uint32Array }>;

export type Fold = Readonly<{
  /** The UTF-16 units of the folded text; both barriers become `\n`. Valid until the next call. */
  units: (text: string) => Uint16Array;
  text: (text: string) => string;
  withPlaces: (text: string) => Folded;
}>;

const unknown = 0;
const dropped = 1;
const long = 2;

/** What is left of a text: what counts, or punctuation too. White space never is. */
export type Kept = 'counting' | 'punctuation';

/**
 * @param variants traditional characters, each followed by its simplified one
 */
export function createFold(variants: string, kept: Kept = 'counting'): Fold {
  const lookUp = createTable(variants, kept === 'counting' ? countsInSearch : isVisible);
  // What each UTF-16 unit becomes, found when it is first met
  const table = new Uint16Array(0x10000);
  // A bit for each that stays as it is: most do, and this fits into the nearest cache of a processor
  const same = new Uint32Array(0x10000 >>> 5);
  let units = new Uint16Array(0);

  const fold = (text: string, places: number[] | null): Uint16Array => {
    if (units.length < text.length) units = new Uint16Array(text.length + 1024);
    let length = 0;
    for (let place = 0; place < text.length; place++) {
      const unit = text.charCodeAt(place);
      if (((same[unit >>> 5] ?? 0) >>> (unit & 31)) & 1) {
        units[length++] = unit;
        places?.push(place);
        continue;
      }
      let entry = table[unit] ?? unknown;
      if (entry === unknown) {
        entry = entryOf(unit, lookUp);
        table[unit] = entry;
        if (entry > long && entry === unit)
          same[unit >>> 5] = (same[unit >>> 5] ?? 0) | (1 << (unit & 31));
      }
      if (entry > long) {
        units[length++] = entry;
        places?.push(place);
      } else if (entry === long) {
        const isPair = isSurrogate(unit) && isLowSurrogate(text.charCodeAt(place + 1));
        const form = lookUp(text.slice(place, place + (isPair ? 2 : 1)));
        // The rest of the text has room for one unit each; a longer form needs more
        const needed = length + form.length + text.length - place;
        if (needed > units.length) units = grown(units, needed);
        for (let index = 0; index < form.length; index++) {
          units[length++] = form.charCodeAt(index);
          places?.push(place);
        }
        if (isPair) place++;
      }
    }
    return units.subarray(0, length);
  };
  return {
    units: (text) => fold(text, null),
    text: (text) => decode(fold(text, null)),
    withPlaces(text) {
      const places: number[] = [];
      return { text: decode(fold(text, places)), places: Uint32Array.from(places) };
    },
  };
}

/** The folded form of a character, remembered. */
function createTable(
  variants: string,
  isKept: (character: string) => boolean,
): (character: string) => string {
  const simplified = new Map<string, string>();
  const characters = [...radicals, ...variants];
  for (let index = 0; index + 1 < characters.length; index += 2) {
    simplified.set(characters[index] ?? '', characters[index + 1] ?? '');
  }
  // 薴 is 苧, and that is 苎
  for (const [from, to] of simplified) simplified.set(from, simplified.get(to) ?? to);
  const forms = new Map<string, string>();
  return (character) => {
    const known = forms.get(character);
    if (known !== undefined) return known;
    const form = foldCharacter(character, simplified, isKept);
    forms.set(character, form);
    return form;
  };
}

/** Half of a pair says nothing alone; a lone half is left out. */
function entryOf(unit: number, lookUp: (character: string) => string): number {
  if (isSurrogate(unit)) return isLowSurrogate(unit) ? dropped : long;
  const form = lookUp(String.fromCharCode(unit));
  if (form.length === 0) return dropped;
  return form.length === 1 ? form.charCodeAt(0) : long;
}

function grown(units: Uint16Array, needed: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(needed * 2);
  larger.set(units);
  return larger;
}

const chunk = 8192;

function decode(units: Uint16Array): string {
  let text = '';
  for (let start = 0; start < units.length; start += chunk) {
    text += String.fromCharCode(...units.subarray(start, start + chunk));
  }
  return text;
}

/** Punctuation that bears a meaning, and so counts in a search: 30% is not 30. */
const meaningful = /[%‰&@#°§]/;
/** Symbols that are used as punctuation. */
const decorative = /[~`^|¨´¯¸]/;
const counted = /[\p{L}\p{N}\p{M}\p{S}\p{Co}\p{Cn}]/u;

function countsInSearch(character: string): boolean {
  return (counted.test(character) && !decorative.test(character)) || meaningful.test(character);
}

function isVisible(character: string): boolean {
  return countsInSearch(character) || /[\p{P}\p{S}]/u.test(character);
}

/** Which of its shapes a character has (Unicode, 23.4): it is the same. */
const variationSelector = /^[\u180b-\u180d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;

function foldCharacter(
  character: string,
  simplified: ReadonlyMap<string, string>,
  isKept: (character: string) => boolean,
): string {
  if (character.length === 1 && isSurrogate(character.charCodeAt(0))) return '';
  if (variationSelector.test(character)) return '';
  if (character === barrier || character === cellBarrier) return barrier;
  let folded = '';
  // Lower case first, for ẞ has no other capital
  const cased = character.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase();
  for (const each of withoutAccents(cased)) {
    const plain = simplified.get(each) ?? each;
    if (isKept(plain)) folded += plain;
  }
  return folded;
}

/**
 * Accents are taken off Latin, Greek and Cyrillic letters only; elsewhere marks tell words apart. But the marks of
 * these letters count nowhere, also where a sign is written as another with one (⫝̸).
 */
function withoutAccents(text: string): string {
  const first = text.codePointAt(0) ?? 0;
  const isAlphabetic = first < 0x600 || (first >= 0x1e00 && first < 0x2000);
  return (isAlphabetic ? text.normalize('NFD') : text).replace(/[\u0300-\u036f]/g, '');
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
