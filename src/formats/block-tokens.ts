import type { Token } from 'markdown-it';
import { mayHoldPrivate } from '#document/privacy/find.ts';
import {
  type Alignment,
  type Flow,
  type ListItem,
  type Note,
  withNumbers,
} from '#document/text/flow.ts';
import { plain, type RichText } from '#document/text/rich-text.ts';
import { noteOf, readInline } from './inline-tokens.ts';

/** Reads block tokens one after the other. */
type Reader = { tokens: readonly Token[]; at: number };

/** What the tokens of one block hold. */
export function readFlow(tokens: readonly Token[]): Flow {
  const reader = { tokens, at: 0 };
  return readOne(reader) ?? { is: 'rule' };
}

/** The blocks up to a closing token, which is passed. */
function readUntil(reader: Reader, closing: string): Flow[] {
  const flow: Flow[] = [];
  while (reader.at < reader.tokens.length) {
    if (reader.tokens[reader.at]?.type === closing) {
      reader.at++;
      break;
    }
    const one = readOne(reader);
    if (one !== null) flow.push(one);
  }
  return flow;
}

function readOne(reader: Reader): Flow | null {
  const token = reader.tokens[reader.at++];
  if (token === undefined) return null;
  switch (token.type) {
    case 'paragraph_open':
      return { is: 'paragraph', isTight: token.hidden, ...readText(reader) };
    case 'heading_open':
      return { is: 'heading', level: Number(token.tag.slice(1)), ...readText(reader) };
    case 'bullet_list_open':
      return { is: 'list', start: null, items: readItems(reader, 'bullet_list_close') };
    case 'ordered_list_open': {
      const start = Number(token.attrGet('start') ?? 1);
      return { is: 'list', start, items: readItems(reader, 'ordered_list_close') };
    }
    case 'blockquote_open':
      return { is: 'quotation', flow: readUntil(reader, 'blockquote_close') };
    case 'table_open':
      return readTable(reader);
    case 'fence':
    case 'code_block':
      return { is: 'code', text: token.content, language: languageOf(token) };
    case 'hr':
      return { is: 'rule' };
    case 'footnote_anchor':
      // Of a note that ends in a list or in code
      return { is: 'paragraph', isTight: true, ...readInline([token]) };
    case 'footnote_block_open':
      return { is: 'notes', notes: readNotes(reader) };
    default:
      return null;
  }
}

/** The text between the tokens of a paragraph or a heading, which are passed. */
function readText(reader: Reader): RichText {
  const inline = reader.tokens[reader.at];
  if (inline?.type !== 'inline') return plain('');
  reader.at++;
  const children = [...(inline.children ?? [])];
  // Ways back from a note stand behind its last paragraph
  while (reader.tokens[reader.at]?.type === 'footnote_anchor') {
    const anchor = reader.tokens[reader.at++];
    if (anchor !== undefined) children.push(anchor);
  }
  reader.at++;
  return readInline(children);
}

/** The tokens up to a closing one, which is passed; what is read between two of them is not among them. */
function* tokensUntil(reader: Reader, closing: string): Iterable<Token> {
  for (
    let token = reader.tokens[reader.at];
    token !== undefined;
    token = reader.tokens[reader.at]
  ) {
    reader.at++;
    if (token.type === closing) return;
    yield token;
  }
}

function readItems(reader: Reader, closing: string): readonly ListItem[] {
  const items: ListItem[] = [];
  const numbers: number[] = [];
  for (const token of tokensUntil(reader, closing)) {
    if (token.type !== 'list_item_open') continue;
    const task = typeof token.meta?.task === 'boolean' ? token.meta.task : null;
    numbers.push(Number(token.info));
    items.push({ task, flow: readUntil(reader, 'list_item_close') });
  }
  return withNumbers(items, numbers);
}

function readNotes(reader: Reader): Note[] {
  const notes: Note[] = [];
  for (const token of tokensUntil(reader, 'footnote_block_close')) {
    if (token.type !== 'footnote_open') continue;
    notes.push({ note: noteOf(token), flow: readUntil(reader, 'footnote_close') });
  }
  return notes;
}

const alignments: Readonly<Record<string, Alignment>> = {
  'text-align:left': 'left',
  'text-align:center': 'center',
  'text-align:right': 'right',
};

function readTable(reader: Reader): Flow {
  const rows: RichText[][] = [];
  const sides: Alignment[] = [];
  for (const token of tokensUntil(reader, 'table_close')) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'th_open') sides.push(alignments[String(token.attrGet('style'))] ?? null);
    if (token.type === 'inline') rows.at(-1)?.push(readInline(token.children ?? []));
  }
  const [head = [], ...others] = rows;
  return { is: 'table', alignments: sides, head, rows: others };
}

/** The language that a fence names: no telephone number or address, which might stand there too. */
function languageOf({ info }: Token): string {
  const [word = ''] = info.trim().split(/\s+/);
  return mayHoldPrivate(word) ? '' : word;
}
