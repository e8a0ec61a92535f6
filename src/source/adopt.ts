import type { MarkdownIt } from 'markdown-it';
import { parseDate } from '#document/dates/dates.ts';
import type { BodyBlock, Document } from '#document/document.ts';
import { unknownKind } from '#document/kind/kinds.ts';
import { namesOf } from '#document/terms.ts';
import { type Flow, linesOfFlow } from '#document/text/flow.ts';
import { readMarkdown } from '#formats/markdown.ts';
import { writeFields } from '#formats/write-fields.ts';
import { writeBlock } from '#render/to-markdown/blocks.ts';
import type { Manner } from '#render/to-markdown/inline.ts';
import { parseSource } from './parse.ts';
import type { Reader } from './reader.ts';
import { readDocument } from './reading.ts';

/** What a document is as a Markdown text. */
export type Adopted = Readonly<{
  text: string;
  /** Lines that are read back otherwise than they were read. */
  differing: readonly string[];
}>;

/** So many times it is said how lines are to be read, until they are read as they were. */
const attempts = 3;

/**
 * A document as Markdown that is read back as the same document: each block is written so that it alone is read as
 * it was, and where the whole is understood otherwise its front matter says how it is to be read.
 *
 * @param file where the Markdown will stand, below `content/`
 * @param givenElsewhere names of fields that stand beside the file, which go before its own
 * @param addressOf the address of a link of the document, as seen from there
 */
export async function adoptText(
  document: Document,
  file: string,
  addressOf: (link: number) => string,
  reader: Reader,
  givenElsewhere: ReadonlySet<string> = new Set(),
): Promise<Adopted> {
  const isFlat = document.kind.slug === 'quiz';
  const body = writeBody(document.blocks, addressOf, reader.markdown, isFlat);
  const fields = Object.entries(fieldsOf(document)).filter(([name]) => !givenElsewhere.has(name));
  const own = Object.fromEntries(fields);
  let overruling: Overruling = {};
  for (let attempt = 1; ; attempt++) {
    const reading = Object.keys(overruling).length === 0 ? null : overruling;
    const text = `---\n${writeFields({ ...own, reading })}---\n\n${body}`;
    const bytes = Buffer.from(text);
    const source = { file, bytes, sidecar: null };
    const back = readDocument(await parseSource(source, reader.markdown), reader, '').document;
    const differing = compare(document.blocks, back?.blocks ?? []);
    const more = overrule(overruling, document.blocks, back?.blocks ?? []);
    if (differing.length === 0 || attempt === attempts || more === null) return { text, differing };
    overruling = more;
  }
}

/** What was understood, for its keepers to correct. */
function fieldsOf(document: Document): Record<string, unknown> {
  const { title, statedPieces, kind, date, organisations, speaker, occasion } = document;
  const { tags, source } = document;
  return {
    title,
    pieces: statedPieces,
    date: date !== null && parseDate(date.value) !== null ? date.value : null,
    kind: kind.slug === unknownKind ? null : kind.name,
    organisation: organisations.length > 1 ? organisations.map(nameOf) : namesOf(organisations),
    speaker: speaker?.name ?? null,
    occasion,
    source,
    tags: tags.map(nameOf),
  };
}

function nameOf({ name }: Readonly<{ name: string }>): string {
  return name;
}

function writeBody(
  blocks: readonly BodyBlock[],
  addressOf: Manner['addressOf'],
  markdown: MarkdownIt,
  isFlat: boolean,
): string {
  const manners: readonly Manner[] = [
    { addressOf, lineEnd: 'kept', escapes: 'few', hasMarks: true },
    { addressOf, lineEnd: 'tag', escapes: 'few', hasMarks: true },
    { addressOf, lineEnd: 'tag', escapes: 'all', hasMarks: true },
    { addressOf, lineEnd: 'tag', escapes: 'all', hasMarks: false },
  ];
  const written: string[] = [];
  let isOpen = false;
  for (const block of blocks) {
    const texts = manners.map((manner) => writeBlock(block, manner).join('\n'));
    const chosen =
      texts.find((text) => isReadAs(text, block, markdown, isFlat)) ?? texts.at(-1) ?? '';
    // What follows a run-in heading is the rest of its paragraph
    if (isOpen && block.type === 'paragraph') written.push(join(written.pop() ?? '', chosen));
    else written.push(chosen);
    isOpen = block.type === 'heading' && block.runIn;
  }
  return `${written.join('\n\n').trimEnd()}\n`;
}

