import { surnames } from '#document/names/surnames.ts';

/** A stretch of a text that stands for a name or number that was left out: ××, XXXX, ＿＿. */
export type Placeholder = Readonly<{ from: number; to: number }>;

const signs = '×XxＸｘ*_＿○〇●△□';

/**
 * Runs of two or more signs, or a single × or X beside a unit (×县, X月X日) or behind a surname
 * (张×). 2×3 and 5×8米 are products, and all × of a formula with an equals sign; ○ behind a Chinese
 * digit is a nought (二○○○年); `x` and `X` alone are letters, and so are those of names and paths.
 */
/** Surnames but for those that are measures too: 高×宽 is a product. */
const bearers = surnames.replace(/[高单]/g, '');

const run = new RegExp(
  [
    '(?<![一二三四五六七八九]○{0,2}(?=○))[×Ｘｘ○●△□]{2,}',
    String.raw`(?<![A-Za-z_./\\])[Xx]{2,}(?![A-Za-z_./\\]|世纪)`,
    String.raw`(?<![\w*./\\-])[*＿_]{2,}(?![\w*./\\-])`,
    '(?<![0-9])×(?=[年月日县市区镇村省乡州局厅校院班级组号人名同某次届期])',
    '(?<![A-Za-z0-9])X(?=[年月日])',
    '(?<=[一-龥])(?<![打画划])×(?![0-9一-龥])',
    `(?<=[${bearers}])×(?=[一-龥])`,
  ].join('|'),
  'g',
);

/** Placeholders within a text, in order. Roman numerals (XX世纪, XXI) are letters. */
export function findPlaceholders(text: string): Placeholder[] {
  if (!mayHold.test(text)) return [];
  const found: Placeholder[] = [];
  const isFormula = /[=＝]/.test(text);
  for (const match of text.matchAll(run)) {
    const from = match.index;
    const to = from + match[0].length;
    if (isFormula && match[0] === '×') continue;
    if (/^[*_＿Xx]/.test(match[0]) && !isOfWords(text, from, to)) continue;
    found.push({ from, to });
  }
  return found;
}

/**
 * Whether signs of a keyboard stand in a line of Chinese, or alone in a cell of a Chinese table: elsewhere they
 * are code. Stars must stand where a name or a number would, else they are what is left of bold letters.
 */
function isOfWords(text: string, from: number, to: number): boolean {
  const begin = text.lastIndexOf('\n', from) + 1;
  const newline = text.indexOf('\n', to);
  const line = text.slice(begin, newline === -1 ? text.length : newline);
  const isAlone = line.trim().length === to - from;
  if (!han.test(isAlone ? text : line)) return false;
  if (isAlone || !text.startsWith('**', from)) return true;
  if (boldWords.test(line)) return false;
  const before = text.charAt(from - 1);
  const standsForName = surnames.includes(before || ' ') && besideName.test(text.slice(to, to + 3));
  return standsForName || unitAhead.test(text.slice(to, to + 1)) || /[：:]/.test(before);
}

const han = /\p{Script=Han}/u;

const mayHold = /[×XxＸｘ*_＿○●△□]/;

const all = new RegExp(`^[${signs.replace(/[*]/g, '\\*')}\\s]+$`);

/** Whether a text is nothing but placeholders, and so names nobody. */
export function onlyPlaceholders(text: string): boolean {
  return all.test(text);
}

const besideName = /^(?:[、，,；;。：:（(）)\s]|同志|书记|主任|$)/;
const unitAhead = /^[省市县区镇乡村州年月日局校厂某]/;

/** Between names that were left out stands a unit or two (**县**镇); more are words in bold. */
const boldWords = /\*\*[\p{Script=Han}]{3,}[：:]?\*\*/u;

/**
 * Whether every `**` of a text stands for what was left out (张**、李**; **县**镇), so that
 * Markdown must not take the runs for emphasis. One run that can be nothing but emphasis makes
 * them all that.
 */
export function starsArePlaceholders(text: string): boolean {
  let end = 0;
  if (boldWords.test(text)) return false;
  for (let begin = text.indexOf('**'); begin >= 0; begin = text.indexOf('**', end)) {
    end = begin + 2;
    while (text[end] === '*') end++;
    const next = text.slice(end, end + 3);
    const behindSurname = begin > 0 && surnames.includes(text.charAt(begin - 1));
    if (!(behindSurname && besideName.test(next)) && !unitAhead.test(next)) return false;
  }
  return end > 0;
}
