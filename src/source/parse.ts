import type { MarkdownIt } from 'markdown-it';
import { type Diagnostic, error, hasErrors, warning } from '#diagnostics/diagnostic.ts';
import type { Block } from '#document/blocks.ts';
import type { ContentLink } from '#document/document.ts';
import { titleKey } from '#document/title.ts';
import { decode } from './decode.ts';
import { type FrontMatter, readFieldsFile, readFrontMatter } from './front-matter.ts';
import { nameOf } from './identity.ts';
import { readMarkdown } from './markdown.ts';
import { type ListedTitle, readPlainText } from './plain-text.ts';

/** A source file taken apart, before anything is understood of it. */
export type Parsed = Readonly<{
  file: string;
  encoding: string;
  frontMatter: FrontMatter;
  diagnostics: readonly Diagnostic[];
}> &
  Readonly<{ content: Content } | { content: null }>;

type Content = Readonly<{
  title: string;
  blocks: readonly Block[];
  links: readonly ContentLink[];
  listed: readonly ListedTitle[];
}>;

type Sidecar = { file: string; bytes: Uint8Array };

const nothing: FrontMatter = {
  values: {},
  lines: new Map(),
  body: '',
  bodyLine: 1,
  diagnostics: [],
};

/** Decodes a file and takes it apart by its format. A decoding error leaves no content. */
export function parseSource(
  file: string,
  bytes: Uint8Array,
  sidecar: Sidecar | null,
  markdown: MarkdownIt,
): Parsed {
  const source = decodeFile(file, bytes);
  if (source.text === null) return { ...source, file, frontMatter: nothing, content: null };
  const own = readFrontMatter(source.text, file);
  const beside = sidecar === null ? null : decodeFile(sidecar.file, sidecar.bytes);
  const fields =
    sidecar === null || beside === null ? own : readFieldsFile(beside.text ?? '', sidecar.file);
  const diagnostics = [...source.diagnostics, ...(beside?.diagnostics ?? [])];
  const base = { file, encoding: source.encoding, frontMatter: fields, diagnostics };
  if (hasErrors(fields.diagnostics)) {
    return { ...base, diagnostics: [...diagnostics, ...fields.diagnostics], content: null };
  }
  const writtenTitle = fields.values.title;
  const title = writtenTitle === undefined || writtenTitle === null ? null : String(writtenTitle);
  const isMarkdown = /\.(?:md|markdown)$/i.test(file);
  return isMarkdown ? parseMarkdown(base, own, title, markdown) : parsePlainText(base, own, title);
}

type Base = Omit<Parsed, 'content'>;

function parseMarkdown(
  base: Base,
  own: FrontMatter,
  title: string | null,
  markdown: MarkdownIt,
): Parsed {
  const { file } = base;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const { blocks, links, remoteImages } = readMarkdown(
    markdown,
    own.body,
    folder,
    own.bodyLine - 1,
  );
  const heading = blocks.find((block) => block.type === 'heading');
  const body = beginsWithTitle(blocks, title) ? blocks.slice(1) : blocks;
  const content = {
    title: title ?? heading?.text ?? nameOf(file),
    blocks: body,
    links,
    listed: [],
  };
  const diagnostics = remoteImages.map(({ url, line }) =>
    warning('remote-image', `an image on another host is not shown: ${url}`, {
      place: { file, line },
      hint: 'Put a copy of the image beside the document.',
    }),
  );
  return { ...base, diagnostics: [...base.diagnostics, ...diagnostics], content };
}

/**
 * Whether a text begins with its own title: a heading that says the title, or that stands above all
 * others. Any other heading stays where it is, even when the title is taken from it.
 */
function beginsWithTitle(blocks: readonly Block[], title: string | null): boolean {
  const [first, ...rest] = blocks;
  if (first?.type !== 'heading') return false;
  if (title !== null) return titleKey(first.text) === titleKey(title);
  return rest.every((block) => block.type !== 'heading' || block.level > first.level);
}

function parsePlainText(base: Base, own: FrontMatter, title: string | null): Parsed {
  const { file } = base;
  const read = readPlainText(own.body, own.bodyLine - 1, title);
  const { blocks, listed } = read;
  const content = { title: title ?? read.title ?? nameOf(file), blocks, links: [], listed };
  const diagnostics = read.deadImages.map((line) =>
    warning('dead-image', 'an image that was lost when the page was crawled is not shown', {
      place: { file, line },
      hint: 'Delete the line, or put the image beside the text and write it in Markdown.',
    }),
  );
  return { ...base, diagnostics: [...base.diagnostics, ...diagnostics], content };
}

function decodeFile(
  file: string,
  bytes: Uint8Array,
): { text: string | null; encoding: string; diagnostics: Diagnostic[] } {
  const decoded = decode(bytes);
  if (decoded.text === null) {
    const message = `the file ${decoded.message} at byte ${decoded.offset}`;
    const hint = 'Open it in the program that wrote it and save it as UTF-8.';
    const diagnostics = [error('encoding', message, { place: { file }, hint })];
    return { text: null, encoding: 'unknown', diagnostics };
  }
  const { text, encoding } = decoded;
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return { text: unified, encoding, diagnostics: [] };
}
