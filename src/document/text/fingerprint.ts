import { countCharacters } from './blocks.ts';

/**
 * What a document gives to the comparison with others: plain data, about 2 kB for a document of
 * 3,600 characters. Shingles of characters are hashed and winnowed, as described by Schleimer,
 * Wilkerson and Aiken, “Winnowing: Local Algorithms for Document Fingerprinting”, SIGMOD 2003.
 */
export type Fingerprints = Readonly<{
  /** In the order of the text, paragraph after paragraph. */
  hashes: Uint32Array;
  /** Three numbers for each paragraph that counts: its line, its characters, its fingerprints. */
  paragraphs: Uint32Array;
}>;

/** Numbers that `Fingerprints.paragraphs` holds for each paragraph. */
export const numbersPerParagraph = 3;

/** A paragraph of fewer characters (white space, punctuation and placeholders apart) does not count. */
export const leastCharacters = 25;

/**
 * Characters of a shingle: nothing shorter is found, k in the paper. Set phrases
 * (全面贯彻落实, 高度重视) are mostly shorter; those that are not stand in many documents.
 */
const shingle = 10;

/**
 * Shingles of a window, of which one is kept, w in the paper: a passage of w + k − 1 = 25 characters
 * is always found, so every paragraph that counts has a fingerprint. 2 / (w + 1) of the shingles are
 * kept: 424 of 3,600.
 */
const window = leastCharacters - shingle + 1;

/** Room for a text's folded units, its shingles' hashes and its fingerprints, kept from one text to the next. */
let room = makeRoom(0);

function makeRoom(size: number) {
  return {
    folded: new Uint16Array(size),
    mixed: new Int32Array(size),
    // Where every window has a hash of its own there is one for each shingle
    hashes: new Uint32Array(size),
  };
}

/** A paragraph as a stretch of a text, with its characters as `countCharacters` counts them. */
export type Stretch = Readonly<{ line: number; from: number; to: number; characters: number }>;

/**
 * The fingerprints of a text. `paragraphs` are its running text without headings: short ones are
 * passed over here, but nothing tells a long heading from a paragraph.
 */
export function fingerprintText(
  paragraphs: readonly { readonly text: string; readonly line: number }[],
): Fingerprints {
  let to = 0;
  const stretches = paragraphs.map(({ text, line }): Stretch => {
    const from = to;
    to += text.length;
    return { line, from, to, characters: countCharacters(text) };
  });
  return fingerprintStretches(paragraphs.map(({ text }) => text).join(''), stretches);
}

/** The same of paragraphs that stand in a text, which should be flat: it is read three times as fast. */
export function fingerprintStretches(text: string, paragraphs: readonly Stretch[]): Fingerprints {
  if (room.folded.length < text.length) room = makeRoom(text.length + 4096);
  const { folded, mixed, hashes } = room;
  const counted: number[] = [];
  let filled = 0;
  for (const { line, from, to, characters } of paragraphs) {
    if (to - from < leastCharacters) continue;
    const length = fold(text, from, to, folded);
    if (length < leastCharacters) continue;
    const before = filled;
    filled = winnow(mixed, hashShingles(folded, length, mixed), hashes, filled);
    counted.push(line, characters, filled - before);
  }
  return { hashes: hashes.slice(0, filled), paragraphs: new Uint32Array(counted) };
}

/**
 * Writes what is compared of a stretch of a text to `folded` and returns its length: full width becomes half
 * width and capitals small letters; what is no letter and no digit is left out, and so is x, which
 * stands for what is not told (××, XX, X月X日) as × and ○ do.
 */
function fold(text: string, start: number, end: number, folded: Uint16Array): number {
  let length = 0;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    // Nearly all that a Chinese text holds stays as it is
    const own = unit >= 0x3400 && unit <= 0x9fff ? unit : foldUnit(unit);
    if (own !== 0) folded[length++] = own;
  }
  return length;
}

