import { type Block, isInBody, paragraph } from '#document/text/blocks.ts';
import type { TitleLines } from '#document/title/title-lines.ts';

const header = /^[【[]?\s*目\s*[录次]\s*[】\]]?[:：]?$/;
const longestLine = 80;

/**
 * Marks a table of contents: what stands between 目录 and the line that comes again first. Its lines
 * name every heading before it comes, and would each be taken for it.
 */
export function markContents({ title, blocks: source }: TitleLines): TitleLines {
  const start = source.findIndex(
    (block) => block.type !== 'passage' && isInBody(block) && header.test(block.text.trim()),
  );
  const first = source[start + 1];
  if (start === -1 || first === undefined || first.type === 'passage')
    return { title, blocks: source };
  const opening = first.text.length > longestLine ? '' : wordsOf(first.text);
  const end = source.findIndex(
    (block, index) =>
      index > start + 1 &&
      opening !== '' &&
      block.text.length <= longestLine &&
      wordsOf(block.text) === opening,
  );
  const lines = source.slice(start, end);
  const isContents =
    end !== -1 &&
    lines.every((block) => block.type !== 'passage' && block.text.length <= longestLine);
  if (!isContents) return { title, blocks: source };
  const blocks = source.map((block, index): Block => {
    if (index < start || index >= end || block.type === 'passage') return block;
    return { ...paragraph(block, block.line), role: 'contents' };
  });
  return { title, blocks };
}

/** A line of contents without its dots and page number. */
function wordsOf(text: string): string {
  return text.replace(/[\s　.．·…⋯-]*\d{0,4}\s*$/, '').replace(/[\s　]+/g, '');
}
