import { type Block, paragraph } from '#document/text/blocks.ts';
import { plain } from '#document/text/rich-text.ts';
import type { Line } from '#document/text/units.ts';
import { readPlainTable } from './plain-tables.ts';

/**
 * Takes a text without markup apart: each line is a paragraph, but for the rows of tables.
 *
 * @param above number of lines over the text in its file
 */
export function readPlainText(text: string, above: number): Block[] {
  const lines: Line[] = text
    .split('\n')
    .map((line, index) => ({ text: line, line: index + 1 + above }))
    .filter((line) => line.text.trim() !== '');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const table = readPlainTable(lines, at);
    const { text: written, line } = lines[at] ?? { text: '', line: 0 };
    const words = written.trim();
    blocks.push(table?.passage ?? paragraph(plain(words), line));
    at += table?.length ?? 1;
  }
  return blocks;
}
