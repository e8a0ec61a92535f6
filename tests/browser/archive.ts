import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { inventedDocuments } from './invented.ts';

export const root = resolve(import.meta.dirname, '../..');

export type BuiltArchive = Readonly<{ output: string; remove: () => void }>;

/** Builds the sample archive, or another folder of documents, into a new folder. */
export function buildArchive(args: readonly string[] = []): BuiltArchive {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-browser-'));
  const output = join(folder, 'public');
  const given = args.includes('--content') ? [] : ['--content', join(root, 'content')];
  const all = ['build', ...given, '--output', output, '--now', '2025-01-01', '--quiet', ...args];
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'src/guidang.js'), ...all], {
    encoding: 'utf8',
  });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (status !== 0) {
    remove();
    throw new Error(`the archive was not built: ${stderr}`);
  }
  return { output, remove };
}

/** The sample archive and the invented documents: every type of page is in it. */
export function buildEveryType(): BuiltArchive {
  const content = mkdtempSync(join(tmpdir(), 'guidang-browser-content-'));
  try {
    cpSync(join(root, 'content'), content, { recursive: true });
    for (const [name, text] of Object.entries(inventedDocuments)) {
      writeFileSync(join(content, name), text);
    }
    return buildArchive(['--content', content]);
  } finally {
    rmSync(content, { recursive: true, force: true });
  }
}

/** One page of each type, by the name of the type. */
export function pageTypes(output: string): Record<string, string> {
  const folders = (path: string) =>
    !existsSync(join(output, path))
      ? []
      : readdirSync(join(output, path), { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && entry.name !== 'page')
          .map(({ name }) => `${path}/${name}/index.html`);
  const size = (path: string) => statSync(join(output, path)).size;
  const text = (path: string) => readFileSync(join(output, path), 'utf8');
  const documents = folders('documents')
    .map((path) => ({ path, html: text(path) }))
    .filter(({ html }) => html.includes('data-document'))
    .toSorted((a, b) => size(b.path) - size(a.path));
  const documentWith = (...parts: readonly string[]) =>
    documents.find(({ html }) => parts.every((part) => html.includes(part)))?.path;
  const special = ['data-meeting', 'data-self-test', 'class="pieces"'];
  const plain = documents.find(({ html }) => !special.some((part) => html.includes(part)));
  const collection = documentWith('class="pieces"');
  const differences = documents.flatMap(({ path }) =>
    folders(path.replace(/index\.html$/, 'differences')),
  );
  const years = folders('years').filter((path) => /\d{4}/.test(path));
  const pages: Record<string, string | undefined> = {
    home: 'index.html',
    popular: 'popular/index.html',
    documents: 'documents/index.html',
    document: plain?.path,
    table: documentWith('<table>'),
    'cut-off': documentWith('class="cut-off"'),
    collection,
    piece: collection?.replace(/index\.html$/, '1/index.html'),
    'meeting-record': documentWith('data-meeting', 'data-speakers', 'data-resolutions'),
    quiz: documentWith('data-self-test'),
    shared: documentWith('class="shared"'),
    differences: differences[0],
    meetings: 'meetings/index.html',
    resolutions: 'resolutions/index.html',
    calendar: folders('meetings/calendar').at(-1),
    series: documentWith('data-series'),
    search: 'search/index.html',
    titles: 'titles/index.html',
    letter: folders('titles')[0],
    kinds: 'kinds/index.html',
    kind: folders('kinds')[0],
    years: 'years/index.html',
    year: years.at(-1),
    tags: 'tags/index.html',
    organisations: 'organisations/index.html',
    speakers: 'speakers/index.html',
    about: 'about/index.html',
    404: '404.html',
  };
  const present = Object.entries(pages).flatMap(([name, path]) =>
    path === undefined || !existsSync(join(output, path)) ? [] : [[name, path] as const],
  );
  return Object.fromEntries(present);
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.xml': 'application/xml',
};

export type Served = Readonly<{ url: string; close: () => Promise<void> }>;

/** Serves a folder below a path, as a plain web host does, with its 404.html. */
export async function serve(output: string, base = '/'): Promise<Served> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?', 1)[0] ?? '/');
    const file = path.startsWith(base) ? find(output, path.slice(base.length)) : null;
    const shown = file ?? join(output, '404.html');
    response.statusCode = file === null ? 404 : 200;
    response.setHeader('Content-Type', types[extname(shown)] ?? 'application/octet-stream');
    response.end(readFileSync(shown));
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function find(output: string, path: string): string | null {
  const file = join(
    output,
    normalize(`/${path}`),
    path === '' || path.endsWith('/') ? 'index.html' : '',
  );
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : null;
}

export function listen(server: Server, port = 0): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

/** What a page must never do: fail, break its own policy, or ask anybody else for anything. */
export function watchFaults(page: Page, own: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (problem) => faults.push(`script: ${problem.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(own)) faults.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      faults.push(`${response.status()}: ${response.url()}`);
    }
  });
  return faults;
}

export async function withPage<T>(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0],
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** The browser's own, for functions that run there. */
declare const getComputedStyle: (element: unknown) => Readonly<Record<string, string>>;

/** Computed style of the first element of a locator, property by property. */
export async function styleOf(locator: Locator, ...properties: string[]): Promise<string[]> {
  return locator.first().evaluate((element, names) => {
    const style = getComputedStyle(element);
    return names.map((name) => style[name] ?? '');
  }, properties);
}
