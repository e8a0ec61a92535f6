/*
 * The terms of the index: each character of a folded text, and each pair of neighbours. A term is
 * one number of 32 bits, first unit above second (none for a single character), and then mixed, so
 * that its highest bits say evenly in which shard it stands.
 */

/** 2³² divided by the golden ratio (Knuth, The Art of Computer Programming, section 6.4). */
const multiplier = 0x9e3779b1;

/** The term of a pair of UTF-16 units, or with `second` 0 of a single one. */
export function termOf(first: number, second: number): number {
  return Math.imul((first << 16) | second, multiplier) >>> 0;
}

/** The inverse of the multiplier modulo 2³². */
const inverse = 0x0e8b2f51;

/** Whether a term is a pair of characters, and not a single one. */
export function isPair(term: number): boolean {
  return (Math.imul(term, inverse) & 0xffff) !== 0;
}

const barrierUnit = 0x0a;

/**
 * Places in a line fall into so many classes, one beside the other. Of frequent pairs the index
 * tells the classes of the places where they stand: in 经济建设 the second pair must stand in the
 * class behind the first one's, and so on. That spares most of the texts that only hold the parts.
 */
export const placeClasses = 8;

/** Terms of a text, ascending, each with a bit for each class of places where it stands. */
export type Terms = Readonly<{ terms: Uint32Array<ArrayBuffer>; places: Uint8Array<ArrayBuffer> }>;

/** Room for the terms of a text and the classes of their places, kept from one text to the next. */
let room = { terms: new Uint32Array(0), spare: new Uint32Array(0) };
let classes = { own: new Uint8Array(0), spare: new Uint8Array(0) };

/** All terms of a folded text's UTF-16 units. None crosses a barrier. */
export function termsOf(folded: Uint16Array): Terms {
  if (room.terms.length < folded.length * 2) {
    const size = folded.length * 2 + 4096;
    room = { terms: new Uint32Array(size), spare: new Uint32Array(size) };
    classes = { own: new Uint8Array(size), spare: new Uint8Array(size) };
  }
  const { terms } = room;
  const { own } = classes;
  let length = 0;
  let previous = barrierUnit;
  // Counted from the beginning of the line: what is inserted moves no places but those of its own
  let place = 0;
  for (let index = 0; index < folded.length; index++) {
    const unit = folded[index] ?? barrierUnit;
    if (unit === barrierUnit) {
      place = 0;
    } else {
      own[length] = 1 << (place % placeClasses);
      terms[length++] = termOf(unit, 0);
      if (previous !== barrierUnit) {
        own[length] = 1 << ((place - 1) % placeClasses);
        terms[length++] = termOf(previous, unit);
      }
      place++;
    }
    previous = unit;
  }
  return unique(sortTerms(length), length);
}

/** One pair in sixteen: what all documents drop alike, they can be compared without. */
const sampled = 2 ** 28;

/** Room for a sample before it is sorted. */
let samples = new Uint32Array(0);

/**
 * A sample of a folded text's pairs of neighbours, sorted, each once: those whose mixed numbers are
 * smallest, so that a pair is in the sample of every text that holds it, or of none.
 */
export function sampleOf(folded: Uint16Array): Uint32Array<ArrayBuffer> {
  if (samples.length < folded.length) samples = new Uint32Array(folded.length + 1024);
  let length = 0;
  let previous = barrierUnit;
  for (let index = 0; index < folded.length; index++) {
    const unit = folded[index] ?? barrierUnit;
    if (unit !== barrierUnit && previous !== barrierUnit) {
      const term = termOf(previous, unit);
      if (term < sampled) samples[length++] = term;
    }
    previous = unit;
  }
  const sorted = samples.subarray(0, length).sort();
  let count = 0;
  for (let index = 0; index < length; index++) {
    const term = sorted[index] ?? 0;
    if (count === 0 || term !== sorted[count - 1]) sorted[count++] = term;
  }
  return sorted.slice(0, count);
}

const digitBits = 11;
const digits = 1 << digitBits;
const counts = new Uint32Array(3 * digits);

/** Sorts by three digits of 11 bits, the lowest first; gives the arrays that hold the result. */
function sortTerms(length: number): Terms {
  counts.fill(0);
  let from = room.terms;
  let fromClasses = classes.own;
  let to = room.spare;
  let toClasses = classes.spare;
  for (let index = 0; index < length; index++) {
    const value = from[index] ?? 0;
    bump(value & (digits - 1));
    bump(digits + ((value >>> digitBits) & (digits - 1)));
    bump(2 * digits + (value >>> (2 * digitBits)));
  }
  for (let digit = 0; digit < 3; digit++) {
    const base = digit * digits;
    let start = 0;
    for (let slot = base; slot < base + digits; slot++) {
      const count = counts[slot] ?? 0;
      counts[slot] = start;
      start += count;
    }
    const shift = digit * digitBits;
    for (let index = 0; index < length; index++) {
      const value = from[index] ?? 0;
      const slot = base + ((value >>> shift) & (digits - 1));
      const target = counts[slot] ?? 0;
      counts[slot] = target + 1;
      to[target] = value;
      toClasses[target] = fromClasses[index] ?? 0;
    }
    [from, to] = [to, from];
    [fromClasses, toClasses] = [toClasses, fromClasses];
  }
  return { terms: from, places: fromClasses };
}

function bump(slot: number): void {
  counts[slot] = (counts[slot] ?? 0) + 1;
}

function unique({ terms, places }: Terms, length: number): Terms {
  let count = 0;
  let last = -1;
  for (let index = 0; index < length; index++) {
    const value = terms[index] ?? 0;
    const place = places[index] ?? 0;
    if (value === last) places[count - 1] = (places[count - 1] ?? 0) | place;
    else {
      terms[count] = value;
      places[count++] = place;
      last = value;
    }
  }
  return { terms: terms.slice(0, count), places: places.slice(0, count) };
}
