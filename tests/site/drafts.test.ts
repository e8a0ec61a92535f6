import { describe, expect, test } from 'vitest';
import { readText } from '../spec/read.ts';
import { type Files, listFiles, readPage, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';

/* Whatever says in a common way that it is not to be seen is nowhere in the site. */

const newFolder = useFolders();
const secret = '尚未定稿的那一段话';

async function build(files: Files) {
  const site = writeSite(newFolder('drafts'), {
    'content/seen.md': '# 看得见的\n\n正文。\n',
    ...files,
  });
  const { report } = await reportOf(site);
  const holding = listFiles(site.output).filter((path) =>
    readPage(site.output, path).includes(secret),
  );
  return { report, holding };
}

const text = (fields: string) => `---\ntitle: 甲\n${fields}\n---\n${secret}。\n`;

describe('a draft', () => {
  test.each<[string, Files]>([
    ['by draft: true', { 'content/a.md': text('draft: true') }],
    ['by draft: "true"', { 'content/a.md': text('draft: "true"') }],
    ['by draft: 是', { 'content/a.md': text('draft: 是') }],
    ['by draft: 1', { 'content/a.md': text('draft: 1') }],
    ['by Draft: yes', { 'content/a.md': text('Draft: yes') }],
    ['by published: false', { 'content/a.md': text('published: false') }],
    ['by published: no', { 'content/a.md': text('published: no') }],
    ['by status: draft', { 'content/a.md': text('status: draft') }],
    ['by visibility: private', { 'content/a.md': text('visibility: private') }],
    ['by private: true', { 'content/a.md': text('private: true') }],
    ['by 草稿: 是', { 'content/a.md': text('草稿: 是') }],
    ['by 状态: 草稿', { 'content/a.md': text('状态: 草稿') }],
    ['by one of two fields that differ', { 'content/a.md': text('draft: false\nstatus: draft') }],
    ['by its title', { 'content/a.md': `# 【草稿】二季度工作总结\n\n${secret}。\n` }],
    ['by the end of its title', { 'content/a.md': `# 年终讲话 (DRAFT)\n\n${secret}。\n` }],
    ['by a tag', { 'content/a.md': text('tags: [防汛, draft]') }],
    ['by status: 未完成', { 'content/a.md': text('status: 未完成') }],
    ['by params of Hugo', { 'content/a.md': text('params:\n  draft: true') }],
    ['by TOML', { 'content/a.md': `+++\ntitle = "甲"\ndraft = true\n+++\n${secret}。\n` }],
    ['below a blank line', { 'content/a.md': `\n${text('draft: true')}` }],
    ['of Hexo', { 'content/a.md': `title: 甲\npublished: false\n---\n${secret}。\n` }],
    ['in a folder _drafts', { 'content/_drafts/a.md': text('tags: [乙]') }],
    ['in a folder 草稿', { 'content/2024/草稿/a.txt': `${secret}。\n` }],
    ['by its name', { 'content/会议纪要（草稿）.txt': `${secret}。\n` }],
    ['by the end of its name', { 'content/会议纪要-草稿2.md': `${secret}。\n` }],
    ['by its sidecar', { 'content/a.txt': `${secret}。\n`, 'content/a.yaml': 'draft: true\n' }],
    ['by status: draft - 2', { 'content/a.md': text('status: draft - 2') }],
    ['by 状态: 待审核', { 'content/a.md': text('状态: 待审核') }],
    ['by the beginning of its name', { 'content/草稿-纪要.md': `${secret}。\n` }],
    ['by an ending before its own', { 'content/纪要.draft.md': `${secret}。\n` }],
    ['by a name without a sign', { 'content/会议纪要草稿.md': `${secret}。\n` }],
    ['in a folder 我的草稿', { 'content/我的草稿/a.txt': `${secret}。\n` }],
    ['in a folder 01-草稿', { 'content/01-草稿/a.txt': `${secret}。\n` }],
    [
      'by the sidecar of Markdown',
      { 'content/a.md': `# 甲\n\n${secret}。\n`, 'content/a.yaml': 'draft: true\n' },
    ],
    [
      'by a sidecar of the whole name',
      { 'content/a.txt': `${secret}。\n`, 'content/a.txt.yaml': 'draft: true\n' },
    ],
    [
      'by a sidecar in capitals',
      { 'content/a.txt': `${secret}。\n`, 'content/a.YAML': 'draft: true\n' },
    ],
    [
      'by its own fields beside a sidecar',
      { 'content/a.txt': text('draft: true'), 'content/a.yaml': 'title: 乙\n' },
    ],
  ])('%s is not published', async (_how, files) => {
    const { report, holding } = await build(files);
    expect(holding).toEqual([]);
    expect(report.documents).toBe(1);
    expect(report.skipped).toMatchObject([{ reason: 'draft' }]);
    expect(report.problems).toEqual([]);
  });

  test.each<[string, Files]>([
    ['by draft: maybe', { 'content/a.md': text('draft: maybe') }],
    ['by publish: false', { 'content/a.md': text('publish: false') }],
    ['by a field that nothing reads', { 'content/a.md': `# 甲\n\ndraft: true\n\n${secret}。\n` }],
    [
      'by one of several fields in a line',
      { 'content/a.md': `title: 甲  draft: true\n\n${secret}。\n` },
    ],
    ['by a comment', { 'content/a.md': `<!-- draft: true -->\n\n# 甲\n\n${secret}。\n` }],
    ['by a line above its text', { 'content/a.md': `> 草稿，请勿发布\n\n# 甲\n\n${secret}。\n` }],
    ['by a field in bold', { 'content/a.md': `# 甲\n\n**状态：** 草稿\n\n${secret}。\n` }],
    ['by a field with spaces', { 'content/a.md': `# 甲\n\n状　态：草稿。\n\n${secret}。\n` }],
    [
      'by a line of its text, where a field speaks of lists',
      { 'content/a.md': `${text('hidden: false')}\ndraft: true\n` },
    ],
    [
      'with broken fields',
      { 'content/a.md': `\n---\ntitle: [甲\ndraft: true\n---\n${secret}。\n` },
    ],
    [
      'with fields that do not end',
      { 'content/a.md': `\n---\ntitle: 甲\ndraft: true\n\n${secret}。\n` },
    ],
  ])('%s is left out with an error', async (_how, files) => {
    const { report, holding } = await build(files);
    expect(holding).toEqual([]);
    expect(report.problems).toMatchObject([{ severity: 'error', file: 'a.md' }]);
  });
});

test.each<[string, Files]>([
  [
    'an example of fields in a block of code',
    { 'content/a.md': `# 甲\n\n说明。\n\n\`\`\`yaml\ndraft: true\n\`\`\`\n\n${secret}。\n` },
  ],
  [
    'a state of something in its text',
    { 'content/a.md': `# 甲\n\n${secret}。\n\n- 状态：待审核\n` },
  ],
  [
    'a row of a table',
    { 'content/a.md': `# 甲\n\n${secret}。\n\n| 项目 | 公开 |\n| --- | --- |\n| 公开 | 否 |\n` },
  ],
  ['a rule above a heading', { 'content/a.md': `---\n\n# 甲\n\n${secret}：好。\n\n---\n` }],
  ['dashes above a text', { 'content/a.md': `——\n\n同志们：\n\n${secret}。\n` }],
  [
    'dashes above and below a text',
    { 'content/a.md': `——\n\n同志们：\n\n${secret}。\n\n——\n\n完。\n` },
  ],
  ['published: true', { 'content/a.md': text('published: true') }],
  ['draft: 否', { 'content/a.md': text('draft: 否') }],
  ['status: final', { 'content/a.md': text('status: final') }],
  ['a name that speaks of drafts', { 'content/草稿纸使用规定.md': `${secret}。\n` }],
  ['draft: false in a folder of drafts', { 'content/drafts/a.md': text('draft: false') }],
])('%s is published', async (_what, files) => {
  const { report, holding } = await build(files);
  expect(report.documents).toBe(2);
  expect(holding.length).toBeGreaterThan(0);
});

test.each([
  ['that is to come by Hugo’s field', 'publishDate: 2099-01-01'],
  ['that is over by Hugo’s field', 'expiryDate: 2020-01-01'],
])('a text %s is not published', async (_what, fields) => {
  const { report, holding } = await build({ 'content/a.md': text(fields) });
  expect(holding).toEqual([]);
  expect(report.problems).toEqual([]);
});

test('a list that a draft brings along names nothing', async () => {
  const list = '热门文档\n\n- 2024-08-28 08:57:57 还没有公开的目录条目\n';
  const site = writeSite(newFolder('drafts'), {
    'content/seen.md': '# 看得见的\n\n正文。\n',
    'content/a.md': `---\ntitle: 甲\ndraft: true\n---\n正文。\n\n${list}`,
  });
  await reportOf(site);
  const home = readPage(site.output, 'popular/index.html');
  expect(home).not.toContain('还没有公开的目录条目');
});

test('a document with a mistake that says that it is a draft is not kept as it was', () => {
  const text = '---\ndraft: true\ndate: 昨天\n---\n# 甲\n\n正文。\n';
  const { document, hides } = readText('甲.md', Buffer.from(text));
  expect([document, hides]).toEqual([null, true]);
});
