import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listPages, readPage, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';
import { readTags } from './html.ts';

/* Of a text that replaces another, `$'` and its like are expanded: no content is ever such a text. */

const newFolder = useFolders();

test.each([
  ["$'", "b.md#$'"],
  ['$`', 'b.md#$%60'],
  ['$& and $$', 'b.md#$&$$'],
  ['a numbered group', 'b.md#$1$2'],
  ['a named group', 'b.md#$%3Cx%3E'],
  ['a marker of another link', 'b.md#{0}'],
  ["many $'", `b.md#${"$'".repeat(50)}`],
])('%s in an address stays as it is', async (_what, address) => {
  const site = writeSite(newFolder(), {
    'content/a.md': `# 甲\n\n&lt;img src=x onerror=alert(1)> [乙](${address}) [丙](b.md)\n`,
    'content/b.md': '# 乙\n\n正文。\n',
  });
  const { status, report } = await reportOf(site);
  expect({ status, problems: report.problems }).toEqual({ status: 0, problems: [] });
  const page = readPage(site.output, 'documents/a/index.html');
  expect(page.match(/<\/html>/g)).toHaveLength(1);
  const tags = readTags(page);
  expect(tags.filter(({ attributes }) => attributes.has('onerror'))).toEqual([]);
  const links = tags.flatMap(({ attributes }) => attributes.get('href') ?? []);
  const [, fragment = ''] = address.split('#');
  expect(links.filter((link) => link.includes('documents/b/index.html')).map(decodeURI)).toContain(
    `../../documents/b/index.html#${decodeURI(fragment)}`,
  );
});

test.each(["年报$'.csv", '年报$&.csv', '年报$$.csv', '年报$1.csv', "甲$'乙$'丙.csv"])(
  'a file of the name %s is linked',
  async (name) => {
    const site = writeSite(newFolder(), {
      'content/a.md': `# 甲\n\n[表](<${name}>)\n`,
      [`content/${name}`]: '1\n',
    });
    const { report } = await reportOf(site);
    expect(report.problems).toEqual([]);
    const [page = ''] = listPages(site.output).filter((path) => path.startsWith('documents/a/'));
    const links = readTags(readPage(site.output, page)).flatMap(
      ({ attributes }) => attributes.get('href') ?? [],
    );
    expect(links.map(decodeURIComponent)).toContain(`../../files/${name}`);
  },
);

test.each(['一#二.csv', '一?二.csv', '一%二.csv', '一 二.csv', '一%23二.csv'])(
  'a file of the name %s, whose signs mean something in addresses, is asked for by its name',
  async (name) => {
    const site = writeSite(newFolder(), {
      'content/a.md': `# 甲\n\n[表](${encodeURIComponent(name)}) ![图](${encodeURIComponent(name)})\n`,
      [`content/${name}`]: '1\n',
    });
    await reportOf(site);
    const [page = ''] = listPages(site.output).filter((path) => path.startsWith('documents/a/'));
    const addresses = readTags(readPage(site.output, page)).flatMap(({ attributes }) => [
      attributes.get('href') ?? '',
      attributes.get('src') ?? '',
    ]);
    const asked = addresses
      .filter((address) => address.includes('/files/'))
      .map((address) => new URL(address, 'https://a.example/documents/a/index.html').pathname);
    expect(asked.map(decodeURIComponent)).toEqual([`/files/${name}`, `/files/${name}`]);
  },
);

test.each(['3#楼.csv', '一?二.csv', '甲#乙#丙.csv'])(
  'a link that is written as the name of the file %s leads to it, where there is one',
  async (name) => {
    const site = writeSite(newFolder(), {
      'content/a.md': `# 甲\n\n[表](${name})\n`,
      [`content/${name}`]: '1\n',
    });
    const { report } = await reportOf(site);
    expect(report.problems).toEqual([]);
    const links = readTags(readPage(site.output, 'documents/a/index.html')).flatMap(
      ({ attributes }) => attributes.get('href') ?? [],
    );
    expect(links).toContain(`../../files/${encodeURIComponent(name)}`);
  },
);

test('a file that comes or goes changes where such a link leads', async () => {
  const site = writeSite(newFolder(), {
    'content/a.md': '# 甲\n\n[表](b.md#二)\n',
    'content/b.md': '# 乙\n\n## 二\n\n正文。\n',
  });
  await reportOf(site);
  const linksOf = () =>
    readTags(readPage(site.output, 'documents/a/index.html')).flatMap(
      ({ attributes }) => attributes.get('href') ?? [],
    );
  expect(linksOf()).toContain('../../documents/b/index.html#%E4%BA%8C');
  writeFileSync(join(site.content, 'b.md#二'), '1\n');
  await reportOf(site);
  expect(linksOf()).toContain('../../files/b.md%23%E4%BA%8C');
});
