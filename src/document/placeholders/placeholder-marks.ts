import {
  type Block,
  isInBody,
  type Mark,
  type Paragraph,
  type Passage,
} from '#document/text/blocks.ts';
import { textsOf } from '#document/text/flow.ts';
import { findPlaceholders, type Placeholder } from './placeholders.ts';

export type MarkedPlaceholders = Readonly<{
  blocks: readonly Block[];
  placeholders: readonly Readonly<{ line: number; text: string }>[];
}>;

/** Finds and marks what was left out of a document's body. */
export function markPlaceholders(source: readonly Block[]): MarkedPlaceholders {
  const placeholders: { line: number; text: string }[] = [];
  const blocks = source.map((block): Block => {
    // The blanks of a question are to be filled in
    if (!isInBody(block) || isBlank(block)) return block;
    const found = findPlaceholders(block.text).filter((place) => !isInCode(block, place));
    if (found.length === 0) return block;
    for (const { from, to } of found)
      placeholders.push({ line: block.line, text: block.text.slice(from, to) });
    if (block.type !== 'paragraph') return block;
    return { ...block, marks: withPlaceholders(block, found) };
  });
  return { blocks, placeholders };
}

/** `__init__` in a line, `2**3` in a block: code says what it says. */
function isInCode(block: Block, { from, to }: Placeholder): boolean {
  if (block.type === 'passage') return block.flow.is === 'code' || holdsCode(block, from, to);
  return block.inline.some((part) => part.is === 'code' && part.from <= from && to <= part.to);
}

/** Whether the words about a place of a passage stand in code of it. */
function holdsCode({ text, flow }: Passage, from: number, to: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', from) + 1).split('\n', 1)[0] ?? '';
  const words = text.slice(from, to);
  return [...textsOf(flow)].some(({ text: whole, inline }) => {
    if (!whole.includes(line)) return false;
    return inline.some(({ is, from: begin, to: end }) => {
      return is === 'code' && whole.slice(begin, end).includes(words);
    });
  });
}

function isBlank(block: Block): boolean {
  return block.type === 'paragraph' && block.question !== undefined && !/[×Xx]/.test(block.text);
}

/** Marks lie apart: a placeholder within a speaker's name or an answer stays part of that. */
function withPlaceholders(
  { marks }: Paragraph,
  found: readonly { from: number; to: number }[],
): Mark[] {
  const free = found.filter(({ from, to }) =>
    marks.every((mark) => to <= mark.from || from >= mark.to),
  );
  const own = free.map(({ from, to }): Mark => ({ from, to, name: 'placeholder' }));
  return [...marks, ...own].sort((a, b) => a.from - b.from);
}
