import { parseNumbering } from '#document/outline/numbering.ts';
import { type Block, type PassageUnit, paragraph } from '#document/text/blocks.ts';
import type { Cell } from '#document/text/flow.ts';
import type { RichText } from '#document/text/rich-text.ts';
import { plain, slice, trim } from '#document/text/rich-text.ts';
import type { LaidOutBlock, LaidOutCell, LaidOutParagraph, LaidOutTable } from './laid-out.ts';
import { type Piece, toRichText } from './pieces.ts';

/**
 * The blocks of a text that was laid out. Paragraphs without words are none, and a heading over all of its text is its title,
 * which is found as in plain text.
 */
export function toDocument(content: readonly LaidOutBlock[]): Block[] {
  const [first, ...others] = toBlocks(content);
  if (first === undefined) return [];
  return first.type === 'heading' ? [paragraph(first, first.line), ...others] : [first, ...others];
}

/** The blocks of a part of it. */
export function toBlocks(content: readonly LaidOutBlock[]): Block[] {
  return content.flatMap((block) =>
    block.is === 'paragraph' ? toParagraph(block) : toTable(block),
  );
}

/** A heading with a style of headings and no number is one where it is as short as those are. */
const longestHeading = 42;
const sentenceEnd = /[。！？!?；;，,、…：:]["”’」』）)]*$/;

function toParagraph(own: LaidOutParagraph): Block[] {
  const rich = richTextOf(own);
  if (isEmpty(rich)) return [];
  const { ordinal, isContents, outlineLevel } = own;
  if (isContents) return [{ ...paragraph(rich, ordinal), role: 'contents' }];
  const isHeading =
    outlineLevel !== null &&
    rich.text.length <= longestHeading &&
    !sentenceEnd.test(rich.text) &&
    !rich.inline.some(({ is }) => is === 'picture' || is === 'break') &&
    parseNumbering(rich.text) === null;
  // Lines that are broken by hand are lines, as in plain text
  if (!isHeading) return linesIn(rich).map((line) => paragraph(line, ordinal));
  const level = outlineLevel;
  return [
    { type: 'heading', level, ...rich, line: ordinal, runIn: false, numbering: null, piece: null },
  ];
}

function linesIn(rich: RichText): RichText[] {
  const { text } = rich;
  if (!text.includes('\n')) return [rich];
  const lines: RichText[] = [];
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    const line = trim(slice(rich, from, to));
    if (!isEmpty(line)) lines.push(line);
    from = to + 1;
  }
  return lines;
}

const looks = ['bold', 'italic', 'underlined'] as const;

/** What is bold from its first character to its last looks so, as by a style, and no word of it is stressed. */
function withoutLook(pieces: readonly Piece[]): readonly Piece[] {
  const words = pieces.filter(({ text }) => text.trim() !== '');
  const whole = looks.filter((look) => words.every(({ style }) => style[look]));
  if (whole.length === 0) return pieces;
  const off = Object.fromEntries(whole.map((look) => [look, false]));
  return pieces.map((piece) => ({ ...piece, style: { ...piece.style, ...off } }));
}

/** Its words behind its number. An empty one counts, and shows nothing. */
function richTextOf({ pieces, number: written }: LaidOutParagraph): RichText {
  const own = trim(toRichText(withoutLook(pieces)));
  const number = written.trim();
  if (number === '' || isEmpty(own)) return own;
  const before = `${number}${spaceBehind(number, own.text)}`;
  const inline = own.inline.map((mark) => {
    return { ...mark, from: mark.from + before.length, to: mark.to + before.length };
  });
  return { text: `${before}${own.text}`, inline };
}

function isEmpty({ text, inline }: RichText): boolean {
  return text.trim() === '' && inline.every(({ is }) => is !== 'picture' && is !== 'note');
}

/** As it is written where no program makes the number: 一、总则, 第一章　总则, 1. 总则. */
function spaceBehind(number: string, text: string): string {
  if (/[、．。，）」』】〕》：]$/.test(number) || /^[\s　]/.test(text)) return '';
  if (/^第.+\p{Script=Han}$/u.test(number)) return '　';
  return /[①-⑳㈠-㈩⑴-⒇⒈-⒛]$/.test(number) ? '' : ' ';
}

