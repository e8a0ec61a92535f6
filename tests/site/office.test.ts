import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findProgram } from '#formats/programs.ts';
import { pdfFile } from '../fixtures/office/pdf-file.ts';
import { p, wordFile } from '../fixtures/office/word-file.ts';
import {
  buildSite,
  type Files,
  listFiles,
  readPage,
  type TestSite,
  useFolders,
  writeSite,
} from './harness.ts';

const newFolder = useFolders();

const picture = Buffer.from('89504e470d0a1a0a', 'hex');

const minutes = wordFile(
  [
    '青石县财政局第三次局长办公会议纪要',
    '时间：2024年4月2日下午3时',
    '地点：三楼会议室',
    '主持人：王建国',
    '会议研究了以下事项：',
    '一、预算执行',
    '会议听取了预算科的汇报，同意按程序报批。',
  ]
    .map((text) => p(text))
    .join(''),
);
const text = wordFile(p('各位代表，现在报告工作，请予审议，并请提出意见。'));
const secret = wordFile(p('机密★10年') + p('各位代表，现在报告工作，请予审议。'));

const row = (...cells: string[]) =>
  `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`;

function build(files: Files, args: readonly string[] = []) {
  const site = writeSite(newFolder(), files);
  return { site, ...buildSite(site, args) };
}

function filesOf({ output }: TestSite): string[] {
  return listFiles(output).filter((path) => path.startsWith('files/'));
}

test('a Word file that is dropped in is a page, understood as its text is', () => {
  const { site, report } = build({ 'content/纪要.docx': minutes });
  expect(report.problems).toEqual([]);
  const page = readPage(site.output, 'documents/ji-yao/index.html');
  for (const words of ['青石县财政局第三次局长办公会议纪要', '王建国', '预算执行'])
    expect(page).toContain(words);
  expect(readPage(site.output, 'meetings/index.html')).toContain('第三次局长办公会议');
});

test('saved again it changes its page', () => {
  const folder = newFolder();
  const site = writeSite(folder, { 'content/纪要.docx': minutes });
  buildSite(site);
  writeSite(folder, { 'content/纪要.docx': text });
  expect(buildSite(site).report.documents).toBe(1);
  expect(readPage(site.output, 'documents/ji-yao/index.html')).toContain('现在报告工作');
});

test('the pictures of a page are published, and those of a draft are not', () => {
  const file = wordFile({
    body: `${p('现场照片如下，请审阅并保存。')}<w:p><w:r><w:drawing><a:blip r:embed="a"/></w:drawing></w:r></w:p>`,
    related: [['a', 'image', 'media/image1.png']],
    parts: [['word/media/image1.png', picture]],
  });
  const { site, report } = build({
    'content/照片.docx': file,
    'content/草稿.docx': file,
    'content/草稿.yaml': 'draft: true',
  });
  expect(report.problems).toEqual([]);
  expect(filesOf(site)).toEqual(['files/照片.docx.files/word/media/image1.png']);
  expect(readPage(site.output, 'documents/zhao-pian/index.html')).toContain(
    '.docx.files/word/media/image1.png',
  );
});

test('one that a document links is its attachment, and no page of its own', () => {
  const { site, report } = build({
    'content/通知.md': '# 通知\n\n详见[附件](附件.docx)和[附表](附表.pdf)。\n',
    'content/附件.docx': text,
    'content/附表.pdf': pdfFile([[{ text: '各位代表，现在报告工作', x: 80, y: 700 }]]),
  });
  expect(report.documents).toBe(1);
  expect(report.problems).toEqual([]);
  expect(filesOf(site)).toEqual(['files/附件.docx', 'files/附表.pdf']);
});

