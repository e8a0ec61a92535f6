import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite, guidang, readPage, type TestSite, useFolders, writeSite } from './harness.ts';

const newFolder = useFolders();

const talk = (organisation: string, speaker: string) =>
  `---\norganisation: ${organisation}\nspeaker: ${speaker}\n---\n各位代表，现在报告工作，请予审议。\n`;

const texts = {
  'content/甲.md': talk('青石县人民政府', '李建国'),
  'content/乙.md': talk('青石县人民政府', '县长李建国'),
  'content/丙.md': talk('青石县政府', '王小梅'),
};

const names = ({ folder }: TestSite, ...args: string[]) =>
  guidang(['names', '--lang', 'zh', ...args], { cwd: folder });

test('names that seem to be one are proposed, and what is agreed is one from then on', () => {
  const site = writeSite(newFolder(), texts);
  const proposed = names(site);
  expect(proposed.stderr).toBe('');
  expect(
    proposed.stdout
      .split('\n')
      .map((line) => line.replace(/^[\da-f]{4} {2}/, ''))
      .toSorted(),
  ).toEqual(
    [
      '李建国 ← 县长李建国（1 份文档）：带了职务',
      '青石县人民政府 ← 青石县政府（1 份文档）：同一地方的简称',
      '',
    ].toSorted(),
  );
  const keys = proposed.stdout.match(/^[\da-f]{4}/gm) ?? [];
  const agreed = names(site, '--agree', keys.join(',')).stdout;
  expect(agreed).toMatch(/已把 2 个名称写入 authority\.csv\n$/);
  expect(agreed).toContain('青石县人民政府 ← 青石县政府');
  expect(readFileSync(join(site.content, 'authority.csv'), 'utf8')).toBe(
    '\ufeff名称,别名\r\n青石县人民政府,青石县政府\r\n李建国,县长李建国\r\n',
  );
  expect(names(site).stdout).toBe('没有看起来相同的名称\n');
  buildSite(site);
  const list = readPage(site.output, 'organisations/index.html');
  expect(list).toContain('青石县人民政府');
  expect(list).not.toContain('青石县政府');
});

test.each([
  [
    'a table with columns of its own',
    'authority.csv',
    '单位,上级,别名\n青石县档案馆,"县委, 县政府",县档案馆\n',
    '单位,上级,别名\n青石县档案馆,"县委, 县政府",县档案馆\n青石县人民政府,,青石县政府\n',
  ],
  [
    'a map with comments',
    'authority.yaml',
    '# 单位\n青石县人民政府: [县政府] # 旧称\n',
    '# 单位\n青石县人民政府: [ 县政府, 青石县政府 ] # 旧称\n',
  ],
])('what is agreed is added to %s', (_, file, before, after) => {
  const site = writeSite(newFolder(), { ...texts, [`content/${file}`]: before });
  const key = names(site).stdout.match(/^[\da-f]{4}(?= {2}青石县人民政府)/m)?.[0] ?? '';
  names(site, '--agree', key);
  expect(readFileSync(join(site.content, file), 'utf8')).toBe(after);
});

test.each(['9', 'x', 'zzzz'])('no proposal has the key %s', (keys) => {
  const site = writeSite(newFolder(), texts);
  const { status, stderr } = names(site, '--agree', keys);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^错误 应写建议的编号/);
});

test('what else is said of a name stands where its documents are listed', () => {
  const site = writeSite(newFolder(), {
    ...texts,
    'content/authority.csv':
      '名称,别名,时期,上级\n青石县人民政府,青石县政府,1950—,云溪市人民政府\n',
  });
  expect(buildSite(site).report.problems).toEqual([]);
  const page = readPage(site.output, 'organisations/qing-shi-xian-ren-min-zheng-fu/index.html');
  expect(page).toContain('<dt>时期</dt><dd>1950—</dd>');
  expect(page).toContain('<dt>上级</dt><dd>云溪市人民政府</dd>');
});
