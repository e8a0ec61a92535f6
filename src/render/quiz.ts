import type { Document } from '#document/document.ts';
import type { Language } from '#languages/language.ts';
import { escapeHtml } from './html.ts';

type Question = Document['questions'][number];

/** The frame of a question. Its answer is folded away until asked for, without a script too. */
export function openQuestion({ type }: Question, index: number): string {
  return `<div class="question" id="q${index + 1}" data-question="${index + 1}" data-type="${type}">\n`;
}

/**
 * Closes the frame of a question with its answer.
 *
 * @param answers HTML of the paragraphs that give the answer; where there are none it stands within
 *   the question or in the key at the end, and is said again
 */
export function closeQuestion(
  { answer }: Question,
  answers: readonly string[],
  words: Language['body'],
): string[] {
  if (answers.length === 0 && answer === null) return ['</div>\n'];
  const said = answers.length > 0 ? answers : [`<p>${escapeHtml(answer ?? '')}</p>\n`];
  return [...renderAnswers(words.answer, said, answer), '</div>\n'];
}

/** Answers behind a summary that opens them. The summary is the page's own word, not the text's. */
export function renderAnswers(
  summary: string,
  html: readonly string[],
  answer: string | null,
): string[] {
  const data = answer === null ? '' : ` data-answer="${escapeHtml(answer)}"`;
  return [
    `<details class="answer"${data}>\n<summary>${summary}</summary>\n`,
    ...html,
    '</details>\n',
  ];
}
