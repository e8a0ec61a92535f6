import { type Block, paragraph } from '#document/text/blocks.ts';
import { readSimpleInline } from './simple-inline.ts';
import { readSimpleList } from './simple-list.ts';
import { readSimpleTable } from './simple-table.ts';

/** A stretch of a Markdown text: a block that needs no parser, or lines that do. */
export type Stretch =
  | Readonly<{ block: Block }>
  | Readonly<{
      block: null;
      text: string;
      /** Lines of the body that stand over the stretch. */
      above: number;
    }>;

/** What can reach over blank lines: fences, and the definitions of links and footnotes. */
const farReaching = /```|~~~|\]:/;

/** How a line begins that is a paragraph and no other block of Markdown's. */
const plainBeginning =
  /^(?:[\p{L}　“‘《〈（「『【—…×○①-⑳]|\d{1,9}(?![\d.)])|(?:\*\*|\[)[\p{L}\p{N}])/u;

const plainHeading = /^(#{1,6}) +([^\s#\\`*_[\]<>&~^\0][^#\\`*_[\]<>&~^\0\r]*)$/;

/**
 * Cuts a Markdown text where its meaning allows. Most of what a Chinese document holds are lines
 * of plain words between blank lines; they are paragraphs or headings without a parser being asked,
 * which costs four times as much. A blank line followed by a word at the margin ends every list and
 * quotation, so what lies between such lines can be parsed by itself. The result is the same (a
 * property test says so).
 *
 * @param isFlat whether each item of a list is a paragraph of its own: such lists are left to the parser
 * @param above number of lines over the body in its file, by which the lines of blocks are counted
 */
export function cutMarkdown(body: string, isFlat: boolean, above = 0): Stretch[] {
  if (farReaching.test(body)) return [{ block: null, text: body, above: 0 }];
  const stretches: Stretch[] = [];
  const lines = body.split('\n');
  let pending = -1;
  const flush = (end: number) => {
    if (pending === -1) return;
    const own = lines.slice(pending, end);
    const first = above + pending + 1;
    const block = (isFlat ? null : readSimpleList(own, first)) ?? readSimpleTable(own, first);
    stretches.push(
      block === null ? { block: null, text: own.join('\n'), above: pending } : { block },
    );
    pending = -1;
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const alone = (lines[index - 1] ?? '') === '' && (lines[index + 1] ?? '') === '';
    const block = alone ? readPlainLine(line, above + index + 1) : null;
    if (block === null) {
      // A bar at the margin ends what stands over a blank line as a word does
      if (line.startsWith('|') && (lines[index - 1] ?? '') === '') flush(index);
      if (pending === -1) pending = index;
    } else {
      flush(index);
      stretches.push({ block });
    }
  }
  flush(lines.length);
  return stretches;
}

function readPlainLine(written: string, line: number): Block | null {
  if (plainBeginning.test(written)) {
    const inline = readSimpleInline(written.trim());
    return inline && paragraph(inline, line);
  }
  const heading = plainHeading.exec(written);
  if (heading === null) return null;
  const [, marks = '', words = ''] = heading;
  const text = withoutTrailingBlanks(words);
  return {
    type: 'heading',
    level: marks.length,
    text: text.trim(),
    inline: [],
    line,
    runIn: false,
    numbering: null,
    piece: null,
  };
}

/** Without spaces and tabs at the end. A regular expression would try each blank of a long gap. */
function withoutTrailingBlanks(words: string): string {
  let end = words.length;
  while (end > 0 && (words[end - 1] === ' ' || words[end - 1] === '\t')) end--;
  return words.slice(0, end);
}
