import type { MarkdownIt } from 'markdown-it';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { ReadFile } from '#formats/format.ts';
import { formatForDocument } from '#formats/index.ts';
import { findUnseenStatement, isDecided } from '#formats/unpublished.ts';
import type { GivenFields } from './given-fields.ts';

/** A source file taken apart by its format, before anything is understood of it. */
export type Parsed = ReadFile &
  Readonly<{
    /** Path below `content/`, and that of the file in which its fields stand. */
    file: string;
    fieldsFile: string;
  }>;

/** A file, and the file of fields beside it. */
export type SourceBytes = Readonly<{
  file: string;
  bytes: Uint8Array;
  sidecar: Readonly<{ file: string; bytes: Uint8Array }> | null;
  /** What a list and its folders give it. */
  given?: GivenFields | null;
}>;

/** Takes a file apart by its format; one of no known format, which somebody has named, as plain text. */
export function parseSource(
  { file, bytes, sidecar, given = null }: SourceBytes,
  markdown: MarkdownIt,
): Parsed | Promise<Parsed> {
  const format = formatForDocument(file);
  const read = format.read(bytes, { file, beside: sidecar, row: given?.row ?? null, markdown });
  const finish = (own: ReadFile): Parsed => {
    const unseen = format.hasFields === true ? [] : findUnseen(own, file);
    const diagnostics = [...own.diagnostics, ...(own.content?.diagnostics ?? []), ...unseen];
    const { frontMatter } = own;
    const values =
      given === null
        ? frontMatter.values
        : {
            ...given.defaults,
            ...frontMatter.values,
            ...(given.isUnsure === true ? { draft: true } : null),
          };
    const fieldsFile = sidecar?.file ?? given?.row?.file ?? file;
    return { ...own, frontMatter: { ...frontMatter, values }, file, fieldsFile, diagnostics };
  };
  // Formats of texts take no time of others: to wait for them would cost more than to read them
  return read instanceof Promise ? read.then(finish) : finish(read);
}

/** Lines at the beginning of a file without fields, and around its text, that say that it is not to be seen. */
function findUnseen({ content, frontMatter }: ReadFile, file: string): Diagnostic[] {
  if (content === null || isDecided(frontMatter.values)) return [];
  const head = content.blocks.slice(0, linesOfHead).map(({ text }) => text);
  const around = content.asides.map(({ text }) => text);
  for (const words of [head.join('\n'), ...around, ...(content.surroundings ?? [])]) {
    const found = findUnseenStatement(words);
    if (found === null) continue;
    const message = { says: 'unseen-fields', words: JSON.stringify(found.words) } as const;
    return [error(message, { place: { file } })];
  }
  return [];
}

const linesOfHead = 40;
