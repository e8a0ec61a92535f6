import type { MarkdownIt } from 'markdown-it';
import type { ReadFile } from '#formats/format.ts';
import { formatOf } from '#formats/index.ts';
import { plainTextFormat } from '#formats/plain-text-format.ts';

/** A source file taken apart, before anything is understood of it. */
export type Parsed = ReadFile & Readonly<{ file: string }>;

type Sidecar = Readonly<{ file: string; bytes: Uint8Array }>;

/** Takes a file apart by its format; one of no known format, which somebody has named, as plain text. */
export function parseSource(
  file: string,
  bytes: Uint8Array,
  sidecar: Sidecar | null,
  markdown: MarkdownIt,
): Parsed {
  const format = formatOf(file) ?? plainTextFormat;
  const read = format.read(bytes, { file, beside: sidecar, markdown });
  const diagnostics = [...read.diagnostics, ...(read.content?.diagnostics ?? [])];
  return { ...read, file, diagnostics };
}