/** The UTF-16 unit by which another is compared; 0 for one that is left out. */
function foldUnit(unit: number): number {
  if (unit >= 0x3400 && unit <= 0x9fff) return unit;
  if (unit >= 0xff01 && unit <= 0xff5e) return foldBasic(unit - 0xfee0);
  if (unit < 0x80) return foldBasic(unit);
  if (unit < 0xc0 || unit === 0xd7 || unit === 0xf7) return 0;
  const symbol =
    (unit >= 0x2000 && unit <= 0x206f) ||
    (unit >= 0x2190 && unit <= 0x245f) ||
    (unit >= 0x2500 && unit <= 0x2e7f) ||
    (unit >= 0x3000 && unit <= 0x303f && unit !== 0x3005 && unit !== 0x3007) ||
    unit === 0x30fb ||
    (unit >= 0xe000 && unit <= 0xf8ff) ||
    unit >= 0xfe00;
  return symbol ? 0 : unit;
}

/** The same for ASCII. */
function foldBasic(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit;
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a && small !== 0x78 ? small : 0;
}

/** Multiplier of the rolling hash: any odd number that scatters; this one is 2³² / golden ratio. */
const multiplier = 0x9e3779b1;
const outgoing = power(multiplier, shingle);

/** Writes the hash of each shingle of a folded paragraph to `hashes`, and gives their number. */
function hashShingles(folded: Uint16Array, length: number, hashes: Int32Array): number {
  let rolling = 0;
  for (let index = 0; index < shingle; index++) {
    rolling = (Math.imul(rolling, multiplier) + (folded[index] ?? 0)) | 0;
  }
  hashes[0] = mix(rolling);
  for (let index = shingle; index < length; index++) {
    const gone = Math.imul(folded[index - shingle] ?? 0, outgoing);
    rolling = (Math.imul(rolling, multiplier) + (folded[index] ?? 0) - gone) | 0;
    hashes[index - shingle + 1] = mix(rolling);
  }
  return length - shingle + 1;
}

/**
 * Adds the fingerprints of one paragraph of so many shingles, behind those that `chosen` has, and
 * gives how many it has then: of every window the least hash, of equal ones the one chosen before,
 * else the rightmost (“robust winnowing”, section 5 of the paper). A hash equal to the one before it
 * is left out, so that a megabyte of one character has one fingerprint. Where only one is left, the
 * first and last shingle are added: of 4 million fingerprints of 10,000 documents one in about 200 has
 * the 32 bits of another by chance, two never.
 */
function winnow(hashes: Int32Array, shingles: number, chosen: Uint32Array, filled: number): number {
  let place = rightmostLeast(hashes, window - 1);
  let least = hashes[place] ?? 0;
  let next = filled;
  chosen[next++] = least ^ sign;
  for (let last = window; last < shingles; last++) {
    const hash = hashes[last] ?? 0;
    if (place <= last - window) place = rightmostLeast(hashes, last);
    else if (hash < least) place = last;
    else continue;
    const before = least;
    least = hashes[place] ?? 0;
    if (least !== before) chosen[next++] = least ^ sign;
  }
  if (next - filled > 1) return next;
  for (const signed of [hashes[0] ?? 0, hashes[shingles - 1] ?? 0]) {
    const edge = (signed ^ sign) >>> 0;
    if (edge !== chosen[filled]) chosen[next++] = edge;
  }
  return next;
}

/** Place of the least hash in the window that ends at `last`. */
function rightmostLeast(hashes: Int32Array, last: number): number {
  let place = last;
  let least = hashes[last] ?? 0;
  for (let index = last - 1; index > last - window; index--) {
    const hash = hashes[index] ?? 0;
    if (hash < least) {
      least = hash;
      place = index;
    }
  }
  return place;
}

/** Hashes are compared with this bit turned round: numbers with a sign are faster, and in the same order. */
const sign = 0x80000000;

/** Scatters the bits of a hash: the finaliser of MurmurHash3 (Austin Appleby, public domain). */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16) ^ sign;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let index = 0; index < exponent; index++) result = Math.imul(result, base);
  return result;
}
