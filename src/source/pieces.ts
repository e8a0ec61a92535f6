import type { PieceEntry } from '#document/document.ts';
import type { PlacedBlock } from '#document/outline/outline.ts';
import { countCharacters } from '#document/text/blocks.ts';
import { countWords } from '#document/text/words.ts';
import type { Understanding } from '#document/understand.ts';

/**
 * Where each piece of a collection stands in its body, for a page of its own.
 *
 * @param blocks those of the body
 */
export function placePieces(
  blocks: readonly PlacedBlock[],
  { pieces }: Pick<Understanding, 'pieces'>,
): PieceEntry[] {
  if (pieces.length === 0) return [];
  const starts = blocks.flatMap((block, index) =>
    block.type === 'heading' && block.piece !== null ? [index] : [],
  );
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? blocks.length;
    const own = blocks.slice(from, to);
    const { number, title } = pieces[index] ?? { number: index + 1, title: '' };
    return {
      number,
      title: title,
      anchor: `p${number}`,
      ...lengthOf(own),
      from,
      to,
    };
  });
}

/** Joined they are one flat string, which is read three times as fast as parts of the file's text. */
function lengthOf(blocks: readonly PlacedBlock[]): Pick<PieceEntry, 'characters' | 'words'> {
  const text = blocks.map((block) => block.text).join('\n');
  return { characters: countCharacters(text), words: countWords(text) };
}
