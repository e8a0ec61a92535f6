import { type Paragraph, paragraph } from '#document/blocks.ts';
import { escapeHtml } from '#render/html.ts';

/** The lines of a plain text as blocks of which nothing is understood yet. */
export function paragraphsOf(...texts: readonly string[]): Paragraph[] {
  return texts.map((text, index) => paragraph(text, escapeHtml(text), index + 1));
}
