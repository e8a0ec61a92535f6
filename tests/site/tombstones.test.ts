import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { listFiles, readPage, type TestSite, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';

const newFolder = useFolders();
let site: TestSite;
const page = 'documents/a/index.html';
const named = '甲同志的讲话';
const text = '各位同志，大家上午好。';

function write(...fields: string[]) {
  const front = ['---', `title: ${named}`, 'date: 2019-05-01', ...fields, '---'].join('\n');
  writeFileSync(join(site.content, 'a.md'), `${front}\n\n${text}\n`);
}

beforeEach(async () => {
  site = writeSite(newFolder('tombstones'), { 'content/b.md': '# 讲话二\n\n大家好。\n' });
  write();
  await reportOf(site, ['--record-addresses']);
});

test('a withdrawn document leaves its title, date and reason at its address, and no text', async () => {
  write('withdrawn: 应发文单位 <要求> 撤回', 'withdrawn-date: 2024-06-01', 'aliases: [old]');
  const { status, report } = await reportOf(site);
  expect(status).toBe(0);
  expect(report.problems).toEqual([]);
  expect(report.documents).toBe(1);
  expect(report.skipped).toEqual([{ file: 'a.md', reason: 'withdrawn: 应发文单位 <要求> 撤回' }]);
  const html = readPage(site.output, page);
  for (const shown of [named, '2019', '2024', '应发文单位 &lt;要求&gt; 撤回', 'noindex']) {
    expect(html).toContain(shown);
  }
  expect(html).not.toContain(text);
  expect(readPage(site.output, 'documents/old/index.html')).toContain('/documents/a/index.html');
});

test('nothing else of the site names it', async () => {
  write('withdrawn: 撤回');
  await reportOf(site);
  const naming = listFiles(site.output).filter((path) => {
    const content = readFileSync(join(site.output, path), 'utf8');
    return content.includes(named) || content.includes('documents/a/');
  });
  expect(naming).toEqual(['.guidang-manifest', page, 'manifest-sha256.txt']);
});

test.each(['b.md', 'b'])('it may name the one in its place: %s', async (successor) => {
  write('withdrawn: 撤回', `successor: ${successor}`);
  await reportOf(site);
  expect(readPage(site.output, page)).toContain(
    '<a href="../../documents/b/index.html">讲话二</a>',
  );
});

test('links to it lead to the page that says so', async () => {
  write('withdrawn: 撤回');
  writeFileSync(join(site.content, 'b.md'), '# 讲话二\n\n见[旧文](a.md)。\n');
  const { report } = await reportOf(site);
  expect(report.problems).toEqual([]);
  expect(readPage(site.output, 'documents/b/index.html')).toContain(
    '<a href="../../documents/a/index.html">旧文</a>',
  );
});

test('a document that comes back stands where it stood', async () => {
  write('withdrawn: 撤回');
  await reportOf(site);
  write();
  await reportOf(site);
  expect(readPage(site.output, page)).toContain(text);
});

test.each(['true', 'false', '否', '2024'])('withdrawn: %s is no reason', async (value) => {
  write(`withdrawn: ${value}`);
  const { status, report } = await reportOf(site);
  expect(status).toBe(1);
  const [problem] = report.problems;
  expect(problem).toMatchObject({ rule: 'field-withdrawn', file: 'a.md', line: 4 });
});

test('a draft that is withdrawn leaves nothing', async () => {
  write('draft: true', 'withdrawn: 撤回');
  await reportOf(site);
  expect(existsSync(join(site.output, page))).toBe(false);
});

describe('a crawled list of popular documents', () => {
  const list = '在采茶节上的致辞\n\n各位来宾，欢迎大家。\n\n热门文档\n\n';
  const lines = `2019-05-01 ${named}\n2024-01-02 谁也没有的发言材料\n`;

  beforeEach(() => writeFileSync(join(site.content, 'crawled.txt'), list + lines));

  test('does not bring the title of a withdrawn document back', async () => {
    write('withdrawn: 撤回');
    await reportOf(site);
    const naming = listFiles(site.output).filter((path) => {
      return readFileSync(join(site.output, path), 'utf8').includes(named);
    });
    expect(naming).toEqual([page]);
    expect(readPage(site.output, 'popular/index.html')).toContain('谁也没有的发言材料');
  });

  test('names another document of the same title that is published', async () => {
    write('withdrawn: 撤回');
    writeFileSync(join(site.content, 'c.md'), `---\ntitle: ${named}\n---\n\n${text}\n`);
    await reportOf(site);
    expect(readPage(site.output, 'popular/index.html')).toContain('documents/c/');
  });
});

test('a withdrawn page about the site leaves its title and reason at its address, and nothing names it', async () => {
  const about = (fields: string) => {
    const path = join(site.content, 'about.md');
    writeFileSync(path, `---\ntitle: 关于本站\n${fields}---\n\n# 关于\n\n本站收录讲话。\n`);
  };
  const aboutPage = 'about/index.html';
  about('');
  await reportOf(site);
  expect(readPage(site.output, aboutPage)).toContain('本站收录讲话');
  expect(readPage(site.output, 'index.html')).toContain('href="about/index.html"');
  about('withdrawn: 正在改写\n');
  const { report } = await reportOf(site);
  expect(report.problems).toEqual([]);
  expect(report.skipped).toContainEqual({ file: 'about.md', reason: 'withdrawn: 正在改写' });
  const html = readPage(site.output, aboutPage);
  for (const shown of ['关于本站', '正在改写', 'noindex']) expect(html).toContain(shown);
  for (const hidden of ['本站收录讲话', '日期不详', '>其他</a> /']) {
    expect(html).not.toContain(hidden);
  }
  const naming = listFiles(site.output).filter((path) => {
    return /href="[^"]*about\/|<loc>[^<]*about\//.test(readPage(site.output, path));
  });
  expect(naming).toEqual([]);
});
