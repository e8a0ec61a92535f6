import type { Block } from '#document/text/blocks.ts';

/** Shorter last paragraphs are signatures, dates and checkNotes, which end without punctuation. */
const shortestSentence = 30;

const running: ReadonlySet<string> = new Set([
  'paragraph',
  'enumeration',
  'turn',
  'clause',
  'item',
]);

/** What ends a text: punctuation, or a rule of signs. */
const endings: ReadonlySet<string> = new Set('。！？!?…；;：:.”"’』」）)】》—=＝*#~_-');

/**
 * Whether a text breaks off: its last block is running text that no punctuation ends. Of notes whose
 * paragraphs go without it, a third or more, only one that ends in a comma does.
 */
export function isCutOff(blocks: readonly Block[]): boolean {
  const last = blocks.at(-1);
  if (!isRunning(last)) return false;
  const text = last.text.trimEnd();
  if (text.length < shortestSentence || isEnded(text)) return false;
  if (/[，,、]$/.test(text)) return true;
  const before = blocks.slice(0, -1).filter(isRunning);
  const open = before.filter((block) => !isEnded(block.text.trimEnd()));
  return open.length * 3 < before.length || before.length === 0;
}

function isEnded(text: string): boolean {
  return endings.has(text.at(-1) ?? '') || endsInAddress(text);
}

/** Its last run of ASCII is looked for from the end: a line may hold a hundred thousand beginnings. */
function endsInAddress(text: string): boolean {
  let start = text.length;
  while (start > 0 && isPrintableAscii(text.charCodeAt(start - 1))) start--;
  return /https?:\/\/./.test(text.slice(start));
}

function isPrintableAscii(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f;
}

function isRunning(block: Block | undefined): block is Extract<Block, { type: 'paragraph' }> {
  return block?.type === 'paragraph' && running.has(block.role);
}
