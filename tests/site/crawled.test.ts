import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildSite,
  listFiles,
  type Report,
  readPage,
  readTree,
  root,
  type TestSite,
  useFolders,
  writeSite,
} from './harness.ts';
import { between, readPopular, textOf } from './html.ts';
import { seedLines, writtenLines } from './seed.ts';

const newFolder = useFolders();
const name = '000_00000000000crawl';
const source = readFileSync(join(root, `tests/fixtures/sites/crawled/content/${name}.txt`), 'utf8');

/** The same page as crawlers of different kinds leave it. */
const variants: readonly [string, string][] = [
  ['as it is', source],
  [
    'with a prefixed element',
    source.replaceAll('<image>', '<ns:image>').replaceAll('</image>', '</ns:image>'),
  ],
  ['with CRLF', source.replaceAll('\n', '\r\n')],
  ['with a BOM', `\ufeff${source}`],
  ['with the element beside other text', source.replace('</image>\n', '</image>')],
];

describe.each(variants)('a crawled page alone in content/, %s', (_, text) => {
  let site: TestSite;
  let report: Report;
  let page: string;

  beforeAll(() => {
    site = writeSite(newFolder('crawled'), { [`content/${name}.txt`]: text });
    const built = buildSite(site);
    expect(built.status).toBe(0);
    report = built.report;
    page = readPage(site.output, `documents/${name.toLowerCase()}/index.html`);
  });

  test('gives one document with the title of the page', () => {
    expect(report.documents).toBe(1);
    const pages = listFiles(site.output).filter((path) => /^documents\/.*\.html$/.test(path));
    expect(pages).toEqual([`documents/${name}/index.html`, 'documents/index.html']);
    expect(textOf(between(page, '<h1', '</h1>'))).toBe('副镇长在森林防火紧急会议上的讲话提纲');
  });

  test.each(['popular/index.html', 'index.html'])('gives twelve lines on %s', (path) => {
    const lines = readPopular(readPage(site.output, path));
    const isPrecise = path.startsWith('popular/');
    const shown = seedLines.map((line) => {
      return { ...line, time: isPrecise ? line.time : line.time.slice(0, 10) };
    });
    expect(lines.map(({ time, title, badge }) => ({ time, title, badge }))).toEqual(shown);
    expect(lines.every(({ absent, url }) => absent && url === null)).toBe(true);
  });

  test('shows nothing of the dead image anywhere, and reports its line', () => {
    for (const [path, bytes] of readTree(site.output)) {
      expect(bytes.toString('utf8'), path).not.toMatch(
        /<\/?(?:\w+:)?image|crabby|1a2b3c|&lt;image/,
      );
    }
    const dead = report.problems.filter(({ rule }) => rule === 'dead-image');
    expect(dead).toMatchObject([{ severity: 'warning', file: `${name}.txt`, line: 14 }]);
  });

  test('is marked as cut off, and as undated', () => {
    expect(page.includes('原文至此中断'), 'the note at the end').toBe(true);
    expect(textOf(between(page, '<dl', '</dl>'))).toContain('日期不详');
    expect(page).not.toMatch(/<dl[\s\S]*<time[\s\S]*<\/dl>/);
  });

  test('has two levels of headings, of which some run into their paragraph', () => {
    const body = between(page, 'data-body', '</article>');
    const headings = [...body.matchAll(/<(h[2-6]) id="([^"]+)"[^>]*>([^<]*)</g)];
    expect(headings.map(([, tag, id, words]) => `${tag} ${id} ${words}`)).toEqual([
      'h2 s1 一、认清形势，绷紧防火这根弦',
      'h2 s2 二、突出重点，把措施落到山头',
      'h3 s2-1 (一)管住火源。',
      'h3 s2-2 (二)守住山头。',
      'h3 s2-3 (三)备足力量。',
      'h2 s3 三、压实责任，确保不出大的问题',
      'h3 s3-1 (一)领导包片。',
    ]);
  });

  test('has every paragraph whole, in order, and no line of the list', () => {
    const body = textOf(between(page, 'data-body', '<p class="cut-off"').replace(/^[^>]*>/, ''));
    const lines = source.trim().split('\n').slice(15);
    expect(body.replace(/\s/g, '')).toBe(lines.join('').replace(/\s/g, ''));
    expect(body).not.toContain('热门文档');
  });
});

test('the fixture holds the lines of the seed', () => {
  expect(source.split('\n').slice(1, 13)).toEqual(writtenLines);
});

describe('a crawled list', () => {
  test('links the titles that are in the archive, whatever their prefix, width and spaces', () => {
    const site = writeSite(newFolder('crawled'), {
      [`content/${name}.txt`]: source,
      'content/a.md': '---\ntitle: 学习贯彻 党的二十届三中全会精神研讨材料（3篇）\n---\n正文。\n',
      'content/b.md': '---\ntitle: 党的三中全会精神应知应会测试题（含答案）\n---\n正文。\n',
      'content/c.md': '---\ntitle: 2024年8月支委会会议记录\n---\n正文。\n',
    });
    const { report } = buildSite(site);
    const lines = readPopular(readPage(site.output, 'popular/index.html'));
    expect(report.documents).toBe(4);
    expect(lines).toHaveLength(12);
    expect(lines.flatMap(({ url }) => url ?? [])).toEqual([
      '../documents/a/index.html',
      '../documents/c/index.html',
      '../documents/b/index.html',
    ]);
    expect(lines.filter(({ absent }) => absent)).toHaveLength(9);
  });

  test('puts what is undated last', () => {
    const site = writeSite(newFolder('crawled'), {
      [`content/${name}.txt`]: source,
      'content/a.md': '---\ntitle: 没有日期\npopular: true\n---\n正文。\n',
    });
    buildSite(site);
    const lines = readPopular(readPage(site.output, 'popular/index.html'));
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)).toMatchObject({ time: null, title: '没有日期' });
    expect(lines.at(-1)?.text).toContain('日期不详');
  });
});
