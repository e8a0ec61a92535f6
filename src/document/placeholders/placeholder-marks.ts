import { type Block, isInBody, type Mark, type Paragraph } from '#document/text/blocks.ts';
import { findPlaceholders } from './placeholders.ts';

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
    const found = findPlaceholders(block.text);
    if (found.length === 0) return block;
    for (const { from, to } of found)
      placeholders.push({ line: block.line, text: block.text.slice(from, to) });
    if (block.type !== 'paragraph') return block;
    return { ...block, marks: withPlaceholders(block, found) };
  });
  return { blocks, placeholders };
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
