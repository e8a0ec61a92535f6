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
import {
  expectSameTree,
  listPages,
  readPage,
  type TestSite,
  useFolders,
  writeSite,
} from './harness.ts';
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
    writeFileSync(file(), readFileSync(file(), 'utf8').replace(/^documents\/b\/.*\n/m, ''));
    expect((await vanished()).problems).toEqual([]);
  });
});

describe('recorded addresses of a collection', () => {
  const prose = '水位每天早晚各看一次，看完就记在本子上，谁看的谁签字。';
  const pieces = (count: number) =>
    ['一', '二', '三']
      .slice(0, count)
      .map((digit) => `篇${digit}\n\n${prose}\n`)
      .join('\n');
  const aliases = ['old', '/2019/05/old.html'];
  const save = (text: string, own = aliases, ...fields: string[]) => {
    const front = ['---', 'title: 河长心得', `aliases: [${own.join(', ')}]`, ...fields, '---'];
    writeFileSync(document('c'), `${front.join('\n')}\n\n${text}`);
  };
  const own = ['2019/05/old.html', 'documents/c/', 'documents/c/1/', 'documents/c/2/'];
  const ofThird = 'documents/c/3/';
  const ofAlias = 'documents/old/';

  beforeEach(async () => {
    save(pieces(3));
    await reportOf(site, ['--record-addresses']);
  });

  test('are those of its pieces and aliases too, at each of which there is a page', () => {
    const others = ['documents/a/', 'documents/b/'];
    expect(recordedLines().sort()).toEqual([...own, ofThird, ofAlias, ...others].sort());
    for (const address of recordedLines()) {
      const page = address.endsWith('/') ? `${address}index.html` : address;
      expect(listPages(site.output)).toContain(page);
    }
  });

  test('are missed when a piece and an alias are gone, each with its mend', async () => {
    save(pieces(2), []);
    const { problems } = await vanished();
    expect(problems.map(({ message, hint }) => [message.split(' ')[2], hint])).toEqual([
      ['2019/05/old.html', expect.stringContaining('aliases: [/2019/05/old.html]')],
      [ofThird, expect.stringContaining(`aliases: [/${ofThird}]`)],
      [ofAlias, expect.stringContaining('aliases: [old]')],
    ]);
    save(pieces(2), [...aliases, `/${ofThird}`]);
    expect((await vanished()).problems).toEqual([]);
  });

  test('are answered with the reason when it is withdrawn', async () => {
    save(pieces(3), aliases, 'withdrawn: 撤回');
    expect((await vanished()).problems).toEqual([]);
    for (const path of ['documents/c', 'documents/c/3']) {
      const html = readFileSync(join(site.output, path, 'index.html'), 'utf8');
      expect(html).toContain('撤回');
      expect(html).not.toContain(prose);
    }
  });

  test('that an earlier version recorded stay valid, and are added to', async () => {
    const head = '# Addresses of documents that must not vanish, one a line.\n';
    writeFileSync(file(), `${head}documents/a/\ndocuments/gone/\n`);
    expect((await vanished()).problems).toMatchObject([{ line: 3 }]);
    await reportOf(site, ['--record-addresses']);
    expect(recordedLines()).toEqual(expect.arrayContaining([...own, 'documents/gone/']));
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
  const standing = [{ id: 'a', file: 'a.md', aliases: ['../b/'], pieces: [] }];
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
  const standing = [{ id, file: `${id}.md`, aliases, pieces: [] }];
  expect(checkAddresses(`${line}\n`, standing, 'addresses.txt', 'error')).toEqual([]);
});

test('an address without anything is an error of the severity that is asked for', () => {
  const standing = [{ id: 'b', file: 'b.md', aliases: [], pieces: [] }];
  const found = checkAddresses('\ndocuments/a/\n', standing, 'x', 'error');
  expect(found).toMatchObject([{ severity: 'error', place: { file: 'x', line: 2 } }]);
});

test('lines are sorted, and equal ones written once', () => {
  const standing = ['a', 'b'].map((id) => {
    return { id, file: `${id}.md`, aliases: ['b', '../b'], pieces: [] };
  });
  const text = formatAddresses('documents/b\r\n/documents/b/\n', standing);
  expect(text.split('\n').slice(2)).toEqual(['documents/a/\ta.md', 'documents/b/\tb.md', '']);
});

describe('files of equal names', () => {
  const record = (year: string) => `会议记录\n\n${year}年的会议，大家都说了话。\n`;
  const titleAt = (address: string) => readPage(site.output, `documents/${address}/index.html`);

  beforeEach(() => {
    site = writeSite(newFolder('addresses'), {
      'content/2023/会议记录.txt': record('2023'),
      'content/2024/会议记录.txt': record('2024'),
    });
  });

  test('are both published, and the plain address leads to the first by path', async () => {
    const { report } = await reportOf(site);
    expect(report).toMatchObject({ documents: 2, skipped: [], problems: [] });
    expect(titleAt('2023-hui-yi-ji-lu')).toContain('2023年的会议');
    expect(titleAt('2024-hui-yi-ji-lu')).toContain('2024年的会议');
    expect(titleAt('hui-yi-ji-lu')).toContain('documents/2023-hui-yi-ji-lu/index.html');
  });

  test('keep what was recorded, and what comes later gets its folders', async () => {
    rmSync(join(site.content, '2023'), { recursive: true });
    await reportOf(site, ['--record-addresses']);
    expect(recordedLines()).toEqual(['documents/hui-yi-ji-lu/']);
    writeSite(site.folder, { 'content/2022/会议记录.txt': record('2022') });
    const { report } = await reportOf(site, ['--record-addresses']);
    expect(report.problems).toEqual([]);
    expect(titleAt('hui-yi-ji-lu')).toContain('2024年的会议');
    expect(titleAt('2022-hui-yi-ji-lu')).toContain('2022年的会议');
    rmSync(join(site.content, '2024'), { recursive: true });
    const { problems } = (await reportOf(site)).report;
    expect(titleAt('2022-hui-yi-ji-lu')).toContain('2022年的会议');
    // The former address leads on: nothing has vanished
    expect(problems).toEqual([]);
    expect(titleAt('hui-yi-ji-lu')).toContain('documents/2022-hui-yi-ji-lu/index.html');
  });

  test('get the same addresses with a cache and without', async () => {
    rmSync(join(site.content, '2023'), { recursive: true });
    await reportOf(site);
    writeSite(site.folder, { 'content/2023/会议记录.txt': record('2023') });
    await reportOf(site);
    const fresh = { content: site.content, output: join(site.folder, 'fresh') };
    await reportOf(fresh, ['--no-cache']);
    expectSameTree(site.output, fresh.output);
  });
});
