/** A stretch of a paragraph; `changed` if the other text's paragraph does not have it. */
export type Run = Readonly<{ text: string; changed: boolean }>;

/** Two paragraphs side by side, or one that the other text lacks. */
export type DifferenceRow = Readonly<{ left: Run[] | null; right: Run[] | null; same: boolean }>;

/**
 * Edits that are followed at once. Where two texts differ more, the way that got furthest is kept and
 * the search goes on from there, so that time is bounded by the length times this and memory by its
 * square. Two versions of a text rarely differ so much in one place.
 */
const mostEdits = 512;

/** Characters of a pair of paragraphs, beginning and end in common apart; of more all is replaced. */
const mostCharacters = 20_000;

/** Changed paragraphs of each side among which versions of each other are looked for. */
const blockSize = 32;

/** Hashes kept to estimate what two paragraphs have in common: to about 8 in 100, 1 / (2 √32). */
const sketchSize = 32;

/** Part of their pairs of characters that two versions of a paragraph have in common, at least. */
const leastResemblance = 0.2;

/** A shorter stretch between two changes is shown as changed: both merely happen to have a 的. */
const shortestStretch = 2;

/**
 * Two texts side by side, paragraph by paragraph: equal ones, versions of each other with what is
 * changed in them, and those that only one text has. The runs of a side are its text exactly.
 */
export function compareTexts(left: readonly string[], right: readonly string[]): DifferenceRow[] {
  const numbers = new Map<string, number>();
  const equal = align(numbered(left, numbers), numbered(right, numbers), Number.MAX_SAFE_INTEGER);
  const rows: DifferenceRow[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of equal) {
    compareGap(left.slice(x, nextX), right.slice(y, nextY), rows);
    rows.push(comparePair(left[nextX] ?? '', right[nextY] ?? ''));
    [x, y] = [nextX + 1, nextY + 1];
  }
  compareGap(left.slice(x), right.slice(y), rows);
  return rows;
}

/** A number for each text, the same for equal ones. */
function numbered(texts: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(texts, (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}

/** What stands between two equal paragraphs, cut into blocks of bounded size. */
function compareGap(
  left: readonly string[],
  right: readonly string[],
  rows: DifferenceRow[],
): void {
  const blocks = Math.ceil(Math.max(left.length, right.length) / blockSize);
  const part = (texts: readonly string[], block: number) =>
    texts.slice(
      Math.floor((texts.length * block) / blocks),
      Math.floor((texts.length * (block + 1)) / blocks),
    );
  for (let block = 0; block < blocks; block++) {
    compareBlock(part(left, block), part(right, block), rows);
  }
}

function compareBlock(
  left: readonly string[],
  right: readonly string[],
  rows: DifferenceRow[],
): void {
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...versions(left, right), [left.length, right.length] as const]) {
    for (const text of left.slice(x, nextX)) {
      rows.push({ left: whole(text, true), right: null, same: false });
    }
    for (const text of right.slice(y, nextY)) {
      rows.push({ left: null, right: whole(text, true), same: false });
    }
    const [one, other] = [left[nextX], right[nextY]];
    if (one !== undefined && other !== undefined) rows.push(comparePair(one, other));
    [x, y] = [nextX + 1, nextY + 1];
  }
}

function whole(text: string, changed: boolean): Run[] {
  return text === '' ? [] : [{ text, changed }];
}

/** Places that belong together on both sides, rising on both. */
type Pairs = (readonly [number, number])[];