test.each([
  ['a draft', 'draft: true'],
  ['a withdrawn document', 'withdrawn: 有误'],
  ['a document with a mistake', 'date: 昨天'],
  ['a document whose fields are broken', 'title: "甲'],
])('the attachment of %s is neither a file nor a page', (_, fields) => {
  const { site, report } = build({
    'content/通知.md': `---\n${fields}\n---\n# 通知\n\n详见[附件](附件.docx)。\n`,
    'content/附件.docx': text,
  });
  expect(report.documents).toBe(0);
  expect(filesOf(site)).toEqual([]);
  expect(report.skipped.map(({ file }) => file)).toContain('附件.docx');
});

test('a secret one is no page, no attachment and an error', () => {
  const { site, report } = build({
    'content/甲.docx': secret,
    'content/乙.docx': wordFile({ body: p('各位代表，请审议。'), header: p('内部资料 注意保存') }),
    'content/丙.docx': secret,
    'content/通知.md': '# 通知\n\n详见[附件](丙.docx)。\n',
  });
  expect(report.documents).toBe(1);
  expect(filesOf(site)).toEqual([]);
  const told = report.problems.filter(({ rule }) => rule === 'classified').map(({ file }) => file);
  expect(told.toSorted()).toEqual(['丙.docx', '乙.docx', '甲.docx'].toSorted());
});

test('one name is one document: the others are its originals', () => {
  const { report } = build({
    'content/报告.md': '# 报告\n\n正文。\n',
    'content/报告.docx': text,
    'content/报告.pdf': pdfFile([[{ text: '正文', x: 80, y: 700 }]]),
  });
  expect(report.documents).toBe(1);
  expect(report.problems).toEqual([]);
  expect(report.skipped).toEqual([
    { file: '报告.docx', reason: 'another form of 报告.md, which is published' },
    { file: '报告.pdf', reason: 'another form of 报告.md, which is published' },
  ]);
});

test('a saved page is read, and never served as it is', () => {
  const { site, report } = build({
    'content/网页.html': `<html><body><script>alert(1)</script><div id="zoom"><p>${'全县上下要坚定信心，狠抓落实。'.repeat(5)}</p></div></body></html>`,
    'content/通知.md': '# 通知\n\n见[网页](网页.html)。\n',
  });
  expect(report.documents).toBe(2);
  expect(filesOf(site)).toEqual([]);
  expect(readPage(site.output, 'documents/tong-zhi/index.html')).toContain(
    'href="../../documents/wang-ye/index.html"',
  );
});

test('tables of Word files are tables', () => {
  const { site } = build({
    'content/表.docx': wordFile(`<w:tbl>${row('地区', '人数')}${row('东', '一百')}</w:tbl>`),
  });
  expect(readPage(site.output, 'documents/biao/index.html')).toMatch(/<th[^>]*>地区<\/th>/);
});

test('what cannot be read is named with its reason, and takes nothing else down', () => {
  const { report } = build({
    'content/甲.docx': text,
    'content/坏.docx': text.subarray(0, 300),
    'content/旧.docx': Buffer.from('d0cf11e0a1b11ae1'.padEnd(2000, '0'), 'hex'),
    'content/图.pdf': pdfFile([]),
  });
  expect(report.documents).toBe(1);
  expect(
    report.problems.map(({ severity, rule, file }) => [severity, rule, file]).toSorted(),
  ).toEqual(
    [
      ['error', 'unreadable-format', '坏.docx'],
      ['error', 'unreadable-format', '旧.docx'],
      ['warning', 'no-placed-text', '图.pdf'],
    ].toSorted(),
  );
});

test('an original that its document links is published with it', () => {
  const { site, report } = build({
    'content/报告.md': '# 报告\n\n正文，[原件](报告.docx)。\n',
    'content/报告.docx': text,
  });
  expect(report.problems).toEqual([]);
  expect(filesOf(site)).toEqual(['files/报告.docx']);
});

const changed = wordFile(
  `${p('各位代表，现在报告工作，请予审议。')}<w:p><w:del><w:r><w:delText>原数</w:delText></w:r></w:del></w:p>`,
);

