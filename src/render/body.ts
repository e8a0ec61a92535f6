import { isInBody, type Paragraph, type Role } from '#document/blocks.ts';
import type { PlacedBlock, PlacedHeading } from '#document/outline.ts';
import type { Quiz } from '#document/quiz/quiz.ts';
import type { Language } from '#languages/language.ts';
import { renderFlow } from './flow.ts';
import { escapeHtml } from './html.ts';
import { renderText } from './inline.ts';
import { closeQuestion, openQuestion, renderAnswers } from './quiz.ts';

/**
 * The HTML of a document's body. The page's title is its `h1`, so the outermost headings are `h2`.
 * Links and images to files of the archive still bear their markers. What is not part of the body
 * (title, leftovers, lists of other documents) is left out.
 */
export function renderBody(
  blocks: readonly PlacedBlock[],
  quiz: Quiz | null,
  words: Language['body'],
): string {
  return groupsOf(blocks.filter(isInBody))
    .flatMap((group) => {
      const html = group.blocks.map((block) => renderBlock(block, words));
      return wrap(group, html, quiz, words);
    })
    .join('');
}

/** Neighbours that are shown in one frame: the fields of a record, a question, a key of answers. */
type Group = { key: string; blocks: PlacedBlock[] };

function groupsOf(blocks: readonly PlacedBlock[]): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const key = keyOf(block);
    const last = groups.at(-1);
    if (last !== undefined && last.key === key) last.blocks.push(block);
    else groups.push({ key, blocks: [block] });
  }
  return groups;
}

function keyOf(block: PlacedBlock): string {
  if (block.type !== 'paragraph') return '';
  if (block.question !== undefined) return `question ${block.question}`;
  if (block.role === 'answer') return 'key';
  return block.role === 'field' ? 'record' : '';
}

function wrap(
  { key, blocks }: Group,
  html: readonly string[],
  quiz: Quiz | null,
  words: Language['body'],
): string[] {
  if (key === '') return [...html];
  if (key === 'record') return ['<div class="record">\n', ...html, '</div>\n'];
  if (key === 'key') return renderAnswers(words.key, html, null);
  const index = Number(key.slice('question '.length));
  const question = quiz?.questions[index];
  if (question === undefined) return [...html];
  const isAnswer = (position: number) => {
    const block = blocks[position];
    return block?.type === 'paragraph' && block.role === 'answer';
  };
  const shown = html.filter((_, position) => !isAnswer(position));
  const answers = html.filter((_, position) => isAnswer(position));
  return [openQuestion(question, index), ...shown, ...closeQuestion(question, answers, words)];
}

function renderBlock(block: PlacedBlock, words: Language['body']): string {
  if (block.type === 'heading') return renderHeading(block, words);
  if (block.type === 'passage') return renderFlow(block.flow, words);
  return renderParagraph(block);
}

/** Roles whose paragraphs look like any other. */
const plainRoles: ReadonlySet<string> = new Set(['paragraph', 'enumeration']);

/** Names of roles in the style sheet, where they are others. */
const classes: Readonly<Partial<Record<Role, string>>> = {
  question: 'stem',
  answer: 'answer-text',
};

function renderParagraph(block: Paragraph): string {
  const { role, resolution } = block;
  const html = renderText(block, block.marks);
  const id = resolution === undefined ? '' : ` id="${resolutionAnchor(resolution)}"`;
  if (plainRoles.has(role)) return `<p>${html}</p>\n`;
  if (role === 'turn') {
    return `<p${id} class="turn" data-speaker="${escapeHtml(block.speaker ?? '')}">${html}</p>\n`;
  }
  return `<p${id} class="${classes[role] ?? role}">${html}</p>\n`;
}

/** The place of a resolution in the page of its record. */
export function resolutionAnchor(number: number): string {
  return `r${number}`;
}

/** The link to the heading's own place has no text: nothing is added to the words of the document. */
function renderHeading(heading: PlacedHeading, words: Language['body']): string {
  const { anchor, depth, runIn, piece } = heading;
  const tag = `h${Math.min(depth + 1, 6)}`;
  const style = piece !== null ? ' class="piece"' : runIn ? ' class="run-in"' : '';
  const link = `<a class="permalink" href="#${anchor}" aria-label="${words.section}"></a>`;
  return `<${tag} id="${anchor}"${style}>${renderText(heading)}${link}</${tag}>\n`;
}

/** A marker that a content link left, as an attribute's whole value. Authors cannot write one. */
const marker = /="\{(\d+)\}"/g;

/**
 * Puts addresses in place of the markers that content links left in a body. A function gives them: of a
 * string `$'` and its like would be expanded.
 */
export function fillLinks(body: string, addresses: readonly string[]): string {
  return body.replace(marker, (whole, index: string) => {
    const address = addresses[Number(index)];
    return address === undefined ? whole : `="${address}"`;
  });
}
