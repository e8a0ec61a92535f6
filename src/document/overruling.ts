import { parseNumbering } from './outline/numbering.ts';
import type { Piece } from './pieces.ts';
import type { Aside, LeftoverKind } from './text/aside.ts';
import { type Block, paragraph } from './text/blocks.ts';

/**
 * What the keepers of a text say of how it is to be read, against what would be understood of it. Lines are
 * named by their beginnings.
 */
export type Overruling = Readonly<{
  /** Lines that are headings, and lines that are none. */
  headings: readonly string[];
  paragraphs: readonly string[];
  /** Lines that stay in the text, and lines that are set aside. */
  keep: readonly string[];
  aside: readonly string[];
  /** Lines that open the pieces of a collection. */
  pieces: readonly string[];
  /** false where it is the record of no meeting; fields of its record by their names or labels. */
  meeting: false | Readonly<Record<string, string>>;
}>;

export const nothingOverruled: Overruling = {
  headings: [],
  paragraphs: [],
  keep: [],
  aside: [],
  pieces: [],
  meeting: {},
};

/** Whether a line is one of those that were named by their beginnings, with their numbers or without. */
export function isNamed({ text }: Pick<Block, 'text'>, lines: readonly string[]): boolean {
  if (lines.length === 0) return false;
  const line = text.trimStart();
  const words = line.slice(parseNumbering(line)?.length ?? 0);
  return lines.some((beginning) => line.startsWith(beginning) || words.startsWith(beginning));
}

type Cleared = Readonly<{
  blocks: readonly Block[];
  leftovers: readonly (Aside & Readonly<{ kind: LeftoverKind }>)[];
}>;

/** Puts lines aside, or back, that were named. */
export function overruleLeftovers<Given extends Cleared>(
  cleared: Given,
  { keep, aside }: Overruling,
): Given {
  if (keep.length === 0 && aside.length === 0) return cleared;
  const added: Aside[] = [];
  const blocks = cleared.blocks.map((block): Block => {
    if (block.type === 'heading') return block;
    if (block.role === 'leftover' && isNamed(block, keep)) return { ...block, role: 'paragraph' };
    if (block.role !== 'paragraph' || !isNamed(block, aside)) return block;
    added.push({ line: block.line, kind: 'notice', text: block.text.trim() });
    return { ...block, role: 'leftover' };
  });
  const leftovers = [...cleared.leftovers.filter((each) => !isNamed(each, keep)), ...added];
  return { ...cleared, blocks, leftovers };
}

/**
 * Lines that were said to be headings are, and headings that were said to be none are paragraphs. Those that numbers
 * make are left to `findHeadings`.
 */
export function overruleHeadings(
  blocks: readonly Block[],
  { headings, paragraphs }: Overruling,
): readonly Block[] {
  if (headings.length === 0 && paragraphs.length === 0) return blocks;
  return blocks.map((block): Block => {
    if (block.type === 'heading') {
      const isNone = block.piece === null && isNamed(block, paragraphs);
      return isNone ? paragraph(block, block.line) : block;
    }
    if (block.type === 'passage' || block.role !== 'paragraph') return block;
    if (!isNamed(block, headings)) return block;
    const { text, inline, line } = block;
    const numbering = parseNumbering(text);
    return { type: 'heading', level: 0, text, inline, line, runIn: false, numbering, piece: null };
  });
}

/** The pieces that lines open which were named, in their order. */
export function namedPieces(blocks: readonly Block[], { pieces }: Overruling): Piece[] {
  const found = blocks.flatMap((block, index) =>
    block.type !== 'passage' && isNamed(block, pieces) ? [{ block, index }] : [],
  );
  return found.map(({ block, index }, count) => {
    const words = block.text.slice(parseNumbering(block.text)?.length ?? 0).trim();
    return { number: count + 1, title: words, line: block.line, block: index };
  });
}
