import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { findForeign } from '#output/foreign-files.ts';
import { readManifest } from '#output/manifest.ts';
import { beginPublication, openWriter } from '#output/publish.ts';
import {
  guidang,
  leadingTo,
  listFiles,
  now,
  type Report,
  root,
  type TestSite,
  useFolders,
  writeSite,
} from './harness.ts';
import { reportOf } from './here.ts';

const newFolder = useFolders();
const one = { 'content/a.md': '---\ntitle: 一\n---\n正文。\n' };

describe('an output folder with files that no build has written', () => {
  const many = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`public/photos/${index}.jpg`, 'mine']),
  );

  test('is refused, and the files are named', async () => {
    const site = writeSite(newFolder('foreign'), { ...one, ...many });
    const { status, report } = await reportOf(site);
    expect(status).toBe(1);
    const [problem] = report.problems;
    expect(problem).toMatchObject({ severity: 'error', rule: 'output-folder' });
    expect(problem?.message).toContain('(12)');
    expect(problem?.message.match(/photos\//g)).toHaveLength(10);
    expect(problem?.hint).toContain('--adopt');
    expect(listFiles(site.output)).toHaveLength(12);
  });

  test('is taken with --adopt, once and for all; the files stay', async () => {
    const site = writeSite(newFolder('foreign'), { ...one, ...many });
    expect((await reportOf(site, ['--adopt'])).status).toBe(0);
    expect((await reportOf(site, ['--now', '2026-01-01'])).status).toBe(0);
    expect(readFileSync(join(site.output, 'photos/3.jpg'), 'utf8')).toBe('mine');
  });

  test('is not meant where they are hidden, as in a branch of its own', async () => {
    const hidden = { 'public/.git/HEAD': 'ref', 'public/.nojekyll': '' };
    const site = writeSite(newFolder('foreign'), { ...one, ...hidden });
    expect((await reportOf(site)).status).toBe(0);
    expect(listFiles(site.output)).toContain('.git/HEAD');
  });
});

describe('a file of somebody else at the path of a new output, in a folder that is ours', () => {
  const mine = 'nobody has built this';
  const second = { 'content/b.md': '---\ntitle: 二\naliases: [old]\n---\n正文。\n' };
  const taken = ['documents/b/index.html', 'documents/old/index.html'];
  let site: TestSite;

  beforeEach(async () => {
    site = writeSite(newFolder('foreign'), one);
    expect((await reportOf(site)).status).toBe(0);
    writeSite(site.folder, second);
  });
  const place = (paths: readonly string[]) =>
    writeSite(site.folder, Object.fromEntries(paths.map((path) => [`public/${path}`, mine])));
  const foreignOf = ({ problems }: Report) =>
    problems.filter(({ rule }) => rule === 'output-folder');
  const textOf = (path: string) => readFileSync(join(site.output, path), 'utf8');

  test('stays, is named, and everything else is built', async () => {
    place(taken);
    // Nothing changes by building again
    for (const run of [1, 2]) {
      const { status, report } = await reportOf(site);
      expect([run, status]).toEqual([run, 1]);
      const [problem, ...others] = foreignOf(report);
      expect(others).toEqual([]);
      expect(problem).toMatchObject({
        severity: 'error',
        hint: expect.stringContaining('--adopt'),
      });
      expect(problem?.message).toContain('(2)');
      for (const path of taken) {
        expect(problem?.message).toContain(path);
        expect(textOf(path)).toBe(mine);
        expect(textOf('.guidang-manifest')).not.toContain(path);
        expect(textOf('manifest-sha256.txt')).not.toContain(path);
      }
      expect(textOf('documents/index.html')).toContain('documents/b/');
    }
  });

  test('outlives the document whose page it kept out', async () => {
    place(taken);
    await reportOf(site);
    rmSync(join(site.content, 'b.md'));
    const { status, report } = await reportOf(site);
    expect([status, foreignOf(report)]).toEqual([0, []]);
    expect(taken.map(textOf)).toEqual([mine, mine]);
  });

  test('is replaced with --adopt, once and for all', async () => {
    place(taken);
    expect((await reportOf(site, ['--adopt'])).status).toBe(0);
    expect((await reportOf(site, ['--now', '2026-01-01'])).status).toBe(0);
    for (const path of taken) expect(textOf(path)).not.toContain(mine);
  });

  test('is in nobody’s way once it is moved', async () => {
    place(taken);
    await reportOf(site);
    for (const path of taken) rmSync(join(site.output, path));
    expect((await reportOf(site)).status).toBe(0);
    expect(textOf('documents/b/index.html')).toContain('正文');
  });

  test('may be a link that leads nowhere', async () => {
    mkdirSync(join(site.output, 'documents/b'));
    const link = join(site.output, 'documents/b/index.html');
    symlinkSync('nowhere', link);
    const { status, report } = await reportOf(site);
    expect([status, foreignOf(report).length]).toEqual([1, 1]);
    expect(readlinkSync(link)).toBe('nowhere');
  });

  test('is named with ten others at most', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `m${index}`);
    writeSite(
      site.folder,
      Object.fromEntries(many.map((id) => [`content/${id}.md`, `---\ntitle: ${id}\n---\n文。\n`])),
    );
    place(many.map((id) => `documents/${id}/index.html`));
    const [problem] = foreignOf((await reportOf(site)).report);
    expect(problem?.message).toContain('(12)');
    expect(problem?.message.match(/documents\/m/g)).toHaveLength(10);
  });

  test('may be hidden, and there before the first build', async () => {
    const hidden = '---\ntitle: 一\naliases: [/.old/a.html]\n---\n正文。\n';
    const fresh = writeSite(newFolder('foreign'), {
      'content/a.md': hidden,
      'public/.old/a.html': mine,
    });
    const first = await reportOf(fresh);
    expect([first.status, foreignOf(first.report).length]).toEqual([1, 1]);
    expect(readFileSync(join(fresh.output, '.old/a.html'), 'utf8')).toBe(mine);
    expect((await reportOf(fresh, ['--adopt'])).status).toBe(0);
    expect(readFileSync(join(fresh.output, '.old/a.html'), 'utf8')).not.toBe(mine);
  });
});

