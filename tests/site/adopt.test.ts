import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { p, wordFile } from '../fixtures/office/word-file.ts';
import { guidang, readPage, type TestSite, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';

const newFolder = useFolders();

const picture = Buffer.from('89504e470d0a1a0a', 'hex');
const talk = (more = '') =>
  wordFile({
    body: [
      p('在防汛工作会议上的讲话'),
      p('（2024年6月3日）'),
      p('同志们：'),
      p('一、提高认识'),
      p('1. 今年雨水偏多，不能有 * 号那样的侥幸，也不能有 &lt;侥幸&gt; 那样的心理。'),
      `<w:p><w:r><w:drawing><a:blip r:embed="a"/></w:drawing></w:r></w:p>`,
      `<w:tbl><w:tr><w:tc>${p('单位')}</w:tc><w:tc>${p('数量|个')}</w:tc></w:tr><w:tr><w:tc>${p('甲村')}</w:tc><w:tc>${p('3')}</w:tc></w:tr></w:tbl>`,
      p(`二、落实责任${more}`),
      p('各村各单位要立即行动起来，把责任落实到人。'),
    ].join(''),
    related: [['a', 'image', 'media/image1.png']],
    parts: [['word/media/image1.png', picture]],
  });

const adopt = ({ folder }: TestSite, file: string) =>
  guidang(['adopt', join('content', file), '--lang', 'zh'], { cwd: folder });

/** What readers see of the text. */
const articleOf = (site: TestSite) =>
  /<article[\s\S]*<\/article>/
    .exec(readPage(site.output, 'documents/jiang-hua/index.html'))?.[0]
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, '');

test('a text that is taken over is the text of the same page, with its pictures and where it is from', async () => {
  const site = writeSite(newFolder(), { 'content/讲话.docx': talk() });
  await reportOf(site);
  const before = articleOf(site);
  const { status, stdout, stderr } = adopt(site, '讲话.docx');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('讲话.docx 已转为 讲话.md');
  const text = readFileSync(join(site.content, '讲话.md'), 'utf8');
  expect(text).toContain('## 一、提高认识');
  expect(text).toContain('1\\. 今年雨水偏多');
  expect(text).toContain('![](讲话.files/image1.png)');
  expect(text).toContain('| 单位 | 数量\\|个 |');
  expect(readFileSync(join(site.content, '讲话.files/image1.png'))).toEqual(picture);
  const { report } = await reportOf(site);
  expect(report).toMatchObject({ documents: 1, problems: [] });
  expect(articleOf(site)?.replace(/SHA-256[\da-f]+/g, '')).toBe(
    before?.replace(/SHA-256[\da-f]+/g, ''),
  );
  const origin = readFileSync(join(site.content, '讲话.origin.yaml'), 'utf8');
  expect(origin).toMatch(/^original: 讲话\.docx\nsha256: [\da-f]{64}\n/m);
  expect(origin).toMatch(/^reader: guidang [\d.]+, Word$/m);
});

test('what was edited is not replaced, and what was not is', () => {
  const site = writeSite(newFolder(), { 'content/讲话.docx': talk() });
  adopt(site, '讲话.docx');
  const origin = join(site.content, '讲话.origin.yaml');
  writeFileSync(origin, readFileSync(origin, 'utf8').replace('source:', 'source: 县档案馆'));
  writeSite(site.folder, { 'content/讲话.docx': talk('，不留死角') });
  const changed = () => {
    const { stdout } = guidang(['check', '--json'], { cwd: site.folder });
    const { findings }: { findings: { message: string }[] } = JSON.parse(stdout);
    return findings.filter(({ message }) => /has changed since/.test(message)).length;
  };
  expect(changed()).toBe(1);
  expect(adopt(site, '讲话.docx').status).toBe(0);
  const text = join(site.content, '讲话.md');
  expect(readFileSync(text, 'utf8')).toContain('不留死角');
  expect(readFileSync(origin, 'utf8')).toContain('source: "县档案馆"');
  expect(changed()).toBe(0);

  writeFileSync(text, `${readFileSync(text, 'utf8')}\n校对过。\n`);
  const { status, stderr } = adopt(site, '讲话.docx');
  expect(status).toBe(1);
  expect(stderr).toContain('没有覆盖');
  expect(readFileSync(text, 'utf8')).toContain('校对过');
});

test.each([
  ['a file outside', '../讲话.docx'],
  ['a file that is not there', '无.docx'],
  ['Markdown', '甲.md'],
])('%s is not taken over, and that is told', (_, file) => {
  const site = writeSite(newFolder(), {
    'content/甲.md': '# 甲\n\n正文。\n',
    '讲话.docx': talk(),
  });
  const { status, stderr } = adopt(site, file);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^错误 .*不是内容文件夹中/);
});

test('what a document keeps from being seen is not taken over into one that is seen', () => {
  const site = writeSite(newFolder(), {
    'content/讲话.docx': wordFile({ body: p('讲话提纲，请审阅。'), header: p('机密★10年') }),
  });
  expect(adopt(site, '讲话.docx').status).toBe(1);
});
