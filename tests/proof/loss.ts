import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { decode } from '#formats/decode.ts';
import { findForm } from '#formats/front-matter-forms.ts';
import { guidang } from '../site/harness.ts';

/*
 * The first promise of an archive, shown without examples: every Chinese character of every body stands on
 * the page of its document, as often as in its source, or in the list of what was set aside.
 *
 *     node tests/proof/loss.ts FOLDER…        one line for each folder, and each line that was lost
 */

/** What became of the characters of a folder. */
export type Account = Readonly<{
  documents: number;
  /** Chinese characters of all bodies. */
  characters: number;
  /** Lines that were set aside, and their characters. */
  aside: number;
  asideCharacters: number;
  /** Lines with characters that are on no page and in no list. */
  lost: readonly string[];
}>;

type Aside = Readonly<{ file: string; line: number; kind: string; text: string }>;

const han = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/** Builds a folder and accounts for each of its characters. */
export function accountFor(content: string): Account {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-loss-'));
  try {
    const [output, cache] = [join(folder, 'public'), join(folder, 'cache')];
    const folders = ['--content', resolve(content), '--output', output, '--cache', cache];
    const { stdout } = guidang(['build', ...folders, '--json'], { cwd: folder });
    const { aside = [] }: { aside?: Aside[] } = JSON.parse(stdout);
    return compare(content, pagesByFile(output, cache), aside);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Accounts for each character of a folder.
 *
 * @param pages the words of each document's pages, by its file
 */
export function compare(
  content: string,
  pages: ReadonlyMap<string, string>,
  asides: readonly Aside[],
): Account {
  const byFile = Map.groupBy(asides, ({ file }) => file);
  const lost: string[] = [];
  let [documents, characters] = [0, 0];
  for (const [file, page] of pages) {
    const own = byFile.get(file) ?? [];
    const lines = bodyLines(join(content, file), file);
    documents++;
    characters += lines.reduce((sum, { text }) => sum + (text.match(han)?.length ?? 0), 0);
    const shown = count(page);
    for (const { text } of own) add(shown, text);
    const missing = [...count(lines.map(({ text }) => text).join('\n'))].filter(
      ([character, times]) => (shown.get(character) ?? 0) < times,
    );
    if (missing.length > 0)
      lost.push(
        ...linesOf(
          file,
          lines,
          missing.map(([character]) => character),
        ),
      );
    lost.push(...runsOf(file, lines, page, own));
  }
  return {
    documents,
    characters,
    aside: asides.length,
    asideCharacters: asides.reduce((sum, { text }) => sum + (text.match(han)?.length ?? 0), 0),
    lost: [...new Set(lost)],
  };
}

/** The words of each document's pages, those of its pieces too, by its source file. */
function pagesByFile(output: string, cache: string): Map<string, string> {
  const ledger = readFileSync(join(cache, 'ledger.jsonl'), 'utf8');
  const pages = new Map<string, string>();
  for (const line of ledger.trim().split('\n')) {
    const { file, fates }: { file: string; fates: { became: string; pages?: string[] }[] } =
      JSON.parse(line);
    const own = fates.flatMap(({ became, pages: paths = [] }) =>
      became === 'document' ? paths : [],
    );
    if (own.length === 0) continue;
    pages.set(
      file,
      own.map((path) => wordsOf(readFileSync(join(output, path), 'utf8'))).join('\n'),
    );
  }
  return pages;
}

/** What a page says of its document: its title, its fields and its text, without the site around them. */
function wordsOf(html: string): string {
  const main = /<main[\s\S]*?<\/main>/.exec(html)?.[0] ?? '';
  const own = main
    .replace(/<(?:nav|script|style)\b[\s\S]*?<\/(?:nav|script|style)>/g, '')
    .replace(/<[^>]*>/g, (tag) =>
      [...tag.matchAll(/ (?:alt|title)="([^"]*)"/g)].map(([, words]) => words).join(''),
    );
  return own.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}

type Line = Readonly<{ text: string; line: number }>;

/** The lines of a body, without front matter, comments and where links lead. */
function bodyLines(path: string, file: string): Line[] {
  const { text } = decode(readFileSync(path));
  const unified = (text ?? '').replace(/\r\n?/g, '\n');
  const head = unified.slice(0, Math.max(0, findForm(unified)?.end ?? 0));
  const above = head.split('\n').length - 1;
  const isMarkdown = /\.(?:md|markdown)$/i.test(file);
  const body = unified.slice(head.length);
  return body.split('\n').map((line, index): Line => {
    const words = isMarkdown
      ? line
          .replace(/\]\((?:<[^>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?=[\s)])/g, ']')
          .replace(/^ {0,3}(\[[^\]]+\])(:)\s*\S+/, (_, label: string, sign: string) =>
            // What a reference is called by is said where it is used
            body.split(label).length > 2 ? '' : label + sign,
          )
          .replace(/<[a-z][a-z0-9+.-]*:[^<>\s]*>/gi, '')
      : line;
    return { text: words, line: index + 1 + above };
  });
}

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  add(counts, text);
  return counts;
}

function add(counts: Map<string, number>, text: string): void {
  for (const [character] of text.matchAll(han))
    counts.set(character, (counts.get(character) ?? 0) + 1);
}

function linesOf(file: string, lines: readonly Line[], characters: readonly string[]): string[] {
  return lines
    .filter(({ text }) => characters.some((character) => text.includes(character)))
    .slice(0, 3)
    .map(
      ({ text, line }) =>
        `${file}:${line}: too seldom ${characters.slice(0, 8).join('')}: ${text.trim().slice(0, 40)}`,
    );
}

/** Lines with a run of characters that neither a page nor the list of what was set aside has. */
function runsOf(
  file: string,
  lines: readonly Line[],
  page: string,
  asides: readonly Aside[],
): string[] {
  const dense = (text: string) =>
    text.replace(/[^\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu, '');
  const everywhere = `${dense(page)}\n${asides.map(({ text }) => dense(text)).join('\n')}`;
  return lines.flatMap(({ text, line }) => {
    const runs = text.replace(/[*_`~]/g, '').match(/[\u3400-\u9fff\uf900-\ufaff]+/g) ?? [];
    const missing = runs.find((run) => !everywhere.includes(run));
    return missing === undefined ? [] : [`${file}:${line}: nowhere: ${missing.slice(0, 40)}`];
  });
}

/** Folders of a folder, each by itself; a folder that holds documents itself, as one. */
function foldersOf(path: string): string[] {
  const entries = readdirSync(path, { withFileTypes: true });
  if (entries.some((entry) => entry.isFile())) return [path];
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(path, name));
}

if (import.meta.main) {
  const accounts = process.argv
    .slice(2)
    .flatMap(foldersOf)
    .map((folder) => {
      const account = accountFor(folder);
      const { documents, characters, aside, asideCharacters, lost } = account;
      console.log(
        `${folder}: ${documents} documents, ${characters} characters, ${aside} lines set aside (${asideCharacters} characters), ${lost.length} lost`,
      );
      for (const line of lost) console.log(`    ${line}`);
      return account;
    });
  const sum = (of: (account: Account) => number) =>
    accounts.reduce((all, each) => all + of(each), 0);
  const lost = sum((each) => each.lost.length);
  console.log(
    `${accounts.length} folders: ${sum((each) => each.documents)} documents, ${sum((each) => each.characters)} characters, ${sum((each) => each.aside)} lines set aside (${sum((each) => each.asideCharacters)} characters), ${lost} lost`,
  );
  process.exitCode = lost === 0 ? 0 : 1;
}
