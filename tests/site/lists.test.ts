import { expect, test } from 'vitest';
import { xlsxFile } from '../fixtures/office/xlsx-file.ts';
import { buildSite, type Files, listFiles, readPage, useFolders, writeSite } from './harness.ts';

const newFolder = useFolders();

const text = '各位代表，现在报告工作，请予审议。';

test('a list gives each file its fields, in Chinese or English heads, under those beside the file', () => {
  const site = writeSite(newFolder(), {
    'content/2024/甲.txt': text,
    'content/2024/乙.txt': text,
    'content/2024/乙.yaml': 'title: 旁边写的标题',
    'content/2024/metadata.csv':
      '\ufeff文件,标题,日期,单位,标签,发文字号\r\n甲.txt,"政府工作报告（""定稿""）",2024/8/7,青石县人民政府,"报告,政府",青政发〔2024〕7号\r\n乙,清单写的标题,2023-01-05,青石县财政局,,\r\n',
  });
  const report = buildSite(site).report;
  expect(report.problems).toEqual([]);
  expect(report.documents).toBe(2);
  const one = readPage(site.output, 'documents/jia/index.html');
  for (const words of [
    '政府工作报告（&quot;定稿&quot;）',
    '2024-08-07',
    '青石县人民政府',
    '青政发〔2024〕7号',
  ])
    expect(one).toContain(words);
  const other = readPage(site.output, 'documents/yi/index.html');
  expect(other).toContain('旁边写的标题');
  expect(other).toContain('青石县财政局');
});

test('a workbook is a list too, and its days are days', () => {
  const site = writeSite(newFolder(), {
    'content/甲.txt': text,
    'content/metadata.xlsx': xlsxFile([
      ['file', 'title', 'date'],
      ['甲.txt', '工作报告', 45511],
    ]),
  });
  expect(buildSite(site).report.problems).toEqual([]);
  expect(readPage(site.output, 'documents/jia/index.html')).toContain('2024-08-07');
});

test.each([
  ['a list', 'organisation: [青石县财政局, 青石县教育局]', ['青石县财政局', '青石县教育局']],
  ['a semicolon', '单位: 青石县财政局；青石县教育局', ['青石县财政局', '青石县教育局']],
  ['the sign between bodies', '单位: 县财政局、县教育局', ['县财政局', '县教育局']],
  ['one name with that sign', '单位: 机关、事业单位工会', ['机关、事业单位工会']],
  ['two names of one body', '单位: [县财局, 县财政局]', ['县财政局']],
])('a document is of several bodies: %s', (_, field, names) => {
  const site = writeSite(newFolder(), {
    'content/甲.md': `---\ntitle: 甲\n${field}\n---\n${text}`,
    'content/authority.yaml': '县财政局: [县财局]',
  });
  expect(buildSite(site).report.problems).toEqual([]);
  const page = readPage(site.output, 'documents/jia/index.html').split('class="metadata"')[1] ?? '';
  const shown = [...page.matchAll(/<a href="[^"]*organisations\/[^"]+\/index\.html">([^<]+)</g)];
  expect(shown.map(([, name]) => name)).toEqual(names);
  const list = readPage(site.output, 'organisations/index.html');
  for (const name of names) expect(list).toContain(name);
});

test('folders give fields to all below them, the nearest first', () => {
  const site = writeSite(newFolder(), {
    'content/_folder.yaml': '单位: 青石县\n标签: 旧档',
    'content/局/_folder.yaml': '单位: 青石县财政局',
    'content/局/甲.md': `---\ntitle: 甲\n---\n${text}`,
    'content/乙.md': `---\ntitle: 乙\n单位: 青石县档案馆\n---\n${text}`,
  });
  expect(buildSite(site).report.problems).toEqual([]);
  expect(readPage(site.output, 'documents/jia/index.html')).toContain('青石县财政局');
  expect(readPage(site.output, 'documents/jia/index.html')).toContain('旧档');
  expect(readPage(site.output, 'documents/yi/index.html')).toContain('青石县档案馆');
});

test('what is wrong with a list is told by its row', () => {
  const site = writeSite(newFolder(), {
    'content/甲.txt': text,
    'content/metadata.csv': '文件,标题,日期\n甲.txt,报告,八月\n丙.txt,无,2024-01-01\n',
    'content/子/metadata.csv': '标题\n报告\n',
  });
  expect(buildSite(site).report.problems.map(({ rule, file, line }) => [rule, file, line])).toEqual(
    expect.arrayContaining([
      ['list-row', 'metadata.csv', 3],
      ['list-head', '子/metadata.csv', 1],
      ['field-date', 'metadata.csv', 2],
    ]),
  );
});

