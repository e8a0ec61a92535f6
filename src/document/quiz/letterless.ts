import type { Unit } from '#document/text/units.ts';
import { labelled } from './answers.ts';
import type { Draft } from './draft.ts';
import type { KeyAnswer } from './key.ts';
import { leadingLettersOf, letterAfter } from './marks.ts';
import type { Span } from './quiz.ts';
import { hasBlank, lettersWithin } from './slots.ts';
import { stretch } from './stretch.ts';

/** Longer lines are words of the question. */
const longestOption = 60;
const [fewest, most] = [2, 8];

/**
 * Options whose letters are lost, as in tables and printed pages that were recognised: the lines below the one
 * that asks, in their order, where the answer names as many letters.
 */
export function withLetterless(draft: Draft, key: KeyAnswer | null, units: readonly Unit[]): Draft {
  if (draft.options.length > 0 || draft.stem.length <= fewest) return draft;
  const texts = draft.stem.map((span) => stretch(span, units));
  const asks = texts.findLastIndex(
    (text) => hasBlank(text) || lettersWithin(text) !== null || /[？?：:]\s*$/.test(text),
  );
  const lines = draft.stem.slice(asks + 1);
  if (asks === -1 || lines.length < fewest || lines.length > most) return draft;
  const areOptions = texts.slice(asks + 1).every((text) => text.length <= longestOption);
  const written = labelled(draft, units) || (key?.text ?? '');
  const letters = leadingLettersOf(written) ?? lettersWithin(texts[asks] ?? '')?.answer ?? '';
  const options = lettered(lines, units);
  const last = options.at(-1)?.letter ?? '';
  if (!areOptions || letters === '' || [...letters].some((letter) => letter > last)) return draft;
  return { ...draft, stem: draft.stem.slice(0, asks + 1), options };
}

function lettered(lines: readonly Span[], units: readonly Unit[]): Draft['options'] {
  let letter: string | null = null;
  return lines.map((span) => {
    letter = letterAfter(letter);
    return { letter, text: stretch(span, units), span };
  });
}
