import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareTexts } from '#archive/text-records.ts';
import { guidang, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';

const newFolder = useFolders();

const checked = (folder: string) => {
  const { stdout } = guidang(['check', '--json'], { cwd: folder });
  const { findings }: { findings: { rule: string; file: string }[] } = JSON.parse(stdout);
  return findings.filter(({ rule }) => rule === 'read-otherwise').map(({ file }) => file);
};

test('a text that is read otherwise than it was recorded is told until it is recorded anew', async () => {
  const site = writeSite(newFolder(), {
    'content/甲.txt': '各位代表，现在报告工作，请予审议。\n',
    'content/乙.txt': '同志们，会议开始，请大家发言。\n',
  });
  await reportOf(site, ['--record-addresses']);
  const file = join(site.folder, 'texts.txt');
  const recorded = readFileSync(file, 'utf8');
  expect(recorded).toMatch(/^乙\.txt\t[\da-f]{16}\t[\da-f]{16}\tguidang [\d.]+, UTF-8$/m);
  expect(checked(site.folder)).toEqual([]);

  // As an earlier program would have left it
  const byOther = recorded.replace(/^(甲\.txt\t\w+)\t\w+/m, '$1\t0123456789abcdef');
  writeFileSync(file, byOther);
  expect(checked(site.folder)).toEqual(['甲.txt']);
  const { report } = await reportOf(site, ['--record-addresses']);
  expect(report.problems.map(({ rule }) => rule)).toEqual(['read-otherwise']);
  expect(readFileSync(file, 'utf8')).toBe(recorded);
  expect(checked(site.folder)).toEqual([]);
});

test('a file that was edited is no text that is read otherwise', async () => {
  const site = writeSite(newFolder(), { 'content/甲.txt': '各位代表，现在报告工作，请予审议。\n' });
  await reportOf(site, ['--record-addresses']);
  writeSite(site.folder, { 'content/甲.txt': '各位代表，现在报告另一项工作。\n' });
  expect(checked(site.folder)).toEqual([]);
});

test.each([
  ['another text', 'b.doc\t01\tff\tguidang 0.1.0, Word', 1],
  ['the same', 'b.doc\t01\t02\tguidang 0.1.0, Word', 0],
  ['another file', 'b.doc\t00\tff\tguidang 0.1.0, Word', 0],
  ['a comment', '# b.doc\t01\tff\tx', 0],
  ['half a line', 'b.doc\t01', 0],
])('%s recorded in a line', (_, line, count) => {
  const now = { file: 'b.doc', source: '01', text: '02', reader: 'guidang 0.2.0, Word' };
  expect(compareTexts(`${line}\r\n`, [now])).toHaveLength(count);
});