/** The pairs in order that resemble each other most in sum (Needleman and Wunsch, 1970). */
function versions(left: readonly string[], right: readonly string[]): Pairs {
  const [sketches, others] = [left.map(sketch), right.map(sketch)];
  const width = right.length + 1;
  const best = new Float64Array((left.length + 1) * width);
  const paired = new Uint8Array(best.length);
  for (let x = left.length - 1; x >= 0; x--) {
    for (let y = right.length - 1; y >= 0; y--) {
      const place = x * width + y;
      const apart = Math.max(best[place + width] ?? 0, best[place + 1] ?? 0);
      const alike = resemblance(sketches[x] ?? empty, others[y] ?? empty);
      const together = alike + (best[place + width + 1] ?? 0);
      paired[place] = alike >= leastResemblance && together > apart ? 1 : 0;
      best[place] = paired[place] === 1 ? together : apart;
    }
  }
  const pairs: Pairs = [];
  for (let x = 0, y = 0; x < left.length && y < right.length; ) {
    const place = x * width + y;
    if (paired[place] === 1) pairs.push([x++, y++]);
    else if ((best[place + width] ?? 0) >= (best[place + 1] ?? 0)) x++;
    else y++;
  }
  return pairs;
}

const empty = new Uint32Array(0);

/** The least hashes of a paragraph's pairs of characters (bottom-k sketch, Broder 1997). */
function sketch(text: string): Uint32Array {
  const hashes = new Uint32Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const before = index === 0 ? 0 : text.charCodeAt(index - 1);
    const mixed = Math.imul(before * 0x10000 + text.charCodeAt(index) + 1, 0x9e3779b1);
    hashes[index] = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ (mixed >>> 13);
  }
  return hashes
    .sort()
    .filter((hash, index) => index === 0 || hash !== hashes[index - 1])
    .slice(0, sketchSize);
}

/** Estimates which part of the pairs of characters of two paragraphs stands in both. */
function resemblance(left: Uint32Array, right: Uint32Array): number {
  let [x, y, common, all] = [0, 0, 0, 0];
  while (all < sketchSize && (x < left.length || y < right.length)) {
    const [one, other] = [left[x] ?? Infinity, right[y] ?? Infinity];
    if (one === other) common++;
    if (one <= other) x++;
    if (other <= one) y++;
    all++;
  }
  return all === 0 ? 0 : common / all;
}

/** Two versions of a paragraph; if they have less than a fifth in common, all is replaced. */
function comparePair(left: string, right: string): DifferenceRow {
  if (left === right) return { left: whole(left, false), right: whole(right, false), same: true };
  const [one, other] = [Array.from(left), Array.from(right)];
  const pairs = align(codePoints(one), codePoints(other), mostCharacters);
  const [keptLeft, keptRight] = [new Uint8Array(one.length), new Uint8Array(other.length)];
  let kept = 0;
  for (let from = 0, to = 0; from < pairs.length; from = to) {
    const [x, y] = pairs[from] ?? [0, 0];
    while (pairs[to]?.[0] === x + to - from && pairs[to]?.[1] === y + to - from) to++;
    const [endX, endY] = [x + to - from, y + to - from];
    const atEdge = (x === 0 && y === 0) || (endX === one.length && endY === other.length);
    if (to - from < shortestStretch && !atEdge) continue;
    keptLeft.fill(1, x, endX);
    keptRight.fill(1, y, endY);
    kept += to - from;
  }
  if (kept < leastResemblance * Math.max(one.length, other.length)) {
    return { left: whole(left, true), right: whole(right, true), same: false };
  }
  return { left: runsOf(one, keptLeft), right: runsOf(other, keptRight), same: false };
}

function codePoints(characters: readonly string[]): Int32Array {
  return Int32Array.from(characters, (character) => character.codePointAt(0) ?? 0);
}

function runsOf(characters: readonly string[], kept: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let from = 0, to = 0; from < characters.length; from = to) {
    while (to < characters.length && kept[to] === kept[from]) to++;
    runs.push({ text: characters.slice(from, to).join(''), changed: kept[from] === 0 });
  }
  return runs;
}

/**
 * What two sequences have in common, in order: beginning and end, and between them what Myers'
 * search finds among what stands on both sides. Of more than `most` in between, nothing.
 */
