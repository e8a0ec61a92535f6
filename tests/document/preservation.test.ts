import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '#document/text/blocks.ts';
import { isInBody } from '#document/text/blocks.ts';
import { parseText, readText, understandText } from '../spec/read.ts';
import { documents } from './lines.ts';
import { renderedBody } from './rendered.ts';

const encoder = new TextEncoder();

/**
 * White space is what a reading may set aside: indents are trimmed, and the rows of a table are
 * joined by line feeds. Every other character, tabs' neighbours and the bars of a table included,
 * stands in the blocks.
 */
const dense = (text: string) => text.replace(/\s+/g, '');

const textOf = (blocks: readonly Readonly<{ text: string }>[]) =>
  dense(blocks.map(({ text }) => text).join(''));

/** The words that a page shows of the blocks: a table's bars and the line under its head are markup. */
const shownOf = (blocks: readonly Block[]) =>
  textOf(
    blocks
      .filter(isInBody)
      .flatMap((block): readonly Readonly<{ text: string }>[] =>
        block.type === 'passage' && block.form === 'table' ? block.units : [block],
      ),
  );

/** Front matter is taken off before a text is understood; these texts have none. */
const hasFrontMatter = (text: string) => text.replace(/^\ufeff/, '').startsWith('---');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * What a reader sees of a page's HTML. The words of an image are its text; the signs of footnotes
 * are markup. A quiz puts answers behind a summary that is the page's own word, and says an answer again that stands within its
 * question or in a key: such a paragraph is the only one there without a class.
 */
function shownText(html: string): string {
  const own = html
    .replace(
      /(<details class="answer"[^>]*>\n)<summary>[^<]*<\/summary>\n<p>[^<]*<\/p>\n(?=<\/details>)/g,
      '$1',
    )
    .replace(/<summary>[^<]*<\/summary>/g, '')
    .replace(/<sup class="footnote-ref">.*?<\/sup>|<a [^>]*class="footnote-backref">.*?<\/a>/g, '')
    .replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<[^>]*>/g, '');
  return dense(own.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? ''));
}

/** Answers are shown behind their question wherever they stand, so order is not asked of a quiz. */
const sorted = (text: string) => [...text].sort().join('');

/** Blocks before and after they were understood, and the body that is made of them. */
function readAll(file: string, bytes: Uint8Array) {
  const before = parseText(file, bytes).content?.blocks;
  const { document } = readText(file, bytes);
  const body = document === null ? undefined : renderedBody(document);
  if (before === undefined || body === undefined) throw new Error(`${file} was not read`);
  return { before, shown: shownText(body) };
}

/** Marks are in order, apart and within their text. */
function checkMarks(block: Block): void {
  if (block.type !== 'paragraph') return;
  const places = block.marks.flatMap(({ from, to }) => [from, to]);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.at(0) ?? 0).toBeGreaterThanOrEqual(0);
  expect(places.at(-1) ?? 0).toBeLessThanOrEqual(block.text.length);
}

function checkAll(file: string, text: string): void {
  const { before, shown } = readAll(file, encoder.encode(text));
  const { blocks, quiz } = understandText(text, file);
  expect(textOf(blocks)).toBe(textOf(before));
  for (const block of blocks) checkMarks(block);
  const expected = shownOf(blocks);
  if (quiz === null) expect(shown).toBe(expected);
  else expect(sorted(shown)).toBe(sorted(expected));
}

test.each(Object.entries(documents))(
  'every character of plain texts stands in the blocks, in order: %s',
  (_name, lines) => {
    fc.assert(
      fc.property(lines, (all) => {
        const text = all.join('\n');
        fc.pre(!hasFrontMatter(text));
        expect(textOf(understandText(text).blocks)).toBe(dense(text));
        checkAll('a.txt', text);
      }),
      { numRuns: 700 },
    );
  },
);

/** Every role that a block may have, and the headings of every sort. */
const sorts = [
  ...[
    'paragraph',
    'enumeration',
    'clause',
    'item',
    'salutation',
    'subtitle',
    'dateline',
    'byline',
    'signature',
  ],
  ...[
    'signature-date',
    'attachment',
    'note',
    'field',
    'turn',
    'resolution',
    'question',
    'options',
    'answer',
  ],
  ...[
    'contents',
    'title',
    'leftover',
    'catalogue',
    'document-number',
    'table',
    'heading',
    'run-in',
    'piece',
  ],
];

const sortOf = (block: Block): string => {
  if (block.type === 'passage') return block.form;
  if (block.type === 'paragraph') return block.role;
  return block.piece !== null ? 'piece' : block.runIn ? 'run-in' : 'heading';
};

test('the texts that are drawn hold blocks of every sort', () => {
  const texts = Object.values(documents).flatMap((lines) =>
    fc.sample(lines, { numRuns: 250, seed: 1 }).map((all) => all.join('\n')),
  );
  const found = texts
    .filter((text) => !hasFrontMatter(text))
    .flatMap((text) => understandText(text).blocks.map(sortOf));
  expect(new Set(found)).toEqual(new Set(sorts));
});

const markup = fc.constantFrom('', '', '', '# ', '## ', '- ', '1. ', '> ', '**', '　　', '| ');
const gap = fc.constantFrom('\n', '\n\n', '\n\n');

/** The lines of a document as somebody would write them in Markdown. */
const marked = (lines: fc.Arbitrary<readonly string[]>) =>
  lines.chain((all) =>
    fc.array(fc.tuple(markup, gap), { minLength: all.length, maxLength: all.length }).map((marks) =>
      all
        .map((line, index) => {
          const [before = '', behind = '\n'] = marks[index] ?? [];
          return before + line + (before === '**' ? '**' : '') + behind;
        })
        .join(''),
    ),
  );

test.each(Object.entries(documents))(
  'understanding a Markdown text adds, moves and loses nothing: %s',
  (_name, lines) => {
    fc.assert(
      fc.property(marked(lines), (text) => {
        fc.pre(!hasFrontMatter(text));
        checkAll('a.md', text);
      }),
      { numRuns: 300 },
    );
  },
);

test('a lead within an answer keeps the marks of a paragraph apart', () => {
  checkAll(
    'a.md',
    '防汛知识测试题\n0.（×）各村。\n一、单项选择题\n答案：\n一、1.A 2.B\n参考答案\n一、1.A 2.B\n一是各村。二是台账各村。\n正确答案:A\n',
  );
});

const content = join(import.meta.dirname, '../../content');
const samples = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:md|txt)$/.test(file))
  .sort();

test.each(samples)('of the sample %s nothing is lost', (file) => {
  const text = readFileSync(join(content, file), 'utf8');
  checkAll(file, text);
});
