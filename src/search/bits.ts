/** Writes numbers bit by bit, the highest bit of each byte first. */
export type BitWriter = Readonly<{
  /** The lowest `count` bits of a value, at most 32; higher bits must be 0. */
  bits: (value: number, count: number) => void;
  /** So many zeros, and a one. */
  unary: (zeros: number) => void;
  /** A number from 1 on in Elias's gamma code: its length in zeros, then itself. */
  gamma: (value: number) => void;
  /** What was written, filled up with zeros to whole bytes. Begins anew. */
  finish: () => Uint8Array<ArrayBuffer>;
}>;

/** Bits that can be added at once to the seven at most that wait for their byte. */
const atOnce = 24;

export function createBitWriter(): BitWriter {
  let bytes = new Uint8Array(64 * 1024);
  let length = 0;
  let held = 0;
  let count = 0;
  const few = (value: number, size: number) => {
    held = (held << size) | value;
    count += size;
    if (length + 4 > bytes.length) bytes = grown(bytes);
    while (count >= 8) {
      count -= 8;
      bytes[length++] = held >>> count;
    }
    held &= (1 << count) - 1;
  };
  const bits = (value: number, size: number) => {
    if (size <= atOnce) {
      few(value, size);
      return;
    }
    few(value >>> 16, size - 16);
    few(value & 0xffff, 16);
  };
  const unary = (zeros: number) => {
    let left = zeros;
    for (; left >= atOnce; left -= atOnce) few(0, atOnce);
    few(1, left + 1);
  };
  return {
    bits,
    unary,
    gamma(value) {
      const size = 32 - Math.clz32(value);
      if (size > 12) {
        unary(size - 1);
        bits(value - 2 ** (size - 1), size - 1);
      } else few(value, 2 * size - 1);
    },
    finish() {
      if (count > 0) few(0, 8 - count);
      const written = bytes.slice(0, length);
      length = 0;
      return written;
    },
  };
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}

export type BitReader = Readonly<{
  /** The next bits, at most 32. */
  bits: (count: number) => number;
  /** The next bits, at most 24, which are read again; behind the end zeros. */
  peek: (count: number) => number;
  skip: (count: number) => void;
  unary: () => number;
  gamma: () => number;
}>;

/** Bits that can be looked at at once, wherever they begin within a byte. */
const windowBits = 25;

/** Reads what a BitWriter wrote. Behind the end it reads zeros; a unary number there is endless and throws. */
export function createBitReader(bytes: Uint8Array): BitReader {
  // So that a window reaches behind the end
  const padded = new Uint8Array(bytes.length + 8);
  padded.set(bytes);
  let position = 0;
  const end = bytes.length * 8;
  /** The next 25 bits or more as the highest of 32. */
  const look = (): number => {
    const place = position >>> 3;
    const first = ((padded[place] ?? 0) << 24) | ((padded[place + 1] ?? 0) << 16);
    const second = ((padded[place + 2] ?? 0) << 8) | (padded[place + 3] ?? 0);
    return (first | second) << (position & 7);
  };
  const few = (count: number): number => {
    if (count === 0) return 0;
    const value = look() >>> (32 - count);
    position += count;
    return value;
  };
  const bits = (count: number): number => {
    if (count < windowBits) return few(count);
    const high = few(count - 16);
    return high * 2 ** 16 + few(16);
  };
  const unary = (): number => {
    const start = position;
    for (;;) {
      if (position >= end) throw new Error('the shard is cut off');
      const zeros = Math.clz32(look());
      if (zeros < windowBits) {
        position += zeros + 1;
        return position - start - 1;
      }
      position += windowBits;
    }
  };
  return {
    bits,
    peek: (count) => (count === 0 ? 0 : look() >>> (32 - count)),
    skip(count) {
      position += count;
    },
    unary,
    gamma() {
      const size = unary();
      return size === 0 ? 1 : 2 ** size + bits(size);
    },
  };
}
