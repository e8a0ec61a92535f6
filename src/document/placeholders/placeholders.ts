import { surnames } from '#document/names/surnames.ts';

/** A stretch of a text that stands for a name or number that was left out: ××, XXXX, ＿＿. */
export type Placeholder = Readonly<{ from: number; to: number }>;

const signs = '×XxＸｘ*_＿○〇●△□';

/**
 * Runs of two or more signs, or a single × or X beside a unit (×县, X月X日) or behind a surname
 * (张×). 2×3 and 5×8米 are products, and all × of a formula with an equals sign; ○ behind a Chinese
 * digit is a nought (二○○○年); `x` and `X` alone are letters.
 */
const run =
  /(?<![一二三四五六七八九]○{0,2}(?=○))[×Ｘｘ○●△□]{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[*＿_]{2,}|(?<![0-9])×(?=[年月日县市区镇村省乡州局厅校院班级组号人名同某])|(?<![A-Za-z0-9])X(?=[年月日])|(?<=[一-龥])×(?![0-9])/g;

/** Placeholders within a text, in order. Roman numerals (XX世纪, XXI) are letters. */
export function findPlaceholders(text: string): Placeholder[] {
  if (!mayHold.test(text)) return [];
  const found: Placeholder[] = [];
  const isFormula = /[=＝]/.test(text);
  for (const match of text.matchAll(run)) {
    const from = match.index;
    if (isFormula && match[0] === '×') continue;
    found.push({ from, to: from + match[0].length });
  }
  return found;
}

const mayHold = /[×XxＸｘ*_＿○●△□]/;

const all = new RegExp(`^[${signs.replace(/[*]/g, '\\*')}\\s]+$`);

/** Whether a text is nothing but placeholders, and so names nobody. */
export function onlyPlaceholders(text: string): boolean {
  return all.test(text);
}

const besideName = /^(?:[、，,；;。：:（(）)\s]|同志|书记|主任|$)/;
const unitAhead = /^[省市县区镇乡村州年月日局校厂某]/;

/**
 * Whether every `**` of a text stands for what was left out (张**、李**; **县**镇), so that
 * Markdown must not take the runs for emphasis. One run that can be nothing but emphasis makes
 * them all that.
 */
export function starsArePlaceholders(text: string): boolean {
  let end = 0;
  for (let begin = text.indexOf('**'); begin >= 0; begin = text.indexOf('**', end)) {
    end = begin + 2;
    while (text[end] === '*') end++;
    const next = text.slice(end, end + 3);
    const behindSurname = begin > 0 && surnames.includes(text.charAt(begin - 1));
    if (!(behindSurname && besideName.test(next)) && !unitAhead.test(next)) return false;
  }
  return end > 0;
}
