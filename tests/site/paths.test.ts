import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Files, listFiles, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';

const newFolder = useFolders();

const secret = 'canary-7f3a91';

/** Addresses that lead out of a folder somewhere, or to something that is no file. */
const hostileNames: readonly string[] = [
  '..',
  '../canary/outside',
  '../../../../../../tmp/guidang-escaped',
  '/tmp/guidang-escaped',
  '/etc/passwd',
  '..\\canary\\outside',
  'C:\\Windows\\outside',
  '%2e%2e/canary/outside',
  '%2e%2e%2fcanary%2foutside',
  '..%5ccanary',
  'a\0b',
  'CON',
  'aux.txt',
  'LPT1',
  'nul',
  'trailing.',
  'trailing ',
  '. .',
  '...',
  'a'.repeat(300),
  '__proto__',
  'constructor',
  'Case',
  'case',
  'caf\u{e9}',
  'cafe\u{301}',
];

/** All that stands in a folder: what a build outside its own folders must not change. */
function snapshot(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => {
      const file = join(folder, path);
      const stat = lstatSync(file);
      const content = stat.isFile()
        ? readFileSync(file, 'hex')
        : stat.isSymbolicLink()
          ? readlinkSync(file)
          : '';
      return `${path} ${stat.mtimeMs} ${stat.mode} ${content}`;
    });
}

/** A site whose neighbours are canaries: each folder around it holds one. */
function siteAmongCanaries(files: Files) {
  const around = newFolder('paths');
  for (const folder of ['canary', 'a/canary', 'a/b/canary']) {
    mkdirSync(join(around, folder), { recursive: true });
    writeFileSync(join(around, folder, 'outside.md'), `# ${secret}\n`);
    writeFileSync(join(around, folder, 'outside.png'), secret);
  }
  const site = writeSite(join(around, 'a/b/site'), files);
  return { around, site };
}

function outside(around: string): string[] {
  const own = /^a\/b\/site(?:\/(?:public|\.guidang)(?:\/| )| )/;
  return snapshot(around).filter((line) => !own.test(line));
}

function expectNothingOutside(output: string): void {
  for (const path of listFiles(output)) {
    expect(readFileSync(join(output, path), 'latin1').includes(secret), path).toBe(false);
  }
}

describe('nothing outside is written, nothing outside is read', () => {
  test.each([
    ['an id', (name: string) => `---\nid: ${JSON.stringify(name)}\n---\n\n# 文\n\n正文。\n`],
    [
      'an alias',
      (name: string) => `---\naliases: [${JSON.stringify(name)}]\n---\n\n# 文\n\n正文。\n`,
    ],
    ['an image', (name: string) => `# 文\n\n![图](<${name.replace('\0', '')}.png>)\n`],
    ['a link', (name: string) => `# 文\n\n[文](<${name.replace('\0', '')}.md>)\n`],
  ])('by %s', async (_, textOf) => {
    const texts = hostileNames.map((name, index) => [`content/d${index}.md`, textOf(name)]);
    const { around, site } = siteAmongCanaries(Object.fromEntries(texts));
    const before = outside(around);
    const { report } = await reportOf(site, ['--jobs', '1']);
    expect(outside(around)).toEqual(before);
    expectNothingOutside(site.output);
    expect(report.documents + report.skipped.length).toBe(hostileNames.length);
  });

  test('by the names of files', async () => {
    const names = hostileNames.filter(
      (name) => !/[/\0]/.test(name) && name !== '..' && name.length < 250,
    );
    const texts = names.map((name) => [`content/${name}.md`, '# 文\n\n正文。\n']);
    const { around, site } = siteAmongCanaries(Object.fromEntries(texts));
    const before = outside(around);
    const { report } = await reportOf(site, ['--jobs', '1']);
    expect(outside(around)).toEqual(before);
    expect(report.documents + report.skipped.length).toBe(names.length);
    // Windows keeps no such names, and drops dots and spaces at their end
    const published = listFiles(site.output).flatMap((path) => path.split('/'));
    const kept = published.filter((part) =>
      /^(?:con|aux|nul|lpt\d)(?:\.|$)|[. ]$|[\\:]/i.test(part),
    );
    expect(kept).toEqual([]);
  });

  test('by symbolic links', async () => {
    const { around, site } = siteAmongCanaries({
      'content/a.md': '# 文\n\n![图](link.png) [文](folder/outside.md)\n',
    });
    symlinkSync('../../canary/outside.md', join(site.content, 'link.md'));
    symlinkSync('../../canary/outside.png', join(site.content, 'link.png'));
    symlinkSync('../../canary', join(site.content, 'folder'));
    symlinkSync('.', join(site.content, 'loop'));
    const before = outside(around);
    const { report } = await reportOf(site, ['--jobs', '1']);
    expect(outside(around)).toEqual(before);
    expectNothingOutside(site.output);
    expect(report.skipped.map(({ file }) => file).sort()).toEqual([
      'folder',
      'link.md',
      'link.png',
      'loop',
    ]);
  });
});

