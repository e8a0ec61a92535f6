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

/** The first running text that says something, cut at a sentence where one ends in time. */
export function excerptOf(blocks: readonly Block[]): string {
  const paragraphs = blocks.filter((block) => block.type === 'paragraph' && told.has(block.role));
  const telling = paragraphs.find(({ text }) => isTelling(text)) ?? paragraphs[0];
  const text = inOneLine(telling?.text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest).replace(/\p{Surrogate}$/u, '');
  const sentences = /^.*[。！？]/.exec(cut)?.[0];
  return sentences !== undefined && sentences.length >= shortest ? sentences : `${cut}…`;
}

function isTelling(text: string): boolean {
  return text.length >= shortest && !/[:：]$/.test(text);
}
