import type { NameFact, NameFacts } from '#archive/archive.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { Summary, Term } from '#document/document.ts';
import { findPrivate } from '#document/privacy/find.ts';
import { readFieldsFile } from '#formats/front-matter.ts';
import { readCsv } from '#formats/lists/csv.ts';
import { decodeFile } from '#formats/text-format.ts';
import type { SourceFile } from './discover.ts';
import { readBytes } from './files.ts';
import { toIdentifier } from './identifier.ts';

/** What an archive says of the names of bodies and people. */
export type Authority = Readonly<{
  /** The preferred name of each other name. */
  preferred: ReadonlyMap<string, string>;
  /** What else is said of a body or a person, by the preferred name: periods, posts, the body above it. */
  facts: NameFacts;
}>;

const authorityName = /^(?:authority|名称规范)\.(?:csv|ya?ml)$/i;

/** Whether a file says which names are one, by its name. */
export function isAuthority(path: string): boolean {
  return authorityName.test(path);
}

const nameHeads = /^(?:name|preferred|名称|规范名称|单位|姓名)$/i;
/** What keepers note for themselves is not shown. */
const innerHeads =
  /备注|内部|密级|电话|手机|联系|身份证|证件|住址|地址|邮箱|邮件|微信|note|phone|mobile|e-?mail|address|secret/i;

const otherHeads = /^(?:others?|other names|variants?|aliases|别名|其他名称|曾用名|简称)$/i;

/**
 * Reads which names are one: `authority.csv` has a row for each body or person, with the preferred name and the others
 * (parted by 、, a semicolon or a comma), `authority.yaml` a line `preferred: [others]`. Both stand at the top. Whatever else
 * they say of a name (periods, posts, the body above) is shown where its documents are listed.
 */
export function readAuthority(sources: readonly SourceFile[]): Readonly<{
  authority: Authority;
  /** Paths of the files that say so. */
  files: readonly string[];
  diagnostics: readonly Diagnostic[];
}> {
  const preferred = new Map<string, string>();
  const facts = new Map<string, readonly NameFact[]>();
  const diagnostics: Diagnostic[] = [];
  const saying = sources.filter(({ path }) => isAuthority(path));
  for (const source of saying) {
    const read = readBytes(source);
    if (read.bytes === null) {
      diagnostics.push(read.problem);
      continue;
    }
    const { text, diagnostics: problems } = decodeFile(source.path, read.bytes);
    diagnostics.push(...problems);
    const rows = /\.csv$/i.test(source.path)
      ? rowsOfCsv(text ?? '', source.path, diagnostics)
      : rowsOfYaml(text ?? '', source.path, diagnostics);
    for (const row of rows) {
      for (const other of row.others)
        if (keyOf(other) !== '') preferred.set(keyOf(other), row.preferred);
      if (row.facts.length > 0) facts.set(row.preferred, row.facts);
    }
  }
  const authority = { preferred: withoutDetours(preferred), facts };
  return { authority, files: saying.map(({ path }) => path), diagnostics };
}

/** 甲 for 乙 and 乙 for 丙 is 甲 for 丙. */
function withoutDetours(preferred: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const last = (name: string) => {
    const seen = new Set([name]);
    for (let at = name; ; ) {
      const next = preferred.get(keyOf(at));
      if (next === undefined || seen.has(next)) return at;
      seen.add(next);
      at = next;
    }
  };
  return new Map([...preferred].map(([other, name]) => [other, last(name)]));
}

type Row = Readonly<{
  preferred: string;
  others: readonly string[];
  facts: readonly NameFact[];
}>;

/** Where a table has the preferred names and the others, by its head; -1 where it has none. */
export function columnsOf(heads: readonly string[]): { preferred: number; others: number } {
  const columnOf = (heading: RegExp) => heads.findIndex((name) => heading.test(name.trim()));
  return { preferred: columnOf(nameHeads), others: columnOf(otherHeads) };
}

function rowsOfCsv(text: string, file: string, diagnostics: Diagnostic[]): Row[] {
  const [head, ...rows] = readCsv(text).rows;
  const heads = head?.cells.map((cell) => cell.trim()) ?? [];
  const { preferred: own, others } = columnsOf(heads);
  if (own === -1 || others === -1) {
    diagnostics.push(error({ says: 'authority-head' }, { place: { file, line: 1 } }));
    return [];
  }
  return rows.map(({ cells }) => {
    const facts = heads.flatMap((label, column) => {
      const value = (cells[column] ?? '').trim();
      const isFact = column !== own && column !== others && isTold(label, value);
      return isFact ? [{ label, value }] : [];
    });
    return { preferred: (cells[own] ?? '').trim(), others: partsOf(cells[others] ?? ''), facts };
  });
}

function rowsOfYaml(text: string, file: string, diagnostics: Diagnostic[]): Row[] {
  const { values, diagnostics: problems } = readFieldsFile(text, file);
  diagnostics.push(...problems);
  return Object.entries(values).map(([preferred, said]) => {
    if (!isMap(said)) return { preferred: preferred.trim(), others: listOf(said), facts: [] };
    const fields = Object.entries(said);
    const others = fields.flatMap(([label, value]) =>
      otherHeads.test(label) ? listOf(value) : [],
    );
    const facts = fields.flatMap(([label, value]) =>
      otherHeads.test(label) || !isTold(label, listOf(value).join('、'))
        ? []
        : [{ label, value: listOf(value).join('、') }],
    );
    return { preferred: preferred.trim(), others, facts };
  });
}

/** Whether something is for readers: no note of keepers, and no number or address of a person. */
function isTold(label: string, value: string): boolean {
  return label !== '' && value !== '' && !innerHeads.test(label) && findPrivate(value).length === 0;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : partsOf(String(value ?? ''));
}

function partsOf(written: string): string[] {
  return written.split(/[、,，;；\n]/).map((part) => part.trim());
}

/** Names are one however they are spaced and whatever their width. */
function keyOf(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}

/** A document whose bodies and people have their preferred names; the same one where they have them already. */
export function withPreferredNames(summary: Summary, authority: Authority): Summary {
  const { preferred } = authority;
  if (preferred.size === 0) return summary;
  const prefer = (term: Term): Term => {
    const name = preferred.get(keyOf(term.name));
    return name === undefined || name === term.name ? term : { name, slug: toIdentifier(name) };
  };
  const organisations = summary.organisations.map(prefer);
  const speaker = summary.speaker && prefer(summary.speaker);
  const isSame =
    speaker === summary.speaker &&
    organisations.every((term, index) => term === summary.organisations[index]);
  if (isSame) return summary;
  // Two names of one body are one
  const byName = new Map(organisations.map((term) => [term.name, term]));
  return { ...summary, organisations: [...byName.values()], speaker };
}
