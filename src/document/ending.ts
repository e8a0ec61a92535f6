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

/** Whether a text breaks off: its last block is running text that no punctuation ends. */
export function isCutOff(blocks: readonly Block[]): boolean {
  const last = blocks.at(-1);
  if (last?.type !== 'paragraph' || !running.has(last.role)) return false;
  const text = last.text.trimEnd();
  return text.length >= shortestSentence && !/[。！？!?…；;：:.”"’』」）)】》—]$/.test(text);
}
