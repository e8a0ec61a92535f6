import type { Unit } from '#document/text/units.ts';
import { labelled } from './answers.ts';
import type { Draft } from './draft.ts';
import { judgementOf, leadingJudgementOf, leadingLettersOf } from './marks.ts';
import type { QuestionType } from './quiz.ts';
import type { SectionType } from './sections.ts';
import { asksForJudgement, hasBlank, judgementWithin, lettersWithin } from './slots.ts';
import { textOf } from './stretch.ts';

export type Kind = 'choice' | 'judgement' | 'text';

/** A draft with what its section says. */
export type Asked = Readonly<{ draft: Draft; type: SectionType | null }>;

/** What a question asks for, as far as it can be told without the key. */
export function kindOf({ draft, type }: Asked, units: readonly Unit[]): Kind {
  const { options } = draft;
  if (options.length > 1) {
    const judges = type === null || type === 'true-false';
    return judges && options.every(({ text }) => judgementOf(text) !== null)
      ? 'judgement'
      : 'choice';
  }
  const stem = textOf(draft.stem, units);
  const answer = labelled(draft, units);
  const judgement = leadingJudgementOf(answer) ?? judgementWithin(stem)?.answer ?? null;
  if (type === 'single' || type === 'multiple' || type === 'choice') {
    return judgement !== null && leadingLettersOf(answer) === null ? 'judgement' : 'choice';
  }
  if (type === 'true-false') return 'judgement';
  if (type !== null) return 'text';
  if (judgement !== null || draft.inFront !== null) return 'judgement';
  if (leadingLettersOf(answer) !== null || lettersWithin(stem) !== null) return 'choice';
  return asksForJudgement(stem) ? 'judgement' : 'text';
}

/** The type of a question whose answer is known, or is known to be missing. */
export function typeOf(
  kind: Kind,
  { type }: Asked,
  answer: string | null,
  stem: string,
): QuestionType {
  if (kind === 'judgement') return 'true-false';
  if (kind === 'choice') {
    const several = answer !== null && /^[A-H]{2,}$/.test(answer);
    return type === 'multiple' || several ? 'multiple' : 'single';
  }
  if (type === 'blank' || type === 'short') return type;
  return hasBlank(stem) ? 'blank' : 'short';
}
