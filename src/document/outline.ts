import type { Block, Heading } from './blocks.ts';
import type { OutlineEntry } from './document.ts';

/** A heading with its place in the outline; other blocks stay as they are. */
export type PlacedHeading = Heading & Readonly<{ anchor: string; depth: number }>;

export type Outlined = Readonly<{
  blocks: readonly (Exclude<Block, Heading> | PlacedHeading)[];
  outline: readonly OutlineEntry[];
}>;

/**
 * Places each heading in the hierarchy. Levels that a text skips leave no gap: a level 3 below a
 * level 1 is one deeper. Anchors count headings from the top: `s1`, `s1-2`.
 */
export function placeHeadings(blocks: readonly Block[]): Outlined {
  const open: number[] = [];
  const counts: number[] = [];
  const outline: OutlineEntry[] = [];
  const placed = blocks.map((block) => {
    if (block.type !== 'heading') return block;
    while ((open.at(-1) ?? 0) >= block.level) open.pop();
    open.push(block.level);
    const depth = open.length;
    counts.length = depth;
    counts[depth - 1] = (counts[depth - 1] ?? 0) + 1;
    const anchor = `s${counts.join('-')}`;
    outline.push({ anchor, depth, text: block.text.replace(/[。！？!?]$/, '') });
    return { ...block, anchor, depth };
  });
  return { blocks: placed, outline };
}
