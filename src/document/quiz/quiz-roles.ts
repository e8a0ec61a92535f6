import type { Block, Mark, Paragraph } from '#document/text/blocks.ts';
import type { Unit } from '#document/text/units.ts';
import type { Quiz, Span } from './quiz.ts';

/** Gives the lines of a quiz their roles, and marks options and answers within them. */
export function markQuiz(source: readonly Block[], units: readonly Unit[], quiz: Quiz): Block[] {
  const blocks = [...source];
  const change = (unit: number, to: (block: Paragraph) => Paragraph) => {
    const index = units[unit]?.block ?? -1;
    const block = blocks[index];
    if (block?.type === 'paragraph') blocks[index] = to(block);
  };
  const inKey = (unit: number) => quiz.key !== null && unit >= quiz.key.from && unit <= quiz.key.to;
  for (const [index, { span, options, answerSpans }] of quiz.questions.entries()) {
    const belongs = (block: Paragraph, role: Paragraph['role']): Paragraph =>
      block.question === undefined ? { ...block, question: index, role } : block;
    for (const { unit } of span) change(unit, (block) => belongs(block, 'question'));
    for (const { letter, span: own } of options) {
      change(own.unit, (block) => addMark(belongs(block, 'options'), own, 'option', letter));
    }
    for (const own of answerSpans.filter(({ unit }) => !inKey(unit))) {
      change(own.unit, (block) =>
        isWhole(own, block)
          ? { ...block, role: 'answer', question: index }
          : addMark(belongs(block, 'answer'), own, 'answer-within'),
      );
    }
  }
  for (let unit = quiz.key?.from ?? 0; quiz.key !== null && unit <= quiz.key.to; unit++) {
    change(unit, (block) => ({ ...block, role: 'answer' }));
  }
  return blocks;
}

function isWhole({ from, to }: Span, { text }: Paragraph): boolean {
  return text.slice(0, from).trim() === '' && text.slice(to).trim() === '';
}

function addMark(
  block: Paragraph,
  { from, to }: Span,
  name: 'option' | 'answer-within',
  value?: string,
): Paragraph {
  const mark: Mark = value === undefined ? { from, to, name } : { from, to, name, value };
  return { ...block, marks: [...block.marks, mark].sort((a, b) => a.from - b.from) };
}
