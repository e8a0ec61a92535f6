import { articleOf } from '#document/citations/citations.ts';
import type { BodyBlock, Document } from '#document/document.ts';
import type { PlacedHeading } from '#document/outline/outline.ts';
import type { Paragraph, Role } from '#document/text/blocks.ts';
import type { Language } from '#languages/language.ts';
import { articleAnchor, withCitations } from './citations.ts';
import { type BodyPage, renderFlow } from './flow.ts';
import { escapeHtml } from './html.ts';
import { renderText } from './inline.ts';
import { closeQuestion, openQuestion, renderAnswers } from './quiz.ts';

/**
 * The HTML of a document's body, or of a stretch of it. The page's title is its `h1`, so the outermost headings
 * are `h2`.
 */
export function renderBody(
  blocks: readonly BodyBlock[],
  questions: Document['questions'],
  page: BodyPage,
): string {
  const articles = articlesIn(blocks);
  return groupsOf(blocks)
    .flatMap((group) => {
      const html = group.blocks.map((block) => renderBlock(block, page, articles));
      return wrap(group, html, questions, page.words);
    })
    .join('');
}

/** Neighbours that are shown in one frame: the fields of a record, a question, a key of answers. */
type Group = { key: string; blocks: BodyBlock[] };

function groupsOf(blocks: readonly BodyBlock[]): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const key = keyOf(block);
    const last = groups.at(-1);
    if (last !== undefined && last.key === key) last.blocks.push(block);
    else groups.push({ key, blocks: [block] });
  }
  return groups;
}

function keyOf(block: BodyBlock): string {
  if (block.type !== 'paragraph') return '';
  if (block.question !== undefined) return `question ${block.question}`;
  if (block.role === 'answer') return 'key';
  return block.role === 'field' ? 'record' : '';
}

function wrap(
  { key, blocks }: Group,
  html: readonly string[],
  questions: Document['questions'],
  words: Language['body'],
): string[] {
  if (key === '') return [...html];
  if (key === 'record') return ['<div class="record">\n', ...html, '</div>\n'];
  if (key === 'key') return renderAnswers(words.key, html, null);
  const index = Number(key.slice('question '.length));
  const question = questions[index];
  if (question === undefined) return [...html];
  const isAnswer = (position: number) => {
    const block = blocks[position];
    return block?.type === 'paragraph' && block.role === 'answer';
  };
  const shown = html.filter((_, position) => !isAnswer(position));
  const answers = html.filter((_, position) => isAnswer(position));
  return [openQuestion(question, index), ...shown, ...closeQuestion(question, answers, words)];
}

/** The places of articles in a page: of two of one number, as in a decision that cites one, the first has it. */
function articlesIn(blocks: readonly BodyBlock[]): ReadonlyMap<BodyBlock, string> {
  const anchors = new Map<BodyBlock, string>();
  const used = new Set<number>();
  for (const block of blocks) {
    if (block.type !== 'paragraph' || block.role !== 'clause') continue;
    const article = articleOf(block.text);
    if (article === null || used.has(article)) continue;
    used.add(article);
    anchors.set(block, articleAnchor(article));
  }
  return anchors;
}

function renderBlock(
  block: BodyBlock,
  page: BodyPage,
  articles: ReadonlyMap<BodyBlock, string>,
): string {
  if (block.type === 'heading') return renderHeading(block, page);
  if (block.type === 'passage') return renderFlow(block.flow, page);
  return renderParagraph(block, page, articles.get(block));
}

/** Roles whose paragraphs look like any other. */
const plainRoles: ReadonlySet<string> = new Set(['paragraph', 'enumeration']);

/** Names of roles in the style sheet, where they are others. */
const classes: Readonly<Partial<Record<Role, string>>> = {
  question: 'stem',
  answer: 'answer-text',
};

function renderParagraph(block: Paragraph, page: BodyPage, article: string | undefined): string {
  const { role, resolution } = block;
  const html = renderText(block, withCitations(block, block.marks, page), page.addresses);
  const anchor = resolution === undefined ? article : resolutionAnchor(resolution);
  const id = anchor === undefined ? '' : ` id="${anchor}"`;
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
function renderHeading(heading: PlacedHeading, { words, addresses }: BodyPage): string {
  const { anchor, depth, runIn, piece } = heading;
  const tag = `h${Math.min(depth + 1, 6)}`;
  const style = piece !== null ? ' class="piece"' : runIn ? ' class="run-in"' : '';
  const link = `<a class="permalink" href="#${anchor}" aria-label="${words.section}"></a>`;
  return `<${tag} id="${anchor}"${style}>${renderText(heading, [], addresses)}${link}</${tag}>\n`;
}
