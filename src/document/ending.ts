import type { Block } from './blocks.ts';

/** Shorter last paragraphs are signatures, dates and remarks, which end without punctuation. */
const shortestSentence = 30;

const running: ReadonlySet<string> = new Set([
  'paragraph',
  'enumeration',
  'turn',
  'clause',
  'item',
]);

/** What ends a text: punctuation, a rule of signs, an address. */
const ending = /(?:[。！？!?…；;：:.”"’』」）)】》—=＝*#~_-]|https?:\/\/[\x21-\x7e]+)$/;

/**
 * Whether a text breaks off: its last block is running text that no punctuation ends. Of notes whose
 * paragraphs go without it, a third or more, only one that ends in a comma does.
 */
export function isCutOff(blocks: readonly Block[]): boolean {
  const last = blocks.at(-1);
  if (!isRunning(last)) return false;
  const text = last.text.trimEnd();
  if (text.length < shortestSentence || ending.test(text)) return false;
  if (/[，,、]$/.test(text)) return true;
  const before = blocks.slice(0, -1).filter(isRunning);
  const open = before.filter((block) => !ending.test(block.text.trimEnd()));
  return open.length * 3 < before.length || before.length === 0;
}

function isRunning(block: Block | undefined): block is Extract<Block, { type: 'paragraph' }> {
  return block?.type === 'paragraph' && running.has(block.role);
}