function align(left: Int32Array, right: Int32Array, most: number): Pairs {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start++;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  const pairs: Pairs = [];
  for (let index = 0; index < start; index++) pairs.push([index, index]);
  if (left.length + right.length - 2 * (start + end) <= most) {
    const xs = placesOfCommon(left, right, start, end);
    const ys = placesOfCommon(right, left, start, end);
    const [one, other] = [xs.map((x) => left[x] ?? 0), ys.map((y) => right[y] ?? 0)];
    for (const [x, y] of search(one, other)) pairs.push([xs[x] ?? 0, ys[y] ?? 0]);
  }
  for (let rest = end; rest > 0; rest--) pairs.push([left.length - rest, right.length - rest]);
  return pairs;
}

/** Places between the common beginning and end whose value stands there on the other side too. */
function placesOfCommon(
  own: Int32Array,
  other: Int32Array,
  start: number,
  end: number,
): Int32Array {
  const values = new Set(other.subarray(start, other.length - end));
  const places = Int32Array.from({ length: own.length - start - end }, (_, index) => start + index);
  return places.filter((place) => values.has(own[place] ?? -1));
}

/** Myers, “An O(ND) Difference Algorithm and Its Variations” (1986), section 3, in bounded steps. */
function search(left: Int32Array, right: Int32Array): Pairs {
  const pairs: Pairs = [];
  for (let x = 0, y = 0; x < left.length && y < right.length; ) {
    const way = advance(left.subarray(x), right.subarray(y));
    for (const [wayX, wayY] of way.pairs) pairs.push([x + wayX, y + wayY]);
    [x, y] = [x + way.x, y + way.y];
  }
  return pairs;
}

/** The way from the beginning of both that gets furthest with `mostEdits`, and where it ends. */
function advance(left: Int32Array, right: Int32Array): { x: number; y: number; pairs: Pairs } {
  const limit = Math.min(mostEdits, left.length + right.length);
  const middle = limit + 1;
  const trace: Int32Array[] = [];
  let [x, y] = [0, 0];
  let reach = new Int32Array(2 * limit + 3).fill(-1);
  reach[middle + 1] = 0;
  for (let edits = 0; edits <= limit && (x < left.length || y < right.length); edits++) {
    trace.push(reach);
    reach = reach.slice();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let at = enter(reach, middle, diagonal, left.length, right.length);
      if (at >= 0) while (at < left.length && left[at] === right[at - diagonal]) at++;
      reach[middle + diagonal] = at;
      if (at >= 0 && 2 * at - diagonal > x + y) [x, y] = [at, at - diagonal];
    }
  }
  return { x, y, pairs: retrace(trace, middle, x, y, left.length, right.length) };
}

/**
 * Where a diagonal (x − y) is entered: to the right or downwards from a neighbour, whose furthest x
 * `reach` holds from −limit at 1 to limit, `middle` being diagonal 0; −1 if from nowhere.
 */
function enter(
  reach: Int32Array,
  middle: number,
  diagonal: number,
  width: number,
  height: number,
): number {
  const before = reach[middle + diagonal - 1] ?? -1;
  const above = reach[middle + diagonal + 1] ?? -1;
  const right = before >= 0 && before < width ? before + 1 : -1;
  return Math.max(right, above - diagonal <= height ? above : -1);
}

/** The pairs on the way to a place, from the reach before each edit. */
function retrace(
  trace: readonly Int32Array[],
  middle: number,
  endX: number,
  endY: number,
  width: number,
  height: number,
): Pairs {
  const pairs: Pairs = [];
  let x = endX;
  let diagonal = endX - endY;
  for (const reach of trace.toReversed()) {
    const from = enter(reach, middle, diagonal, width, height);
    for (x--; x >= from; x--) pairs.push([x, x - diagonal]);
    const down = reach[middle + diagonal + 1] === from && from - diagonal <= height;
    diagonal += down ? 1 : -1;
    x = down ? from : from - 1;
  }
  return pairs.reverse();
}
