import type { BodyBlock, PieceEntry } from './document.ts';
import { type Note, textsOf } from './text/flow.ts';
import type { RichText } from './text/rich-text.ts';

/**
 * The blocks of one piece of a collection, with the notes that it refers to: in the body they stand together,
 * behind the last piece.
 */
export function bodyOfPiece(
  blocks: readonly BodyBlock[],
  { from, to }: Pick<PieceEntry, 'from' | 'to'>,
): BodyBlock[] {
  const own = blocks.slice(from, to).filter((block) => notesIn(block).length === 0);
  const all = blocks.flatMap(notesIn);
  if (all.length === 0) return own;
  const referred = new Set(own.flatMap(textsIn).flatMap(notesReferredTo));
  const notes = all.filter(({ note }) => referred.has(note));
  const line = own.at(-1)?.line ?? 1;
  const role = 'paragraph';
  const flow = { is: 'notes', notes } as const;
  return notes.length === 0 ? own : [...own, { type: 'passage', form: 'other', line, role, flow }];
}

function notesIn(block: BodyBlock): readonly Note[] {
  return block.type === 'passage' && block.flow.is === 'notes' ? block.flow.notes : [];
}

function textsIn(block: BodyBlock): RichText[] {
  return block.type === 'passage' ? [...textsOf(block.flow)] : [block];
}

function notesReferredTo({ inline }: RichText): number[] {
  return inline.flatMap((mark) => (mark.is === 'note' ? [mark.note] : []));
}
