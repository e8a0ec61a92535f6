import type { Unit } from '#document/text/units.ts';
import { answerIn, labelled, withinOf, withoutLabel } from './answers.ts';
import type { KeyAnswer } from './key.ts';
import { type Asked, kindOf, typeOf } from './kind.ts';
import { withLetterless } from './letterless.ts';
import type { Option, Question, Span } from './quiz.ts';
import type { Within } from './slots.ts';
import { stretch, textOf } from './stretch.ts';

/**
 * Puts a question together from its lines, its section and the key.
 *
 * @param areFilled whether the blanks of the section hold their answers
 */
export function finishQuestion(
  asked: Asked,
  key: KeyAnswer | null,
  units: readonly Unit[],
  areFilled: boolean,
): Question {
  const kind = kindOf(asked, units);
  const draft =
    kind === 'choice'
      ? withLetterless(asked.draft, key, units)
      : kind === 'text' && key === null
        ? withoutLabel(asked, units)
        : asked.draft;
  const lines = draft.stem.map((span) => ({ span, text: stretch(span, units) }));
  const explicit = labelled(draft, units);
  const options = draft.options.map((option) => withoutMark(option, units));
  const marked = options.filter(({ mark }) => mark !== null);
  const within = lines.map(({ text }) =>
    withinOf(kind, asked.type, text, explicit !== '' || key !== null, areFilled),
  );
  const found = within.flatMap((one) => (one === null ? [] : [one.answer]));
  const front = draft.inFront === null ? '' : stretch(draft.inFront, units);
  const written = explicit !== '' ? explicit : (key?.text ?? '');
  const inStem = front !== '' ? front : kind === 'text' ? found.join('；') : found.join('');
  const ticked = marked.map(({ option }) => option.letter).join('');
  const answer =
    answerIn(kind, asked, written) ??
    answerIn(kind, asked, inStem) ??
    answerIn(kind, asked, ticked);
  const parts = lines.map(({ span, text }, index) => partsOf(span, text, within[index] ?? null));
  const answerSpans = [
    ...(draft.inFront === null ? [] : [draft.inFront]),
    ...parts.flatMap((part) => part.answers),
    ...marked.flatMap(({ mark }) => (mark === null ? [] : [mark])),
    ...draft.answer.map(({ span }) => span),
    ...(key?.spans ?? []),
  ];
  return {
    type: typeOf(kind, asked, answer, textOf(draft.stem, units)),
    number: draft.number,
    line: draft.line,
    stem: parts.map(({ stem }) => stem.map((span) => stretch(span, units)).join('')).join('\n'),
    span: parts.flatMap(({ stem }) => stem),
    options: options.map(({ option }) => option),
    answer,
    answerSpans,
  };
}

const rightMark = /\s{0,4}(?:[（(【[]\s?(?:正确答案|正确选项|正确|答案|√|✓)\s?[】\])）]|[√✓✔])$/;

/** An option and the mark `（正确答案）` or √ behind its words. */
function withoutMark(
  option: Option,
  units: readonly Unit[],
): { option: Option; mark: Span | null } {
  const { unit, from, to } = option.span;
  const found = rightMark.exec(stretch(option.span, units).slice(-20));
  const length = found?.[0].length ?? 0;
  if (length === 0 || length >= option.text.length) return { option, mark: null };
  const end = to - length;
  const text = option.text.slice(0, -length);
  return {
    option: { ...option, text, span: { unit, from, to: end } },
    mark: { unit, from: end, to },
  };
}

/** Parts a line of a question into its own words and the answer within them. */
function partsOf(
  span: Span,
  text: string,
  within: Within | null,
): { stem: Span[]; answers: Span[] } {
  const { unit, from } = span;
  const stem: Span[] = [];
  const answers: Span[] = [];
  let begin = 0;
  for (const slot of within?.slots ?? []) {
    // Brackets in front of the sentence hold nothing else and go with their mark.
    const inFront =
      slot.from === 1 &&
      /^[)）]\s{0,4}\S/.test(text.slice(slot.to, slot.to + 6)) &&
      within?.answer.length === 1 &&
      /[对错]/.test(within.answer);
    const end = inFront ? 0 : slot.from;
    if (end > begin) stem.push({ unit, from: from + begin, to: from + end });
    answers.push({ unit, from: from + slot.from, to: from + slot.to });
    begin = inFront ? slot.to + 1 : slot.to;
  }
  if (text.length > begin) stem.push({ unit, from: from + begin, to: span.to });
  return { stem, answers };
}