test.each<[string, Files, string, string[], string[]]>([
  ['keeps them unless it is told', { 'content/甲.docx': text }, '', [], []],
  [
    'gives them where it is told',
    { 'content/甲.docx': text },
    'originals: publish',
    ['files/甲.docx'],
    [],
  ],
  [
    'holds back what tells more',
    { 'content/甲.docx': changed },
    'originals: publish',
    [],
    ['original-held', 'word-changes'],
  ],
  [
    'gives that where its fields say so',
    { 'content/甲.docx': changed, 'content/甲.yaml': '原件: 是' },
    '',
    ['files/甲.docx'],
    ['word-changes'],
  ],
  [
    'keeps one whose fields say so',
    { 'content/甲.docx': text, 'content/甲.yaml': 'original: false' },
    'originals: publish',
    [],
    [],
  ],
  [
    'holds back what nobody read',
    { 'content/甲.txt': '正文。', 'content/甲.docx': text },
    'originals: publish',
    [],
    [],
  ],
  [
    'gives that where its fields say so too',
    { 'content/甲.txt': '正文。', 'content/甲.docx': text, 'content/甲.yaml': 'original: true' },
    '',
    ['files/甲.docx'],
    [],
  ],
  [
    'gives none of a draft',
    { 'content/甲.docx': text, 'content/甲.yaml': 'draft: true' },
    'originals: publish',
    [],
    [],
  ],
])('of originals a site %s', (_, files, configuration, published, rules) => {
  const folder = newFolder();
  const site = writeSite(folder, {
    ...files,
    'site.config.yaml': `title: 档案\n${configuration}\n`,
  });
  const { report } = buildSite(site, ['--config', `${folder}/site.config.yaml`]);
  expect(report.problems.map(({ rule }) => rule).toSorted()).toEqual(rules);
  expect(filesOf(site)).toEqual(published);
  if (published.length === 0) return;
  const page = readPage(site.output, 'documents/jia/index.html');
  expect(page).toContain('原件下载');
  expect(page).toContain('href="../../files/%E7%94%B2.docx"');
});

test('a scan of which somebody has written what it is, is a document with its file', () => {
  const { site, report } = build({
    'content/扫描件.pdf': pdfFile([[]]),
    'content/metadata.csv': '文件,标题,日期\n扫描件.pdf,一九五八年会议记录,1958-03-01\n',
  });
  expect(report.problems).toEqual([]);
  expect(filesOf(site)).toContain('files/扫描件.pdf');
  expect(readPage(site.output, 'documents/sao-miao-jian/index.html')).toContain(
    '一九五八年会议记录',
  );
});

describe('a picture of which somebody has written what it is', () => {
  test.each<[where: string, fields: Files]>([
    ['beside it', { 'content/合影.yaml': 'title: 水库落成合影\ndate: 1959-10-01' }],
    ['in a list', { 'content/metadata.csv': '文件,标题,日期\n合影.png,水库落成合影,1959-10-01\n' }],
  ])('%s is a document that shows it', (_, fields) => {
    const { site, report } = build({ 'content/合影.png': picture, ...fields });
    expect(report).toMatchObject({ documents: 1, skipped: [], problems: [] });
    expect(filesOf(site)).toEqual(['files/合影.png']);
    const page = readPage(site.output, 'documents/he-ying/index.html');
    expect(page).toContain('<img src="../../files/%E5%90%88%E5%BD%B1.png" alt="水库落成合影"');
    expect(page).toContain('1959-10-01');
  });

  test('is not published where its fields keep it, whoever shows it', () => {
    const { site, report } = build({
      'content/合影.png': picture,
      'content/合影.yaml': 'title: 合影\ndraft: true',
      'content/甲.md': '# 通知\n\n![会场](合影.png)\n',
    });
    expect(filesOf(site)).toEqual([]);
    expect(report.documents).toBe(1);
  });

  test('stands on the page of its text where that gives readers its originals', () => {
    const { site, report } = build({
      'content/手稿.png': picture,
      'content/手稿.txt': '各位代表，现在报告修渠工作，请予审议。\n',
      'content/手稿.yaml': '原件: 是',
    });
    expect(report).toMatchObject({ documents: 1, skipped: [], problems: [] });
    const page = readPage(site.output, 'documents/shou-gao/index.html');
    expect(page).toContain('<img src="../../files/%E6%89%8B%E7%A8%BF.png"');
  });

  test('and others are files, as they were', () => {
    const { site, report } = build({
      'content/甲.png': picture,
      'content/甲.md': '# 通知\n\n![会场](甲.png)\n',
      'content/甲.yaml': 'date: 2024-01-01',
      'content/metadata.csv': '文件,备注\n甲.png,x\n',
    });
    expect(report).toMatchObject({ documents: 1, skipped: [], problems: [] });
    expect(filesOf(site)).toEqual(['files/甲.png']);
  });
});

