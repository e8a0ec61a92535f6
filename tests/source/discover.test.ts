import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { discover } from '#source/discover.ts';

const folder = mkdtempSync(join(tmpdir(), 'guidang-discover-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/* What systems, disks in a network, editors and downloads leave in folders is nobody's document. */

test.each([
  '#recycle/讲话.md',
  '@Recycle/讲话.md',
  '@eaDir/讲话.md@SynoEAStream',
  '@eaDir/讲话.md',
  '$RECYCLE.BIN/S-1-5-21/讲话.md',
  'RECYCLER/讲话.md',
  '#snapshot/2024/讲话.md',
  '__MACOSX/讲话.md',
  'System Volume Information/记录.txt',
  'lost+found/记录.txt',
  'FOUND.000/记录.txt',
  '#讲话.md#',
  '讲话.md~',
  '讲话.md.orig',
  '讲话.md.rej',
  '讲话.txt.part',
  '讲话.pdf.crdownload',
  '讲话.docx.xltd',
  'Icon\r',
  'ehthumbs.db',
])('%j is left out', (path) => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '正文\n');
  const { files, skipped } = discover(folder);
  expect(files).toEqual([]);
  expect(skipped.map(({ reason }) => reason.says)).toContain('left-out/hidden');
});

test('names that only look so are documents', () => {
  const own = mkdtempSync(join(folder, 'own-'));
  const names = ['#1楼.md', '回收.md', '附件.original.md', 'part.md', '1#楼#2.md', '下载.txt'];
  for (const name of names) writeFileSync(join(own, name), '正文\n');
  expect(discover(own).files.map(({ path }) => path)).toEqual([...names].sort());
});
