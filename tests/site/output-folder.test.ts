import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guidang, listFiles, now, root, useFolders, writeSite } from './harness.ts';
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
    const cli = join(root, 'src/cli.ts');
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
