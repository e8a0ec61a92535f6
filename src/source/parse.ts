import type { MarkdownIt } from 'markdown-it';
import { type Diagnostic, error, hasErrors, warning } from '#diagnostics/diagnostic.ts';
import type { Aside } from '#document/aside.ts';
import type { Block } from '#document/blocks.ts';
import type { ContentLink } from '#document/document.ts';
import { kindOfTitle } from '#document/kind-title.ts';
import { findKind } from '#document/kinds.ts';
import { mostOfTitle } from '#document/title.ts';
import { takeComments } from './comments.ts';
import { decode } from './decode.ts';
import { type FrontMatter, readFieldsFile, readFrontMatter } from './front-matter.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import { areUnpublished, saysUnpublished } from './unpublished.ts';
import { findUnshown } from './unshown.ts';

/** A source file taken apart, before anything is understood of it. */
export type Parsed = Readonly<{
  file: string;
  encoding: string;
  frontMatter: FrontMatter;
  diagnostics: readonly Diagnostic[];
}> &
  Readonly<{ content: Content } | { content: null }>;

type Content = Readonly<{
  blocks: readonly Block[];
  links: readonly ContentLink[];
  isMarkdown: boolean;
  /** What of the source is in no block. */
  asides: readonly Aside[];
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
    sidecar === null || beside === null
      ? own
      : besides(own, readFieldsFile(beside.text ?? '', sidecar.file));
  const diagnostics = [...source.diagnostics, ...(beside?.diagnostics ?? [])];
  const base = { file, encoding: source.encoding, frontMatter: fields, diagnostics };
  if (hasErrors(fields.diagnostics)) {
    return { ...base, diagnostics: [...diagnostics, ...fields.diagnostics], content: null };
  }
  const isMarkdown = /\.(?:md|markdown)$/i.test(file);
  if (isMarkdown) return parseMarkdown(base, own, markdown);
  const blocks = readPlainText(own.body, own.bodyLine - 1);
  return { ...base, content: { blocks, links: [], isMarkdown, asides: [] } };
}

/** The fields beside a text, which go before its own; but what its own keep from being seen is not seen. */
function besides(own: FrontMatter, beside: FrontMatter): FrontMatter {
  const draft = areUnpublished(own.values) ? { draft: true } : {};
  const values = { ...own.values, ...beside.values, ...draft };
  const isSaid = Object.entries(beside.values).some((entry) => saysUnpublished(...entry) !== null);
  const known = own.diagnostics.filter(({ rule }) => !(isSaid && rule === 'unseen-fields'));
  return { ...beside, values, diagnostics: [...known, ...beside.diagnostics] };
}

function parseMarkdown(
  base: Omit<Parsed, 'content'>,
  own: FrontMatter,
  markdown: MarkdownIt,
): Parsed {
  const { file } = base;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const above = own.bodyLine - 1;
  const { text, comments } = takeComments(own.body, above);
  const isFlat = isQuizByName(base.frontMatter, text);
  const read = readMarkdown(markdown, text, folder, above, isFlat);
  const { blocks, links, remoteImages, isParsed } = read;
  const diagnostics = remoteImages.map(({ url, line }) =>
    warning('remote-image', `an image on another host is not shown: ${url}`, {
      place: { file, line },
      hint: 'Put a copy of the image beside the document.',
    }),
  );
  const unshown = isParsed ? findUnshown(text, above, blocks) : [];
  const asides = [...comments, ...unshown];
  const content = { blocks, links, isMarkdown: true, asides };
  return { ...base, diagnostics: [...base.diagnostics, ...diagnostics], content };
}

/**
 * Whether front matter or the first heading name a quiz. Its lines must be kept apart before its
 * text can be understood.
 */
function isQuizByName({ values }: FrontMatter, body: string): boolean {
  const kind = values.kind ?? values.category;
  if (typeof kind === 'string' && kind !== '') return findKind(kind)?.id === 'quiz';
  const heading = /^#\s+(.{1,80})$/m.exec(body)?.[1] ?? '';
  const title = typeof values.title === 'string' ? values.title : heading;
  return kindOfTitle(title.slice(0, mostOfTitle))?.kind.id === 'quiz';
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
