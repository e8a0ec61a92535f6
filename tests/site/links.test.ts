import { dirname, join } from 'node:path/posix';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSample, listFiles, listPages, readPage, useFolders } from './harness.ts';
import { readIds, readTags, type Tag } from './html.ts';

const newFolder = useFolders();

/** One address in a page, and the tag that it stands in. */
type Reference = { page: string; url: string; tag: Tag };

let output: string;
let files: Set<string>;
let references: Reference[];
let ids: Map<string, string[]>;

beforeAll(() => {
  output = join(newFolder('links'), 'public');
  buildSample(output);
  files = new Set(listFiles(output));
  ids = new Map(listPages(output).map((page) => [page, readIds(readPage(output, page))]));
  references = listPages(output).flatMap((page) =>
    readTags(readPage(output, page)).flatMap((tag) =>
      addresses(tag).map((url) => ({ page, url, tag })),
    ),
  );
});

describe('every address in every page of the sample archive', () => {
  test('leads to a file, and its fragment to an element', () => {
    expect(references.length).toBeGreaterThan(1000);
    const broken = references.filter(({ page, url }) => !leadsSomewhere(page, url));
    expect(broken.map(({ page, url }) => `${page} → ${url}`)).toEqual([]);
  });

  test('is relative, but for those of 404.html', () => {
    const absolute = references.filter(
      ({ page, url, tag }) =>
        page !== '404.html' && !isExternal(url) && !isCanonical(tag) && /^\//.test(url),
    );
    expect(absolute).toEqual([]);
    const relative = references.filter(
      ({ page, url }) => page === '404.html' && !/^(?:\/|#|https?:)/.test(url),
    );
    expect(relative.map(({ url }) => url)).toEqual([]);
  });

  test('names a file, so that it works without a server', () => {
    const folders = references.filter(
      ({ url, tag }) =>
        !isExternal(url) &&
        /(?:^|\/)(?:[?#]|$)/.test(url) &&
        !url.startsWith('#') &&
        !isCanonical(tag),
    );
    expect(folders.map(({ page, url }) => `${page} → ${url}`)).toEqual([]);
  });

  test('loads nothing from another host', () => {
    const loading = new Set([
      'script',
      'img',
      'iframe',
      'source',
      'video',
      'audio',
      'object',
      'embed',
    ]);
    const loaded = references.filter(
      ({ tag, url }) =>
        isExternal(url) && (loading.has(tag.name) || (tag.name === 'link' && !isCanonical(tag))),
    );
    expect(loaded.map(({ page, url }) => `${page} → ${url}`)).toEqual([]);
  });

  test('is the only way to load anything: no styles, scripts or handlers stand in pages', () => {
    for (const page of listPages(output)) {
      const html = readPage(output, page);
      expect(html, page).not.toMatch(/<style|<script(?![^>]* src=)|\sstyle="|\son[a-z]+="/);
      expect(html, page).toContain('http-equiv="Content-Security-Policy"');
    }
  });
});

describe('every page of the sample archive', () => {
  test('has each id once', () => {
    for (const [page, found] of ids) expect(found.length, page).toBe(new Set(found).size);
  });

  test('can be reached from the first page by links', () => {
    const reached = new Set(['index.html']);
    for (const page of reached) {
      for (const { url, tag } of references.filter((each) => each.page === page)) {
        const target = tag.name === 'a' ? targetOf(page, url) : null;
        if (target?.endsWith('.html')) reached.add(target);
      }
    }
    const redirects = listPages(output).filter((page) =>
      readPage(output, page).includes('http-equiv="refresh"'),
    );
    const alone = listPages(output).filter(
      (page) => !reached.has(page) && !redirects.includes(page) && page !== '404.html',
    );
    expect(alone).toEqual([]);
  });

  test('states its address on the web', () => {
    for (const { page, url, tag } of references.filter((each) => isCanonical(each.tag))) {
      expect(url).toMatch(/^https:\/\//);
      const path = new URL(url).pathname.slice(1);
      const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      expect(files.has(decodeURIComponent(target)), `${page} ${tag.name} ${url}`).toBe(true);
    }
  });
});

test('sitemap and feed name pages that exist', () => {
  const sitemap = [...readPage(output, 'sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)];
  const feed = [
    ...readPage(output, 'feed.xml').matchAll(/<link rel="alternate"[^>]* href="([^"]+)"/g),
  ];
  expect(sitemap.length).toBeGreaterThan(30);
  expect(feed.length).toBeGreaterThan(30);
  for (const [, url = ''] of [...sitemap, ...feed]) {
    expect(files.has(`${new URL(url).pathname.slice(1)}index.html`), url).toBe(true);
  }
});

test('the outline of every document leads to its headings in order', () => {
  for (const [page, found] of ids) {
    const html = readPage(output, page);
    if (!html.includes('data-document=')) continue;
    const outline = /<nav class="outline"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '';
    const anchors = [...outline.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor);
    for (const anchor of anchors)
      expect(anchor, page).toMatch(/^(?:p\d+|(?:p\d+-)?s\d+(?:-\d+)*)$/);
    const headings = found.filter((id) => /^(?:p\d+|(?:p\d+-)?s\d+(?:-\d+)*)$/.test(id));
    // The page of a piece does not list the piece itself
    const isPiece = html.includes('data-piece=');
    expect(anchors, page).toEqual(isPiece ? headings.slice(1) : headings);
  }
});

function addresses({ attributes }: Tag): string[] {
  const refresh = /^\d+; url=(.+)$/.exec(attributes.get('content') ?? '')?.[1];
  return [attributes.get('href'), attributes.get('src'), refresh].filter(
    (url) => url !== undefined,
  );
}

function isExternal(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
}

/** A canonical address is stated, not loaded. */
function isCanonical({ name, attributes }: Tag): boolean {
  return name === 'link' && attributes.get('rel') === 'canonical';
}

function targetOf(page: string, url: string): string | null {
  if (isExternal(url)) return null;
  const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
  if (path === '') return page;
  return path.startsWith('/') ? path.slice(1) : join(dirname(page), path);
}

function leadsSomewhere(page: string, url: string): boolean {
  const target = targetOf(page, url);
  if (target === null) return true;
  if (!files.has(target)) return false;
  const fragment = url.split('#', 2)[1];
  return fragment === undefined || ids.get(target)?.includes(decodeURIComponent(fragment)) === true;
}
