import type { BitReader, BitWriter } from './bits.ts';

/*
 * A posting list says which documents hold a term. It is a count and then the gaps between the
 * documents' numbers in Rice's code, whose parameter follows from the count (Golomb, 1966; Rice,
 * 1979). With the parameter 0 that is a bitmap; a list of more than half of all documents is written
 * as the list of the others. So no list takes more than one bit a document.
 */

/** Writes a list of ascending numbers below `total`; there must be at least one. */
export function writePostings(
  writer: Omit<BitWriter, 'finish'>,
  numbers: Uint32Array,
  from: number,
  to: number,
  total: number,
): void {
  const count = to - from;
  writer.gamma(count);
  const isInverse = count * 2 > total;
  const parameter = riceParameter(isInverse ? total - count : count, total);
  let expected = 0;
  if (!isInverse) {
    for (let index = from; index < to; index++) {
      const number = numbers[index] ?? 0;
      writeGap(writer, number - expected, parameter);
      expected = number + 1;
    }
    return;
  }
  let candidate = 0;
  for (let index = from; index <= to; index++) {
    const present = index < to ? (numbers[index] ?? 0) : total;
    for (; candidate < present; candidate++) {
      writeGap(writer, candidate - expected, parameter);
      expected = candidate + 1;
    }
    candidate = present + 1;
  }
}

function writeGap(writer: Omit<BitWriter, 'finish'>, gap: number, parameter: number): void {
  const high = gap >>> parameter;
  const low = gap & (2 ** parameter - 1);
  // Mostly one call: the zeros and the one that tell the high part, and then the low one
  if (high + 1 + parameter <= 24) writer.bits((1 << parameter) | low, high + 1 + parameter);
  else {
    writer.unary(high);
    writer.bits(low, parameter);
  }
}

/** What a list is read into. */
export type Collector = Readonly<{
  add: (number: number) => void;
  remove: (number: number) => void;
  /** Adds all there are. */
  fill: () => void;
}>;

/** Reads a list into a set, or passes over it where there is none; gives its length. */
export function readPostings(reader: BitReader, total: number, into: Collector | null): number {
  const count = reader.gamma();
  const isInverse = count * 2 > total;
  const written = isInverse ? total - count : count;
  const parameter = riceParameter(written, total);
  if (isInverse) into?.fill();
  let expected = 0;
  for (let index = 0; index < written; index++) {
    const high = reader.unary();
    const number = expected + high * 2 ** parameter + (parameter > 0 ? reader.bits(parameter) : 0);
    expected = number + 1;
    if (isInverse) into?.remove(number);
    else into?.add(number);
  }
  return count;
}

/**
 * Reads a list into a list of numbers, which must have room for it; gives its length.
 *
 * @param spare room for as many numbers
 */
export function readNumbers(
  reader: BitReader,
  total: number,
  into: Uint32Array,
  spare: Uint32Array,
): number {
  const count = reader.gamma();
  const isInverse = count * 2 > total;
  const written = isInverse ? total - count : count;
  const parameter = riceParameter(written, total);
  const target = isInverse ? spare : into;
  let expected = 0;
  for (let index = 0; index < written; index++) {
    const high = reader.unary();
    const number = expected + high * 2 ** parameter + (parameter > 0 ? reader.bits(parameter) : 0);
    expected = number + 1;
    target[index] = number;
  }
  if (!isInverse) return count;
  let absent = 0;
  let length = 0;
  for (let number = 0; number < total; number++) {
    if (absent < written && spare[absent] === number) absent++;
    else into[length++] = number;
  }
  return count;
}

/**
 * The largest parameter whose power of two is at most 0.69 (the natural logarithm of 2) of the mean
 * gap. Of whole numbers: reader and writer must never differ in a last bit.
 */
export function riceParameter(count: number, total: number): number {
  if (count === 0) return 0;
  const most = Math.floor((69 * total) / (100 * count));
  return most < 1 ? 0 : 31 - Math.clz32(most);
}
