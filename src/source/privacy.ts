import { type Diagnostic, error, warning } from '#diagnostics/diagnostic.ts';
import type { PrivatePlace } from '#diagnostics/words.ts';
import type { ContentLink } from '#document/document.ts';
import {
  decodeAddress,
  findInBlocks,
  type PlacedPrivate,
  redactBlocks,
} from '#document/privacy/blocks.ts';
import { findPrivate } from '#document/privacy/find.ts';
import { type Labels, maskPrivate, redactText } from '#document/privacy/mask.ts';
import { findSplit, isTextSplit } from '#document/privacy/split.ts';
import type { Aside } from '#document/text/aside.ts';
import { type Locale, languageOf } from '#languages/index.ts';
import type { PrivacyMode } from '#site/site.ts';
import type { Parsed } from './parse.ts';

export type Guarded = Readonly<{
  parsed: Parsed;
  diagnostics: readonly Diagnostic[];
  /** The numbers and addresses that are not published, masked. */
  redacted: readonly Aside[];
}>;

/**
 * Looks in a source file for numbers and addresses of persons before anything is understood of it,
 * so that what is redacted here comes into no title, list, feed or search.
 */
export function guardPrivacy(parsed: Parsed, mode: PrivacyMode, locale: Locale): Guarded {
  if (mode === 'off') return { parsed, diagnostics: [], redacted: [] };
  const { file, fieldsFile, frontMatter, content } = parsed;
  const inFields = findInFields(frontMatter.values, frontMatter.lines);
  const inBlocks = content === null ? [] : findInBlocks(content.blocks);
  const inName = findPrivate(file).map((found): PlacedPrivate => {
    return { kind: found.kind, masked: maskPrivate(file, found), line: 0 };
  });
  const ofAddress = [
    ...inName.map((found) => tell(found, file, mode, 'name')),
    ...inFields.ofAddress.map((found) => tell(found, fieldsFile, mode, 'address')),
    ...findInLinks(content?.links ?? []).map((found) => tell(found, file, mode, 'link')),
  ];
  if (mode !== 'redact') {
    const told = [
      ...inFields.others.map((found) => tell(found, fieldsFile, mode, null)),
      ...inBlocks.map((found) => tell(found, file, mode, null)),
    ];
    return { parsed, diagnostics: limit([...ofAddress, ...told], file), redacted: [] };
  }
  const redacted = [...inFields.others, ...inBlocks].map(({ line, kind, masked }): Aside => {
    return { line, kind: 'redaction', text: masked, of: kind };
  });
  const without = redact(parsed, redacted.length > 0, languageOf(locale).redaction);
  const diagnostics = [...ofAddress, ...tellSplit(without)];
  return { parsed: without, diagnostics, redacted };
}

/** @param isFound whether there is anything to redact in fields or blocks */
function redact(parsed: Parsed, isFound: boolean, labels: Labels): Parsed {
  const { frontMatter, content } = parsed;
  const fields = isFound ? redactFields(frontMatter.values, labels) : frontMatter.values;
  const base = { ...parsed, frontMatter: { ...frontMatter, values: fields } };
  if (content === null) return { ...base, content };
  const blocks = isFound ? redactBlocks(content.blocks, labels) : content.blocks;
  return {
    ...base,
    content: {
      ...content,
      blocks,
      asides: content.asides.map((aside) => redactAside(aside, labels)),
    },
  };
}

/** What shows a number in parts is for the keepers alone. */
function redactAside(aside: Aside, labels: Labels): Aside {
  const text = redactText(aside.text, findPrivate(aside.text), labels);
  return isTextSplit(text) ? { ...aside, kind: 'comment', text } : { ...aside, text };
}

/** What shows in parts after all that was redacted keeps the document from being published. */
function tellSplit({ file, fieldsFile, frontMatter, content }: Parsed): Diagnostic[] {
  const { values, lines } = frontMatter;
  const inFields = Object.entries(values)
    .filter(([name]) => !figureFields.has(name) && !addressFields.has(name))
    .filter(([, value]) => textsOf(value).some((text) => isTextSplit(text)))
    .map(([name]) => ({ file: fieldsFile, line: lines.get(name) ?? 1 }));
  const inText = findSplit(content?.blocks ?? []).map((line) => ({ file, line }));
  return [...inFields, ...inText].map((place) => error({ says: 'privacy-split' }, { place }));
}

/** Names of files that a document leads to, and places within them, stand in addresses of the site. */
function findInLinks(links: readonly ContentLink[]): PlacedPrivate[] {
  return links.flatMap(({ target, fragment, line }) =>
    [target, decodeAddress(fragment)].flatMap((text) =>
      findPrivate(text).map((found): PlacedPrivate => {
        return { kind: found.kind, masked: maskPrivate(text, found), line };
      }),
    ),
  );
}

/** What addresses are made of cannot be replaced without moving the document. */
const addressFields: ReadonlySet<string> = new Set(['id', 'aliases']);
const figureFields: ReadonlySet<string> = new Set(['views', 'pieces', 'date', 'updated']);

function findInFields(
  values: Readonly<Record<string, unknown>>,
  lines: ReadonlyMap<string, number>,
): { ofAddress: PlacedPrivate[]; others: PlacedPrivate[] } {
  const ofAddress: PlacedPrivate[] = [];
  const others: PlacedPrivate[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (figureFields.has(name)) continue;
    const list = addressFields.has(name) ? ofAddress : others;
    for (const text of textsOf(value)) {
      const found = findPrivate(text, `${name} ${text}`);
      const line = lines.get(name) ?? 1;
      for (const each of found) {
        list.push({ kind: each.kind, masked: maskPrivate(text, each), line });
      }
    }
  }
  return { ofAddress, others };
}

/** All texts and numbers of a value, its keys too. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsOf(each)]);
}

function redactFields(
  values: Readonly<Record<string, unknown>>,
  labels: Labels,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const isKept = figureFields.has(name) || addressFields.has(name);
      return [name, isKept ? value : redactValue(value, name, labels)];
    }),
  );
}

function redactValue(value: unknown, name: string, labels: Labels): unknown {
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value);
    const found = findPrivate(text, `${name} ${text}`);
    return found.length === 0 ? value : redactText(text, found, labels);
  }
  if (Array.isArray(value)) return value.map((each) => redactValue(each, name, labels));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      redactText(key, findPrivate(key), labels),
      redactValue(each, name, labels),
    ]),
  );
}

function tell(
  { kind, masked, line }: PlacedPrivate,
  file: string,
  mode: PrivacyMode,
  where: PrivatePlace | null,
): Diagnostic {
  const place = line === 0 ? { file } : { file, line };
  if (where === null) {
    const make = mode === 'error' ? error : warning;
    return make({ says: 'privacy', kind, masked }, { place });
  }
  const make = mode === 'warn' ? warning : error;
  return make({ says: 'privacy-address', kind, masked, place: where }, { place });
}

/** The most findings of a file that are told one by one. */
const mostTold = 20;

function limit(diagnostics: readonly Diagnostic[], file: string): Diagnostic[] {
  const [last] = diagnostics.slice(mostTold);
  if (last === undefined) return [...diagnostics];
  const message = { says: 'privacy/more', count: diagnostics.length - mostTold } as const;
  return [...diagnostics.slice(0, mostTold), { ...last, message, place: { file } }];
}
