import type { AsideName, PrivateKind } from '#diagnostics/words.ts';
import { type Block, isInBody } from './blocks.ts';

/** What a page carried along beside its text. */
export type LeftoverKind = Exclude<
  AsideName,
  'catalogue' | 'title-line' | 'unshown' | 'comment' | 'redaction'
>;

/**
 * What a source holds and its page does not show among the text: leftovers, lines of lists of other
 * documents, what a title line has beside the title, what Markdown does not show; comments and redacted
 * numbers, which the page does not show at all. The words are as written; of what was redacted they are masked,
 * and `of` says what it was.
 */
export type Aside = Readonly<{ line: number; kind: AsideName; text: string; of?: PrivateKind }>;

/**
 * Whether the page of a document can open what was set aside. Comments and redactions are for its keepers
 * alone, dead images hold no words, and lists of other documents come back as popular lines: one that was
 * withdrawn must not be named here.
 */
export function canBeOpened({ kind }: Pick<Aside, 'kind'>): boolean {
  return !['comment', 'redaction', 'dead-image', 'catalogue'].includes(kind);
}

/**
 * What understanding set aside of a text, in its order.
 *
 * @param shown the title as pages show it, with the number of pieces
 */
export function asidesOf(
  blocks: readonly Block[],
  leftovers: readonly Aside[],
  shown: string,
): Aside[] {
  const others = blocks
    .filter((block) => !isInBody(block))
    .flatMap((block): Aside[] => {
      if (block.type === 'heading') return [];
      if (block.role === 'catalogue') return catalogueLines(block);
      const isCut = block.role === 'title' && !holdsAll(shown, block.text);
      return isCut ? [{ line: block.line, kind: 'title-line', text: block.text.trim() }] : [];
    });
  return [...leftovers, ...others].sort((a, b) => a.line - b.line);
}

function catalogueLines(block: Exclude<Block, { type: 'heading' }>): Aside[] {
  const lines = block.type === 'passage' && block.units.length > 0 ? block.units : [block];
  return lines.map(({ line, text }) => ({ line, kind: 'catalogue', text: text.trim() }));
}

/** Whether a text holds every character, letter and figure of another one as often as that does. */
function holdsAll(text: string, other: string): boolean {
  const counts = new Map<string, number>();
  for (const [letter] of text.matchAll(/[\p{L}\p{N}]/gu))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  for (const [letter] of other.matchAll(/[\p{L}\p{N}]/gu)) {
    const left = (counts.get(letter) ?? 0) - 1;
    if (left < 0) return false;
    counts.set(letter, left);
  }
  return true;
}
