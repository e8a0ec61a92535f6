import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildSample,
  buildSite,
  guidang,
  leadingTo,
  listFiles,
  listPages,
  now,
  type Report,
  readPage,
  root,
  useFolders,
  writeSite,
} from './harness.ts';
import { type PopularLine, readPopular, readTags } from './html.ts';
import { seedLines } from './seed.ts';

const newFolder = useFolders();

describe('the sample archive', () => {
  let output: string;
  let status: number | null;
  let report: Report;

  beforeAll(() => {
    output = join(newFolder('sample'), 'public');
    ({ status, report } = buildSample(output));
  });

  test('builds without an error', () => {
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(status).toBe(0);
  });

  test('has at least 30 documents, each with its page', () => {
    expect(report.documents).toBeGreaterThanOrEqual(30);
    const pages = listPages(output).filter((path) => /^documents\/[^/]+\/index\.html$/.test(path));
    const own = pages.filter((path) => readPage(output, path).includes('<article data-document='));
    expect(own).toHaveLength(report.documents);
  });

  test('reports in the form of the contract', () => {
    const keys = 'documents pages written unchanged removed skipped problems aside ms'.split(' ');
    expect(Object.keys(report)).toEqual(keys);
    for (const key of ['documents', 'pages', 'written', 'unchanged', 'removed', 'ms'] as const) {
      expect(Number.isInteger(report[key]), key).toBe(true);
    }
    expect(report.pages).toBe(listPages(output).length);
    expect(report.written).toBe(listFiles(output).filter(isPublished).length);
    for (const { file, reason } of report.skipped) {
      expect([typeof file, typeof reason]).toEqual(['string', 'string']);
    }
    for (const problem of report.problems) {
      expect(problem).toMatchObject({
        severity: expect.stringMatching(/^(?:error|warning)$/),
        rule: expect.any(String),
        message: expect.any(String),
      });
      expect(problem).toHaveProperty('file');
      expect(problem).toHaveProperty('line');
    }
  });

  test('names every source file that it leaves out', () => {
    const missing = 'the file that the sample archive names as missing';
    expect(
      report.skipped.every(({ reason }) => reason !== ''),
      missing,
    ).toBe(true);
    const sources = listFiles(join(root, 'content')).filter((path) => /\.(?:md|txt)$/.test(path));
    const about = sources.includes('about.md') ? 1 : 0;
    const left = report.skipped.filter(({ file }) => /\.(?:md|txt)$/.test(file));
    expect(report.documents + about + left.length).toBe(sources.length);
  });

  test('has the pages of the contract', () => {
    const expected = [
      '404.html',
      'about/index.html',
      'assets/style.css',
      'documents/index.html',
      'feed.xml',
      'index.html',
      'kinds/index.html',
      'organisations/index.html',
      'popular/index.html',
      'robots.txt',
      'sitemap.xml',
      'speakers/index.html',
      'tags/index.html',
      'years/index.html',
    ];
    expect(listFiles(output)).toEqual(expect.arrayContaining(expected));
  });

  test('gives short ASCII addresses', () => {
    for (const path of listPages(output)) {
      expect(path).toMatch(/^[a-z0-9._/-]+$/);
      for (const part of path.split('/')) expect(part.length, path).toBeLessThanOrEqual(80);
    }
  });

  describe.each(['popular/index.html', 'index.html'])('popular lines of %s', (path) => {
    let lines: PopularLine[];

    beforeAll(() => {
      lines = readPopular(readPage(output, path));
    });

    test('have the twelve titles of the seed in order, with their days and badges', () => {
      const isPrecise = path.startsWith('popular/');
      const shown = seedLines.map((line) => {
        return { ...line, time: isPrecise ? line.time : line.time.slice(0, 10) };
      });
      const titles = new Set(seedLines.map(({ title }) => title));
      const found = lines.filter(({ title }) => titles.has(title));
      expect(found.map(({ time, title, badge }) => ({ time, title, badge }))).toEqual(shown);
      expect(found.map(({ datetime }) => datetime)).toEqual(
        seedLines.map(({ time }) => time.replace(' ', 'T')),
      );
    });

    test('stand newest first, undated ones last', () => {
      const times = lines.map(({ time }) => time ?? '');
      expect(times).toEqual(times.toSorted().reverse());
    });

    test('link what is in the archive to its page, and mark two as absent', () => {
      const files = new Set(listFiles(output));
      const linked = lines.filter(({ url }) => url !== null);
      expect(linked.length).toBeGreaterThan(0);
      for (const { url, title, absent } of linked) {
        const target = join(dirname(path), url ?? '');
        expect(files.has(target), `${title} → ${target}`).toBe(true);
        expect(readPage(output, target)).toMatch(
          /<article data-document="[a-z0-9._-]+" data-kind=/,
        );
        expect(absent).toBe(false);
      }
      const plain = lines.filter(({ url }) => url === null);
      expect(plain.map(({ absent }) => absent)).toEqual([true, true]);
    });
  });

  test('has a document page in the form of the contract', () => {
    for (const path of listPages(output)) {
      const html = readPage(output, path);
      const tags = readTags(html);
      const article = tags.find(({ attributes }) => attributes.has('data-document'));
      if (article === undefined || article.attributes.has('data-piece')) continue;
      const id = article.attributes.get('data-document');
      expect(path).toBe(`documents/${id}/index.html`);
      expect(article.name).toBe('article');
      expect(article.attributes.get('data-kind'), path).toMatch(/^[a-z0-9._-]+$/);
      expect(tags.filter(({ name }) => name === 'h1')).toHaveLength(1);
      expect(tags.filter(({ attributes }) => attributes.has('data-body'))).toHaveLength(1);
      expect(tags.filter(({ attributes }) => attributes.has('data-popular'))).toHaveLength(1);
    }
  });

  test('is left alone by a second build', () => {
    const before = times(output);
    const second = buildSample(output);
    expect(second.status).toBe(0);
    expect(second.report).toMatchObject({
      written: 0,
      removed: 0,
      unchanged: report.written,
      documents: report.documents,
      pages: report.pages,
    });
    expect(times(output)).toEqual(before);
  });
});

