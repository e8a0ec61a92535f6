/** A part of a document's body, in the order of the text. `line` counts from 1 in the source file. */
export type Block = Paragraph | Heading | Passage;

/** Running text; `html` is its inline HTML. */
type Paragraph = Readonly<{ type: 'paragraph'; text: string; html: string; line: number }>;

/**
 * A heading with the level its author gave it (1 is the outermost; levels may be skipped).
 * A run-in heading is the first sentence of its paragraph, whose rest follows as the next block.
 */
export type Heading = Readonly<{
  type: 'heading';
  level: number;
  text: string;
  html: string;
  line: number;
  runIn: boolean;
}>;

/** A table, list, quotation or other block whose HTML is complete. */
type Passage = Readonly<{ type: 'passage'; text: string; html: string; line: number }>;

/** Number of characters without white space, as Chinese texts are counted. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (!isSpace(unit) && !isLowSurrogate(unit)) count++;
  }
  return count;
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff;
}

/** The second half of a character above U+FFFF. */
function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
