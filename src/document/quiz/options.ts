import { capitalOf, letterAfter } from './marks.ts';

/** An option within a line; `from` is the place of its letter, `textFrom` that of its words. */
export type FoundOption = Readonly<{ letter: string; from: number; textFrom: number; to: number }>;

type Marker = Readonly<{
  letter: string;
  from: number;
  to: number;
  loose: boolean;
  /** What stands beside the letter: options of one question look alike. */
  form: string;
}>;

const marker =
  /[（(〔[]\s?([A-HＡ-Ｈa-h])\s?[）)〕\]][\s.．、:：]{0,3}|([A-HＡ-Ｈa-h])\s{0,2}(?:[.．、:：）)][\s]{0,3}|[,，](?=\P{ASCII}))|(?<=^|\s)([A-HＡ-Ｈ])(?:\s{1,3}|(?=[\p{Script=Han}《“①-⑳]))/gu;
const latin = /[A-Za-zＡ-Ｚａ-ｚ]/;

/** A longer line is prose. */
const longestLine = 5000;

/**
 * The options of a line in the order of their letters.
 *
 * @param last the letter of the question's last option over the line, or null
 */
export function optionsOf(line: string, last: string | null): FoundOption[] {
  if (line.length > longestLine) return [];
  const run = longestRun(line, markersOf(line), last);
  return run.map(({ letter, from, to }, index) => {
    const end = run[index + 1]?.from ?? line.length;
    return {
      letter,
      from,
      textFrom: to,
      to: Math.max(to, from + line.slice(from, end).trimEnd().length),
    };
  });
}

/**
 * The options that stand in the line of their question. A alone counts where B begins the next line.
 *
 * @param begin where the question's words begin
 */
export function inlineOptions(line: string, begin: number, next: string): FoundOption[] {
  const options = optionsOf(line.slice(begin), null);
  // 关于A、B两类单位 names no options, least of all above a line that begins with A.
  const real = options.every(({ textFrom, to }) => to > textFrom) && !/^[(（]?[AＡ]/.test(next);
  if (options.length > 1 && real) return options.map((option) => shift(option, begin));
  if (!/^[(（]?[BＢ]/.test(next)) return [];
  const tail = Math.max(begin, line.length - 220);
  const alone = /[\s。？?：:）)]([AＡ]\s{0,2}[.．、:：][^A-HＡ-Ｈ]{1,200})$/.exec(line.slice(tail));
  if (alone === null) return [];
  const at = line.length - (alone[1]?.length ?? 0);
  return optionsOf(line.slice(at), null).map((option) => shift(option, at));
}

function shift({ letter, from, textFrom, to }: FoundOption, by: number): FoundOption {
  return { letter, from: from + by, textFrom: textFrom + by, to: to + by };
}

function markersOf(line: string): Marker[] {
  const markers: Marker[] = [];
  for (const match of line.matchAll(marker)) {
    const letter = capitalOf(match[1] ?? match[2] ?? match[3] ?? '');
    if (letter === null) continue;
    const from = match.index;
    const form = match[0].normalize('NFKC').replace(/[\sA-Za-z]/g, '');
    const lower = /[a-h]/.test(match[0]);
    const before = line[from - 1] ?? ' ';
    if (latin.test(before) || (lower && /\S/.test(before))) continue;
    markers.push({ letter, from, to: from + match[0].length, loose: match[3] !== undefined, form });
  }
  return markers;
}

/**
 * The markers whose letters follow one another. A line that begins with an option may begin with
 * any letter that is still to come; within a line a run begins with A and holds two or more.
 */
function longestRun(line: string, markers: readonly Marker[], last: string | null): Marker[] {
  const [first] = markers;
  if (first === undefined) return [];
  const continues = first.from === 0 && (last === null || first.letter > last);
  if (continues && (!first.loose || first.letter === letterAfter(last))) {
    return runFrom(line, markers, 0);
  }
  for (let index = 0; index < markers.length; index++) {
    if (markers[index]?.letter !== 'A') continue;
    // Of several A the last one before B begins the options; those before it belong to the words.
    while (markers[index + 1]?.letter === 'A') index++;
    const run = runFrom(line, markers, index);
    if (run.length > 1) return run;
  }
  return [];
}

/** Whether the same letter follows soon in the form of the first one: `维生素B、维生素C B.蛋白质`. */
function hasBetter(markers: readonly Marker[], index: number, form: string): boolean {
  const { letter } = markers[index] ?? { letter: '' };
  return markers
    .slice(index + 1, index + 6)
    .some((one) => one.letter === letter && one.form === form);
}

function runFrom(line: string, markers: readonly Marker[], begin: number): Marker[] {
  const run: Marker[] = [];
  let expected = markers[begin]?.letter ?? '';
  for (let index = begin; index < markers.length && expected !== ''; index++) {
    const found = markers[index];
    if (found === undefined) continue;
    const last = run.at(-1);
    if (last !== undefined && found.letter === letterAfter(expected)) {
      const skipped = bareBetween(line, expected, last.to, found.from);
      if (skipped === null) continue;
      run.push(skipped, found);
      expected = letterAfter(found.letter);
    } else if (found.letter === expected) {
      const { form } = run[0] ?? found;
      if (found.form !== form && hasBetter(markers, index, form)) continue;
      run.push(found);
      expected = letterAfter(expected);
    }
  }
  return run;
}

/** A letter without a point between two options that have one: `B.乙C丙D.丁`. */
function bareBetween(line: string, letter: string, from: number, to: number): Marker | null {
  const at = from + line.slice(from, to).indexOf(letter);
  if (at < from || latin.test(line[at - 1] ?? '') || latin.test(line[at + 1] ?? '')) {
    return misreadBetween(line, letter, from, to);
  }
  return { letter, from: at, to: at + 1, loose: true, form: '' };
}

/** What recognition of print makes of letters of options. */
const misread: Readonly<Record<string, string>> = {
  B: '8ßβ日',
  C: 'GＧcｃ',
  D: '0OoＯ',
};

/** One that was misread between two options that were not: `A.甲 8.乙 C.丙`. */
function misreadBetween(line: string, letter: string, from: number, to: number): Marker | null {
  const forms = misread[letter];
  if (forms === undefined) return null;
  const found = new RegExp(`(?<=\\s)[${forms}]\\s?[.．、]\\s{0,3}`, 'u').exec(line.slice(from, to));
  if (found === null) return null;
  const at = from + found.index;
  return { letter, from: at, to: at + found[0].length, loose: true, form: '' };
}
