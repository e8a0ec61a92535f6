import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readPage, type TestSite, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';
import { readTags } from './html.ts';

const newFolder = useFolders();
let site: TestSite;

const law = [
  '# 中华人民共和国湿地条例',
  '第一条 为了保护湿地，制定本条例。',
  '第二条 本条例所称湿地，是指常年积水的土地。',
  '第三条 湿地由所在地的县管理。',
].join('\n\n');
const notice = [
  '---\ntitle: 关于开展湿地清理的通知\ndate: 2024-05-06\n---',
  '青政发〔2024〕7号',
  '根据《湿地条例》第三条和《湿地条例》第九十条，现将有关事项通知如下。',
].join('\n\n');
const letter = [
  '# 县湿地管理站关于清理情况的复函',
  '按照青政发[2024]第07号要求，并见《关于开展湿地清理的通知》和[《关于开展湿地清理的通知》](https://other.example/)。',
].join('\n\n');

const linksOf = (html: string) =>
  readTags(html)
    .filter(({ attributes }) => attributes.get('class') === 'citation')
    .map(({ attributes }) => attributes.get('href'));
const listOf = (html: string, name: 'cited' | 'citing') => {
  const list = new RegExp(`<ul data-${name}>([\\s\\S]*?)</ul>`).exec(html)?.[1] ?? '';
  return [...list.matchAll(/<a[^>]*>([^<]*)/g)].map(([, title]) => title);
};

beforeEach(async () => {
  site = writeSite(newFolder('citations'), {
    'content/law.md': law,
    'content/notice.md': notice,
    'content/letter.md': letter,
  });
  expect((await reportOf(site)).status).toBe(0);
});

describe('what a document cites of the archive', () => {
  test('is a link to it, and to the article where it has that', () => {
    const html = readPage(site.output, 'documents/notice/index.html');
    expect(linksOf(html)).toEqual([
      '../../documents/law/index.html#article-3',
      '../../documents/law/index.html',
    ]);
    expect(readPage(site.output, 'documents/law/index.html')).toContain('id="article-3"');
  });

  test('is found by its number, however that is typed, and no link stands in a link', () => {
    const html = readPage(site.output, 'documents/letter/index.html');
    expect(html).toContain(
      '按照<a class="citation" href="../../documents/notice/index.html">青政发[2024]第07号</a>要求',
    );
    expect(linksOf(html)).toHaveLength(2);
  });

  test('is listed on both pages', () => {
    const page = (name: string) => readPage(site.output, `documents/${name}/index.html`);
    expect(listOf(page('notice'), 'cited')).toEqual(['中华人民共和国湿地条例']);
    expect(listOf(page('notice'), 'citing')).toEqual(['县湿地管理站关于清理情况的复函']);
    expect(listOf(page('law'), 'citing')).toEqual(['关于开展湿地清理的通知']);
    expect(listOf(page('letter'), 'citing')).toEqual([]);
  });
});

describe('the archive changes, and nothing but the page of the other is written:', () => {
  test('a law that leaves takes the links to it with it', async () => {
    writeFileSync(join(site.content, 'law.md'), law.replace('湿地条例', '沼泽条例'));
    await reportOf(site);
    const html = readPage(site.output, 'documents/notice/index.html');
    expect(linksOf(html)).toEqual([]);
    expect(listOf(html, 'cited')).toEqual([]);
  });

  test('a title that two notices have is nobody’s, and of a law the newest is meant', async () => {
    writeFileSync(
      join(site.content, 'other.md'),
      '---\ntitle: 关于开展湿地清理的通知\ndate: 2023-01-02\n---\n\n另一件事。\n',
    );
    writeFileSync(join(site.content, 'newer.md'), `---\ndate: 2025-01-02\n---\n${law}新说法。\n`);
    await reportOf(site);
    expect(linksOf(readPage(site.output, 'documents/letter/index.html'))).toEqual([
      '../../documents/notice/index.html',
    ]);
    expect(linksOf(readPage(site.output, 'documents/notice/index.html'))).toEqual([
      '../../documents/newer/index.html#article-3',
      '../../documents/newer/index.html',
    ]);
  });
});

test('a title that says no more than what sort of text it is leads nowhere', async () => {
  writeFileSync(join(site.content, 'summary.md'), '# 会议纪要\n\n会议研究了湿地的事。\n');
  writeFileSync(join(site.content, 'rules.md'), '# 关于写作的说明\n\n《会议纪要》由办公室写。\n');
  await reportOf(site);
  expect(linksOf(readPage(site.output, 'documents/rules/index.html'))).toEqual([]);
});
