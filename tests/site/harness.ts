import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { afterAll, expect } from 'vitest';

/** The root of the repository. */
export const root = resolve(import.meta.dirname, '../..');

/** The time that builds of the tests are judged by. */
export const now = '2025-01-01';

const commandLine = join(root, 'src/guidang.js');

/** The one object of `--json`. */
export type Report = {
  documents: number;
  pages: number;
  written: number;
  unchanged: number;
  removed: number;
  skipped: { file: string; reason: string }[];
  /** Absent where nothing was. */
  redacted?: number;
  problems: Problem[];
  ms: number;
};

export type Problem = {
  severity: 'error' | 'warning';
  rule: string;
  file: string | null;
  line: number | null;
  column: number | null;
  message: string;
  hint: string | null;
};

/** Files by their path; text is written in UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A site in a folder of its own: `content`, `public`, and what else `files` names. */
export type TestSite = Readonly<{ folder: string; content: string; output: string }>;

/** Gives new folders, which are removed when the test file is done. */
export function useFolders(): (name?: string) => string {
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  });
  return (name = 'site') => {
    const folder = mkdtempSync(join(tmpdir(), `guidang-${name}-`));
    made.push(folder);
    return folder;
  };
}

/** Writes a site: paths that begin with `content/` are its documents. */
export function writeSite(folder: string, files: Files): TestSite {
  mkdirSync(join(folder, 'content'), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return { folder, content: join(folder, 'content'), output: join(folder, 'public') };
}

/** A configuration whose navigation leads to files of `content/`, so that they are published. */
export function leadingTo(...paths: readonly string[]): string {
  const navigation = paths.map((path) => ({ title: path, page: `files/${path}` }));
  return `navigation: ${JSON.stringify(navigation)}\n`;
}

export type RunOptions = Readonly<{ env?: Readonly<Record<string, string>>; cwd?: string }>;

/** Output without colours, and compiled sources that later runs of the tests use again. */
const quickAndPlain = {
  NO_COLOR: '1',
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/guidang/compiled'),
};

/** Runs the real command line on this Node. */
export function guidang(
  args: readonly string[],
  options: RunOptions = {},
): SpawnSyncReturns<string> {
  const { env = {}, cwd = root } = options;
  return spawnSync(process.execPath, [commandLine, ...args], {
    encoding: 'utf8',
    cwd,
    env: { ...process.env, ...quickAndPlain, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** Builds with `--json`. Nothing but the object may stand on standard output. */
export function buildSite(
  site: Pick<TestSite, 'content' | 'output'>,
  args: readonly string[] = [],
  options: RunOptions = {},
): { status: number | null; report: Report } {
  const { content, output } = site;
  const all = ['build', '--content', content, '--output', output, '--json', '--now', now, ...args];
  const { status, stdout, stderr } = guidang(all, options);
  expect(stderr).toBe('');
  const report: Report = JSON.parse(stdout);
  return { status, report };
}

/** Builds the sample archive of the repository. */
export function buildSample(output: string, options: RunOptions = {}) {
  return buildSite({ content: join(root, 'content'), output }, [], options);
}

/** Paths of all files below a folder, with `/` between folders, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/** The pages of a site, without redirects unless wanted. */
export function listPages(output: string): string[] {
  return listFiles(output).filter((path) => path.endsWith('.html'));
}

export function readPage(output: string, path: string): string {
  return readFileSync(join(output, path), 'utf8');
}

/** Every file of a folder with its bytes. */
export function readTree(folder: string): Map<string, Buffer> {
  return new Map(listFiles(folder).map((path) => [path, readFileSync(join(folder, path))]));
}

/** Asserts that two folders hold the same files with the same bytes. */
export function expectSameTree(actual: string, expected: string): void {
  const [left, right] = [readTree(actual), readTree(expected)];
  expect([...left.keys()]).toEqual([...right.keys()]);
  const different = [...left].filter(([path, bytes]) => right.get(path)?.equals(bytes) !== true);
  expect(different.map(([path]) => path)).toEqual([]);
}
