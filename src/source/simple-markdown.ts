import { type Block, paragraph } from '#document/blocks.ts';
import { starsArePlaceholders } from '#document/placeholders.ts';
import { escapeHtml } from '#render/html.ts';

/** A stretch of a Markdown text: a block that needs no parser, or lines that do. */
export type Stretch =
  | Readonly<{ block: Block }>
  | Readonly<{
      block: null;
      text: string;
      /** Lines of the text that stand over the stretch. */
      above: number;
    }>;

/** What can reach over blank lines: fences, and the definitions of links and footnotes. */
const farReaching = /```|~~~|\]:/;

/**
 * A line that is a paragraph and nothing else: it begins as no block of Markdown does, and holds no
 * mark of Markdown's but perhaps `**`.
 */
const plainLine = /^(?:[\p{L}　“‘《〈（「『【—…×○①-⑳]|\d{1,9}(?![\d.)]))[^\\`_[\]<>&~^\0\r]*$/u;

const plainHeading = /^(#{1,6}) +([^\s#\\`*_[\]<>&~^\0][^#\\`*_[\]<>&~^\0\r]*)$/;

/** `**` with a letter or digit on each inner side, which pairs in order whatever stands outside. */
const strong = /\*\*([\p{L}\p{N}](?:[^*]*[\p{L}\p{N}])?)\*\*/gu;

/**
 * Cuts a Markdown text where its meaning allows. Most of what a Chinese document holds are lines
 * of plain words between blank lines; they are paragraphs or headings without a parser being asked,
 * which costs four times as much. A blank line followed by a word at the margin ends every list and
 * quotation, so what lies between such lines can be parsed by itself. The result is the same (a
 * property test says so).
 */
export function cutMarkdown(body: string): Stretch[] {
  if (farReaching.test(body)) return [{ block: null, text: body, above: 0 }];
  const stretches: Stretch[] = [];
  const lines = body.split('\n');
  let pending = -1;
  const flush = (end: number) => {
    if (pending === -1) return;
    const text = lines.slice(pending, end).join('\n');
    stretches.push({ block: null, text, above: pending });
    pending = -1;
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const alone = (lines[index - 1] ?? '') === '' && (lines[index + 1] ?? '') === '';
    const block = alone ? readPlainLine(line, index + 1) : null;
    if (block === null) {
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
  if (plainLine.test(written)) {
    const text = written.trim();
    const html = escapeHtml(text);
    if (!text.includes('*') || starsArePlaceholders(text)) return paragraph(text, html, line);
    const marked = html.replace(strong, '<strong>$1</strong>');
    if (marked.includes('*') || text.includes('***')) return null;
    return paragraph(text.replaceAll('**', ''), marked, line);
  }
  const heading = plainHeading.exec(written);
  if (heading === null) return null;
  const [, marks = '', words = ''] = heading;
  const text = words.replace(/[ \t]+$/, '');
  return {
    type: 'heading',
    level: marks.length,
    text,
    html: escapeHtml(text),
    line,
    runIn: false,
    numbering: null,
    piece: null,
  };
}