/** Lines of a cell over which it is a part of the text that has a frame, and no cell of a table. */
const mostLines = 3;
const longestCell = 200;

/**
 * A table; but what stands in a frame is text: a table of one column, and rows in which a cell holds more than a
 * cell does. What stands over and under such rows are tables.
 */
function toTable(table: LaidOutTable): Block[] {
  const blocks: Block[] = [];
  let rows: (readonly LaidOutCell[])[] = [];
  const flush = () => {
    if (rows.length > 0) blocks.push(...toPassage(rows));
    rows = [];
  };
  for (const row of table.rows) {
    if (row.some(isLong)) {
      flush();
      for (const cell of row) blocks.push(...toBlocks(cell.blocks));
    } else rows.push(row);
  }
  flush();
  return blocks;
}

function isLong({ blocks }: LaidOutCell): boolean {
  const lines = blocks.flatMap(linesOf);
  return lines.length > mostLines || lines.some(({ text }) => text.length > longestCell);
}

function linesOf(block: LaidOutBlock): RichText[] {
  if (block.is === 'table')
    return block.rows.flat().flatMap((cell) => cell.blocks.flatMap(linesOf));
  const rich = richTextOf(block);
  return isEmpty(rich) ? [] : [rich];
}

function toPassage(rows: readonly (readonly LaidOutCell[])[]): Block[] {
  // Cells that reach over more columns than there are have no more of them
  const width = Math.max(
    ...rows.map((row) => row.findLastIndex(({ covered }) => covered !== 'before') + 1),
  );
  if (rows.every((row) => row.filter(({ blocks }) => blocks.length > 0).length < 2))
    return rows.flat().flatMap(({ blocks }) => toBlocks(blocks));
  const cells = rows.map((row) =>
    Array.from({ length: width }, (_, index): GridCell => {
      const cell = row[index];
      const text = joinLines(cell?.blocks.flatMap(linesOf) ?? []);
      // What stands in a covered cell is not to be seen in Word; here it is
      return { text, covered: isEmpty(text) ? (cell?.covered ?? null) : null };
    }),
  );
  const shown = withSpans(cells.filter((row) => row.some(({ text }) => !isEmpty(text))));
  const [head = [], ...others] = shown;
  if (shown.length === 0) return [];
  const line = firstLine(rows.flat().flatMap(({ blocks }) => blocks));
  const units = shown.map((row): PassageUnit => {
    const cells = row.map(({ text }) => text.trim());
    return { text: cells.join('\t'), line, form: 'row', cells, depth: 0 };
  });
  return [
    {
      type: 'passage',
      form: 'table',
      text: units.map(({ cells }) => cells.filter((cell) => cell !== '').join(' ')).join('\n'),
      flow: { is: 'table', alignments: head.map(() => null), head, rows: others },
      line,
      role: 'paragraph',
      units,
    },
  ];
}

type GridCell = Readonly<{ text: RichText; covered: LaidOutCell['covered'] }>;

/** The cells of rows, with how many rows and columns they take. */
function withSpans(rows: readonly (readonly GridCell[])[]): Cell[][] {
  return rows.map((row, at) =>
    row.map(({ text, covered }, column): Cell => {
      if (covered !== null) return { ...text, isCovered: true };
      let [down, across] = [1, 1];
      while (row[column + across]?.covered === 'before') across++;
      while (rows[at + down]?.[column]?.covered === 'above') down++;
      return {
        ...text,
        ...(down === 1 ? null : { rows: down }),
        ...(across === 1 ? null : { columns: across }),
      };
    }),
  );
}

function firstLine(blocks: readonly LaidOutBlock[]): number {
  return blocks[0]?.ordinal ?? 1;
}

/** Paragraphs of a cell, one under the other. */
function joinLines(lines: readonly RichText[]): RichText {
  const [first, ...others] = lines;
  if (first === undefined) return plain('');
  return others.reduce((joined: RichText, { text, inline }): RichText => {
    const at = joined.text.length;
    return {
      text: `${joined.text}\n${text}`,
      inline: [
        ...joined.inline,
        { is: 'break', from: at, to: at + 1, depth: 0 },
        ...inline.map((mark) => ({ ...mark, from: mark.from + at + 1, to: mark.to + at + 1 })),
      ],
    };
  }, first);
}
