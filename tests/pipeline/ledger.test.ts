import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkLedger, makeLedger } from '#pipeline/ledger.ts';
import { document } from '../archive/summaries.ts';
import { writeSite } from '../site/harness.ts';
import { reportOf } from '../site/here.ts';
import { told } from '../spec/told.ts';

const nothing = {
  archive: { documents: [], about: null, files: [], named: [] },
  sidecars: [],
  skipped: [],
  outputs: [],
  displaced: new Set<string>(),
};

const oneFile = { files: [{ path: 'a.md', absolute: '/a.md', stat: '' }], skipped: [] };
const withDocument = { ...nothing.archive, documents: [document('a', null)] };
const page = { path: 'documents/a/index.html', source: 'a.md' };

test('every file of a site has one fate', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-ledger-'));
  try {
    const site = writeSite(folder, {
      'content/a.md': '# 讲话一\n\n各位同志，见![图](图.png)。\n',
      'content/about.md': '# 关于\n\n本站。\n',
      'content/draft.md': '---\ndraft: true\n---\n\n# 讲话\n',
      'content/gone.md': '---\nwithdrawn: 撤回\n---\n\n# 讲话二\n',
      'content/broken.md': '---\n: [\n---\n',
      'content/text.txt': '会议通知\n\n请参加。\n',
      'content/text.yaml': 'date: 2024-01-01\n',
      // Not used beside text.yaml: it was lost in silence
      'content/text.yml': 'date: 2023-01-01\n',
      'content/upper.Txt': '会议通知二\n\n请参加。\n',
      'content/upper.yaml': 'date: 2024-01-01\n',
      'content/图.png': new Uint8Array([1]),
      'content/lone.png': new Uint8Array([2]),
      'content/page.html': '<p>',
      'content/.hidden': 'x',
    });
    symlinkSync('a.md', join(folder, 'content/way.md'));
    const { report } = await reportOf(site);
    expect(report.problems.filter(({ rule }) => rule === 'ledger')).toEqual([]);
    const lines = readFileSync(join(folder, '.guidang/ledger.jsonl'), 'utf8').trim().split('\n');
    const fates = lines
      .map((line) => JSON.parse(line))
      .map(({ file, fates: [fate] }) => {
        return `${file} ${fate.became}`;
      });
    expect([...fates].sort()).toEqual([
      '.hidden nothing',
      'a.md document',
      'about.md document',
      'broken.md nothing',
      'draft.md nothing',
      'gone.md nothing',
      'lone.png nothing',
      'page.html nothing',
      'text.txt document',
      'text.yaml fields',
      'text.yml nothing',
      'upper.Txt document',
      'upper.yaml fields',
      'way.md nothing',
      '图.png copy',
    ]);
    expect(JSON.parse(lines[0] ?? '').fates[0].pages).toEqual([page.path]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  ['without a fate', nothing, oneFile, ['found none']],
  [
    'with two',
    { ...nothing, sidecars: ['a.md'], archive: withDocument, outputs: [page] },
    oneFile,
    ['document and fields'],
  ],
  [
    'that was never found',
    { ...nothing, archive: withDocument, outputs: [page] },
    { files: [], skipped: [] },
    ['found document'],
  ],
  [
    'that is a document without a page',
    { ...nothing, archive: withDocument },
    oneFile,
    ['a page expected'],
  ],
  [
    'that gave way to another and is told so: none',
    { ...nothing, archive: withDocument, displaced: new Set(['a.md']) },
    oneFile,
    [],
  ],
])('faults of Guidang in a file %s', (_, account, discovery, found) => {
  const problems = checkLedger(makeLedger(account, discovery));
  expect(problems).toHaveLength(found.length);
  for (const [index, problem] of problems.entries()) {
    expect(problem).toMatchObject({ severity: 'error', rule: 'ledger', place: { file: 'a.md' } });
    expect(told(problem.message)).toContain(found[index]);
  }
});

test('of two copied files whose names are equal in NFC one is counted as not published', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-ledger-'));
  try {
    const site = writeSite(folder, {
      'content/a.md': '# 讲话一\n\n各位同志，见![图](é.png)。\n',
      [`content/${'é'.normalize('NFC')}.png`]: 'x',
      [`content/${'é'.normalize('NFD')}.png`]: 'y',
    });
    const { report } = await reportOf(site);
    expect(report.problems.map(({ rule }) => rule)).toEqual(['same-address']);
    const reason = 'its address belongs to another file';
    expect(report.skipped).toEqual([{ file: 'é.png'.normalize('NFC'), reason }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