describe('a build', () => {
  test('removes the pages of a document that is gone, and leaves foreign files', async () => {
    const folder = newFolder('removal');
    const content = join(folder, 'content');
    await cp(join(root, 'content'), content, { recursive: true });
    const site = writeSite(folder, {
      'content/added/only-here.md': '---\ntags: [独此一份]\n---\n正文。\n',
    });
    const first = buildSite(site);
    expect(listFiles(site.output)).toContain('documents/only-here/index.html');
    const tag = listPages(site.output).filter((path) => /^tags\/du-ci/.test(path));
    expect(tag).toHaveLength(1);
    writeFileSync(join(site.output, 'foreign.html'), 'not ours');
    writeFileSync(join(site.output, 'documents/foreign.txt'), 'nor this');
    writeFileSync(join(site.output, '.gitkeep'), '');

    await rm(join(content, 'added'), { recursive: true });
    const second = buildSite(site);
    expect(second.report.documents).toBe(first.report.documents - 1);
    expect(second.report.removed).toBeGreaterThanOrEqual(2);
    const files = listFiles(site.output);
    expect(files.filter((path) => /only-here|du-ci/.test(path))).toEqual([]);
    expect(readdirSync(join(site.output, 'documents'))).not.toContain('only-here');
    expect(files).toEqual(
      expect.arrayContaining(['foreign.html', 'documents/foreign.txt', '.gitkeep']),
    );
    expect(listPages(site.output).length - 1).toBe(second.report.pages);

    const clean = join(folder, 'clean');
    buildSite({ content, output: clean });
    expect(files.filter((path) => !/foreign|gitkeep/.test(path))).toEqual(listFiles(clean));
  });

  test('removes the folders that one which was broken off had made or emptied', async () => {
    const site = writeSite(newFolder(), {
      'content/a.md': '# 标题\n\n正文。\n',
      'content/photos/2024/b.pdf': '附件',
      'site.config.yaml': leadingTo('photos/2024/b.pdf'),
    });
    buildSite(site);
    const folder = 'files/photos/2024';
    expect(listFiles(site.output)).toContain(`${folder}/b.pdf`);
    await rm(join(site.output, folder), { recursive: true });
    await rm(join(site.content, 'photos'), { recursive: true });
    buildSite(site);
    expect(readdirSync(site.output)).not.toContain('files');
  });

  test('leaves no temporary file', () => {
    const site = writeSite(newFolder(), { 'content/a.md': '# 标题\n\n正文。\n' });
    buildSite(site);
    expect(listFiles(site.folder).filter((path) => /temporary|\.tmp/.test(path))).toEqual([]);
  });

  test('closes with one line of counts', () => {
    const site = writeSite(newFolder(), { 'content/a.md': '# 标题\n\n正文。\n' });
    const { content, output } = site;
    const args = ['build', '--content', content, '--output', output, '--now', now];
    const { status, stdout, stderr } = guidang(args);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^1 document, \d+ pages, \d+ written, 0 unchanged, 0 removed, 0 errors, 0 warnings in \d+\.\d\d s\n$/,
    );
  });

  test('works from any current folder', () => {
    const folder = newFolder();
    writeSite(folder, { 'content/a.md': '# 标题\n\n正文。\n' });
    const { status, stdout } = guidang(['build', '--quiet'], { cwd: folder });
    expect([status, stdout]).toEqual([0, '']);
    expect(listFiles(join(folder, 'public'))).toContain('documents/a/index.html');
  });
});

function isPublished(path: string): boolean {
  return path !== '.guidang-manifest';
}

function times(folder: string): [string, bigint][] {
  return listFiles(folder).map((path) => [
    path,
    statSync(join(folder, path), { bigint: true }).mtimeNs,
  ]);
}
