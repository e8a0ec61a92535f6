import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkAddresses, formatAddresses, parseAddresses } from '#archive/addresses.ts';
import { listPages, type TestSite, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';

const newFolder = useFolders();
let site: TestSite;
const file = () => join(site.folder, 'addresses.txt');
const document = (name: string) => join(site.content, `${name}.md`);
const recordedLines = () =>
  parseAddresses(readFileSync(file(), 'utf8')).map(({ address }) => address);

async function vanished(...args: string[]) {
  const { status, report } = await reportOf(site, args);
  const problems = report.problems.filter(({ rule }) => rule === 'vanished-address');
  return { status, problems };
}

beforeEach(() => {
  site = writeSite(newFolder('addresses'), {
    'content/a.md': '# 讲话一\n\n各位同志。\n',
    'content/b.md': '# 讲话二\n\n大家好。\n',
  });
});

describe('recorded addresses', () => {
  test('are written when asked for, and only then', async () => {
    await reportOf(site);
    expect(existsSync(file())).toBe(false);
    await reportOf(site, ['--record-addresses']);
    expect(recordedLines()).toEqual(['documents/a/', 'documents/b/']);
    for (const address of recordedLines()) {
      expect(listPages(site.output)).toContain(`${address}index.html`);
    }
    const { mtimeMs } = statSync(file());
    await reportOf(site, ['--record-addresses']);
    expect(statSync(file()).mtimeMs).toBe(mtimeMs);
  });

  test('of a document that was renamed without an alias are missed, with the line and the mend', async () => {
    await reportOf(site, ['--record-addresses']);
    renameSync(document('b'), document('c'));
    const { status, problems } = await vanished();
    expect(status).toBe(0);
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        file: 'addresses.txt',
        line: 4,
        message: expect.stringContaining('documents/b/'),
        hint: expect.stringContaining('aliases: [b]'),
      },
    ]);
    // Nothing else has changed: the next build tells it too
    expect((await vanished()).problems).toHaveLength(1);
    writeFileSync(document('c'), '---\naliases: [b]\n---\n\n# 讲话二\n\n大家好。\n');
    expect((await vanished()).problems).toEqual([]);
  });

  test('are not given up by recording again, but by deleting the line', async () => {
    await reportOf(site, ['--record-addresses']);
    rmSync(document('b'));
    expect((await vanished('--record-addresses')).problems).toHaveLength(1);
    expect(recordedLines()).toContain('documents/b/');
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('documents/b/\n', ''));
    expect((await vanished()).problems).toEqual([]);
  });
});

test('a file that cannot be read is told, and never replaced', async () => {
  mkdirSync(file());
  for (const args of [['--record-addresses'], []]) {
    const { status, report } = await reportOf(site, args);
    expect(status).toBe(1);
    expect(report.problems.map(({ rule }) => rule)).toEqual(['addresses-unreadable']);
  }
  expect(statSync(file()).isDirectory()).toBe(true);
});

test('an alias that leads nowhere answers no address', () => {
  const standing = [{ id: 'a', aliases: ['../b/'] }];
  expect(checkAddresses('../b/\n', standing, 'x', 'warning')).toHaveLength(1);
});

test.each([
  ['documents/a/', 'a', []],
  ['/documents/a/index.html', 'a', []],
  ['documents/a', 'a', []],
  ['# a comment', 'x', []],
  ['documents/old/', 'a', ['old']],
  ['2019/05/old.html', 'a', ['/2019/05/old.html']],
  ['2019/05/', 'a', ['2019/05/']],
])('the line %j is answered by the document %s with the aliases %j', (line, id, aliases) => {
  expect(checkAddresses(`${line}\n`, [{ id, aliases }], 'addresses.txt', 'error')).toEqual([]);
});

test('an address without anything is an error of the severity that is asked for', () => {
  const found = checkAddresses('\ndocuments/a/\n', [{ id: 'b', aliases: [] }], 'x', 'error');
  expect(found).toMatchObject([{ severity: 'error', place: { file: 'x', line: 2 } }]);
});

test('lines are sorted, and equal ones written once', () => {
  const text = formatAddresses('documents/b\r\n/documents/b/\n', [{ id: 'a' }, { id: 'b' }]);
  expect(text.split('\n').slice(2)).toEqual(['documents/a/', 'documents/b/', '']);
});
