import { type Paragraph, paragraph } from '#document/blocks.ts';
import { plain } from '#document/rich-text.ts';

/** The lines of a plain text as blocks of which nothing is understood yet. */
export function paragraphsOf(...texts: readonly string[]): Paragraph[] {
  return texts.map((text, index) => paragraph(plain(text), index + 1));
}