describe('what the last build left at the path of a new output', () => {
  test('is its own after it was killed: the manifest names what it was about to write', () => {
    const output = newFolder('killed');
    const writer = openWriter(output, 'main');
    beginPublication(output, ['a.html'], writer, false).finish(new Set(['a.html']));
    beginPublication(output, ['a.html', 'b.html'], writer, false);
    writer.put('b.html', 'half of a build');
    expect([...beginPublication(output, ['b.html'], writer, false).foreign]).toEqual([]);
  });

  test('is another file where the disk tells case apart', () => {
    const output = newFolder('case');
    const writer = openWriter(output, 'main');
    beginPublication(output, ['B.html'], writer, false);
    for (const path of ['B.html', 'b.html']) writer.put(path, path);
    const { foreign } = beginPublication(output, ['b.html'], writer, false);
    expect([...foreign]).toEqual(['b.html']);
  });

  test('is not looked at where the manifest names it, nor anything in a fresh folder', () => {
    const output = newFolder('fresh');
    const writer = openWriter(output, 'main');
    const looked: string[] = [];
    const planned = ['a.html', 'b.html'];
    const exists = (file: string) => looked.push(file) > 0;
    const foreignAmong = (paths: readonly string[]) => [
      ...findForeign(output, paths, readManifest(output), exists),
    ];
    expect([foreignAmong(planned), looked]).toEqual([[], []]);
    beginPublication(output, planned, writer, false);
    expect([foreignAmong([...planned, 'c.html']), looked]).toEqual([
      ['c.html'],
      [join(output, 'c.html')],
    ]);
  });

  test.each([
    ['a folder', 'documents/b/index.html/own.txt'],
    ['a file in place of the folder that it needs', 'documents/b'],
  ])('may be %s: nothing is written over it, and that is told', async (_name, path) => {
    const site = writeSite(newFolder('folder'), one);
    await reportOf(site);
    const added = { 'content/b.md': '---\ntitle: 二\n---\n正文。\n', [`public/${path}`]: 'mine' };
    writeSite(site.folder, added);
    const { status, report } = await reportOf(site);
    expect(status).toBe(1);
    expect(report.problems).toMatchObject([{ rule: 'unwritable' }]);
    expect(readFileSync(join(site.output, path), 'utf8')).toBe('mine');
  });
});

