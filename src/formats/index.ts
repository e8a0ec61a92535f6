import { isPicture } from '#document/picture-files.ts';
import type { Format } from './format.ts';
import { markdownFormat } from './markdown-format.ts';
import { ofdFormat } from './ofd-format.ts';
import { officeFormat } from './office-format.ts';
import { pdfFormat } from './pdf-format.ts';
import { pictureFormat } from './picture-format.ts';
import { plainTextFormat } from './plain-text-format.ts';
import { webPageFormat } from './web-page-format.ts';
import { wordFormat } from './word-format.ts';

/** The formats that documents come in. Each is a file, or a folder, and a line here. */
export const formats: readonly Format[] = [
  markdownFormat,
  plainTextFormat,
  wordFormat,
  officeFormat,
  webPageFormat,
  pdfFormat,
  ofdFormat,
];

const byEnding = new Map(
  formats.flatMap((format) => format.endings.map((ending) => [ending, format] as const)),
);

/** The format of a file by the ending of its name; null where it is of none. */
export function formatOf(file: string): Format | null {
  const ending = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  return byEnding.get(ending) ?? null;
}

/** The format by which a file is read that somebody has said to be a document. */
export function formatForDocument(file: string): Format {
  return formatOf(file) ?? (isPicture(file) ? pictureFormat : plainTextFormat);
}

/** Formats in the order in which they are taken for the text of a name, the surest first; pictures and all else last. */
const ranks = formats.flatMap(({ endings }) => endings);

export function rankOf(path: string): number {
  const rank = ranks.indexOf(/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '');
  return rank === -1 ? ranks.length : rank;
}

/** A file's name without its ending, to which `.yaml` is put for the fields beside it. */
export function stemOf(file: string): string {
  return file.replace(/\.[^./]+$/, '');
}
