import type { Block, Heading } from '#document/text/blocks.ts';
import { type NumberForm, numberForms } from './numbering.ts';

/** One heading of a document's outline 大纲. `depth` is 1 for the outermost. */
export type OutlineEntry = Readonly<{ anchor: string; depth: number; text: string }>;

/** A heading with its place in the outline; other blocks stay as they are. */
export type PlacedHeading = Heading & Readonly<{ anchor: string; depth: number }>;

export type PlacedBlock = Exclude<Block, Heading> | PlacedHeading;

/**
 * Places each heading in the hierarchy. Levels that a text skips leave no gap: a level 3 below a
 * level 1 is one deeper. Anchors count headings from the top: `s1`, `s1-2`; pieces of a collection
 * are `p1`, and what stands in them `p1-s1`.
 */
export function placeHeadings(blocks: readonly Block[]): PlacedBlock[] {
  const open: Heading[] = [];
  const counts: number[] = [];
  let piece: Heading | null = null;
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    if (block.piece !== null) {
      piece = block;
      open.length = 0;
      counts.length = 0;
      return { ...block, anchor: `p${block.piece}`, depth: 1 };
    }
    while (closes(open.at(-1), block)) open.pop();
    open.push(block);
    counts.length = open.length;
    counts[open.length - 1] = (counts[open.length - 1] ?? 0) + 1;
    const prefix = piece === null ? '' : `p${piece.piece}-`;
    const depth = open.length + (piece === null ? 0 : 1);
    return { ...block, anchor: `${prefix}s${counts.join('-')}`, depth };
  });
}

/** The outline of a body, or of a stretch of it. */
export function outlineOf(
  blocks: readonly (PlacedHeading | Readonly<{ type: 'paragraph' | 'passage' }>)[],
): OutlineEntry[] {
  return blocks.flatMap((block) => (block.type === 'heading' ? [entryOf(block)] : []));
}

function entryOf({ anchor, depth, text }: PlacedHeading): OutlineEntry {
  return { anchor, depth, text: shownText(text) };
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
  const outer = (['book', 'sub-book'] as const).filter((form) => present.has(form));
  const hasChapters = present.has('chapter') || present.has('section');
  const base = outer.length + (hasChapters ? 1 : 0) + (present.has('section') ? 1 : 0);
  return (form) => {
    if (form === 'book') return 1;
    if (form === 'sub-book') return outer.length;
    if (form === 'chapter') return outer.length + 1;
    if (form === 'section') return outer.length + 2;
    return base + rank(form) - rank('ideographic') + 1;
  };
}
