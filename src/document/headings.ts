import type { Block } from './blocks.ts';
import { parseNumbering } from './numbering.ts';

/** Longest heading on a line of its own, and longest first sentence that heads its paragraph. */
const longestHeading = 42;
const longestLead = 30;

const endsAsSentence = /[。！？!?；;：:，,、…]["”’」』）)]*$/;
const firstSentence = /^[^。！？；;：:!?]*[。！？!?]/;

/** A line of a text without markup. */
export type Line = Readonly<{ text: string; line: number }>;

/**
 * Makes blocks of a text without markup. A numbered line that is short and no sentence is a
 * heading; so is the short first sentence of a numbered paragraph, which then stands as a block
 * of its own before the rest. No character is moved or lost.
 */
export function findHeadings(lines: readonly Line[], toHtml: (text: string) => string): Block[] {
  return lines.flatMap(({ text, line }): Block[] => {
    const heading = readHeading(text);
    if (heading === null) return [{ type: 'paragraph', text, html: toHtml(text), line }];
    const lead = text.slice(0, heading.end);
    const rest = text.slice(heading.end);
    const { level } = heading;
    const runIn = rest !== '';
    const block: Block = { type: 'heading', level, text: lead, html: toHtml(lead), line, runIn };
    return runIn ? [block, { type: 'paragraph', text: rest, html: toHtml(rest), line }] : [block];
  });
}

/** The level of the heading that `text` begins with, and where it ends; null where there is none. */
function readHeading(text: string): { level: number; end: number } | null {
  const numbering = parseNumbering(text);
  if (numbering === null) return null;
  const { level, length } = numbering;
  const words = text.slice(length);
  if (words === '') return null;
  const lead = firstSentence.exec(words)?.[0];
  if (lead === undefined && words.length <= longestHeading && !endsAsSentence.test(words)) {
    return { level, end: text.length };
  }
  if (lead === undefined || lead.length > longestLead) return null;
  return { level, end: length + lead.length };
}
