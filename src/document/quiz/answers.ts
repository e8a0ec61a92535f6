import type { Unit } from '#document/text/units.ts';
import { isAsking } from './begins.ts';
import type { Draft } from './draft.ts';
import type { Asked, Kind } from './kind.ts';
import { concludedIn, explanationIn } from './labels.ts';
import { judgementOf, leadingJudgementOf, leadingLettersOf } from './marks.ts';
import type { Span } from './quiz.ts';
import type { SectionType } from './sections.ts';
import { filledBlanks, judgementWithin, lettersWithin, type Within, wordsWithin } from './slots.ts';
import { stretch, textOf } from './stretch.ts';

/** The number of a part of a question. */
const pointNumber = /^[（(]?\d{1,2}[)）.．、]\s{0,4}/;

/** The answer's words below the question, without label and explanation. */
export function labelled(draft: Draft, units: readonly Unit[]): string {
  return draft.answer
    .map(({ span, textFrom }) => stretch({ ...span, from: span.from + textFrom }, units))
    .join('\n')
    .trim();
}

/**
 * In a section of questions to be answered in words the lines below a question are its answer, if
 * the first line asks and none of the others does.
 */
export function withoutLabel({ draft, type }: Asked, units: readonly Unit[]): Draft {
  const [first, ...others] = draft.stem;
  const asks = (span: Span) => isAsking(stretch(span, units).replace(pointNumber, ''));
  if (type !== 'short' || draft.answer.length > 0 || first === undefined || others.length === 0) {
    return draft;
  }
  if (!asks(first) || others.some(asks)) return draft;
  return { ...draft, stem: [first], answer: others.map((span) => ({ span, textFrom: 0 })) };
}

/** The answer that stands within a line of a question, or null. */
export function withinOf(
  kind: Kind,
  type: SectionType | null,
  text: string,
  answered: boolean,
  areFilled: boolean,
): Within | null {
  if (kind === 'judgement') return judgementWithin(text) ?? lettersWithin(text);
  if (kind === 'choice') return lettersWithin(text);
  if (type !== 'blank' || answered) return null;
  return areFilled ? filledBlanks(text) : wordsWithin(text);
}

/** What an answer's words say: letters, 对 or 错, or the words themselves. */
export function answerIn(kind: Kind, { draft }: Asked, written: string): string | null {
  const text = written.slice(0, explanationIn(written)).trim();
  if (kind === 'text') return text === '' ? null : text;
  if (written === '') return null;
  const letters = leadingLettersOf(text) ?? concludedIn(written);
  if (kind === 'choice') {
    const named = draft.options.find((option) => option.text.trim() === text)?.letter ?? null;
    return letters ?? named ?? (text === '' ? null : text);
  }
  const option = draft.options.find(({ letter }) => letter === letters)?.text ?? '';
  const judgement = leadingJudgementOf(text) ?? judgementOf(option);
  if (judgement !== null) return judgement;
  // Answer cards mark 对 as A and 错 as B.
  return letters === 'A' ? '对' : letters === 'B' ? '错' : null;
}

/**
 * Whether the blanks of a section hold their answers. `____和____` may be two blanks or one that is
 * filled; where every question of a section can be read so, and none has an answer, they are filled.
 */
export function hasFilledBlanks(asked: readonly Asked[], units: readonly Unit[]): boolean {
  return (
    asked.length > 1 &&
    asked.every(
      ({ draft, type }) =>
        type === 'blank' &&
        draft.answer.length === 0 &&
        filledBlanks(textOf(draft.stem, units)) !== null,
    )
  );
}
