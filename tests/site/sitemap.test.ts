import { beforeAll, describe, expect, test } from 'vitest';
import { emitters } from '#emitters/index.ts';
import {
  buildSample,
  type Files,
  listPages,
  readPage,
  type TestSite,
  useFolders,
  writeSite,
} from './harness.ts';
import { reportOf } from './here.ts';

/* Pages and sitemap add up: what is not named says why. */

const newFolder = useFolders();

/** Addresses of the sitemap as paths of pages. */
function listed(output: string): string[] {
  return [...readPage(output, 'sitemap.xml').matchAll(/<loc>https:\/\/example\.org\/([^<]*)</g)]
    .map(([, address = '']) => decodeURIComponent(address))
    .map((address) => (/\.html$/.test(address) ? address : `${address}index.html`))
    .sort();
}

const isRedirect = (page: string) => page.includes('http-equiv="refresh"');
const isTombstone = (page: string) => page.includes('content="noindex"');

test('of the sample archive every page is in it, but for the search, 404.html and redirects', () => {
  const output = `${newFolder('sitemap')}/public`;
  buildSample(output);
  const pages = listPages(output).filter((path) => !isRedirect(readPage(output, path)));
  expect(listed(output)).toEqual(
    pages.filter((path) => path !== '404.html' && path !== 'search/index.html'),
  );
});

test('emitters whose pages are not in it say why', () => {
  const unlisted = emitters.flatMap(({ name, unlisted: why }) => (why === undefined ? [] : [name]));
  expect(unlisted.sort()).toEqual(
    ['assets', 'copied-files', 'not-found', 'redirects', 'search', 'tombstones'].sort(),
  );
});

describe('kinds of pages that are in it', () => {
  let site: TestSite;
  const record = (day: number) =>
    `# 云溪社区居委会会议记录\n\n时间：2024年5月${day}日\n\n地点：会议室\n\n主持人：李×\n\n参加人员：王×、赵×\n\n会议决定：开门。\n`;
  const files: Files = {
    'content/about.md': '# 关于\n\n正文。\n',
    'content/a.md': record(6),
    'content/b.md': record(20),
    'content/gone.md': '---\ntitle: 旧文\nwithdrawn: 有误\n---\n正文。\n',
    'content/moved.md': '---\ntitle: 新址\naliases: [former]\ntags: [甲, 公式]\n---\n正文。\n',
    'content/draft.md': '---\ntitle: 草稿\ndraft: true\n---\n正文。\n',
    'content/many.md': '# 讲话材料（2篇）\n\n篇一\n\n第一篇的正文。\n\n篇二\n\n第二篇的正文。\n',
    'site.config.yaml': 'pageSize: 1\n',
  };

  beforeAll(async () => {
    site = writeSite(newFolder('sitemap'), files);
    await reportOf(site);
  });

  test.each([
    ['about the site', 'about/index.html'],
    ['meetings', 'meetings/index.html'],
    ['a year of meetings', 'meetings/calendar/2024/index.html'],
    ['resolutions', 'resolutions/index.html'],
    ['titles', 'titles/index.html'],
    ['a further page of a list', 'documents/page/2/index.html'],
    ['a tag', 'tags/jia/index.html'],
    ['a piece of a collection', 'documents/many/2/index.html'],
    ['a year', 'years/2024/index.html'],
  ])('%s', (_what, path) => {
    expect(listPages(site.output)).toContain(path);
    expect(listed(site.output)).toContain(path);
  });

  test.each([
    ['a withdrawn document', 'documents/gone/index.html', isTombstone],
    ['a former address', 'documents/former/index.html', isRedirect],
  ])('%s is not', (_what, path, isSo) => {
    expect(isSo(readPage(site.output, path))).toBe(true);
    expect(listed(site.output)).not.toContain(path);
  });
});

test.each([
  ['2024-08-07 09:23:21', '2024-08-07'],
  ['2024年8月', '2024-08'],
  ['2024', '2024'],
  ['2024年三季度', '2024-09'],
])('a document of %s was last changed on %s', async (date, expected) => {
  const site = writeSite(newFolder('sitemap'), {
    'content/a.md': `---\ntitle: 甲\ndate: ${date}\n---\n正文。\n`,
  });
  await reportOf(site);
  expect(readPage(site.output, 'sitemap.xml')).toContain(
    `documents/a/</loc><lastmod>${expected}</lastmod>`,
  );
});
