import type { Line } from './lines.ts';
import type { QuestionNumber } from './numbers.ts';
import type { Option, Span } from './quiz.ts';
import type { SectionType } from './sections.ts';

/** A line of an answer; `textFrom` is the place of its words behind the label. */
type AnswerLine = Readonly<{ span: Span; textFrom: number }>;

/** A question while its lines are being gathered. */
export type Draft = {
  number: number | null;
  line: number;
  /** Index of its section, -1 above the first one. */
  section: number;
  /** What a tag beside its number says. */
  tag: SectionType | null;
  stem: Span[];
  options: Option[];
  /** An answer in brackets in front of the number. */
  inFront: Span | null;
  answer: AnswerLine[];
};

/** How far the reading of a text has come. */
export type Reading = {
  lines: readonly Line[];
  /** The question that the next line may belong to, and the part of it that has been read. */
  current: Draft | null;
  part: 'none' | 'stem' | 'options' | 'answer';
  /** Whether the answer's words may run over more lines. */
  open: boolean;
  /** The last point of a list within the answer, 0 where there is none. */
  inner: number;
  section: SectionType | null;
  /** Whether the questions of the section have numbers. */
  numbered: boolean;
  style: QuestionNumber['style'] | null;
  last: number;
};

/** A stretch of a line as one of its unit. */
export function spanOf(line: Line, from = 0, to = line.text.length): Span {
  return { unit: line.unit, from: line.from + from, to: line.from + to };
}
