import type { MarkdownIt } from 'markdown-it';
import { type Diagnostic, hasErrors } from '#diagnostics/diagnostic.ts';
import { countCharacters } from '#document/blocks.ts';
import { startOf, type WallClock, type WrittenDate } from '#document/dates.ts';
import type { CatalogueEntry, Summary, Term } from '#document/document.ts';
import { isCutOff } from '#document/ending.ts';
import { excerptOf } from '#document/excerpt.ts';
import { findKind, unknownKind } from '#document/kinds.ts';
import { placeHeadings } from '#document/outline.ts';
import { splitTitle } from '#document/title.ts';
import { renderBody } from '#render/body.ts';
import type { Locale } from '#site/site.ts';
import { formatOffset, type Zone } from '#site/zone.ts';
import { type Fields, readFields } from './fields.ts';
import { toIdentifier } from './identifier.ts';
import { chooseIdentifier } from './identity.ts';
import { ownString } from './own-string.ts';
import { type Parsed, parseSource } from './parse.ts';

/** When a document may be seen. Wall-clock times such as `2024-08-07T00:00:00`. */
export type Publication = Readonly<{
  draft: boolean;
  publish: string | null;
  expires: string | null;
}>;

/**
 * The HTML of a document's body in UTF-8. Kept as bytes: a string would keep alive the text of the
 * file that it was cut from.
 */
export type Body = Uint8Array;

/** Unlike Buffer.from, it gives each body memory of its own, not a part of a larger pool. */
const encoder = new TextEncoder();

/** What one source file gives. */
export type Reading = Readonly<{
  file: string;
  encoding: string;
  /** null where the file could not be understood; a diagnostic says why. */
  document: Readonly<{ summary: Summary; body: Body; publication: Publication }> | null;
  entries: readonly CatalogueEntry[];
  diagnostics: readonly Diagnostic[];
}>;

/** What reading needs of its surroundings. */
export type Reader = Readonly<{ markdown: MarkdownIt; zone: Zone; locale: Locale }>;

/**
 * Reads one document.
 *
 * @param file path below `content/`
 * @param sidecar the `NAME.yaml` beside a plain text
 */
export function readDocument(
  file: string,
  bytes: Uint8Array,
  sidecar: { file: string; bytes: Uint8Array } | null,
  reader: Reader,
): Reading {
  const parsed = parseSource(file, bytes, sidecar, reader.markdown);
  if (parsed.content === null) {
    const { encoding, diagnostics } = parsed;
    return { file, encoding, document: null, entries: [], diagnostics };
  }
  const read = readFields(parsed.frontMatter, sidecar?.file ?? file);
  const identity = chooseIdentifier(read.fields.id, file, parsed.frontMatter.lines.get('id'));
  const diagnostics = [...parsed.diagnostics, ...read.diagnostics, ...identity.diagnostics];
  const entries = parsed.content.listed.map((entry) => ({ ...entry, file }));
  const broken = hasErrors(diagnostics);
  const document = broken ? null : describe(parsed, read.fields, read.unknown, identity.id, reader);
  return { file, encoding: parsed.encoding, document, entries, diagnostics };
}

function describe(
  { file, content }: Extract<Parsed, { content: object }>,
  fields: Fields,
  unknown: Readonly<Record<string, unknown>>,
  id: string,
  { zone, locale }: Reader,
): Reading['document'] {
  const outlined = placeHeadings(content.blocks);
  const stated = splitTitle(content.title);
  const toTerm = (name: string | null): Term | null =>
    name === null ? null : { name, slug: toIdentifier(name) };
  const wallClock = (date: WrittenDate | null) => (date === null ? null : toWallClock(date, zone));
  const time = (date: WrittenDate | null) =>
    date === null ? null : startOf(toWallClock(date, zone));
  const summary: Summary = {
    id,
    file,
    title: ownString(stated.title),
    pieces: fields.pieces ?? stated.pieces,
    kind: kindTerm(fields.kind ?? fields.category, locale),
    date: wallClock(fields.date),
    updated: wallClock(fields.updated),
    tags: (fields.tags ?? []).map((name) => ({ name, slug: toIdentifier(name) })),
    organisation: toTerm(fields.organisation),
    speaker: toTerm(fields.speaker),
    occasion: fields.occasion,
    place: fields.place,
    source: fields.source,
    views: fields.views,
    popular: fields.popular ?? false,
    excerpt: ownString(fields.summary ?? excerptOf(content.blocks)),
    outline: outlined.outline.map((entry) => ({ ...entry, text: ownString(entry.text) })),
    characters: content.blocks.reduce((sum, { text }) => sum + countCharacters(text), 0),
    cutOff: isCutOff(content.blocks),
    aliases: fields.aliases ?? [],
    links: content.links,
    fields: unknown,
  };
  const publication = {
    draft: fields.draft ?? false,
    publish: time(fields.publish),
    expires: time(fields.expires),
  };
  return { summary, body: encoder.encode(renderBody(outlined)), publication };
}

/** A known kind by identifier or Chinese name; any other word is a kind of the site's own. */
function kindTerm(word: string | null, locale: Locale): Term {
  const known = findKind(word ?? unknownKind);
  if (known === undefined) return { name: word ?? '', slug: toIdentifier(word ?? '') };
  return { name: locale === 'en' ? known.english : (known.names[0] ?? known.id), slug: known.id };
}

/**
 * The site's wall-clock time of a date. A text that states the zone's own offset means what it
 * says: +08:00 in Shanghai stays as written in the summers of 1986 to 1991 too, when the clocks
 * there stood at +09:00.
 */
function toWallClock({ value, precision, offset }: WrittenDate, zone: Zone): WallClock {
  if (offset === null) return { value, precision };
  const start = startOf({ value, precision });
  if (offset === zone.standardOffsetAt(start) || offset === zone.offsetAt(start)) {
    return { value, precision };
  }
  const instant = Date.parse(`${start}${formatOffset(offset)}`);
  return { value: zone.wallClockAt(instant).slice(0, value.length), precision };
}
