import { expect, test } from 'vitest';
import { type Files, readPage, readTree, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';

/* The files of the site itself stay, whatever a document asks for: the loser is named. */

const newFolder = useFolders();

const document = (fields: string) => `---\ntitle: 甲\n${fields}\n---\n正文。\n`;

async function build(files: Files) {
  const site = writeSite(newFolder('own'), files);
  return { site, ...(await reportOf(site)) };
}

const own = (tree: ReadonlyMap<string, Buffer>) =>
  [...tree.keys()].filter(
    (path) => !/^(?:documents\/a\/|\.guidang-manifest$|manifest-sha256\.txt$)/.test(path),
  );

test.each([
  '/assets/style.css/y.html',
  '/feed.xml/x',
  '/search/index.html',
  '/sitemap.xml/a/b.html',
  '/assets/search.js',
  '/index.html/old',
  '/404.html',
  '/kinds/other',
  '/robots.txt/x.html',
  '/documents/index.html/x',
  '/documents/page',
  '/SEARCH/',
  '/manifest-sha256.txt/x',
])('an alias %s takes nothing away', async (alias) => {
  const plain = await build({ 'content/a.md': document('tags: [乙]') });
  const asked = await build({ 'content/a.md': document(`tags: [乙]\naliases: ["${alias}"]`) });
  const [before, after] = [readTree(plain.site.output), readTree(asked.site.output)];
  const lost = own(before).filter((path) => after.get(path) === undefined);
  expect(lost).toEqual([]);
  const changed = own(before).filter(
    (path) => !before.get(path)?.equals(after.get(path) ?? Buffer.of()),
  );
  expect(changed).toEqual([]);
  expect(readPage(asked.site.output, 'documents/a/index.html')).toContain('正文。');
  const isInTheWay = asked.report.problems.some(
    ({ rule, file }) => rule === 'same-address' && file === 'a.md',
  );
  expect(after.has('manifest-sha256.txt')).toBe(true);
  // What stands beside the site's own files is only a former address
  expect(isInTheWay || after.size === before.size + 1).toBe(true);
});

test.each(['index.html.md', 'INDEX.HTML.txt', 'index.html/index.md', '2024/index.html.md'])(
  'a file %s does not take the list of documents away',
  async (name) => {
    const { site, status, report } = await build({
      [`content/${name}`]: document('tags: [乙]'),
      'content/b.md': '# 乙\n\n正文。\n',
    });
    expect({ status, problems: report.problems, documents: report.documents }).toEqual({
      status: 0,
      problems: [],
      documents: 2,
    });
    const list = readPage(site.output, 'documents/index.html');
    for (const title of ['甲', '乙']) expect(list).toContain(`>${title}</a>`);
  },
);

test.each([
  'tags: [index.html]',
  'organisation: index.html',
  'speaker: Index.html',
  'kind: index.html',
  'tags: ["INDEX.html"]',
])('%s does not take its own list away', async (fields) => {
  const { site, status } = await build({ 'content/a.md': document(fields) });
  expect(status).toBe(0);
  const [, field = ''] = /^(\w+)/.exec(fields) ?? [];
  const facet = field === 'tags' ? field : `${field}s`;
  expect(readPage(site.output, `${facet}/index.html`)).toContain('index.html-x/index.html');
});

test("of two documents that ask for one another's folder the second is named", async () => {
  const { site, report } = await build({
    'content/a.md': document('aliases: [/old/a.html]'),
    'content/b.md': document('aliases: [/old/a.html/b]'),
  });
  expect(report.problems).toMatchObject([
    { rule: 'same-address', severity: 'error', file: 'b.md' },
  ]);
  expect(readPage(site.output, 'old/a.html')).toContain('documents/a/');
});
