import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { guidang } from '../site/harness.ts';
import { type Published, publishedByFile } from './published.ts';
import { bodyLines, isAccountable, type Line, lettersIn } from './source-lines.ts';

/*
 * The first promise of an archive, shown without examples: every Chinese character of every body stands on
 * the page of its document, as often as in its source, or in the list of what was set aside; the characters, letters
 * and figures of each line stand there in their order, and in what searches look through; what lists say of a
 * document stands on its page.
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
/** Builds a folder and accounts for each of its characters. */
export function accountFor(content: string): Account {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-loss-'));
  try {
    const [output, cache] = [join(folder, 'public'), join(folder, 'cache')];
    const folders = ['--content', resolve(content), '--output', output, '--cache', cache];
    const config = join(folder, 'site.config.yaml');
    writeFileSync(config, 'search: true\n');
    const { stdout } = guidang(['build', ...folders, '--json'], { cwd: folder });
    const { aside = [] }: { aside?: Aside[] } = JSON.parse(stdout);
    return compare(content, publishedByFile(output, cache), aside);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Accounts for each character of a folder.
 *
 * @param published what is published of each document, by its file
 */
export function compare(
  content: string,
  published: ReadonlyMap<string, Published>,
  asides: readonly Aside[],
): Account {
  const byFile = Map.groupBy(asides, ({ file }) => file);
  const lost: string[] = [];
  let [documents, characters] = [0, 0];
  for (const [file, own] of published) {
    if (!isAccountable(file)) continue;
    const { page } = own;
    const set = byFile.get(file) ?? [];
    const { lines, hasSummary } = bodyLines(join(content, file), file);
    documents++;
    characters += lines.reduce((sum, { text }) => sum + (text.match(han)?.length ?? 0), 0);
    const shown = count(page);
    for (const { text } of set) add(shown, text);
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
    lost.push(
      ...runsOf(file, lines, page, set),
      ...lettersOf(file, lines, hasSummary ? { ...own, excerpt: '' } : own, set),
    );
  }
  return {
    documents,
    characters,
    aside: asides.length,
    asideCharacters: asides.reduce((sum, { text }) => sum + (text.match(han)?.length ?? 0), 0),
    lost: [...new Set(lost)],
  };
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

/** Lines whose characters, letters and figures do not stand in their order where they ought to. */
function lettersOf(
  file: string,
  lines: readonly Line[],
  { page, search, excerpt }: Published,
  asides: readonly Aside[],
): string[] {
  const set = asides.map(({ text }) => lettersIn(text)).join('\n');
  const [onPage, searched] = [lettersIn(page), lettersIn(search ?? page)];
  const told = lettersIn(excerpt);
  const found = onPage.includes(told)
    ? []
    : [`${file}: its excerpt is not of its text: ${excerpt}`];
  for (const { letters, line, written } of lines) {
    if (letters === '' || set.includes(letters) || set.includes(lettersIn(written))) continue;
    const where = !onPage.includes(letters)
      ? 'its page'
      : !searched.includes(letters)
        ? 'searches'
        : null;
    if (where !== null)
      found.push(`${file}:${line}: not in its order for ${where}: ${written.trim().slice(0, 60)}`);
  }
  return found;
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
