import { hash } from 'node:crypto';
import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';
import { readFieldsFile } from '#formats/front-matter.ts';
import { stemOf } from '#formats/index.ts';
import { decodeFile } from '#formats/text-format.ts';
import { writeFields } from '#formats/write-fields.ts';
import type { SourceFile } from './discover.ts';
import { readBytes } from './files.ts';

/** Where a text that was taken over is from: `报告.origin.yaml` beside `报告.md`. Digests are SHA-256. */
export type Provenance = Readonly<{
  /** The name of the file beside it that it was read from. */
  original: string;
  sha256: string;
  bytes: number;
  /** When it was read, in ISO 8601. */
  read: string;
  /** The program and what reads the format, with their versions. */
  reader: string;
  /** Of the text as it was written: one that differs was edited. */
  text: string;
  /** Where the original is from, and who may use it: for its keepers to write. */
  source: string | null;
  rights: string | null;
  warnings: readonly string[];
}>;

const ending = '.origin.yaml';

/** Whether a file says where a text is from, by its name. */
export function isProvenance(path: string): boolean {
  return path.endsWith(ending);
}

export function provenanceOf(path: string): string {
  return stemOf(path) + ending;
}

/** What a file says of where a text is from; null where it is none of these files any more. */
export function parseProvenance(text: string, file: string): Provenance | null {
  const { values } = readFieldsFile(text, file);
  const textOf = (name: string) => (typeof values[name] === 'string' ? values[name] : null);
  const [original, sha256] = [textOf('original'), textOf('sha256')];
  if (original === null || sha256 === null) return null;
  return {
    original,
    sha256,
    bytes: Number(values.bytes ?? 0),
    read: String(values.read ?? ''),
    reader: String(values.reader ?? ''),
    text: textOf('text') ?? '',
    source: textOf('source'),
    rights: textOf('rights'),
    warnings: Array.isArray(values.warnings) ? values.warnings.map(String) : [],
  };
}

export function formatProvenance({ source, rights, warnings, ...others }: Provenance): string {
  const head =
    '# Where this text is from; written by guidang adopt. source and rights are yours.\n';
  const own = [source, rights].map((value) => (value === null ? '' : ` ${JSON.stringify(value)}`));
  const lines = `${writeFields(others)}source:${own[0]}\nrights:${own[1]}\n`;
  return head + lines + writeFields({ warnings });
}

/** Originals that are not as they were when their texts were taken over. */
export function checkProvenance(files: readonly SourceFile[]): Diagnostic[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap((file): Diagnostic[] => {
    if (!isProvenance(file.path)) return [];
    const read = readBytes(file);
    if (read.bytes === null) return [read.problem];
    const said = parseProvenance(decodeFile(file.path, read.bytes).text ?? '', file.path);
    if (said === null) return [];
    const place = { place: { file: file.path } };
    const { original } = said;
    const source = byPath.get(file.path.slice(0, file.path.lastIndexOf('/') + 1) + original);
    if (source === undefined) return [warning({ says: 'original-missing', original }, place)];
    const now = readBytes(source);
    if (now.bytes === null || hash('sha256', now.bytes) === said.sha256) return [];
    return [warning({ says: 'original-changed', original }, place)];
  });
}
