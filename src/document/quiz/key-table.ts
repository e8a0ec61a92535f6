/** A value in a line of a key. */
export type Value = Readonly<{ text: string; from: number; to: number }>;

const numbers = /^题\s{0,4}号[\s:：|｜]{0,6}(?=\d)/;
const values = /^(?:参考|正确|标准)?答\s{0,4}案[\s:：|｜]{0,6}(?=[A-HＡ-Ｈ√×对错正])/;
const cell = /[^\s、，,|｜]{1,12}/g;
const bare = /^[A-HＡ-Ｈ√✓×✗对错正确误TF\s、，,;；|]{1,400}$/;
const oneValue = /正确|错误|[A-HＡ-Ｈ√✓×✗对错TF]/g;

/** A row `题号 1 2 3` or `答案 B C A` of a table of answers, or null. */
export function columnsOf(
  line: string,
): { kind: 'numbers' | 'values'; cells: readonly Value[] } | null {
  const numbered = numbers.exec(line);
  const head = numbered ?? values.exec(line);
  if (head === null) return null;
  const cells = valuesOf(line, head[0].length, cell);
  if (numbered === null) return cells.length > 1 ? { kind: 'values', cells } : null;
  const isRow = cells.length > 1 && cells.every(({ text }) => /^\d{1,3}$/.test(text));
  return isRow ? { kind: 'numbers', cells } : null;
}

/** The values of a line such as `BCDAB` or `ABC AD BCD`, if there is one for each question. */
export function bareValuesOf(line: string, from: number, count: number): Value[] {
  const text = line.slice(from);
  const isBare = text.length <= 400 && text.trim() !== '' && bare.test(text);
  if (count === 0 || !isBare) return [];
  const groups = valuesOf(line, from, /[^\s、，,;；|]{1,12}/g);
  if (groups.length === count) return groups;
  const single = valuesOf(line, from, oneValue);
  return single.length === count ? single : [];
}

function valuesOf(line: string, from: number, pattern: RegExp): Value[] {
  return [...line.slice(from).matchAll(pattern)].map((match) => {
    const begin = from + match.index;
    return { text: match[0], from: begin, to: begin + match[0].length };
  });
}
