import { type Diagnostic, error, hasErrors } from '#diagnostics/diagnostic.ts';
import { decodePath } from '#render/markdown/content-links.ts';
import { decode } from './decode.ts';
import type { Content, Format, FormatContext, ReadFile } from './format.ts';
import { type FrontMatter, readFieldsFile, readFrontMatter } from './front-matter.ts';
import { areUnpublished, isDecided } from './unpublished.ts';

/** What a format of texts does itself: the rest is the same for all. */
type TextFormat = Omit<Format, 'read'> &
  Readonly<{
    /**
     * @param own the text's own front matter, with the body that it leaves
     * @param fields all of its fields, those beside it too
     */
    readBody(own: FrontMatter, fields: FrontMatter, context: FormatContext): Content;
  }>;

/** A format of texts with front matter: its bytes are decoded and its fields read before its body is. */
export function textFormat({ readBody, ...format }: TextFormat) {
  return {
    ...format,
    hasFields: true,
    read(bytes: Uint8Array, context: FormatContext): ReadFile {
      const { file } = context;
      const source = decodeFile(file, bytes);
      const { encoding } = source;
      if (source.text === null) {
        const { diagnostics } = source;
        return { encoding, frontMatter: nothing, diagnostics, content: null };
      }
      const own = readFrontMatter(source.text, file);
      const isAlone = context.beside === null && context.row === null;
      const other = isAlone ? null : readFieldsBeside(context);
      const frontMatter = other === null ? own : besides(own, other.frontMatter);
      const diagnostics = [...(other?.encoding ?? []), ...frontMatter.diagnostics];
      if (hasErrors(frontMatter.diagnostics)) {
        const names = namesIn(source.text);
        return { encoding, frontMatter, diagnostics, content: null, names };
      }
      return { encoding, frontMatter, diagnostics, content: readBody(own, frontMatter, context) };
    },
  };
}

const longestName = 255;

/** Lines of a text that cannot be read, up to where names of files in them may end. */
function namesIn(text: string): string[] {
  return text.split('\n').flatMap((line) =>
    [...line.matchAll(/\.(?:docx?|docm|dotx?|wp[st]|rtf|odt|pdf|ofd)(?![a-z])/gi)].map((match) => {
      const words = line.slice(
        Math.max(0, match.index - longestName),
        match.index + match[0].length,
      );
      return decodePath(words);
    }),
  );
}

/**
 * The fields that stand beside a document: in a file of its name, and in the row of a list. What keeps the file from
 * being decoded is given apart.
 */
export function readFieldsBeside({ beside, row }: Pick<FormatContext, 'beside' | 'row'>): Readonly<{
  frontMatter: FrontMatter;
  encoding: readonly Diagnostic[];
}> {
  const listed = row === null ? nothing : withRow(row);
  if (beside === null) return { frontMatter: listed, encoding: [] };
  const { text, diagnostics } = decodeFile(beside.file, beside.bytes);
  const own = readFieldsFile(text ?? '', beside.file);
  const values = { ...listed.values, ...own.values };
  return { frontMatter: { ...own, values }, encoding: diagnostics };
}

function withRow({ line, values }: NonNullable<FormatContext['row']>): FrontMatter {
  return { ...nothing, values, lines: new Map(Object.keys(values).map((name) => [name, line])) };
}

const nothing: FrontMatter = {
  values: {},
  lines: new Map(),
  body: '',
  bodyLine: 1,
  diagnostics: [],
};

/** The fields beside a text, which go before its own; but what its own keep from being seen is not seen. */
function besides(own: FrontMatter, beside: FrontMatter): FrontMatter {
  const draft = areUnpublished(own.values) ? { draft: true } : {};
  const values = { ...own.values, ...beside.values, ...draft };
  const isSaid = isDecided(beside.values);
  const known = own.diagnostics.filter(({ rule }) => !(isSaid && rule === 'unseen-fields'));
  return { ...beside, values, diagnostics: [...known, ...beside.diagnostics] };
}

/** The text of a file in Unicode, with lines that end alike. */
export function decodeFile(
  file: string,
  bytes: Uint8Array,
): { text: string | null; encoding: string; diagnostics: Diagnostic[] } {
  const decoded = decode(bytes);
  if (decoded.text === null) {
    const { fault, offset } = decoded;
    const diagnostics = [error({ says: 'encoding', fault, offset }, { place: { file } })];
    return { text: null, encoding: 'unknown', diagnostics };
  }
  const { text, encoding } = decoded;
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return { text: unified, encoding, diagnostics: [] };
}
