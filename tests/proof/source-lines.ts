import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Block } from '#document/text/blocks.ts';
import { textsOf } from '#document/text/flow.ts';
import { decode } from '#formats/decode.ts';
import { findForm } from '#formats/front-matter-forms.ts';
import { readOfdPages } from '#formats/ofd/pages.ts';
import { readPlaced } from '#formats/placed/read.ts';
import { readWord } from '#formats/word/read.ts';

/** A line of a source. `letters` are those of its words without what is signs of Markdown's own. */
export type Line = Readonly<{ written: string; text: string; letters: string; line: number }>;

/** The lines of a body, without front matter, comments and where links lead. */
export function bodyLines(
  path: string,
  file: string,
): Readonly<{ lines: readonly Line[]; hasSummary: boolean }> {
  const blocks = blocksOf(path);
  if (blocks !== null) return { lines: blocks.flatMap(linesOfBlock), hasSummary: false };
  const { text } = decode(readFileSync(path));
  const unified = (text ?? '').replace(/\r\n?/g, '\n');
  const head = unified.slice(0, Math.max(0, findForm(unified)?.end ?? 0));
  const above = head.split('\n').length - 1;
  const isMarkdown = /\.(?:md|markdown)$/i.test(file);
  const body = unified.slice(head.length);
  const isDefined = (label: string) => body.split(label).length > 2;
  const isNote = (label: string) => body.includes(`${label}:`);
  const lines = body.split('\n').map((written, index): Line => {
    const line = index + 1 + above;
    if (!isMarkdown) return { written, text: written, letters: lettersIn(written), line };
    const words = written
      .replace(/\]\(\s*(?:<[^>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?=[\s)])/g, ']')
      .replace(/^ {0,3}(\[[^\]]+\]):\s*\S+/, (whole, label: string) =>
        // What a reference is called by is said where it is used; a definition that is not cited is text
        isDefined(label) ? '' : whole,
      );
    const letters = lettersIn(withoutSigns(words, isNote));
    return { written, text: words.replace(/<[a-z][a-z0-9+.-]*:[^<>\s]*>/gi, ''), letters, line };
  });
  return { lines, hasSummary: /^["']?(?:summary|description|excerpt|摘要)/im.test(head) };
}

/** Whether what stands in a file can be told without its page: of PDFs and saved pages it cannot. */
export function isAccountable(file: string): boolean {
  return /\.(?:md|markdown|txt|docx|ofd)$/i.test(file);
}

/** What is read of a file of an office; null of texts. */
function blocksOf(path: string): readonly Block[] | null {
  if (/\.docx$/i.test(path)) return readWord(readFileSync(path), basename(path)).blocks;
  if (!/\.ofd$/i.test(path)) return null;
  const read = readPlaced(readOfdPages(readFileSync(path)));
  return typeof read === 'string' ? [] : read.blocks;
}

function linesOfBlock(block: Block): Line[] {
  const texts = block.type === 'passage' ? [...textsOf(block.flow)] : [block];
  return texts.map(({ text }) => {
    return { written: text, text, letters: lettersIn(text), line: block.line };
  });
}

/**
 * Numbers of lists, boxes of tasks, labels of notes, titles of links, languages of code, tags and entities are signs
 * of Markdown; the number of pieces is told beside the title.
 */
function withoutSigns(line: string, isNote: (label: string) => boolean): string {
  return line
    .replace(/^(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*(?:\[[ xX]\]\s)?/, '')
    .replace(/\](\[[^\]]*\])/g, (whole, label: string) => (isNote(label) ? ']' : whole))
    .replace(/\]\s+(?:"[^"]*"|'[^']*')\)/g, ']')
    .replace(/[（(]\d+篇[)）]\s*$/, '')
    .replace(/(\[\^[^\]\s]+\]):?/g, (whole, label: string) => (isNote(label) ? '' : whole))
    .replace(/<!--.*?-->/g, '')
    .replace(/^\s*(?:`{3,}|~{3,})\s*[\w+#.-]*\s*$/, '')
    .replace(/<\/?(?:br|sub|sup|u|ins|b|strong|mark|i|em|s|del|strike)\s*\/?>/gi, '')
    .replace(/&#(x[\da-f]+|\d+);/gi, (_, point: string) =>
      String.fromCodePoint(Number(point.replace(/^x/i, '0x'))),
    )
    .replace(/&[a-z]+\d*;/gi, '');
}

/** Characters of Chinese, letters and figures of a text, in their order. */
export function lettersIn(text: string): string {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).join('');
}