/** Bold words behind bold words are bold together. */
function join(heading: string, rest: string): string {
  const isBold = heading.endsWith('**') && rest.startsWith('**');
  return isBold ? heading.slice(0, -2) + rest.slice(2) : heading + rest;
}

/** Whether a block that stands alone is read as it was. Of notes the references are needed too. */
function isReadAs(text: string, block: BodyBlock, markdown: MarkdownIt, isFlat: boolean): boolean {
  if (block.type === 'passage' && block.flow.is === 'notes') return true;
  // A reference is one where there is a note
  const notes = new Set(text.match(/\[\^\d+\]/g) ?? []);
  const defined = [...notes].map((note) => `\n\n${note}: 注`).join('');
  const { blocks } = readMarkdown(markdown, text + defined, '', 0, isFlat);
  const [only, ...others] = blocks;
  if (only === undefined || others.length > (notes.size > 0 ? 1 : 0)) return false;
  const isRunIn = block.type === 'heading' && block.runIn;
  return only.type === (isRunIn ? 'paragraph' : block.type) && wordsOf(only) === wordsOf(block);
}

/** The words of a block without white space, which Markdown may set otherwise. */
function wordsOf(block: Readonly<{ text: string } | { flow: Flow }>): string {
  const text = 'flow' in block ? linesOfFlow(block.flow).join('') : block.text;
  return text.replace(/\s+/g, '');
}

/** The blocks of which no block of the other text is one, by their first words. */
function compare(before: readonly BodyBlock[], after: readonly BodyBlock[]): string[] {
  const keys = (blocks: readonly BodyBlock[]) =>
    blocks.map((block) => `${block.type} ${wordsOf(block)}`).filter((key) => !key.endsWith(' '));
  const [own, others] = [keys(before), keys(after)];
  const rest = [...others];
  const lost = own.filter((key) => {
    const place = rest.indexOf(key);
    if (place !== -1) rest.splice(place, 1);
    return place === -1;
  });
  if (lost.length === 0 && rest.length === 0)
    return own.join('\n') === others.join('\n') ? [] : own;
  return [...lost, ...rest].map((key) => key.slice(key.indexOf(' ') + 1, longestName));
}

const longestName = 40;

type Overruling = Readonly<Partial<Record<'headings' | 'paragraphs' | 'keep', readonly string[]>>>;

/** Says how lines are to be read that are read otherwise; null where nothing is to be said that was not said. */
function overrule(
  known: Overruling,
  before: readonly BodyBlock[],
  after: readonly BodyBlock[],
): Overruling | null {
  const types = new Map(after.map((block) => [wordsOf(block), block.type]));
  const lines: Record<'headings' | 'paragraphs' | 'keep', Set<string>> = {
    headings: new Set(known.headings),
    paragraphs: new Set(known.paragraphs),
    keep: new Set(known.keep),
  };
  const size = () => lines.headings.size + lines.paragraphs.size + lines.keep.size;
  const knownSize = size();
  for (const block of before) {
    if (block.type === 'passage' || wordsOf(block) === '') continue;
    const type = types.get(wordsOf(block));
    const line = block.text.trim().split('\n', 1)[0] ?? '';
    if (type === undefined) lines.keep.add(line);
    else if (type !== block.type)
      lines[block.type === 'heading' ? 'headings' : 'paragraphs'].add(line);
  }
  if (size() === knownSize) return null;
  const said = Object.entries(lines).filter(([, each]) => each.size > 0);
  return Object.fromEntries(said.map(([name, each]) => [name, [...each]]));
}
