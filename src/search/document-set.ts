/** A set of document numbers, one bit each. */
export type DocumentSet = Readonly<{
  words: Uint32Array;
  add: (number: number) => void;
  remove: (number: number) => void;
  has: (number: number) => boolean;
  /** Adds all documents. */
  fill: () => void;
  count: () => number;
  /** Keeps what the other set holds too. */
  keep: (other: DocumentSet) => void;
  addAll: (other: DocumentSet) => void;
  removeAll: (other: DocumentSet) => void;
  copy: () => DocumentSet;
  /** The highest number below a bound, or -1. */
  highestBelow: (bound: number) => number;
}>;

/** @param total documents there are, numbered from 0 */
export function createDocumentSet(total: number): DocumentSet {
  const words = new Uint32Array((total + 31) >>> 5);
  const at = (index: number) => words[index] ?? 0;
  const combine = (other: DocumentSet, join: (own: number, others: number) => number) => {
    for (let index = 0; index < words.length; index++) {
      words[index] = join(at(index), other.words[index] ?? 0);
    }
  };
  const set: DocumentSet = {
    words,
    add(number) {
      words[number >>> 5] = at(number >>> 5) | (1 << (number & 31));
    },
    remove(number) {
      words[number >>> 5] = at(number >>> 5) & ~(1 << (number & 31));
    },
    has: (number) => ((at(number >>> 5) >>> (number & 31)) & 1) === 1,
    fill() {
      words.fill(0xffffffff);
      const rest = total & 31;
      if (rest > 0) words[words.length - 1] = 2 ** rest - 1;
    },
    count() {
      let count = 0;
      for (const word of words) count += bitsOf(word);
      return count;
    },
    keep: (other) => combine(other, (own, others) => own & others),
    addAll: (other) => combine(other, (own, others) => own | others),
    removeAll: (other) => combine(other, (own, others) => own & ~others),
    copy() {
      const copied = createDocumentSet(total);
      copied.words.set(words);
      return copied;
    },
    highestBelow(bound) {
      if (bound <= 0) return -1;
      let index = (bound - 1) >>> 5;
      const inFirst = bound - index * 32;
      let word = inFirst >= 32 ? at(index) : at(index) & (2 ** inFirst - 1);
      while (word === 0 && index > 0) word = at(--index);
      return word === 0 ? -1 : index * 32 + 31 - Math.clz32(word);
    },
  };
  return set;
}

/** The numbers of a set, the highest first. */
export function* members(set: DocumentSet): Generator<number> {
  let number = set.highestBelow(set.words.length * 32);
  while (number >= 0) {
    yield number;
    number = set.highestBelow(number);
  }
}

/** Number of ones in 32 bits (Warren, Hacker's Delight, section 5-1). */
function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
  return Math.imul(bits, 0x01010101) >>> 24;
}
