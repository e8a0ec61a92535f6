import { countCharacters, isInBody } from '#document/blocks.ts';
import type { PieceEntry } from '#document/document.ts';
import { type PlacedBlock, placeHeadings } from '#document/outline.ts';
import type { Understanding } from '#document/understand.ts';
import type { Language } from '#languages/language.ts';
import { renderBody } from '#render/body.ts';
import { ownString } from './own-string.ts';

/** Renders the body piece by piece, so that each can be cut out of it for a page of its own. */
export function renderPieces(
  blocks: readonly PlacedBlock[],
  { pieces, quiz }: Understanding,
  words: Language['body'],
): { body: string; pieces: PieceEntry[] } {
  if (pieces.length === 0) return { body: renderBody(blocks, quiz, words), pieces: [] };
  const starts = blocks.flatMap((block, index) =>
    block.type === 'heading' && block.piece !== null ? [index] : [],
  );
  const [first = 0] = starts;
  const chunks = [renderBody(blocks.slice(0, first), quiz, words)];
  let length = Buffer.byteLength(chunks[0] ?? '');
  const entries = starts.map((start, index): PieceEntry => {
    const own = blocks.slice(start, starts[index + 1] ?? blocks.length);
    const chunk = renderBody(own, quiz, words);
    chunks.push(chunk);
    const from = length;
    length += Buffer.byteLength(chunk);
    const { number, title } = pieces[index] ?? { number: index + 1, title: '' };
    const outline = placeHeadings(own).outline.slice(1);
    return {
      number,
      title: ownString(title),
      anchor: `p${number}`,
      characters: charactersOf(own.filter(isInBody)),
      outline: outline.map((entry) => ({ ...entry, text: ownString(entry.text) })),
      from,
      to: length,
    };
  });
  return { body: chunks.join(''), pieces: entries };
}

/** Joined they are one flat string, which is read three times as fast as parts of the file's text. */
function charactersOf(blocks: readonly PlacedBlock[]): number {
  return countCharacters(blocks.map(({ text }) => text).join('\n'));
}
