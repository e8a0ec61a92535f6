import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { Summary, Term } from '#document/document.ts';
import { readFieldsFile } from '#formats/front-matter.ts';
import { readCsv } from '#formats/lists/csv.ts';
import { decodeFile } from '#formats/text-format.ts';
import type { SourceFile } from './discover.ts';
import { readBytes } from './files.ts';
import { toIdentifier } from './identifier.ts';

/** The preferred name of each other name of a body or a person. */
export type Authority = ReadonlyMap<string, string>;

const authorityName = /^(?:authority|名称规范)\.(?:csv|ya?ml)$/i;

/** Whether a file says which names are one, by its name. */
export function isAuthority(path: string): boolean {
  return authorityName.test(path);
}

const nameHeads = /^(?:name|preferred|名称|规范名称|单位|姓名)$/i;
const otherHeads = /^(?:others?|other names|variants?|aliases|别名|其他名称|曾用名|简称)$/i;

/**
 * Reads which names are one: `authority.csv` has a row for each body or person, with the preferred name and the others
 * (parted by 、, a semicolon or a comma), `authority.yaml` a line `preferred: [others]`. Both stand at the top.
 */
export function readAuthority(sources: readonly SourceFile[]): Readonly<{
  authority: Authority;
  /** Paths of the files that say so. */
  files: readonly string[];
  diagnostics: readonly Diagnostic[];
}> {
  const authority = new Map<string, string>();
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
    for (const { preferred, others } of rows)
      for (const other of others) if (keyOf(other) !== '') authority.set(keyOf(other), preferred);
  }
  return { authority, files: saying.map(({ path }) => path), diagnostics };
}

type Row = Readonly<{ preferred: string; others: readonly string[] }>;

function rowsOfCsv(text: string, file: string, diagnostics: Diagnostic[]): Row[] {
  const [head, ...rows] = readCsv(text).rows;
  const heads = head?.cells.map((cell) => cell.trim()) ?? [];
  const [own, others] = [nameHeads, otherHeads].map((heading) =>
    heads.findIndex((name) => heading.test(name)),
  );
  if (own === undefined || others === undefined || own === -1 || others === -1) {
    diagnostics.push(error({ says: 'authority-head' }, { place: { file, line: 1 } }));
    return [];
  }
  return rows.map(({ cells }) => {
    return { preferred: (cells[own] ?? '').trim(), others: partsOf(cells[others] ?? '') };
  });
}

function rowsOfYaml(text: string, file: string, diagnostics: Diagnostic[]): Row[] {
  const { values, diagnostics: problems } = readFieldsFile(text, file);
  diagnostics.push(...problems);
  return Object.entries(values).map(([preferred, others]) => {
    const list: readonly unknown[] = Array.isArray(others) ? others : partsOf(String(others ?? ''));
    return { preferred: preferred.trim(), others: list.map(String) };
  });
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
  if (authority.size === 0) return summary;
  const prefer = (term: Term): Term => {
    const name = authority.get(keyOf(term.name));
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
