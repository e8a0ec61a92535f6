import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { relative } from 'node:path/posix';
import { programVersion } from '#changes/version.ts';
import { type Catalogue, sentenceOf } from '#diagnostics/catalogue.ts';
import { type Diagnostic, error, warning } from '#diagnostics/diagnostic.ts';
import type { BodyBlock, ContentLink, Document } from '#document/document.ts';
import { openZip } from '#formats/container/zip.ts';
import { stemOf } from '#formats/index.ts';
import { adoptText } from '#source/adopt.ts';
import { readBytes } from '#source/files.ts';
import type { GivenFields } from '#source/given-fields.ts';
import { parseSource } from '#source/parse.ts';
import {
  formatProvenance,
  type Provenance,
  parseProvenance,
  provenanceOf,
} from '#source/provenance.ts';
import type { Reader } from '#source/reader.ts';
import { readDocument } from '#source/reading.ts';
import type { DocumentFile } from '#source/roles.ts';

/** What became of a file that was to be taken over: the path of its text, or null. */
export type Adoption = Readonly<{ text: string | null; diagnostics: readonly Diagnostic[] }>;

/** What taking files over needs beside them. */
export type Adopter = Readonly<{
  /** The content folder. */
  content: string;
  /** Without redaction: what is taken over are the author's words. */
  reader: Reader;
  /** In whose words the file about the original says what was not taken over. */
  catalogue: Catalogue;
  /** The time in ISO 8601. */
  now: string;
}>;

/**
 * Takes the text of a file over: writes it as Markdown beside it, with its pictures and a file that says where it is
 * from. The file stays as the original. What somebody has edited is never replaced.
 */
export async function adoptFile(
  { file, sidecar }: DocumentFile,
  given: GivenFields | undefined,
  { content, reader, catalogue, now }: Adopter,
): Promise<Adoption> {
  const read = readBytes(file);
  const beside = sidecar === null ? null : readBytes(sidecar);
  if (read.bytes === null) return failed([read.problem]);
  if (beside?.bytes === null) return failed([beside.problem]);
  const sha256 = hash('sha256', read.bytes);
  const fields = sidecar && beside && { file: sidecar.path, bytes: beside.bytes };
  const source = { file: file.path, bytes: read.bytes, sidecar: fields, given: given ?? null };
  const parsed = await parseSource(source, reader.markdown);
  const { document, diagnostics, encoding } = readDocument(parsed, reader, sha256);
  if (document === null) return failed(diagnostics);
  const target = `${stemOf(file.path)}.md`;
  const known = readKnown(content, target);
  if (known === 'edited' || (known !== null && known.original !== basename(file.path)))
    return failed([error({ says: 'adopt-edited' }, { place: { file: target } })]);
  const pictures = picturesOf(document, target);
  const addressOf = (number: number) => addressFrom(target, document.links[number], pictures);
  const hasElsewhere = new Set(Object.keys(parsed.frontMatter.values));
  const { text, differing } = await adoptText(document, target, addressOf, reader, hasElsewhere);
  const told = [
    ...(differing.length === 0 ? [] : [tellDiffering(target, differing)]),
    ...tellMerged(document, target),
  ];
  const provenance: Provenance = {
    original: basename(file.path),
    sha256,
    bytes: read.bytes.length,
    read: now,
    reader: `guidang ${programVersion()}, ${encoding}`,
    text: hash('sha256', text),
    source: known?.source ?? null,
    rights: known?.rights ?? null,
    warnings: [...diagnostics, ...told].map(
      ({ message }) => sentenceOf(message, catalogue).message,
    ),
  };
  writePictures(read.bytes, file.path, pictures, content);
  writeFileSync(join(content, target), text);
  writeFileSync(join(content, provenanceOf(target)), formatProvenance(provenance));
  return { text: target, diagnostics: [...diagnostics, ...told] };
}

function failed(diagnostics: readonly Diagnostic[]): Adoption {
  return { text: null, diagnostics };
}

/** What is known of a text that stands there already: nothing, where it is from, or that somebody has edited it. */
function readKnown(content: string, target: string): Provenance | 'edited' | null {
  const path = join(content, target);
  if (!existsSync(path)) return null;
  const origin = provenanceOf(target);
  const said = existsSync(join(content, origin))
    ? parseProvenance(readFileSync(join(content, origin), 'utf8'), origin)
    : null;
  return said !== null && said.text === hash('sha256', readFileSync(path)) ? said : 'edited';
}

function tellMerged({ blocks }: Document, file: string): Diagnostic[] {
  const isMerged = (block: BodyBlock) =>
    block.type === 'passage' &&
    block.flow.is === 'table' &&
    [block.flow.head, ...block.flow.rows].some((row) => row.some(({ isCovered }) => isCovered));
  const tables = blocks.filter(isMerged).length;
  return tables === 0 ? [] : [warning({ says: 'adopt-merged', tables }, { place: { file } })];
}

function tellDiffering(file: string, lines: readonly string[]): Diagnostic {
  const [first = ''] = lines;
  return warning({ says: 'adopt-differs', count: lines.length, first }, { place: { file } });
}

/** Pictures that lie within the file, with the paths below the content folder at which they will lie. */
type Pictures = ReadonlyMap<string, string>;

const within = '.files/';

function picturesOf({ file, links }: Document, target: string): Pictures {
  const own = links.filter(({ image, target: path }) => image && path.startsWith(file + within));
  return new Map(
    own.map(({ target: path }) => [path, `${stemOf(target)}${within}${basename(path)}`]),
  );
}

/** The address of a link as seen from a text; signs that mean something in addresses are written as numbers. */
function addressFrom(text: string, link: ContentLink | undefined, pictures: Pictures): string {
  if (link === undefined) return '';
  const path = pictures.get(link.target) ?? link.target;
  const seen = relative(dirname(text), path);
  return seen.replace(/[%#?]/g, encodeURIComponent) + link.fragment;
}

function writePictures(bytes: Uint8Array, file: string, pictures: Pictures, content: string): void {
  if (pictures.size === 0) return;
  const zip = openZip(bytes);
  for (const [path, target] of pictures) {
    const part = zip.read(path.slice(file.length + within.length));
    if (part === null) continue;
    mkdirSync(dirname(join(content, target)), { recursive: true });
    writeFileSync(join(content, target), part);
  }
}