test.each(['id', 'aliases'])(
  'half a surrogate pair in %s is told, and by every build',
  async (field) => {
    const text = `---\n${field}: "old\\uD800"\n---\n\n# 文\n\n正文。\n`;
    const site = writeSite(newFolder('surrogate'), { 'content/a.md': text });
    for (const run of [1, 2]) {
      const { status, report } = await reportOf(site);
      expect([run, status]).toEqual([run, 1]);
      expect(report.problems.map(({ rule }) => rule)).toEqual([
        field === 'id' ? 'field-id' : 'alias',
      ]);
    }
    expect(listFiles(site.output).join()).not.toContain('\ufffd');
  },
);

describe('names with control characters', () => {
  test.each([
    ['a file', 'content/a\nCNAME', 'a\\u000aCNAME'],
    ['a document', 'content/in/b\r.md', 'in/b\\u000d.md'],
    ['a folder', 'content/c\u009b2J/d.png', 'c\\u009b2J'],
  ])('%s is refused, named without them, and nobody’s file is lost', async (_, path, shown) => {
    const site = writeSite(newFolder('control'), {
      'content/good.md': '# 文\n\n正文。\n',
      [path]: 'x',
    });
    for (const run of [1, 2]) {
      const { status, report } = await reportOf(site);
      const { problems, skipped, documents } = report;
      expect([run, status, documents]).toEqual([run, 1, 1]);
      expect(problems).toMatchObject([{ rule: 'file-name', severity: 'error', file: shown }]);
      expect(problems[0]?.hint).toMatch(/rename it/i);
      expect(skipped).toEqual([{ file: shown, reason: expect.stringContaining('control') }]);
      // As a user adds it for a host
      writeFileSync(join(site.output, 'CNAME'), 'mine');
    }
    await reportOf(site);
    expect(readFileSync(join(site.output, 'CNAME'), 'utf8')).toBe('mine');
  });

  test('an asset is refused and named', async () => {
    const site = writeSite(newFolder('control'), {
      'content/good.md': '# 文\n\n正文。\n',
      'templates/assets/a\nb.js': 'x',
    });
    for (const _run of [1, 2]) {
      const { status, report } = await reportOf(site, [
        '--templates',
        join(site.folder, 'templates'),
      ]);
      expect([status, report.problems.map(({ rule }) => rule)]).toEqual([1, ['file-name']]);
    }
    expect(listFiles(site.output)).toContain('documents/good/index.html');
  });

  test('hidden files and links are named without them too', async () => {
    const site = writeSite(newFolder('control'), { 'content/.a\u001b[2J': '' });
    symlinkSync('.', join(site.content, 'b\n'));
    const { report } = await reportOf(site);
    expect(report.skipped.map(({ file }) => file)).toEqual(['.a\\u001b[2J', 'b\\u000a']);
  });
});

test('what lies in hidden folders of a theme is not published', async () => {
  const site = writeSite(newFolder('hidden'), {
    'templates/assets/own.css': '',
    'templates/assets/.git/config': secret,
    'templates/assets/.hidden.css': secret,
  });
  await reportOf(site, ['--templates', join(site.folder, 'templates')]);
  const published = listFiles(site.output);
  expect(published).toContain('assets/own.css');
  expect(published.filter((path) => /config|hidden/.test(path))).toEqual([]);
});

test('an asset whose name is not in UTF-8 is refused and named', async ({ skip }) => {
  const site = writeSite(newFolder('bytes'), {
    'content/good.md': '# 文\n\n正文。\n',
    'templates/assets/own.css': '',
  });
  const templates = join(site.folder, 'templates');
  const name = [Buffer.from(`${templates}/assets/`), Buffer.of(0xff), Buffer.from('.css')];
  try {
    writeFileSync(Buffer.concat(name), 'x');
  } catch {
    return skip('the disk takes no such name');
  }
  const { status, report } = await reportOf(site, ['--templates', templates]);
  expect([status, report.problems.map(({ rule }) => rule)]).toEqual([1, ['file-name']]);
  expect(listFiles(site.output)).toContain('documents/good/index.html');
});

test('a file whose name is no text is named, not lost in silence', async ({ skip }) => {
  const site = writeSite(newFolder('no-text'), { 'content/good.md': '# 文\n\n正文。\n' });
  const name = Buffer.concat([
    Buffer.from(`${site.content}/a`),
    Buffer.of(0xff),
    Buffer.from('.md'),
  ]);
  try {
    writeFileSync(name, '# 二\n');
  } catch {
    return skip('the disk takes no such name');
  }
  const { status, report } = await reportOf(site);
  expect(status).toBe(1);
  expect(report.problems).toMatchObject([{ rule: 'file-name', file: 'a\ufffd.md' }]);
  expect(report.skipped.map(({ file }) => file)).toEqual(['a\ufffd.md']);
});
