import { findRarePairs, holdersOf, type RarePairs } from './rare-pairs.ts';

/** Texts are alike if they share so many times more rare pairs than texts of their lengths by chance. */
const leastLift = 3;

/**
 * How sure it has to be that this is no chance, as a logarithm. Of two documents of one organisation
 * or with a common tag, one likeness in 20 (e⁻³) may be false; of any two in an archive, one in 150
 * (e⁻⁵) for all the comparisons of a document.
 */
const doubtOfFew = 3;
const doubtOfAll = 5;

/** Fewer pairs in common never prove anything. */
export const leastShared = 4;

/** Another text, how alike it is: 0 to 1, and 1 if equal; and whether that is certain without other reasons. */
export type Likeness = Readonly<{ text: number; share: number; isCertain: boolean }>;

/**
 * Gives for each text, by number, the texts that are or may be alike.
 * The work for a text is bounded by the number of its rare pairs and that of their holders.
 *
 * @param samples sorted pairs of characters of each text
 * @param only numbers of the texts that are asked for; null for all
 */
export function compareTexts(
  samples: readonly Uint32Array[],
  only: ReadonlySet<number> | null = null,
): (text: number) => readonly Likeness[] {
  const pairs = findRarePairs(samples, only);
  const total = roughTotal(samples);
  const tally = openTally(samples.length);
  const lengthOf = (text: number) => samples[text]?.length ?? 0;
  return (text) => {
    const chances = count(text, pairs, tally);
    const found: { text: number; sureness: number }[] = [];
    for (let place = 0; place < tally.touched; place++) {
      const other = tally.texts[place] ?? 0;
      const common = tally.shared[other] ?? 0;
      tally.shared[other] = 0;
      if (common < leastShared) continue;
      const expected = (chances * lengthOf(other)) / Math.max(1, total - lengthOf(text));
      const sureness = surprise(common, expected);
      if (sureness > doubtOfFew) found.push({ text: other, sureness });
    }
    if (found.length === 0) return nothing;
    const certain = Math.log(samples.length) + doubtOfAll;
    weigh(text, pairs, found, tally);
    return found.map(({ text: other, sureness }): Likeness => {
      const size = Math.sqrt(lengthOf(text) * lengthOf(other));
      const share = (tally.weights[other] ?? 0) / size;
      return { text: other, share, isCertain: sureness > certain };
    });
  };
}

const nothing: readonly Likeness[] = [];

/** What is counted of all texts for one, in memory that is used again for the next. */
type Tally = {
  /** How many rare pairs each text shares; zeros before and after. */
  shared: Uint16Array;
  /** What those weigh that are asked for. */
  weights: Float64Array;
  /** The texts that share any, the first `touched` of the list. */
  texts: Uint32Array;
  touched: number;
};

function openTally(texts: number): Tally {
  return {
    shared: new Uint16Array(texts),
    weights: new Float64Array(texts),
    texts: new Uint32Array(texts),
    touched: 0,
  };
}

/** Digits to base 2 that are kept of the number of all pairs. */
const roughDigits = 6;

/**
 * About how many pairs all texts hold, within 2 %: what is expected by chance need not be better known,
 * and so it stays the same when one text is edited.
 */
export function roughTotal(samples: readonly Uint32Array[]): number {
  const total = samples.reduce((sum, sample) => sum + sample.length, 0);
  const step = 2 ** Math.max(0, Math.floor(Math.log2(total + 1)) + 1 - roughDigits);
  return Math.round(total / step) * step;
}

/**
 * Counts the rare pairs that a text shares with each other one. Gives the number of all of them,
 * which is what chance would spread over all texts by their lengths.
 */
function count(text: number, { offsets, lists, starts, texts }: RarePairs, tally: Tally): number {
  const { shared, texts: touchedTexts } = tally;
  const last = offsets[text + 1] ?? 0;
  let touched = 0;
  let sum = 0;
  for (let place = offsets[text] ?? 0; place < last; place++) {
    const list = lists[place] ?? 0;
    const end = starts[list + 1] ?? 0;
    const start = starts[list] ?? 0;
    sum += end - start - 1;
    for (let index = start; index < end; index++) {
      const other = texts[index] ?? 0;
      if (other === text) continue;
      const before = shared[other] ?? 0;
      if (before === 0) touchedTexts[touched++] = other;
      shared[other] = before + 1;
    }
  }
  tally.touched = touched;
  return sum;
}

/** Weighs what a text has in common with some others, each pair by how few texts hold it. */
function weigh(
  text: number,
  { offsets, lists, starts, texts }: RarePairs,
  others: readonly Readonly<{ text: number }>[],
  { shared, weights }: Tally,
): void {
  for (const { text: other } of others) {
    shared[other] = 1;
    weights[other] = 0;
  }
  const total = Math.log(offsets.length);
  const last = offsets[text + 1] ?? 0;
  for (let place = offsets[text] ?? 0; place < last; place++) {
    const list = lists[place] ?? 0;
    const weight = 1 - Math.log(holdersOf(starts, list)) / total;
    const end = starts[list + 1] ?? 0;
    for (let index = starts[list] ?? 0; index < end; index++) {
      const other = texts[index] ?? 0;
      if (shared[other] === 1) weights[other] = (weights[other] ?? 0) + weight;
    }
  }
  for (const { text: other } of others) shared[other] = 0;
}

/**
 * How little chance explains that texts share so many pairs: minus the logarithm of Chernoff's bound
 * for the tail of a Poisson distribution; 0 where the texts share little more than expected.
 */
function surprise(shared: number, expected: number): number {
  if (shared < leastLift * expected) return 0;
  return shared * Math.log(shared / expected) - shared + expected;
}
