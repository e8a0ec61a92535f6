import type { Unit } from '#document/text/units.ts';
import { assemble } from './assemble.ts';
import { isAsking } from './begins.ts';
import { findKeys } from './find-keys.ts';
import { linesOf } from './lines.ts';
import { hasBlank } from './slots.ts';
import { readTables } from './table.ts';

export type QuestionType = 'single' | 'multiple' | 'true-false' | 'blank' | 'short';

/** A stretch of a unit's text; `unit` is an index into the units. */
export type Span = Readonly<{ unit: number; from: number; to: number }>;

export type Option = Readonly<{ letter: string; text: string; span: Span }>;

export type Question = Readonly<{
  type: QuestionType;
  number: number | null;
  line: number;
  /** Its words without number and without an answer that stands among them. */
  stem: string;
  /** The stretches that make up the stem, in the order of the text. */
  span: readonly Span[];
  options: readonly Option[];
  /** Letters, 对 or 错, or words; null where the text gives none. */
  answer: string | null;
  /** Where the answer stands: within the question, after it, in the key. */
  answerSpans: readonly Span[];
}>;

export type Quiz = Readonly<{
  questions: readonly Question[];
  sections: readonly Readonly<{ type: QuestionType; unit: number }>[];
  /** The units of a key 参考答案 behind the questions: its heading and its last one. */
  key: Readonly<{ from: number; to: number }> | null;
}>;

const fewestQuestions = 2;

/**
 * Reads the questions of a quiz 测试题 with their options and answers.
 *
 * @returns null where the text is no quiz
 */
export function readQuiz(units: readonly Unit[]): Quiz | null {
  if (countHints(units) < fewestQuestions) return null;
  const tables = readTables(units);
  const lines = linesOf(units).filter(({ unit }) => !tables.rows.has(unit));
  const found = findKeys(lines);
  const { keys, ...first } = assemble(units, lines, found, tables.drafts);
  // A heading below which nothing answers a question opens no key.
  const quiz = keys.length === found.length ? first : assemble(units, lines, keys, tables.drafts);
  const inSections = quiz.sections.length > 0;
  const answerable = quiz.questions.filter((question) => isAnswerable(question, inSections));
  if (answerable.length < fewestQuestions) return null;
  const last = keys.at(-1);
  const [begin, end] = [lines[last?.from ?? -1], lines[(last?.to ?? 0) - 1]];
  return {
    questions: quiz.questions,
    sections: quiz.sections.map(({ type, unit }) => ({
      type: type === 'choice' ? 'single' : type,
      unit,
    })),
    key: begin === undefined || end === undefined ? null : { from: begin.unit, to: end.unit },
  };
}

/** A cheap test by the text alone, for documents whose title does not say that they are a quiz. */
export function looksLikeQuiz(units: readonly Unit[]): boolean {
  const quiz = readQuiz(units);
  if (quiz === null) return false;
  // Minutes too have numbered points with a. and b. below them, and questions with 答：.
  const { questions, sections } = quiz;
  const clear = questions.filter(
    (question) => question.type !== 'short' && isAnswerable(question, sections.length > 0),
  ).length;
  return clear >= fewestQuestions && (sections.length > 0 || clear * 2 > questions.length);
}

/** Whether a question shows that it is one; a list below a point makes no question of it. */
function isAnswerable({ options, stem, answer }: Question, inSection: boolean): boolean {
  return answer !== null || hasBlank(stem) || (options.length > 1 && (inSection || isAsking(stem)));
}

const hint =
  /(?<![A-Za-z])[AaＡ]\s?[.．、:：)）]|答案\s?(?:[:：】\]]|$)|答[:：]|[（(【[][\sA-H、，,√×对错]{0,20}[)）】\]]|__|＿＿|√|A\s{0,3}[\u4e00-\u9fff《“]/gm;

/** Counts what questions leave in a text: options, answers, blanks. */
function countHints(units: readonly Unit[]): number {
  let count = 0;
  for (const { text, cells } of units) {
    // A table of questions may name them in its first row only.
    if (cells.some((cell) => cell.endsWith('答案'))) return fewestQuestions;
    hint.lastIndex = 0;
    while (count < fewestQuestions && hint.test(text)) count++;
    if (count >= fewestQuestions) break;
  }
  return count;
}
