import type { Block, Heading } from './blocks.ts';
import type { OutlineEntry } from './document.ts';
import { type NumberForm, numberForms } from './numbering.ts';

/** A heading with its place in the outline; other blocks stay as they are. */
export type PlacedHeading = Heading & Readonly<{ anchor: string; depth: number }>;

export type PlacedBlock = Exclude<Block, Heading> | PlacedHeading;

export type Outlined = Readonly<{
  blocks: readonly PlacedBlock[];
  outline: readonly OutlineEntry[];
}>;

/**
 * Places each heading in the hierarchy. Levels that a text skips leave no gap: a level 3 below a
 * level 1 is one deeper. Anchors count headings from the top: `s1`, `s1-2`; pieces of a collection
 * are `p1`, and what stands in them `p1-s1`.
 */
export function placeHeadings(blocks: readonly Block[]): Outlined {
  const open: Heading[] = [];
  const counts: number[] = [];
  const outline: OutlineEntry[] = [];
  let piece: Heading | null = null;
  const placed = blocks.map((block) => {
    if (block.type !== 'heading') return block;
    if (block.piece !== null) {
      piece = block;
      open.length = 0;
      counts.length = 0;
      return place(block, `p${block.piece}`, 1);
    }
    while (closes(open.at(-1), block)) open.pop();
    open.push(block);
    counts.length = open.length;
    counts[open.length - 1] = (counts[open.length - 1] ?? 0) + 1;
    const prefix = piece === null ? '' : `p${piece.piece}-`;
    return place(block, `${prefix}s${counts.join('-')}`, open.length + (piece === null ? 0 : 1));
  });
  return { blocks: placed, outline };

  function place(block: Heading, anchor: string, depth: number): PlacedHeading {
    outline.push({ anchor, depth, text: shownText(block.text) });
    return { ...block, anchor, depth };
  }
}

/** A heading as a list of contents shows it, without the full stop of a run-in one. */
export function shownText(text: string): string {
  return text.replace(/[。！？!?：:]$/, '');
}

/**
 * Whether a heading ends the section of another. Headings of Markdown go by their level; numbers by
 * their form, also against the number that a heading of Markdown bears; and numbered lines always
 * stand below a heading of Markdown without a number.
 */
function closes(open: Heading | undefined, next: Heading): boolean {
  if (open === undefined) return false;
  if (next.level > 0) return open.level === 0 || open.level >= next.level;
  if (open.numbering === null) return open.level === 0;
  return (
    rank(open.numbering.form) >=
    (next.numbering === null ? numberForms.length : rank(next.numbering.form))
  );
}

function rank(form: NumberForm): number {
  return numberForms.indexOf(form);
}

/**
 * The level of each numbered form in a document, 1 for the outermost. Chapters and sections stand
 * above 一、 where there are any; a form that is absent still counts, so that （一） is of level 2
 * whatever stands over it (GB/T 9704-2012, section 7.3.3).
 */
export function levelsOfForms(headings: readonly Heading[]): (form: NumberForm) => number {
  const present = new Set(
    headings.flatMap(({ numbering }) => (numbering === null ? [] : [numbering.form])),
  );
  const above = (['book', 'chapter', 'section'] as const).filter((form) => present.has(form));
  const base = present.has('section') && !present.has('chapter') ? above.length + 1 : above.length;
  return (form) => {
    if (form === 'book') return 1;
    if (form === 'chapter') return present.has('book') ? 2 : 1;
    if (form === 'section') return present.has('book') ? 3 : 2;
    return base + rank(form) - rank('ideographic') + 1;
  };
}
