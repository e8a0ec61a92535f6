import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Disk, disksWithoutCase, mountDisk } from './disks.ts';
import {
  buildSite,
  type Files,
  guidang,
  leadingTo,
  readPage,
  type TestSite,
  useFolders,
  writeSite,
} from './harness.ts';

/* Real file systems for which A and a are one name, and which refuse names that others take. */

const newFolder = useFolders();
const text = (title: string, more = '') => `---\ntitle: ${title}\n${more}---\n${title}的正文。\n`;

describe.each(disksWithoutCase)('$name', (kind) => {
  let disk: Disk | string = 'not mounted';
  let count = 0;
  beforeAll(() => {
    disk = mountDisk(kind);
  });
  afterAll(() => {
    if (typeof disk !== 'string') disk.unmount();
  });
  /** Documents on the disk of the tests, which tells case apart; the output on the one that does not. */
  const newSite = (
    files: Files,
    skip: (reason: string) => never,
    linked = otherFiles(files),
  ): TestSite => {
    if (typeof disk === 'string') return skip(disk);
    return {
      ...writeSite(newFolder('case'), {
        ...files,
        'site.config.yaml': `search: false\n${leadingTo(...linked)}`,
      }),
      output: join(disk.folder, `public${count++}`),
    };
  };
  const names = (site: TestSite, folder: string) => readdirSync(join(site.output, folder)).sort();
  /** What the disk shows of a name: one of them shows all in lower case. */
  const shown = (name: string) => (kind.name.includes('lower') ? name.toLowerCase() : name);

  test('of two addresses that differ in case alone one is published, and the other named', ({
    skip,
  }) => {
    const site = newSite(
      {
        'content/a/Speech.md': text('其一'),
        'content/b/speech.md': text('其二'),
        'content/c.md': text('其三', 'id: SPEECH\n'),
        'content/d.md': text('其四', 'aliases: [/Old/Page.html]\n'),
        'content/e.md': text('其五', 'aliases: [/old/page.html]\n'),
        'content/Hall.png': 'one',
        'content/hall.png': 'two',
        'content/σ.png': 'three',
        'content/ς.png': 'four',
      },
      skip,
    );
    const { status, report } = buildSite(site);
    expect(status).toBe(1);
    expect(report.problems.map(({ rule, file }) => [rule, file])).toEqual([
      ['same-address', 'd.md'],
      ['same-address', 'hall.png'],
      ['same-address', 'σ.png'],
    ]);
    for (const { message, hint } of report.problems) {
      expect(message).toMatch(/one address: \S+/);
      expect(hint).toMatch(/rename|Change/);
    }
    expect(readPage(site.output, 'documents/a-speech/index.html')).toContain('其一的正文');
    expect(readPage(site.output, 'documents/speech/index.html')).toContain('其三的正文');
    expect(readPage(site.output, 'documents/b-speech/index.html')).toContain('其二的正文');
    expect(readPage(site.output, 'files/hall.png')).toBe('one');
    expect(buildSite(site).report).toMatchObject({
      written: 0,
      removed: 0,
      problems: report.problems,
    });
    expect(buildSite(site, ['--no-cache']).report).toMatchObject({ written: 0, removed: 0 });
  });

  test('an image, a folder, an id or an alias that is renamed in case alone stays, under its new name', ({
    skip,
  }) => {
    const site = newSite(
      {
        'content/a.md': text('其一', 'id: Speech\naliases: [/Old/Page.html]\n'),
        'content/Hall.png': 'one',
        'content/Other.png': 'other',
        'content/Album/Day/One.png': 'two',
        'content/Album/Day/Two.png': 'three',
      },
      skip,
      `Hall hall Other other Album/Day/One album/Day/one Album/Day/Two album/Day/Two`
        .split(' ')
        .map((name) => `${name}.png`),
    );
    expect(buildSite(site).status).toBe(0);
    const at = (name: string) => join(site.content, name);
    renameSync(at('Hall.png'), at('hall.png'));
    rmSync(at('Other.png'));
    writeFileSync(at('other.png'), 'another');
    writeFileSync(at('a.md'), text('其一', 'id: speech\naliases: [/old/page.html]\n'));
    renameSync(at('Album'), at('album'));
    renameSync(at('album/Day/One.png'), at('album/Day/one.png'));
    const { status, report } = buildSite(site);
    expect([status, report.problems]).toEqual([0, []]);
    expect(names(site, 'files')).toEqual(['album', 'hall.png', 'other.png']);
    expect(names(site, 'files/album')).toEqual([shown('Day')]);
    expect(names(site, 'files/album/Day')).toEqual(['one.png', shown('Two.png')].sort());
    expect(names(site, 'old')).toEqual(['page.html']);
    expect(readPage(site.output, 'documents/speech/index.html')).toContain('其一的正文');
    expect(readPage(site.output, 'files/other.png')).toBe('another');
    expect(readPage(site.output, 'files/album/Day/one.png')).toBe('two');
    expect(buildSite(site).report).toMatchObject({ written: 0, removed: 0 });
    expect(buildSite(site, ['--no-cache']).report).toMatchObject({ written: 0, removed: 0 });
    if (shown('A') === 'A') {
      const { status, stdout, stderr } = guidang(['verify', '--output', site.output]);
      expect([status, stderr], stdout).toEqual([0, '']);
    }
  });

  test('names that the disk refuses are named with what to do, and all else is published', ({
    skip,
  }) => {
    const odd = ['a:b.png', 'what?.png', 'dot.', 'con.png', 'space ', 'aux', 'a|b.png', 'a"b.png'];
    const site = newSite(
      {
        'content/good.md': text('其一'),
        'content/con.md': text('其二'),
        'content/x:y.md': text('其三'),
        'content/dot..md': text('其四'),
        ...Object.fromEntries(odd.map((name) => [`content/${name}`, name])),
      },
      skip,
    );
    const first = buildSite(site);
    expect(first.report.documents).toBe(4);
    for (const name of odd) {
      const isThere = existsSync(join(site.output, 'files', name));
      const told = first.report.problems.filter(({ message }) => message.includes(`files/${name}`));
      expect([name, told.length], 'either published or told').toEqual([name, isThere ? 0 : 1]);
      for (const { rule, severity, hint } of told) {
        expect([rule, severity]).toEqual(['unwritable', 'error']);
        expect(hint).toContain('Rename');
      }
    }
    expect(first.report.problems.some(({ message }) => message.includes('files/a:b.png'))).toBe(
      true,
    );
    expect(first.status).toBe(1);
    for (const id of ['good', 'con-x', 'x-y', 'dot']) {
      expect(existsSync(join(site.output, 'documents', id, 'index.html')), id).toBe(true);
    }
    const second = buildSite(site);
    expect(second.status).toBe(1);
    expect(second.report).toMatchObject({
      written: 0,
      removed: 0,
      problems: first.report.problems,
    });
  });

  test('pages of documents that went are removed, and their folders', ({ skip }) => {
    const site = newSite(
      { 'content/a.md': text('其一'), 'content/b.md': text('其二'), 'content/In/B.png': 'x' },
      skip,
    );
    expect(buildSite(site).status).toBe(0);
    rmSync(join(site.content, 'b.md'));
    rmSync(join(site.content, 'In'), { recursive: true });
    const { status, report } = buildSite(site);
    expect([status, report.problems]).toEqual([0, []]);
    expect(report.removed).toBeGreaterThan(1);
    expect(names(site, 'documents')).not.toContain('b');
    expect(existsSync(join(site.output, 'files/In'))).toBe(false);
    expect(buildSite(site).report).toMatchObject({ written: 0, removed: 0 });
  });
});

/** Files that are no documents. */
function otherFiles(files: Files): string[] {
  return Object.keys(files)
    .filter((path) => !path.endsWith('.md'))
    .map((path) => path.replace('content/', ''));
}

test('a disk that tells case apart: what differs in case alone from an earlier output is removed', () => {
  const site = writeSite(newFolder('case'), {
    'content/a.md': text('其一'),
    'content/Hall.png': 'one',
    'content/Album/one.png': 'two',
    'site.config.yaml': leadingTo('Hall.png', 'hall.png', 'Album/one.png', 'album/one.png'),
  });
  expect(buildSite(site).status).toBe(0);
  renameSync(join(site.content, 'Hall.png'), join(site.content, 'hall.png'));
  renameSync(join(site.content, 'Album'), join(site.content, 'album'));
  expect(buildSite(site).report).toMatchObject({ removed: 2, problems: [] });
  expect(readdirSync(join(site.output, 'files')).sort()).toEqual(['album', 'hall.png']);
  expect(readdirSync(join(site.output, 'files/album'))).toEqual(['one.png']);
});
