/*
 * Titles are found by pinyin too: in full (`sanzhong`), by first letters (`szqh`), the last syllable
 * as far as it was typed (`sanzh`). The index holds single syllables, pairs of them, and two and
 * three first letters; what it finds is compared with the title's syllables. A syllable may be read in
 * several ways: `zeng|ceng`.
 */

const initial = '(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])';
const finals =
  'iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v';
const syllable = new RegExp(`^(?:${initial}(?:${finals})|a|ai|an|ang|ao|e|ei|en|eng|er|o|ou)$`);
/** What may become a syllable when one types on: an initial with a final as far as it goes. */
const begun = finals
  .split('|')
  .flatMap((final) => [...final].map((_, index) => final.slice(0, index + 1)))
  .join('|');
const beginning = new RegExp(`^(?:${initial}(?:${begun})?|an?g?|ai|ao|en?g?|ei|er|ou?)$`);
const initials = /^[abcdefghjklmnopqrstwxyz]+$/;
const longest = 6;

/** Whether a word may be pinyin. */
export function mayBePinyin(word: string): boolean {
  return /^[a-z]{2,40}$/.test(word);
}

/** Keys of a title in the index. */
export function pinyinTerms(syllables: readonly string[]): Uint32Array {
  const keys = new Set<number>();
  for (const [index, syllable] of syllables.entries()) {
    const following = readingsOf(syllables[index + 1]);
    const afterwards = readingsOf(syllables[index + 2]);
    for (const each of readingsOf(syllable)) {
      keys.add(keyOf(each));
      for (const next of following) {
        keys.add(keyOf(`${each} ${next}`));
        keys.add(keyOf(firstLetters([each, next])));
        for (const last of afterwards) keys.add(keyOf(firstLetters([each, next, last])));
      }
    }
  }
  return Uint32Array.from(keys).sort();
}

/** The ways to read a syllable. */
function readingsOf(syllable: string | undefined): readonly string[] {
  if (syllable === undefined) return [];
  return syllable.includes('|') ? syllable.split('|') : [syllable];
}

/**
 * Ways to read a word, each as the keys that a title must hold. Of the last syllable only the first
 * letter is asked for: qu may become quan.
 */
export function pinyinReadings(word: string): number[][] {
  const readings = inSyllables(word).map((parts) => {
    if (parts.length === 1) return parts.map(keyOf);
    const whole = parts.slice(0, -1);
    const pairs = whole.slice(1).map((part, index) => keyOf(`${whole[index]} ${part}`));
    return [
      ...(pairs.length === 0 ? whole.map(keyOf) : pairs),
      keyOf(firstLetters(parts.slice(-3))),
    ];
  });
  if (initials.test(word)) {
    const letters = [...word];
    const size = Math.min(3, letters.length);
    const count = Math.min(8, letters.length - size + 1);
    readings.push(
      Array.from({ length: count }, (_, at) => keyOf(firstLetters(letters.slice(at, at + size)))),
    );
  }
  return readings.filter((keys) => keys.length > 0);
}

/** Where a word stands in a title, as the first of its syllables and the one behind the last; or null. */
export function findPinyin(
  word: string,
  syllables: readonly string[],
): readonly [number, number] | null {
  for (let from = 0; from < syllables.length; from++) {
    const inFull = consume(word, syllables, from, (part, whole) => part === whole);
    if (inFull !== null) return [from, inFull];
    const byLetters = consume(word, syllables, from, (part) => part.length === 1);
    if (byLetters !== null) return [from, byLetters];
  }
  return null;
}

/** Takes a word syllable by syllable; gives the index behind the last, or null where it does not fit. */
function consume(
  word: string,
  syllables: readonly string[],
  from: number,
  isWhole: (part: string, syllable: string) => boolean,
): number | null {
  if (word === '') return from;
  for (const whole of readingsOf(syllables[from])) {
    if (whole.startsWith(word)) return from + 1;
    for (let length = Math.min(whole.length, word.length); length > 0; length--) {
      const part = word.slice(0, length);
      if (!isWhole(part, whole) || !whole.startsWith(part)) continue;
      const end = consume(word.slice(length), syllables, from + 1, isWhole);
      if (end !== null) return end;
    }
  }
  return null;
}

/** Ways to read a word that are looked up, those of the fewest syllables. */
const mostReadings = 8;

/** Ways that are tried at all: 立案检查 has eight, and hardly a word has more. */
const mostTried = 64;

/** Ways to part a word into syllables; the last part may be the beginning of one. */
function inSyllables(word: string): string[][] {
  const found: string[][] = [];
  const part = (rest: string, parts: readonly string[]) => {
    if (found.length >= mostTried) return;
    if (rest === '') {
      found.push([...parts]);
      return;
    }
    for (let length = Math.min(longest, rest.length); length > 0; length--) {
      const head = rest.slice(0, length);
      const isLast = length === rest.length;
      if (syllable.test(head) || (isLast && parts.length > 0 && beginning.test(head))) {
        part(rest.slice(length), [...parts, head]);
      }
    }
  };
  part(word, []);
  return found.sort((a, b) => a.length - b.length).slice(0, mostReadings);
}

/** Han characters, and runs of letters or of digits: what has a syllable of its own in a title. */
const spoken = /\p{Script=Han}|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]+/gu;

/** Where syllables stand in their title; null where it cannot be told which is whose. */
export function syllablesIn(
  title: string,
  syllables: readonly string[],
  [from, to]: readonly [number, number],
): Readonly<{ from: number; to: number }> | null {
  const places = [...title.matchAll(spoken)].map(({ index, 0: text }) => {
    return { from: index, to: index + text.length };
  });
  const [first, last] = [places[from], places[to - 1]];
  if (places.length !== syllables.length || first === undefined || last === undefined) return null;
  return { from: first.from, to: last.to };
}

function firstLetters(syllables: readonly string[]): string {
  return `.${syllables.map((each) => each.charAt(0)).join('')}`;
}

/** FNV-1a, then mixed, so that its highest bits spread over the shards. */
function keyOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 0;
}
