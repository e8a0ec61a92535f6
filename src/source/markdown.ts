import type { MarkdownIt, Token } from 'markdown-it';
import type { Block } from '#document/blocks.ts';
import type { ContentLink } from '#document/document.ts';
import type { MarkdownEnvironment } from '#render/markdown/content-links.ts';
import { cutMarkdown } from './simple-markdown.ts';

export type ReadMarkdown = Readonly<{
  blocks: readonly Block[];
  links: readonly ContentLink[];
  remoteImages: readonly { url: string; line: number }[];
}>;

/**
 * Reads a Markdown body into blocks.
 *
 * @param folder folder of the source file below `content/`, empty or ending in `/`
 * @param above number of lines over the body in its file
 */
export function readMarkdown(
  markdown: MarkdownIt,
  body: string,
  folder: string,
  above: number,
): ReadMarkdown {
  const blocks: Block[] = [];
  const links: ContentLink[] = [];
  const remoteImages: { url: string; line: number }[] = [];
  for (const stretch of cutMarkdown(body)) {
    if (stretch.block !== null) {
      blocks.push({ ...stretch.block, line: stretch.block.line + above });
      continue;
    }
    const environment = { folder, firstLine: above + stretch.above + 1, links, remoteImages };
    blocks.push(...parseStretch(markdown, stretch.text, environment));
  }
  return { blocks, links, remoteImages };
}

function parseStretch(
  markdown: MarkdownIt,
  text: string,
  environment: MarkdownEnvironment,
): Block[] {
  const tokens = markdown.parse(text, environment);
  const blocks: Block[] = [];
  for (let begin = 0; begin < tokens.length; ) {
    const end = endOfBlock(tokens, begin);
    blocks.push(toBlock(markdown, tokens.slice(begin, end), environment));
    begin = end;
  }
  return blocks;
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

function toBlock(markdown: MarkdownIt, tokens: Token[], environment: MarkdownEnvironment): Block {
  const [first, inline] = tokens;
  const line = environment.firstLine + (first?.map?.[0] ?? 0);
  const text = tokens.map(textOfToken).join('');
  const { renderer, options } = markdown;
  if (first?.type === 'paragraph_open' && inline !== undefined) {
    const html = renderer.renderInline(inline.children ?? [], options, environment);
    return { type: 'paragraph', text, html, line };
  }
  if (first?.type === 'heading_open' && inline !== undefined) {
    const html = renderer.renderInline(inline.children ?? [], options, environment);
    const level = Number(first.tag.slice(1));
    return { type: 'heading', level, text: text.trim(), html, line, runIn: false };
  }
  return { type: 'passage', text, html: renderer.render(tokens, options, environment), line };
}

function textOfToken(token: Token): string {
  if (token.type === 'inline') return (token.children ?? []).map(textOfToken).join('');
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
  if (token.type === 'image') return (token.children ?? []).map(textOfToken).join('');
  const shown = ['text', 'code_inline', 'code_block', 'fence', 'text_special'];
  if (shown.includes(token.type)) return token.content;
  return /^(?:tr|li|td|th|paragraph|list_item)_close$/.test(token.type) ? '\n' : '';
}
