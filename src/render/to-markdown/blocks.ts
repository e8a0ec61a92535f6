import type { BodyBlock } from '#document/document.ts';
import { writeFlow, writeHeading, writeParagraph } from './flow.ts';
import type { Manner } from './inline.ts';

/** Documents have their titles above them: their headings begin with two signs. */
const levelBelowTitle = 2;

/** A block of a document as lines of Markdown, or two: the rest of a paragraph stands behind its run-in heading. */
export function writeBlock(block: BodyBlock, manner: Manner): string[] {
  if (block.type === 'passage') return writeFlow(block.flow, manner);
  if (block.type === 'paragraph') return writeParagraph(block, manner);
  if (block.runIn) return writeParagraph(block, manner);
  return [writeHeading(block, block.depth - 1 + levelBelowTitle, manner)];
}
