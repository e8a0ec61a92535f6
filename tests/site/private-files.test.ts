import { describe, expect, test } from 'vitest';
import { pdfFile } from '../fixtures/office/pdf-file.ts';
import { type Files, guidang, listFiles, now, readPage, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';

/* Files that nothing published leads to stay out of the site, and every one of them is named. */

const newFolder = useFolders();

async function build(files: Files, args: readonly string[] = []) {
  const site = writeSite(newFolder('private'), files);
  const { status, report } = await reportOf(site, args);
  const published = listFiles(site.output).filter(
    (path) => !/\.(?:html|xml|js|css|svg)$|^assets\/|^robots|manifest/.test(path),
  );
  return { site, status, report, published };
}

const linking = (fields: string, target = 'a.pdf') =>
  `---\ntitle: 甲\n${fields}\n---\n正文，见[附件](${target})和![图](b.png)。\n`;
const paper = pdfFile([[{ text: '各位代表，现在报告工作', x: 80, y: 700 }]]);
const beside = { 'content/a.pdf': paper, 'content/b.png': 'b' };

test('what a published document links or shows is published', async () => {
  const { published, report } = await build({ ...beside, 'content/d.md': linking('tags: [乙]') });
  expect(published).toEqual(['files/a.pdf', 'files/b.png']);
  expect(report.problems).toEqual([]);
});

test.each([
  ['a draft links', linking('draft: true')],
  ['a withdrawn document links', linking('withdrawn: 有误')],
  ['an expired document links', linking('expires: 2020-01-01')],
  ['a later document links', linking('publish: 2099-01-01')],
  ['a document with a mistake links', linking('date: 昨天')],
  ['a classified document links', linking('密级: 机密')],
])('what %s is not, and is named', async (_what, text) => {
  const { published, report } = await build({ ...beside, 'content/d.md': text });
  expect(published).toEqual([]);
  const told = report.problems.filter(({ rule }) => rule === 'unlinked-file');
  expect(told).toHaveLength(1);
  expect(told[0]?.message).toMatch(/^2 files are not published, .*: a\.pdf, b\.png$/);
  const reason = 'no published document shows or links it';
  expect(report.skipped).toEqual(
    expect.arrayContaining([
      { file: 'a.pdf', reason },
      { file: 'b.png', reason },
    ]),
  );
});

test.each([
  ['nothing links', '---\ntitle: 甲\n---\n正文。\n'],
  ['a document names without a link', '# 甲\n\n见 a.mp3 和 b.png。\n'],
  ['a document links in another folder', '# 甲\n\n[附件](other/a.mp3)\n'],
])('what %s is not, and is named', async (_what, text) => {
  const files = { 'content/a.mp3': 'a', 'content/b.png': 'b', 'content/d.md': text };
  const { published, report } = await build(files);
  expect(published).toEqual([]);
  const told = report.problems.filter(({ rule }) => rule === 'unlinked-file');
  expect(told[0]?.message).toMatch(/^2 files are not published, .*: a\.mp3, b\.png$/);
});

test('with drafts what drafts link is published', async () => {
  const files = { ...beside, 'content/d.md': linking('draft: true') };
  expect((await build(files, ['--drafts'])).published).toEqual(['files/a.pdf', 'files/b.png']);
});

test('a file goes with the document that linked it, and comes back with it', async () => {
  const { site, published } = await build({ ...beside, 'content/d.md': linking('tags: [乙]') });
  expect(published).toHaveLength(2);
  writeSite(site.folder, { 'content/d.md': linking('draft: true') });
  await reportOf(site);
  expect(listFiles(site.output).filter((path) => path.startsWith('files/'))).toEqual([]);
  writeSite(site.folder, { 'content/d.md': linking('draft: false') });
  await reportOf(site);
  expect(listFiles(site.output)).toContain('files/a.pdf');
});

test('many are one line of a build, and a check names all', () => {
  const names = Array.from({ length: 30 }, (_, index) => `附件${index + 10}.mp3`);
  const files = Object.fromEntries(names.map((name) => [`content/${name}`, 'x']));
  const site = writeSite(newFolder('private'), { ...files, 'content/d.md': '# 甲\n\n正文。\n' });
  const args = ['--content', site.content, '--now', now];
  const built = guidang(['build', ...args, '--output', site.output]);
  const lines = `${built.stdout}${built.stderr}`
    .split('\n')
    .filter((line) => line.includes('附件'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('30 files are not published');
  expect(lines[0]).toContain('27 more');
  const checked = guidang(['check', ...args]);
  for (const name of names) expect(checked.stdout).toContain(name);
});

describe('the configuration names files', () => {
  const publish = (...names: string[]) => ({
    'site.config.yaml': `publish: ${JSON.stringify(names)}\n`,
    'content/d.md': '# 甲\n\n正文。\n',
  });

  test.each<[string, string[], Files, string[]]>([
    ['for a host', ['CNAME'], { 'content/CNAME': 'a.example' }, ['CNAME']],
    [
      'as a page that proves ownership',
      ['google1.html'],
      { 'content/google1.html': 'x' },
      ['google1.html'],
    ],
    [
      'as a text that proves ownership',
      ['WW_verify.txt'],
      { 'content/WW_verify.txt': 'x' },
      ['WW_verify.txt'],
    ],
    [
      'in a hidden folder',
      ['.well-known/security.txt'],
      { 'content/.well-known/security.txt': 'x', 'content/.well-known/private.md': 'y' },
      ['.well-known/security.txt'],
    ],
    [
      'of a whole folder',
      ['表格/'],
      { 'content/表格/一.xlsx': '1', 'content/表格/二.xlsx': '2' },
      ['表格/一.xlsx', '表格/二.xlsx'],
    ],
    ['as fields', ['data.yaml'], { 'content/data.yaml': 'a: 1' }, ['data.yaml']],
  ])('%s: at their own paths', async (_what, names, files, expected) => {
    const { site, report, status } = await build({ ...publish(...names), ...files });
    expect({ status, problems: report.problems }).toEqual({ status: 0, problems: [] });
    const published = listFiles(site.output);
    expect(published).toEqual(expect.arrayContaining(expected));
    expect(published.filter((path) => path.includes('private'))).toEqual([]);
    expect(report.documents).toBe(1);
  });

  test.each([
    'index.html',
    'feed.xml',
    'assets/style.css',
    'documents/d/index.html',
    'sitemap.xml',
  ])('but %s of the site stays what it is', async (name) => {
    const { site, report } = await build({ ...publish(name), [`content/${name}`]: '假' });
    const { output } = site;
    expect(report.problems).toMatchObject([{ rule: 'same-address', file: name }]);
    expect(listFiles(output)).toContain(name);
    expect(readPage(output, name)).not.toBe('假');
  });

  test('in a folder documents and hidden files keep to the usual rules', async () => {
    const { site, report } = await build({
      ...publish('附/'),
      'content/附/草稿.md': linking('draft: true'),
      'content/附/密.md': linking('密级: 机密'),
      'content/附/旧.md': linking('withdrawn: 有误'),
      'content/附/文.md': '# 乙\n\n正文。\n',
      'content/附/说明.txt': '正文。\n',
      'content/附/说明.yaml': 'draft: true\n',
      ...Object.fromEntries(
        ['.hid', '~$表.docx', 'Thumbs.db', '表.docx'].map((each) => [`content/附/${each}`, 'x']),
      ),
    });
    expect(listFiles(site.output).filter((path) => path.startsWith('附/'))).toEqual(['附/表.docx']);
    expect(report.skipped.map(({ file }) => file)).toEqual(
      expect.arrayContaining(
        ['草稿.md', '密.md', '旧.md', '说明.txt', '.hid'].map((each) => `附/${each}`),
      ),
    );
    expect(report.documents).toBe(2);
  });

  test('one that is not there is told', async () => {
    const { report } = await build(publish('CNAME'));
    expect(report.problems).toMatchObject([{ severity: 'warning', rule: 'publish-absent' }]);
  });

  test('a link of a document leads to its own path', async () => {
    const files = {
      ...publish('表.xlsx'),
      'content/表.xlsx': 'x',
      'content/e.md': '# 乙\n\n[表](表.xlsx)\n',
    };
    const { published } = await build(files);
    expect(published).toEqual(['表.xlsx']);
  });

  test('and the navigation may lead to one', async () => {
    const { published } = await build({
      'site.config.yaml': 'navigation:\n  - title: 表\n    page: files/a.pdf\n',
      'content/d.md': '# 甲\n\n正文。\n',
      'content/a.pdf': paper,
    });
    expect(published).toEqual(['files/a.pdf']);
  });
});

test('of files that offices have and that are not read it is told what can be done', async () => {
  const names = ['a.pptx', 'b.zip', 'c.rar', 'd.mht', 'e.xlsx', 'f.caj', 'g.mp3'];
  const files = Object.fromEntries(names.map((name) => [`content/${name}`, 'x']));
  const { report, site } = await build({ ...files, 'content/甲.md': '# 甲\n\n正文。\n' });
  const told = report.problems.map(({ message, hint }) => `${message} ${hint}`).join('\n');
  expect(told).toContain('slides (a.pptx) Save them as PDF');
  expect(told).toContain('packed files (b.zip, c.rar) Unpack them');
  expect(told).toContain('pages saved as one file (d.mht) Open them in a browser');
  expect(told).toContain('tables (e.xlsx) Link them');
  expect(told).toContain('files of a reading program (f.caj) Print them');
  expect(told).toContain('1 file is not published');
  const checked = guidang(['check', '--content', site.content, '--now', now]).stdout;
  for (const name of names) expect(checked).toContain(name);
});
