import { judgementOf, leadingJudgementOf, lettersOf } from './marks.ts';

/** A pair of brackets; `from` and `to` are what stands between them. */
type Slot = Readonly<{ from: number; to: number; inner: string }>;

/** An answer that stands within the words of a question. */
export type Within = Readonly<{ answer: string; slots: readonly Slot[] }>;

const longestText = 5000;
const brackets =
  /[（(]([^（()）]{0,60})[)）]|《([\s_＿A-Ha-h]{0,40})》|[【[［]([\sA-H、，,√×对错]{1,30})[】\]］]|[_＿]{1,30}\s{0,3}([A-H]{1,6})\s{0,3}[_＿]{1,30}/g;
const answerLabel = /^\s{0,4}(?:正确|参考)?答案\s{0,4}[:：]?\s{0,4}/;
const underscores = /[_＿﹍▁]{2,}/;
const emptyBrackets = /[（(][\s_＿]{0,60}[)）]|《[\s_＿]{0,40}》|[【［][\s_＿]{1,60}[】］]/;
const note =
  /^(?:以下|即|简称|又称|也称|也就是|如|例如|含|包括|包含|不含|注|见|参见|每|共|本题|\d+\s?分)/;
const finalMark = /([√✓✔☑×✕✖✗✘╳])[\s。.]{0,4}$/;

/** The brackets of a text that can hold an answer; a long text is prose and has none. */
function slotsOf(text: string): Slot[] {
  if (text.length > longestText) return [];
  return [...text.matchAll(brackets)].map((match) => {
    const inner = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    const label = answerLabel.exec(inner)?.[0] ?? '';
    const from = match.index + Math.max(1, match[0].indexOf(inner));
    return { from, to: from + inner.length, inner: inner.slice(label.length).trim() };
  });
}

/** Whether a text leaves a blank: `（  ）`, `____`. */
export function hasBlank(text: string): boolean {
  return underscores.test(text) || emptyBrackets.test(text);
}

/** Whether a text ends, or begins, with empty brackets outside its sentence: `……召开。（ ）`. */
export function asksForJudgement(text: string): boolean {
  return /^[（(]\s{0,40}[)）]|[。！!”][（(]\s{0,40}[)）]$/.test(text);
}

/** The letters that stand in brackets within a question, or null. */
export function lettersWithin(text: string): Within | null {
  const slots = slotsOf(text).filter(({ inner }) => inner !== '' && lettersOf(inner) !== null);
  if (slots.length === 0) return null;
  const letters = slots.map(({ inner }) => lettersOf(inner) ?? '').join('');
  return { answer: [...new Set(letters)].join(''), slots };
}

/** The judgement that stands at the beginning or end of a question, or as a mark within it. */
export function judgementWithin(text: string): Within | null {
  const slots = slotsOf(text);
  for (const slot of [...slots].reverse()) {
    const isMark = /^[√✓✔☑×✕✖✗✘╳]$/.test(slot.inner);
    const outside =
      slot.from === 1 || /^[)）][\s。.？?，,;；]{0,4}$/.test(text.slice(slot.to, slot.to + 6));
    if (!isMark && !outside) continue;
    const answer = judgementOf(slot.inner) ?? (outside ? leadingJudgementOf(slot.inner) : null);
    if (answer !== null) return { answer, slots: [slot] };
  }
  const final = finalMark.exec(text.slice(-8));
  if (final === null || slots.some(({ inner }) => inner === '')) return null;
  const from = Math.max(0, text.length - 8) + final.index;
  const mark = final[1] ?? '';
  // ×× is a placeholder, one × alone a judgement.
  if (text[from - 1] === mark) return null;
  const answer = judgementOf(mark);
  return answer === null ? null : { answer, slots: [{ from, to: from + 1, inner: mark }] };
}

/** The words that stand in the brackets of a question with blanks, or null. */
export function wordsWithin(text: string): Within | null {
  const slots = slotsOf(text);
  const filled = slots.filter(
    ({ inner }) => inner !== '' && inner.length <= 30 && !note.test(inner),
  );
  if (filled.length === 0 || slots.some(({ inner }) => inner === '') || underscores.test(text)) {
    return null;
  }
  return { answer: filled.map(({ inner }) => inner).join('；'), slots: filled };
}

/** The words between pairs of underscores, as in `____书记____`; null where a blank is empty. */
export function filledBlanks(text: string): Within | null {
  const runs = [...text.matchAll(/[_＿]{2,}/g)];
  if (runs.length === 0 || runs.length % 2 === 1) return null;
  const slots = runs.flatMap((run, index): Slot[] => {
    if (index % 2 === 1) return [];
    const from = run.index + run[0].length;
    const to = runs[index + 1]?.index ?? from;
    return [{ from, to, inner: text.slice(from, to).trim() }];
  });
  const words = /^[^，。；、？！\s和与及或的是为在][^。；？！]{0,39}$/;
  if (!slots.every(({ inner }) => words.test(inner))) return null;
  return { answer: slots.map(({ inner }) => inner).join('；'), slots };
}