describe('a file of somebody else where a folder of earlier outputs stood', () => {
  const two = {
    'content/b.md': '---\ntitle: 二\n---\n正文。\n',
    'content/in/c.png': 'c',
    'site.config.yaml': leadingTo('in/c.png'),
  };
  test.each([
    ['documents/b', 'b.md'],
    ['files', 'in'],
  ])('%s: stays, and builds go on once nothing belongs there', async (folder, source) => {
    const site = writeSite(newFolder('replaced'), { ...one, ...two });
    expect((await reportOf(site)).status).toBe(0);
    rmSync(join(site.output, folder), { recursive: true });
    writeFileSync(join(site.output, folder), 'mine');
    const { status, report } = await reportOf(site);
    expect([status, report.problems.map(({ rule }) => rule)]).toEqual([1, ['unwritable']]);
    rmSync(join(site.content, source), { recursive: true });
    for (const run of [1, 2]) {
      const { status, report } = await reportOf(site);
      expect([run, status, report.problems]).toEqual([run, 0, []]);
      expect(readFileSync(join(site.output, folder), 'utf8')).toBe('mine');
    }
  });

  test('may be a folder in place of an output: it stays', async () => {
    const site = writeSite(newFolder('replaced'), {
      ...one,
      'content/c.png': 'c',
      'site.config.yaml': leadingTo('c.png'),
    });
    expect((await reportOf(site)).status).toBe(0);
    rmSync(join(site.output, 'files/c.png'));
    mkdirSync(join(site.output, 'files/c.png'));
    rmSync(join(site.content, 'c.png'));
    writeFileSync(join(site.output, 'files/c.png/own.txt'), 'mine');
    const { status, report } = await reportOf(site);
    expect([status, report.problems]).toEqual([0, []]);
    expect(readFileSync(join(site.output, 'files/c.png/own.txt'), 'utf8')).toBe('mine');
  });

  test('is left there by a build that would remove an output below it', async () => {
    const site = writeSite(newFolder('replaced'), { ...one, ...two });
    expect((await reportOf(site)).status).toBe(0);
    rmSync(join(site.output, 'files'), { recursive: true });
    writeFileSync(join(site.output, 'files'), 'mine');
    rmSync(join(site.content, 'in'), { recursive: true });
    const { status, report } = await reportOf(site);
    expect([status, report.problems]).toEqual([0, []]);
    expect(readFileSync(join(site.output, 'files'), 'utf8')).toBe('mine');
    expect([...readManifest(site.output)]).not.toContain('files/in/c.png');
  });
});

test.each(['.', '..'])('an output folder %s of the home folder is refused', (path) => {
  const home = newFolder('home');
  const site = writeSite(newFolder('site'), one);
  const args = ['build', '--content', site.content, '--adopt', '--output', join(home, path)];
  const { status, stderr } = guidang(args, { env: { HOME: home } });
  expect(status).toBe(1);
  expect(stderr).toContain('home folder');
  expect(listFiles(home)).toEqual([]);
});

describe('a lock of an output folder', () => {
  const lockWith = async (holder: object) => {
    const site = writeSite(newFolder('lock'), one);
    mkdirSync(site.output);
    writeFileSync(join(site.output, '.guidang-lock'), JSON.stringify(holder));
    const { status, report } = await reportOf(site, ['--wait', '0.3']);
    return { status, report, site };
  };
  const dead = () => spawnSync(process.execPath, ['-e', '']).pid;

  test('of a living process is respected, and its holder named', async () => {
    const holder = { pid: process.ppid, host: hostname(), started: null, since: 'today' };
    const { status, report, site } = await lockWith(holder);
    expect(status).toBe(1);
    expect(report.problems).toMatchObject([{ rule: 'output-locked' }]);
    expect(report.problems[0]?.message).toContain(`process ${process.ppid} `);
    expect(listFiles(site.output)).toEqual(['.guidang-lock']);
  });

  test.each([
    ['of a dead process', () => ({ pid: dead(), started: null })],
    ['of an earlier process of the same number', () => ({ pid: process.ppid, started: 'boot 1' })],
  ])('%s is taken over', async (_name, holder) => {
    const { status, site } = await lockWith({ host: hostname(), since: '', ...holder() });
    expect(status).toBe(0);
    expect(listFiles(site.output)).toContain('index.html');
    expect(listFiles(site.output)).not.toContain('.guidang-lock');
  });

  test('is waited for, and the build goes on when it is gone', async () => {
    const site = writeSite(newFolder('lock'), one);
    mkdirSync(site.output);
    const file = join(site.output, '.guidang-lock');
    // Holds the lock until it ends; what it leaves is stale
    const sleeper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1000)']);
    const holder = { pid: sleeper.pid, host: hostname(), started: null, since: 'now' };
    writeFileSync(file, JSON.stringify(holder));
    const gone = once(sleeper, 'exit');
    const { status } = await reportOf(site, ['--wait', '30']);
    await gone;
    expect(status).toBe(0);
    expect(listFiles(site.output)).toContain('index.html');
  });

  test('lets builds that begin at once both end well', async () => {
    const site = writeSite(newFolder('lock'), one);
    const { content, output } = site;
    const cli = join(root, 'src/guidang.js');
    const args = [cli, 'build', '--content', content, '--output', output, '--now', now];
    const both = [1, 2].map(async () => {
      const child = spawn(process.execPath, args, { stdio: 'ignore' });
      const [code] = await once(child, 'exit');
      return code;
    });
    expect(await Promise.all(both)).toEqual([0, 0]);
    expect(listFiles(output).filter((path) => /lock|temporary/.test(path))).toEqual([]);
  });
});
