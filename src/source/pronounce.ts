import characters from 'pinyin-pro/dist/esm/data/dict1.mjs';
import { PatternsNormal } from 'pinyin-pro/dist/esm/data/patterns.mjs';

/*
 * How a text is read aloud, by the tables of pinyin-pro and as that library reads them, which takes
 * twenty times as long: it copies each word that it finds, and its tree of words takes longer to grow
 * than a hundred documents to read (tests/source/pronounce.test.ts shows that both read alike).
 */

/** A character's reading, with its tone as in the dictionary, or a stretch of characters without one. */
export type Part = Readonly<{ text: string; isReading: boolean }>;

/** Words by their characters from the last to the first. */
type Node = { next: Map<number, Node>; word: Word | null };
type Word = Readonly<{ readings: readonly string[]; probability: number }>;

/** The priority of words. Surnames have a higher one, and are words only where names are read. */
const ofWords = 1;

let words: Node | null = null;

function growWords(): Node {
  const root: Node = { next: new Map(), word: null };
  for (const { zh, pinyin, probability, priority } of PatternsNormal) {
    if (priority !== ofWords) continue;
    let node = root;
    for (const character of [...zh].reverse()) {
      const point = character.codePointAt(0) ?? 0;
      const next: Node = node.next.get(point) ?? { next: new Map(), word: null };
      node.next.set(point, next);
      node = next;
    }
    if (node.word !== null && node.word.probability > probability) continue;
    node.word = { readings: pinyin.split(' '), probability };
  }
  return root;
}

/** The parts of a text in its order. 一 and 不 are read without regard to what follows: only their tones change. */
export function pronounce(text: string): Part[] {
  const points = [...text];
  const chosen = choose(points);
  const parts: Part[] = [];
  let apart = '';
  const add = (reading: string) => {
    if (apart !== '') parts.push({ text: apart, isReading: false });
    apart = '';
    parts.push({ text: reading, isReading: true });
  };
  for (let index = 0; index < points.length; ) {
    const word = chosen[index];
    if (word !== undefined && word !== null) {
      for (const reading of word.readings) add(reading);
      index += word.readings.length;
      continue;
    }
    const character = points[index] ?? '';
    const reading = readAlone(character, points[index - 1] ?? '');
    if (reading === null) apart += character;
    else add(reading);
    index++;
  }
  if (apart !== '') parts.push({ text: apart, isReading: false });
  return parts;
}

function readAlone(character: string, before: string): string | null {
  if (character === '了' && usualReading(before) === null) return 'liǎo';
  if (character === '々') return usualReading(before) ?? 'tóng';
  return usualReading(character);
}

function usualReading(character: string): string | null {
  const readings = character === '' ? undefined : characters.get(character);
  if (readings === undefined) return null;
  const end = readings.indexOf(' ');
  return end === -1 ? readings : readings.slice(0, end);
}

/** Of a text that begins at some place: how likely its best division into words is, and its first word. */
type Division = Readonly<{
  probability: number;
  /** How often the probability was multiplied by 10³⁰⁰, lest it become nothing. */
  decimal: number;
  word: Word | null;
  /** Where the next word begins. */
  next: number;
}>;

/** What a character counts that belongs to no word. */
const unknown = 1e-13;

/**
 * The words of the likeliest division of a text, each at the place of its first character. Every step is
 * the library's, down to `decimal`, which a character without a word begins anew.
 */
function choose(points: readonly string[]): (Word | null)[] {
  words ??= growWords();
  const chosen: (Word | null)[] = [];
  const divisions: Division[] = [];
  let rest: Division = { probability: 1, decimal: 0, word: null, next: points.length };
  let isParted = false;
  for (let end = points.length - 1; end >= 0; end--) {
    const next = rest.word === null ? rest.next : end + 1;
    let node = words.next.get(points[end]?.codePointAt(0) ?? 0);
    for (let start = end; node !== undefined; node = nodeBefore(node, points, --start)) {
      const { word } = node;
      if (word === null) continue;
      isParted = true;
      const { decimal } = rest;
      const division = scale({
        probability: word.probability * rest.probability,
        decimal,
        word,
        next,
      });
      divisions[start] = better(divisions[start], division);
    }
    const alone = { probability: unknown * rest.probability, decimal: 0, word: null, next };
    rest = better(divisions[end], scale(alone));
    divisions[end] = rest;
  }
  if (!isParted) return chosen;
  for (let index = 0; index < points.length; ) {
    const division = divisions[index];
    if (division === undefined) break;
    if (division.word !== null) chosen[index] = division.word;
    index = division.next;
  }
  return chosen;
}

function nodeBefore(node: Node, points: readonly string[], index: number): Node | undefined {
  return index < 0 ? undefined : node.next.get(points[index]?.codePointAt(0) ?? 0);
}

function scale(division: Division): Division {
  const { probability, decimal } = division;
  if (probability >= 1e-300) return division;
  return { ...division, probability: probability * 1e300, decimal: decimal + 1 };
}

function better(one: Division | undefined, other: Division): Division {
  if (one === undefined || one.decimal > other.decimal) return other;
  if (one.decimal < other.decimal) return one;
  return one.probability > other.probability ? one : other;
}

/** Readings with tones are some 1,300: each is stripped once. */
const toneless = new Map<string, string>();

/** A reading as it is typed: lower case without tones, ü as v. */
export function withoutTone(reading: string): string {
  const known = toneless.get(reading);
  if (known !== undefined) return known;
  const plain = reading
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/\p{M}+/gu, '');
  toneless.set(reading, plain);
  return plain;
}
