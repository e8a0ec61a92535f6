import type { Block, Role } from '#document/text/blocks.ts';
import { goesOnAttachment, isAttachment } from './attachments.ts';
import { type Front, readFront } from './front-lines.ts';
import { isSalutation } from './salutations.ts';
import { readEnd, type Signature } from './signature.ts';

/** What stands around the text of a document. */
export type Surroundings = Readonly<{ blocks: readonly Block[] }> & Front & Signature;

/** Gives the lines under the title and those behind the text their roles. */
export function readSurroundings(source: readonly Block[], isOfficial: boolean): Surroundings {
  const blocks = [...source];
  const give = (index: number, role: Role) => {
    const block = blocks[index];
    if (block?.type === 'paragraph') blocks[index] = { ...block, role };
  };
  const open = source.flatMap((block, index) =>
    block.type === 'paragraph' && block.role === 'paragraph' ? [{ block, index }] : [],
  );
  const front = readFront(open, source, give, isOfficial);
  const end = readEnd(open, give);
  for (const { block, index } of open) {
    const taken = blocks[index];
    if (taken?.type !== 'paragraph' || taken.role !== 'paragraph') continue;
    if (isSalutation(block.text)) give(index, 'salutation');
    else if (isAttachment(block.text)) give(index, 'attachment');
    else if (goesOnAttachment(blocks[index - 1], block)) give(index, 'attachment');
  }
  return { blocks, ...front, ...end };
}
