import type { Unit } from '#document/text/units.ts';
import { hasFilledBlanks } from './answers.ts';
import { type FoundSection, readBody } from './body.ts';
import type { Draft } from './draft.ts';
import type { KeyPlace } from './find-keys.ts';
import { type KeyAnswer, readKeys } from './key.ts';
import { type Asked, kindOf } from './kind.ts';
import type { Line } from './lines.ts';
import { finishQuestion } from './question.ts';
import type { Question } from './quiz.ts';
import { stretch } from './stretch.ts';
import { lowerBound, type Target } from './targets.ts';

/** What the lines of a text make up. */
type Assembled = Readonly<{
  questions: readonly Question[];
  sections: readonly FoundSection[];
  /** The keys that answer a question. */
  keys: readonly KeyPlace[];
}>;

/** Puts the questions of a text together from its lines, its keys and its tables. */
export function assemble(
  units: readonly Unit[],
  lines: readonly Line[],
  keys: readonly KeyPlace[],
  rows: readonly Draft[],
): Assembled {
  const keyLines = new Set(keys.flatMap(({ from, to }) => numbersBetween(from, to)));
  const { drafts: listed, sections } = readBody(lines, (index) => keyLines.has(index));
  const begins = sections.map(({ unit }) => unit);
  const drafts = [...listed, ...rows.map((row) => inSection(row, begins))].sort(
    (one, other) => one.line - other.line,
  );
  const shared = sharedAnswer(drafts, units);
  if (shared !== null) drafts.at(-1)?.answer.splice(0);
  const asked: Asked[] = drafts.map((draft) => ({
    draft,
    type: draft.tag ?? sections[draft.section]?.type ?? null,
  }));
  const targets: Target[] = asked.map((one) => ({
    number: one.draft.number,
    section: one.draft.section,
    kind: kindOf(one, units),
    answered: one.draft.answer.length > 0,
    line: one.draft.line,
  }));
  const { answers, used } = readKeys(lines, keys, targets, sections);
  for (const [index, answer] of (shared ?? []).entries()) answers.set(index, answer);
  const members = Map.groupBy(asked, ({ draft }) => draft.section);
  const isFilled = sections.map(({ type }, index) => {
    return type === 'blank' && hasFilledBlanks(members.get(index) ?? [], units);
  });
  const questions = asked.map((one, index) =>
    finishQuestion(one, answers.get(index) ?? null, units, isFilled[one.draft.section] ?? false),
  );
  return { questions, sections, keys: used };
}

/**
 * `答案：ABA` below the last of three questions that have no answers answers all of them: one sign for each, in
 * their order.
 */
function sharedAnswer(drafts: readonly Draft[], units: readonly Unit[]): KeyAnswer[] | null {
  const last = drafts.at(-1);
  const [line, ...others] = last?.answer ?? [];
  if (line === undefined || others.length > 0 || drafts.length < fewestShared) return null;
  if (drafts.slice(0, -1).some(({ answer }) => answer.length > 0)) return null;
  const { span, textFrom } = line;
  const written = stretch({ ...span, from: span.from + textFrom }, units).replace(/[\s、，,]/g, '');
  const signs = [...written.normalize('NFKC')];
  const areSigns = signs.every((sign) => /[A-Ha-h√✓×✗x对错]/.test(sign));
  if (!areSigns || signs.length !== drafts.length) return null;
  return signs.map((text, index) => {
    return {
      text: text.toUpperCase() === 'X' ? '×' : text,
      spans: index === signs.length - 1 ? [span] : [],
    };
  });
}

/** Of two letters one question of several answers is as likely. */
const fewestShared = 3;

/** A question of a table belongs to the section above it. */
function inSection(draft: Draft, begins: readonly number[]): Draft {
  const own = draft.stem[0]?.unit ?? 0;
  return { ...draft, section: lowerBound(begins, own + 1) - 1 };
}

function numbersBetween(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