test('another row changes its document alone', () => {
  const folder = newFolder();
  const files = { 'content/甲.txt': text, 'content/乙.txt': `${text}第二份。` };
  const list = (title: string) => `文件,标题\n甲.txt,${title}\n乙.txt,第二份报告\n`;
  const site = writeSite(folder, { ...files, 'content/metadata.csv': list('第一份报告') });
  buildSite(site).report;
  writeSite(folder, { 'content/metadata.csv': list('改过的报告') });
  buildSite(site).report;
  expect(readPage(site.output, 'documents/jia/index.html')).toContain('改过的报告');
  expect(readPage(site.output, 'documents/yi/index.html')).toContain('第二份报告');
});

test.each([
  ['a table', { 'content/authority.csv': '名称,别名\n青石县人民政府,青石县政府、县政府\n' }],
  ['fields', { 'content/authority.yaml': '青石县人民政府: [青石县政府, 县政府]\n' }],
])('names of bodies are one where %s says so', (_, list) => {
  const folder = newFolder();
  const of = (name: string) => `---\ntitle: ${name}的报告\norganisation: ${name}\n---\n${text}`;
  const files = {
    'content/甲.md': of('青石县政府'),
    'content/乙.md': of('青石县人民政府'),
    'content/丙.md': of('县政府'),
  };
  const site = writeSite(folder, files);
  buildSite(site);
  const pages = () =>
    listFiles(site.output).filter((path) => /^organisations\/[^/]+\/index/.test(path));
  expect(pages()).toHaveLength(3);
  writeSite(folder, list);
  expect(buildSite(site).report.problems).toEqual([]);
  expect(pages()).toHaveLength(1);
  expect(readPage(site.output, 'documents/bing/index.html')).toContain('>青石县人民政府<');
});

test.each<[string, Files]>([
  [
    'two lists',
    {
      'content/metadata.csv': '文件,草稿\n子/甲.txt,是\n',
      'content/子/metadata.csv': '文件,标题\n甲.txt,甲\n',
    },
  ],
  ['two rows', { 'content/metadata.csv': '文件,草稿,标题\n子/甲.txt,是,\n子/甲.txt,,甲\n' }],
  ['two columns', { 'content/metadata.csv': '文件,密级,密级\n子/甲.txt,机密,公开\n' }],
  [
    'a quote that is never closed',
    { 'content/metadata.csv': '文件,标题,密级\n乙.txt,"未闭,\n子/甲.txt,x,机密\n' },
  ],
  ['a list without a head', { 'content/metadata.csv': '名称,密级\n子/甲.txt,机密\n' }],
  ['fields of a folder that are broken', { 'content/子/_folder.yaml': 'draft: true\n单位: "青石' }],
])('%s publish nothing that one of them keeps', (_, files) => {
  const site = writeSite(newFolder(), { ...files, 'content/子/甲.txt': text });
  expect(buildSite(site).report.documents).toBe(0);
});

test('a list of any name gives fields where the configuration names it', () => {
  const site = writeSite(newFolder(), {
    'site.config.yaml': 'lists: [./2024/收文登记.csv]',
    'content/2024/甲.txt': text,
    'content/2024/收文登记.csv': '文件,标题\n甲.txt,政府工作报告\n',
  });
  expect(buildSite(site).report.problems).toEqual([]);
  expect(readPage(site.output, 'documents/jia/index.html')).toContain('政府工作报告');
});

test('where a list is not there nothing is published: nobody knows what it keeps', () => {
  const site = writeSite(newFolder(), {
    'site.config.yaml': 'lists: [无.csv]',
    'content/甲.txt': text,
  });
  const { problems, documents } = buildSite(site).report;
  expect(problems.map(({ rule }) => rule)).toEqual(['list-absent']);
  expect(documents).toBe(0);
});

test('a row that names another form of a document is about the document', () => {
  const site = writeSite(newFolder(), {
    'content/甲.md': text,
    'content/甲.docx': 'x',
    'content/metadata.csv': '文件,标题\n甲.docx,政府工作报告\n',
  });
  expect(buildSite(site).report.problems).toEqual([]);
  expect(readPage(site.output, 'documents/jia/index.html')).toContain('政府工作报告');
});
