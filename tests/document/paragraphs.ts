import { type Paragraph, paragraph } from '#document/text/blocks.ts';
import { plain } from '#document/text/rich-text.ts';

/** The lines of a plain text as blocks of which nothing is understood yet. */
export function paragraphsOf(...texts: readonly string[]): Paragraph[] {
  return texts.map((text, index) => paragraph(plain(text), index + 1));
}