test.runIf(findProgram(['pdftoppm'], ['/usr/bin']) !== null)(
  'the pages of a scan are shown as pictures where poppler is installed',
  () => {
    const { site, report } = build({
      'content/扫描件.pdf': pdfFile([[], []]),
      'content/扫描件.yaml': 'title: 一九五八年会议记录',
    });
    expect(report).toMatchObject({ documents: 1, problems: [] });
    const pages = ['files/扫描件.pdf.files/page-1.jpg', 'files/扫描件.pdf.files/page-2.jpg'];
    expect(filesOf(site).toSorted()).toEqual(['files/扫描件.pdf', ...pages]);
    for (const page of pages)
      expect(readFileSync(join(site.output, page)).subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(readPage(site.output, 'documents/sao-miao-jian/index.html')).toContain(
      'alt="一九五八年会议记录 2/2"',
    );
  },
);

const leading = '# 通知\n\n文字。[附件](附件.docx)\n';

test.each<[string, Files]>([
  ['its fields say is a draft', { 'content/附件.docx': text, 'content/附件.yaml': 'draft: true' }],
  [
    'its row has taken back',
    { 'content/附件.docx': text, 'content/metadata.csv': '文件,撤下原因\n附件.docx,有误\n' },
  ],
  [
    'its folder keeps',
    {
      'content/附件.docx': text,
      'content/_folder.yaml': '草稿: 是',
      'content/通知.yaml': 'draft: false',
    },
  ],
  ['holds deleted words', { 'content/附件.docx': changed }],
  [
    'its head grades',
    { 'content/附件.docx': wordFile({ body: p('请审议。'), header: p('机密★10年') }) },
  ],
])('an attachment that %s is not published', (_, files) => {
  const { site, report } = build({ ...files, 'content/通知.md': leading });
  expect(report.documents).toBe(1);
  expect(filesOf(site)).toEqual([]);
});

test.each<[string, Files]>([
  ['a draft', { 'content/报告.md': '---\ndraft: true\n---\n# 报告\n\n正文。\n' }],
  ['a secret document', { 'content/报告.md': '机密★10年\n\n# 报告\n\n正文。\n' }],
])('the original of %s is not published, whoever links it', (_, files) => {
  const { site } = build({
    ...files,
    'content/报告.docx': text,
    'content/通知.md': '# 通知\n\n[原件](报告.docx)\n',
  });
  expect(filesOf(site)).toEqual([]);
});

test('a secret original that its document links is not published', () => {
  const { site, report } = build({
    'content/报告.md': '# 报告\n\n正文，[原件](报告.docx)。\n',
    'content/报告.docx': wordFile({ body: p('请审议。'), header: p('内部资料 注意保存') }),
  });
  expect(report.documents).toBe(1);
  expect(filesOf(site)).toEqual([]);
  expect(report.problems.map(({ rule }) => rule)).toContain('classified');
});

test('a saved page that is another form of a document is not served', () => {
  const { site } = build({
    'content/报告.md': '# 报告\n\n正文，[网页](报告.html)。\n',
    'content/报告.html': '<html><body><script>alert(1)</script></body></html>',
  });
  expect(filesOf(site)).toEqual([]);
});

test.each(['涉密/附表.xlsx', '草稿/附表.xlsx', '【机密】附表.xlsx', '机密_附表.zip'])(
  '%s is not published, whoever links it',
  (file) => {
    const { site } = build({
      [`content/${file}`]: 'x',
      'content/通知.md': `# 通知\n\n[附表](<${file}>)\n`,
    });
    expect(filesOf(site)).toEqual([]);
  },
);

test.each([
  ['another case', '[附件](附件.DOCX)'],
  ['a stroke of Windows', '[附件](.\\附件.docx)'],
  ['a saved page', null],
])('a draft makes a file its attachment by %s too', (_, link) => {
  const draft =
    link === null
      ? {
          'content/通知.html': `<div id="zoom"><p>${'全县上下要坚定信心，狠抓落实。'.repeat(4)}</p><a href="附件.docx">附件</a></div>`,
          'content/通知.yaml': 'draft: true',
        }
      : { 'content/通知.md': `---\ndraft: true\n---\n# 通知\n\n${link}\n` };
  const { report } = build({ ...draft, 'content/附件.docx': text });
  expect(report.documents).toBe(0);
});

test.each([
  ['Word text', { 'content/甲.docx': wordFile(p('状态：草稿') + p('各位代表，请审议。')) }],
  [
    'saved page, beside its text',
    {
      'content/甲.html': `<body><table><tr><td>公开方式</td><td>不予公开</td></tr></table><div id="zoom"><p>${'全县上下要坚定信心，狠抓落实。'.repeat(4)}</p></div></body>`,
    },
  ],
  [
    'saved page, in a comment',
    {
      'content/甲.html': `<body><!-- 密级：机密 --><div id="zoom"><p>${'全县上下要坚定信心，狠抓落实。'.repeat(4)}</p></div></body>`,
    },
  ],
])('what a %s says keeps it from being seen', (_, files: Files) => {
  expect(build(files).report.documents).toBe(0);
});

describe('cells that reach over others do so on the page', () => {
  const shown = [
    '<thead>',
    '<tr><th rowspan="2" scope="col">地区</th><th colspan="2" scope="col">人数</th></tr>',
    '<tr><th scope="col">男</th><th scope="col">女</th></tr>',
    '</thead><tbody>',
    '<tr><td>东河镇</td><td>1</td><td>2</td></tr>',
    '</tbody>',
  ].join('');
  const cell = (words: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${p(words)}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const word = wordFile(
    `${p('人口普查公报，现予公布。')}<w:tbl>${[
      row(cell('地区', '<w:vMerge w:val="restart"/>'), cell('人数', '<w:gridSpan w:val="2"/>')),
      row(cell('', '<w:vMerge/>'), cell('男'), cell('女')),
      row(cell('东河镇'), cell('1'), cell('2')),
    ].join('')}</w:tbl>`,
  );
  const web = `<div id="zoom"><p>${'人口普查公报，现予公布，请各单位知照。'.repeat(8)}</p><table><tr><td rowspan="2">地区</td><td colspan="2">人数</td></tr><tr><td>男</td><td>女</td></tr><tr><td>东河镇</td><td>1</td><td>2</td></tr></table></div>`;

  test.each<[string, string, string | Buffer]>([
    ['a Word file', '表.docx', word],
    ['a saved page', '表.html', web],
  ])('of %s', (_, name, file) => {
    const { site } = build({ [`content/${name}`]: file });
    const page = readPage(site.output, 'documents/biao/index.html').replaceAll('\n', '');
    expect(page).toContain(shown);
  });
});
