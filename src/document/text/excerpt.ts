import type { Block } from './blocks.ts';
import { inOneLine } from './line-breaks.ts';

const longest = 120;
const shortest = 15;

/** Roles of paragraphs that tell what a document is about. */
const told: ReadonlySet<string> = new Set([
  'paragraph',
  'enumeration',
  'turn',
  'clause',
  'resolution',
]);

/**
 * The first running text that says something, cut at a sentence where one ends in time. Of a text that has none,
 * as minutes in points have, the first lines of its first list or table.
 */
export function excerptOf(blocks: readonly Block[]): string {
  const paragraphs = blocks.filter((block) => block.type === 'paragraph' && told.has(block.role));
  const telling = paragraphs.find(({ text }) => isTelling(text));
  const text = inOneLine(telling?.text ?? linesOf(blocks) ?? paragraphs[0]?.text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest).replace(/\p{Surrogate}$/u, '');
  const sentences = /^.*[。！？]/.exec(cut)?.[0];
  return sentences !== undefined && sentences.length >= shortest ? sentences : `${cut}…`;
}

/** The lines of the first list, table or quotation, as many as are read. */
function linesOf(blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    if (block.type !== 'passage' || block.form === 'other') continue;
    const lines = block.units.slice(0, longest).map(({ text }) => text.trim());
    if (lines.some((line) => line !== '')) return lines.filter(Boolean).join(' ');
  }
  return null;
}

function isTelling(text: string): boolean {
  return text.length >= shortest && !/[:：]$/.test(text);
}
