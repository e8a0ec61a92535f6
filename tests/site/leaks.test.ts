import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pdfFile } from '../fixtures/office/pdf-file.ts';
import { p, wordFile } from '../fixtures/office/word-file.ts';
import { buildSite, type Files, listFiles, useFolders, writeSite } from './harness.ts';

/* What keepers keep back is in no file of the site, whoever leads to it: by fields, rows, folders and names. */

const newFolder = useFolders();

const mark = 'ZQXMARK';
const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(mark)]);
const scan = Buffer.from(
  pdfFile([[]]).toString('latin1').replace('%%EOF', `% ${mark}\n%%EOF`),
  'latin1',
);
const locked = Buffer.from(
  pdfFile([[]], true).toString('latin1').replace('%%EOF', `% ${mark}\n%%EOF`),
  'latin1',
);
const shows = (path: string) => ({
  'content/公示.md': `# 公示\n\n公开的正文。\n\n![图](${path})\n\n[附件](${path})\n`,
});
const text = (words = '') => `# 报告\n\n${mark} 各位代表，现在报告工作。${words}\n`;

function publishedBy(files: Files): string[] {
  const site = writeSite(newFolder(), files);
  buildSite(site);
  return listFiles(site.output).filter((path) =>
    readFileSync(join(site.output, path)).includes(mark),
  );
}

describe.each([
  ['a draft', '草稿', '是'],
  ['secret', '密级', '机密'],
  ['taken back', '撤下原因', '有误'],
  ['expired', '到期日期', '2020-01-01'],
  ['to be seen later', '发布时间', '2099-01-01'],
  ['not for everybody', '公开属性', '不公开'],
])('what is %s', (_, field, value) => {
  test.each<[what: string, files: Files]>([
    [
      'a picture with a title, by a row',
      {
        'content/图.png': picture,
        'content/metadata.csv': `文件,标题,${field}\n图.png,一图,${value}\n`,
        ...shows('图.png'),
      },
    ],
    [
      'a picture without one, by a row',
      {
        'content/图.png': picture,
        'content/metadata.csv': `文件,${field}\n图.png,${value}\n`,
        ...shows('图.png'),
      },
    ],
    [
      'a picture, by the fields beside it',
      { 'content/图.png': picture, 'content/图.yaml': `${field}: ${value}\n`, ...shows('图.png') },
    ],
    [
      'a picture, by its folder',
      {
        'content/内/图.png': picture,
        'content/内/_folder.yaml': `${field}: ${value}\n`,
        ...shows('内/图.png'),
      },
    ],
    [
      'a scan without a title',
      {
        'content/扫.pdf': scan,
        'content/metadata.csv': `文件,${field}\n扫.pdf,${value}\n`,
        ...shows('扫.pdf'),
      },
    ],
    [
      'a locked file',
      {
        'content/锁.pdf': locked,
        'content/锁.yaml': `标题: 锁\n${field}: ${value}\n`,
        ...shows('锁.pdf'),
      },
    ],
    [
      'a table',
      {
        'content/表.xlsx': Buffer.from(mark),
        'content/metadata.csv': `文件,${field}\n表.xlsx,${value}\n`,
        ...shows('表.xlsx'),
      },
    ],
    [
      'a picture of a text that gives its originals',
      {
        'content/手稿.md': '---\n原件: 是\n---\n# 手稿\n\n正文。\n',
        'content/手稿.png': picture,
        'content/metadata.csv': `文件,标题,${field}\n手稿.png,稿,${value}\n`,
      },
    ],
    [
      'a picture beside a text that is',
      {
        'content/照.txt': '各位代表，现在报告。\n',
        'content/照.png': picture,
        'content/照.yaml': `${field}: ${value}\n`,
        ...shows('照.png'),
      },
    ],
    [
      'a text by the row of another form of it',
      {
        'content/报告.md': text(),
        'content/报告.docx': wordFile(p('另一份')),
        'content/metadata.csv': `文件,标题,${field}\n报告.md,报告甲,\n报告.docx,报告甲,${value}\n`,
      },
    ],
    [
      'a text by a row without its ending',
      {
        'content/报告.md': text(),
        'content/报告.docx': wordFile(p('另一份')),
        'content/metadata.csv': `文件,${field}\n报告,${value}\n`,
      },
    ],
    [
      'a text by fields beside another form of it',
      {
        'content/报告.md': text(),
        'content/报告.docx': wordFile(p('另一份')),
        'content/报告.docx.yaml': `${field}: ${value}\n`,
      },
    ],
    [
      'a text by fields in another case',
      { 'content/Report.md': text(), 'content/report.yaml': `${field}: ${value}\n` },
    ],
    [
      'what the configuration publishes with its folder',
      {
        'site.config.yaml': 'publish: [内/]\n',
        'content/甲.md': '# 甲\n\n正文。\n',
        'content/内/图.png': picture,
        'content/内/metadata.csv': `文件,${field}\n图.png,${value}\n`,
      },
    ],
  ])('is not published: %s', (_what, files) => {
    expect(publishedBy(files)).toEqual([]);
  });
});

test.each<[what: string, files: Files]>([
  ['内部资料 alone over a text', { 'content/甲.txt': `内部资料\n\n报告\n\n${mark} 各位代表。\n` }],
  [
    '…（内部资料） as its title',
    { 'content/甲.txt': `工作报告（内部资料）\n\n${mark} 各位代表。\n` },
  ],
  [
    'a picture below a list without a head',
    { 'content/图.png': picture, 'content/metadata.csv': '一,二\n三,四\n', ...shows('图.png') },
  ],
  [
    'a text that says it is no draft below a list that cannot be read',
    { 'content/甲.md': `---\ndraft: false\n---\n${text()}`, 'content/metadata.csv': '一,二\n' },
  ],
  ['a text below an empty list', { 'content/甲.md': text(), 'content/metadata.csv': '' }],
  [
    'a Word file whose page is redacted',
    {
      'site.config.yaml': 'privacy: redact\noriginals: publish\n',
      'content/甲.docx': wordFile(
        p(`联系电话13812345678，${mark.slice(0, 3)}`) + p('各位代表，现在报告工作。'),
      ),
      'content/乙.md': '# 乙\n\n正文。\n',
    },
  ],
  [
    'a telephone number in the list of names',
    {
      'content/甲.md': '---\norganisation: 县医院\n---\n# 甲\n\n正文。\n',
      'content/authority.csv': `名称,别名,备注\n县医院,,${mark}\n`,
    },
  ],
])('what is kept by %s is not published', (_, files) => {
  expect(publishedBy(files).filter((path) => !path.startsWith('documents/jia/'))).toEqual([]);
});

test('and the same files are published where nothing keeps them: else the tests above could not fail', () => {
  const files = {
    'content/图.png': picture,
    'content/扫.pdf': scan,
    'content/表.xlsx': Buffer.from(mark),
    'content/metadata.csv': '文件,标题,密级\n图.png,一图,公开\n扫.pdf,一扫,\n表.xlsx,一表,无\n',
    'content/甲.md': text('[表](表.xlsx)'),
  };
  expect(publishedBy(files)).toEqual(
    expect.arrayContaining(['files/图.png', 'files/扫.pdf', 'files/表.xlsx']),
  );
});
