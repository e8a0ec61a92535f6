import { type Diagnostic, hasErrors, warning } from '#diagnostics/diagnostic.ts';
import type { CatalogueEntry, Document, Publication } from '#document/document.ts';
import { findKind } from '#document/kind/kinds.ts';
import { nothingOverruled } from '#document/overruling.ts';
import type { Aside } from '#document/text/aside.ts';
import { type Source, type Understanding, understand } from '#document/understand.ts';
import { areUnpublished, isNamedDraft } from '#formats/unpublished.ts';
import type { Zone } from '#site/zone.ts';
import { type CheckNotes, checkNotesOf } from './check-notes.ts';
import { findClassified } from './classified.ts';
import { describe } from './describe.ts';
import { type Fields, readFields } from './fields.ts';
import { chooseIdentifier, folderOf, nameOf } from './identity.ts';
import type { Parsed } from './parse.ts';
import { guardPrivacy } from './privacy.ts';
import { publicationOf } from './publication.ts';
import type { Explanation, Reader, Understander } from './reader.ts';
import { toWallClock } from './wall-clock.ts';

/** What one source file gives. */
export type Reading = Readonly<{
  file: string;
  encoding: string;
  /** null where the file could not be understood; a diagnostic says why. */
  document: Document | null;
  entries: readonly CatalogueEntry[];
  diagnostics: readonly Diagnostic[];
  /** What its page does not show among the text, in the order of the text. */
  asides: readonly Aside[];
  /** What `guidang check` tells beside the diagnostics; null where there is no document, or it is not asked for. */
  checkNotes: CheckNotes | null;
  /** Files that it leads to, or words in which their names end, where there is no document. */
  names: readonly string[];
  /** Whether its fields say that it is not to be seen, where there is no document. */
  hides: boolean;
  /** Where and when it may be seen by its fields, where there is no document. */
  publication: Publication | null;
}>;

/** Problems by which a document asks not to be seen: watch mode must not go on showing what it was. */
export const withholdingRules: ReadonlySet<string> = new Set([
  'classified',
  'unseen-fields',
  'privacy-split',
]);

/**
 * Reads one document.
 *
 * @param sha256 of the file's bytes
 */
export function readDocument(source: Parsed, reader: Reader, sha256: string): Reading {
  const explained = explainDocument(source, reader);
  const { parsed, fields, understood, asides } = explained;
  const { file, fieldsFile } = source;
  const { encoding } = parsed;
  if (understood === null) {
    return {
      file,
      encoding,
      document: null,
      entries: [],
      diagnostics: explained.diagnostics,
      asides,
      checkNotes: null,
      ...ofUnread(source, fields, reader.zone),
    };
  }
  const identity = chooseIdentifier(fields.id, file, parsed.frontMatter.lines.get('id'));
  const diagnostics = [...explained.diagnostics, ...identity.diagnostics];
  const entries = understood.catalogue.map((entry) => ({ ...entry, file }));
  const own = { id: identity.id, sha256 };
  const document = hasErrors(diagnostics) ? null : describe(explained, understood, own, reader);
  const { lines } = parsed.frontMatter;
  const checkNotes = reader.checkNotes
    ? checkNotesOf(understood, explained.date, fields, lines, {
        file,
        fieldsFile,
        isPictures: parsed.content?.needsOriginal === true,
      })
    : null;
  const unread = document === null ? ofUnread(source, fields, reader.zone) : nothingUnread;
  return {
    file,
    encoding,
    document,
    entries,
    diagnostics,
    asides,
    checkNotes,
    ...unread,
  };
}

/** What is known of a file that gives no document. */
type Unread = Pick<Reading, 'names' | 'hides' | 'publication'>;

const nothingUnread: Unread = { names: [], hides: false, publication: null };

function ofUnread(source: Parsed, fields: Fields, zone: Zone): Unread {
  const isDraft = isNamedDraft(source.file);
  return {
    names: namesOf(source),
    hides: areUnpublished(source.frontMatter.values),
    publication: publicationOf(fields, zone, { isDraft, needsOriginal: false }),
  };
}

function namesOf({ content, names = [] }: Parsed): readonly string[] {
  return content === null ? names : content.links.map(({ target }) => target);
}

/** Understands the text of a source file. */
export function explainDocument(
  asWritten: Parsed,
  { zone, switches, privacy, locale }: Understander,
): Explanation {
  const { file, fieldsFile } = asWritten;
  const guarded = guardPrivacy(asWritten, privacy, locale);
  const { parsed, redacted } = guarded;
  const { fields, unknown, diagnostics } = readFields(parsed.frontMatter, fieldsFile);
  const known = [...parsed.diagnostics, ...guarded.diagnostics, ...diagnostics];
  if (parsed.content === null) {
    const asides = redacted;
    // What nobody can look into says for whom it is by its name and its fields
    const graded = findClassified(file, fieldsFile, parsed.frontMatter, [], []);
    const all = [...known, ...graded];
    return { parsed, fields, unknown, date: null, understood: null, diagnostics: all, asides };
  }
  const word = fields.kind ?? fields.category;
  const date = fields.date === null ? null : toWallClock(fields.date, zone);
  const source: Source = {
    blocks: parsed.content.blocks,
    isMarkdown: parsed.content.isMarkdown,
    fileName: nameOf(file),
    folder: folderOf(file),
    title: fields.title,
    kind: word === null ? null : (findKind(word) ?? null),
    hasKind: word !== null,
    date,
    pieces: fields.pieces,
    overruled: fields.reading ?? nothingOverruled,
    published: parsed.content.published ?? null,
  };
  const understood = understand(source, switches);
  const { blocks } = parsed.content;
  const classified = findClassified(file, fieldsFile, parsed.frontMatter, blocks, [
    ...parsed.content.asides,
    ...(parsed.content.surroundings ?? []).map(toHead),
  ]);
  const found = [...known, ...classified, ...findingsOf(file, understood)];
  const asides = [...parsed.content.asides, ...understood.asides, ...redacted].sort(
    (a, b) => a.line - b.line,
  );
  return { parsed, fields, unknown, date, understood, diagnostics: found, asides };
}

function toHead(text: string): Aside {
  return { line: 1, kind: 'running-head', text };
}

/** What a text's keepers should look at. Numbers that jump are told by `guidang explain` alone. */
function findingsOf(file: string, { findings, asides }: Understanding): Diagnostic[] {
  const images = asides.filter(({ kind }) => kind === 'dead-image');
  return [
    ...images.map(({ line }) => warning({ says: 'dead-image' }, { place: { file, line } })),
    ...findings
      .filter(({ rule }) => !rule.startsWith('numbering-'))
      .map(({ rule, line, message }) => warning(message, { place: { file, line }, rule })),
  ];
}
