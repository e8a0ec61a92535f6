import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  buildSample,
  buildSite,
  expectSameTree,
  listFiles,
  now,
  readTree,
  root,
  useFolders,
} from './harness.ts';

const newFolder = useFolders();

let reference: string;

beforeAll(() => {
  reference = join(newFolder('reference'), 'public');
  const { status } = buildSample(reference, { env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } });
  expect(status).toBe(0);
});

describe('public/ is the same, byte for byte', () => {
  test.each([
    { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' },
    { TZ: 'America/New_York', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
    { TZ: 'Asia/Shanghai', LANG: 'C', LC_ALL: 'C' },
    { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  ])('with $TZ and $LANG', (env) => {
    const output = join(newFolder('environment'), 'public');
    buildSample(output, { env });
    expectSameTree(output, reference);
  });

  test('from a copy in another folder, written in another order, at another time', () => {
    const folder = newFolder('另一处 copy');
    const paths = listFiles(join(root, 'content')).reverse();
    for (const path of paths) {
      mkdirSync(join(folder, 'content', path, '..'), { recursive: true });
      cpSync(join(root, 'content', path), join(folder, 'content', path));
    }
    cpSync(join(root, 'site.config.yaml'), join(folder, 'site.config.yaml'));
    const site = { content: join(folder, 'content'), output: join(folder, 'public') };
    expect(buildSite(site, [], { cwd: folder }).status).toBe(0);
    expectSameTree(site.output, reference);
  });

  test.each([
    ['one thread', ['--no-cache', '--jobs', '1']],
    ['two threads', ['--no-cache', '--jobs', '2']],
    ['three threads', ['--no-cache', '--jobs', '3']],
    ['four threads', ['--no-cache', '--jobs', '4']],
    ['a clock a year later', ['--no-cache', '--now', '2026-01-01']],
  ])('with %s', (_, args) => {
    const output = join(newFolder('arguments'), 'public');
    expect(buildSite({ content: join(root, 'content'), output }, args).status).toBe(0);
    expectSameTree(output, reference);
  });

  test('by a build that only makes what is missing', () => {
    const folder = newFolder('incremental');
    cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
    cpSync(join(root, 'site.config.yaml'), join(folder, 'site.config.yaml'));
    const site = { content: join(folder, 'content'), output: join(folder, 'public') };
    const changed = join(folder, 'content/studies/党员教师心得体会八篇.md');
    rmSync(changed);
    expect(buildSite(site).status).toBe(0);
    cpSync(join(root, 'content/studies/党员教师心得体会八篇.md'), changed);
    const { report } = buildSite(site);
    expect(report.unchanged).toBeGreaterThan(0);
    expectSameTree(site.output, reference);
  });

  test.each(['1', '2', '3', '4'])(
    'by watch mode after an edit, a new document and one that went, with %s jobs',
    async (jobs) => {
      const folder = newFolder('watch');
      cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
      cpSync(join(root, 'site.config.yaml'), join(folder, 'site.config.yaml'));
      const at = (path: string) => join(folder, 'content', path);
      const edited = 'studies/党员教师心得体会八篇.md';
      const added = 'notices/2021-fangxun-zhiban-tongzhi.md';
      const original = readFileSync(at(edited), 'utf8');
      writeFileSync(at(edited), `${original}\n还没有改好的一段。\n`);
      rmSync(at(added));
      writeFileSync(at('extra.md'), '---\ntitle: 多出来的一篇\n---\n正文。\n');
      const output = join(folder, 'public');
      const watch = await startWatch(folder, output, jobs);
      try {
        const without = readTree(output);
        expect([...without.keys()]).toContain('documents/extra/index.html');
        writeFileSync(at(edited), original);
        await vi.waitFor(() => expect(readTree(output)).not.toEqual(without), patience);
        rmSync(at('extra.md'));
        cpSync(join(root, 'content', added), at(added));
        await vi.waitFor(() => expectSameTree(output, reference), patience);
      } finally {
        await watch.stop();
      }
      expectSameTree(output, reference);
    },
    // More than all that it may wait for
    200_000,
  );

  test('over an older public/ with other pages', () => {
    const folder = newFolder('over');
    const output = join(folder, 'public');
    cpSync(join(root, 'tests/fixtures/sites/small/content'), join(folder, 'content'), {
      recursive: true,
    });
    buildSite({ content: join(folder, 'content'), output });
    buildSample(output);
    expectSameTree(output, reference);
  });
});

test('no output holds the name of a folder of this machine, or the time of the build', () => {
  const year = new Date().getFullYear();
  for (const [path, bytes] of readTree(reference)) {
    const text = bytes.toString('utf8');
    expect(text.includes(root), path).toBe(false);
    expect(text.includes(reference), path).toBe(false);
    expect(text.includes(`${year}-`) && year > 2025, path).toBe(false);
  }
});

/** Until a build must have come: no measure of its speed. */
const patience = { timeout: 60_000, interval: 200 };

/** Starts watch mode, and waits until its first build is served. */
async function startWatch(folder: string, output: string, jobs: string) {
  const folders = ['--content', join(folder, 'content'), '--output', output];
  const options = ['--now', now, '--port', '0', '--jobs', jobs];
  const child = spawn(
    process.execPath,
    [join(root, 'src/guidang.js'), 'watch', ...folders, ...options],
    { cwd: folder, env: { ...process.env, NO_COLOR: '1' } },
  );
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
  }
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
  };
  await vi.waitFor(() => expect(told).toContain('preview at'), patience).catch(stop);
  expect(told).toContain('preview at');
  return { stop };
}
