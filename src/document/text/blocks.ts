import type { Numbering } from '#document/outline/numbering.ts';
import type { Flow } from './flow.ts';
import type { RichText } from './rich-text.ts';

/** A part of a document's body, in the order of the text. `line` counts from 1 in the source file. */
export type Block = Paragraph | Heading | Passage;

/**
 * What a paragraph is in its document. Title, leftovers and catalogue lines are kept, so that no
 * character of the source is lost, but are not part of the body.
 */
export type Role =
  | 'paragraph'
  | 'enumeration'
  | 'clause'
  | 'item'
  | 'salutation'
  | 'subtitle'
  | 'dateline'
  | 'byline'
  | 'document-number'
  | 'signature'
  | 'signature-date'
  | 'attachment'
  | 'note'
  | 'field'
  | 'turn'
  | 'resolution'
  | 'question'
  | 'options'
  | 'answer'
  | 'contents'
  | 'title'
  | 'leftover'
  | 'catalogue';

/** A stretch of a paragraph's text that is shown apart; characters stay where they are. */
export type Mark = Readonly<{
  from: number;
  to: number;
  name:
    | 'lead'
    | 'placeholder'
    | 'label'
    | 'speaker'
    | 'number'
    | 'option'
    | 'answer-within'
    | 'citation';
  /** The letter of an option; the address of what is cited. */
  value?: string;
}>;

/** Running text. */
export type Paragraph = RichText &
  Readonly<{
    type: 'paragraph';
    line: number;
    role: Role;
    /** In the order of the text. */
    marks: readonly Mark[];
    /** Index of the question that it belongs to, in a quiz. */
    question?: number;
    /** Who speaks, in the record of a meeting. */
    speaker?: string;
    /** Number of the resolution that it states, in the record of a meeting. */
    resolution?: number;
  }>;

/**
 * A heading with the level its author gave it (1 is the outermost; levels may be skipped; 0 where
 * its number alone tells).
 * A run-in heading is the first sentence of its paragraph, whose rest follows as the next block.
 */
export type Heading = RichText &
  Readonly<{
    type: 'heading';
    level: number;
    line: number;
    runIn: boolean;
    /** The number that it begins with, whatever made it a heading. */
    numbering: Numbering | null;
    /** The number of the piece of a collection that it opens; null for other headings. */
    piece: number | null;
  }>;

/** A table, list, quotation or other block with blocks within. */
export type Passage = Readonly<{
  type: 'passage';
  form: 'table' | 'list' | 'quotation' | 'other';
  /** All that it says. */
  text: string;
  flow: Flow;
  line: number;
  role: 'paragraph' | 'field' | 'leftover' | 'catalogue';
  /** Its rows, items or paragraphs, for those who read the text and not its form. */
  units: readonly PassageUnit[];
}>;

/** One row, item or paragraph of a passage. */
export type PassageUnit = Readonly<{
  text: string;
  line: number;
  form: 'paragraph' | 'item' | 'row' | 'quotation';
  cells: readonly string[];
  /** How many lists an item stands in; 0 for every other form. */
  depth: number;
}>;

/** A paragraph of which nothing is understood yet. */
export function paragraph({ text, inline }: RichText, line: number): Paragraph {
  return { type: 'paragraph', text, inline, line, role: 'paragraph', marks: [] };
}

/** Whether a block stands in the body, and is not the title or something that was crawled along. */
export function isInBody(block: Block): boolean {
  return block.type === 'heading' || !outside.has(block.role);
}

const outside: ReadonlySet<Role> = new Set(['title', 'leftover', 'catalogue']);

/** Number of characters without white space, as Chinese texts are counted, in a stretch of a text. */
export function countCharacters(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    // Nearly all that a Chinese text holds
    if (unit > 0x3000 && unit < 0xd800) count++;
    else if (!isSpace(unit) && !isLowSurrogate(unit)) count++;
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
