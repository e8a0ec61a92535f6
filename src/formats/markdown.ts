import type { MarkdownIt, Token } from 'markdown-it';
import type { ContentLink } from '#document/document.ts';
import { type Block, type Passage, type PassageUnit, paragraph } from '#document/text/blocks.ts';
import { trim } from '#document/text/rich-text.ts';
import type { MarkdownEnvironment } from '#render/markdown/content-links.ts';
import { readFlow } from './block-tokens.ts';
import { readInline } from './inline-tokens.ts';
import { cutMarkdown } from './simple-markdown.ts';

export type ReadMarkdown = Readonly<{
  blocks: readonly Block[];
  links: readonly ContentLink[];
  remoteImages: readonly { url: string; line: number }[];
  /** Whether the parser read any of it: what needs none holds all of its words. */
  isParsed: boolean;
}>;

/**
 * Reads a Markdown body into blocks.
 *
 * @param isFlat whether each line of a paragraph or list is a paragraph of its own, as the questions
 *   and options of a quiz are
 * @param folder folder of the source file below `content/`, empty or ending in `/`
 * @param above number of lines over the body in its file
 */
export function readMarkdown(
  markdown: MarkdownIt,
  body: string,
  folder: string,
  above: number,
  isFlat: boolean,
): ReadMarkdown {
  const blocks: Block[] = [];
  const links: ContentLink[] = [];
  const remoteImages: { url: string; line: number }[] = [];
  let isParsed = false;
  for (const stretch of cutMarkdown(body, isFlat, above)) {
    if (stretch.block !== null) {
      blocks.push(stretch.block);
      continue;
    }
    isParsed = true;
    const firstLine = above + stretch.above + 1;
    const isBelow = blocks.some(({ text: words }) => words.trim() !== '');
    const environment = { folder, firstLine, isBelow, links, remoteImages };
    append(blocks, parseStretch(markdown, stretch.text, environment, isFlat));
  }
  return { blocks, links, remoteImages, isParsed };
}

/** One by one: the arguments of a call are limited, the blocks of a text are not. */
function append(blocks: Block[], more: readonly Block[]): void {
  for (const block of more) blocks.push(block);
}

function parseStretch(
  markdown: MarkdownIt,
  text: string,
  environment: MarkdownEnvironment,
  isFlat: boolean,
): Block[] {
  const tokens = markdown.parse(text, environment);
  const blocks: Block[] = [];
  const lines = isFlat ? text.split('\n') : [];
  for (let begin = 0; begin < tokens.length; ) {
    const end = endOfBlock(tokens, begin);
    const first = tokens[begin];
    if (isFlat && first?.map && flatTypes.has(first.type)) {
      const own = lines.slice(...first.map);
      append(blocks, flatten(markdown, own, first.map[0], environment));
    } else {
      blocks.push(toBlock(tokens.slice(begin, end), environment));
    }
    begin = end;
  }
  return blocks;
}

const flatTypes: ReadonlySet<string> = new Set([
  'paragraph_open',
  'bullet_list_open',
  'ordered_list_open',
]);

/** One paragraph for each line; the marks of bullets and hard line breaks are not part of it. */
function flatten(
  markdown: MarkdownIt,
  lines: readonly string[],
  from: number,
  environment: MarkdownEnvironment,
): Block[] {
  return lines.flatMap((written, index) => {
    const source = written
      .trim()
      .replace(/^[-*+]\s+/, '')
      .replace(/\\$/, '')
      .trim();
    if (source === '') return [];
    const [inline] = markdown.parseInline(source, environment);
    const line = environment.firstLine + from + index;
    return [paragraph(trim(readInline(inline?.children ?? [])), line)];
  });
}

/** Index behind the last token of the block that begins at `begin`. */
function endOfBlock(tokens: readonly Token[], begin: number): number {
  let depth = 0;
  for (let index = begin; index < tokens.length; index++) {
    depth += tokens[index]?.nesting ?? 0;
    if (depth === 0) return index + 1;
  }
  return tokens.length;
}

function toBlock(tokens: Token[], environment: MarkdownEnvironment): Block {
  const [first, inline] = tokens;
  const line = environment.firstLine + (first?.map?.[0] ?? 0);
  if (first?.type === 'paragraph_open' && inline !== undefined) {
    return paragraph(trim(readInline(inline.children ?? [])), line);
  }
  if (first?.type === 'heading_open' && inline !== undefined) {
    const level = Number(first.tag.slice(1));
    const own = { runIn: false, numbering: null, piece: null };
    return { type: 'heading', level, ...trim(readInline(inline.children ?? [])), line, ...own };
  }
  const text = tokens.map(textOfToken).join('');
  const form = forms[first?.type ?? ''] ?? 'other';
  return {
    type: 'passage',
    form,
    text,
    flow: readFlow(tokens),
    line,
    role: 'paragraph',
    units: unitsOf(tokens, form, environment.firstLine),
  };
}

const forms: Readonly<Record<string, Passage['form']>> = {
  table_open: 'table',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  blockquote_open: 'quotation',
};

/** The rows of a table, the items of a list, the paragraphs of a quotation. */
function unitsOf(
  tokens: readonly Token[],
  form: Passage['form'],
  firstLine: number,
): PassageUnit[] {
  if (form === 'other') return [];
  const units: PassageUnit[] = [];
  let row: { cells: string[]; line: number } | null = null;
  let depth = 0;
  for (const token of tokens) {
    const line = firstLine + (token.map?.[0] ?? 0);
    if (token.type.endsWith('_list_open')) depth++;
    else if (token.type.endsWith('_list_close')) depth--;
    else if (token.type === 'tr_open') row = { cells: [], line };
    else if (token.type === 'tr_close' && row !== null) {
      const { cells } = row;
      units.push({ text: cells.join('\t'), line: row.line, form: 'row', cells, depth: 0 });
      row = null;
    } else if (token.type === 'inline') {
      const text = textOfToken(token).trim();
      if (row !== null) row.cells.push(text);
      else if (form === 'quotation') units.push({ text, line, form, cells: [], depth: 0 });
      else units.push({ text, line, form: 'item', cells: [], depth });
    }
  }
  return units;
}

function textOfToken(token: Token): string {
  if (token.type === 'inline') return (token.children ?? []).map(textOfToken).join('');
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
  if (token.type === 'image') return (token.children ?? []).map(textOfToken).join('');
  const shown = ['text', 'code_inline', 'code_block', 'fence', 'text_special'];
  if (shown.includes(token.type)) return token.content;
  return /^(?:tr|li|td|th|paragraph|list_item)_close$/.test(token.type) ? '\n' : '';
}
