/** An answer of a key: the question's number and the place of the answer in the line. */
export type Entry = Readonly<{
  number: number;
  head: number;
  /** Whether the number stands in brackets, as the points of an answer may do. */
  inBrackets: boolean;
  from: number;
  to: number;
}>;

type Kind = 'choice' | 'judgement' | 'text';

const letter = 'A-HＡ-Ｈa-hａ-ｈ√✓✔×✕✖✗✘xX对错正确误TFＴＦ';
const value = `(?:[【[]?(?:答案)[】\\]]?\\s{0,3}[:：]?\\s{0,3})?[（(]?\\s{0,3}([${letter}](?:[\\s、，,]{0,4}[${letter}]){0,200})`;
const range = new RegExp(
  `(?<!\\d)第?(\\d{1,4})\\s{0,2}题?\\s{0,2}[-－—–―~～至到]{1,2}\\s{0,2}第?(\\d{1,4})\\s{0,2}题?\\s{0,2}[.．、:：)）]{0,2}\\s{0,6}${value}`,
  'y',
);
const single = new RegExp(
  `第?(\\d{1,4})\\s{0,2}[题)）]?\\s{0,2}[.．、:：]{0,2}\\s{0,4}${value}(?![a-zA-Z])`,
  'y',
);
const textHead =
  /第?(\d{1,4})\s{0,2}(?:[)）题.．、:：]{1,3}(?!\d{1,2}[^\d年月])|\s{1,3}(?=\D))\s{0,4}(?:[【[]?答案?[】\]:：]{1,2})?\s{0,3}/y;
const starts = new RegExp(
  `^[（(]?第?\\d{1,4}\\s{0,2}题?\\s{0,2}(?:[-－—–―~～至到]{1,2}\\s{0,2}第?\\d{1,4})?\\s{0,2}题?[.．、:：)）]{0,2}\\s{0,6}${value}(?![a-zA-Z\\p{Script=Han}])`,
  'u',
);

/** Whether a line begins as `1.B`, `1-5 BCDAB` or `1.√` does. */
export function startsWithEntry(line: string): boolean {
  return starts.test(line.slice(0, 400));
}

/**
 * The entries of a line of a key, in order.
 *
 * @param kindOf what the question of a number asks for; null where there is no such question
 * @param written whether the numbers of the key stand in brackets, null where that is not known yet
 */
export function entriesOf(
  line: string,
  begin: number,
  kindOf: (number: number) => Kind | null,
  written: boolean | null,
): Entry[] {
  const entries: Entry[] = [];
  let last: number | null = null;
  let style = written;
  for (const match of line.matchAll(/\d{1,4}/g)) {
    const at = match.index;
    const inBrackets = /[（(]/.test(line[at - 1] ?? '');
    if (style !== null && inBrackets !== style) continue;
    if (at < begin || at < (entries.at(-1)?.to ?? 0) || !isBoundary(line, at, begin)) continue;
    const number = Number(match[0]);
    const kind = kindOf(number);
    if (kind === null || (last !== null && number !== last + 1 && kind === 'text')) continue;
    const found = kind === 'text' ? null : (rangeAt(line, at) ?? singleAt(line, at, inBrackets));
    if (found !== null) entries.push(...found);
    else if (kind === 'text' || at === begin) pushText(entries, line, at, inBrackets);
    last = entries.at(-1)?.number ?? last;
    style = entries.at(-1)?.inBrackets ?? style;
  }
  return entries.map((entry, index) => {
    if (entry.to >= 0) return entry;
    const end = entries[index + 1]?.head ?? line.length;
    const text = line.slice(entry.from, end).replace(/[\s;；（(第]{1,8}$/, '');
    return { ...entry, to: entry.from + text.length };
  });
}

function isBoundary(line: string, at: number, begin: number): boolean {
  return at === begin || /[\s:：;；。，,、.．（(第A-H√×对错】]/.test(line[at - 1] ?? '');
}

function rangeAt(line: string, at: number): Entry[] | null {
  range.lastIndex = at;
  const match = range.exec(line);
  if (match === null) return null;
  const [whole, first, last, values = ''] = match;
  const [low, high] = [Number(first), Number(last)];
  const count = high - low + 1;
  if (count < 2 || count > 200) return null;
  const from = at + whole.length - values.length;
  const groups = [...values.matchAll(/[^\s、，,]+/g)];
  const letters = [...values.matchAll(/正确|错误|[^\s、，,]/g)];
  const parts = groups.length === count ? groups : letters.length === count ? letters : [];
  if (parts.length === 0) return null;
  return parts.map((part, index) => ({
    number: low + index,
    head: index === 0 ? at : from + part.index,
    inBrackets: false,
    from: from + part.index,
    to: from + part.index + part[0].length,
  }));
}

function singleAt(line: string, at: number, inBrackets: boolean): Entry[] | null {
  single.lastIndex = at;
  const match = single.exec(line);
  if (match === null) return null;
  const [whole, number, values = ''] = match;
  // The words behind the letters explain them: they belong to the answer.
  return [
    {
      number: Number(number),
      head: at,
      inBrackets,
      from: at + whole.length - values.length,
      to: -1,
    },
  ];
}

function pushText(entries: Entry[], line: string, at: number, inBrackets: boolean): void {
  textHead.lastIndex = at;
  const match = textHead.exec(line);
  if (match === null) return;
  entries.push({
    number: Number(match[1]),
    head: at,
    inBrackets,
    from: at + match[0].length,
    to: -1,
  });
}
