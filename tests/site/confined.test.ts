import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { permissions } from '#commands/confine.ts';
import { resolveFolders } from '#output/folders.ts';
import {
  expectSameTree,
  guidang,
  listFiles,
  now,
  type Report,
  root,
  type TestSite,
  useFolders,
  writeSite,
} from './harness.ts';

const newFolder = useFolders();
const documents = {
  'content/a.md': '---\ntitle: 一\n---\n正文。\n',
  'content/b/c.md': '---\ntitle: 二\n---\n正文。\n',
};
const secret = 'canary-7f3a91';

function build(site: TestSite, args: readonly string[] = [], cwd: string = root) {
  const all = ['build', '--content', site.content, '--json', '--now', now, ...args];
  const { status, stdout, stderr } = guidang(all, { cwd });
  expect(stderr).toBe('');
  const report: Report = JSON.parse(stdout);
  return { status, report };
}

describe('a confined build', () => {
  test.each(['site', 'spaces, commas 中文 " \' $HOME %2e [x] {a,b} ? \\ #'])(
    'gives what another gives, in a folder %s',
    (name) => {
      const site = writeSite(join(newFolder('confined'), name), documents);
      const other = join(site.folder, 'other');
      expect(build(site, ['--output', other]).status).toBe(0);
      for (const written of [listFiles(other).length - 1, 0]) {
        const { status, report } = build(site, ['--confined']);
        expect(report.problems).toEqual([]);
        expect(status).toBe(0);
        expect(report.written).toBe(written);
      }
      expectSameTree(site.output, other);
    },
  );

  test('makes relative folders that are not there yet', () => {
    const site = writeSite(newFolder('confined'), documents);
    const args = ['--confined', '--output', 'new/www/../out', '--cache', 'cache/of builds'];
    expect(build(site, args, site.folder).status).toBe(0);
    expect(listFiles(join(site.folder, 'new'))).toContain('out/index.html');
    expect(listFiles(join(site.folder, 'cache'))).toContain('of builds/state');
    expect(existsSync(site.output)).toBe(false);
  });

  test('keeps nothing with --no-cache, and reads the configuration and templates', () => {
    const site = writeSite(newFolder('confined'), {
      ...documents,
      'settings.yaml': 'title: 所录\n',
      'theme/partials/missing.njk': '',
    });
    const named = ['--config', join(site.folder, 'settings.yaml')];
    const args = ['--confined', '--no-cache', ...named, '--templates', join(site.folder, 'theme')];
    expect(build(site, args).status).toBe(0);
    expect(readFileSync(join(site.output, 'index.html'), 'utf8')).toContain('所录');
    expect(existsSync(join(site.folder, '.guidang'))).toBe(false);
  });

  test('records addresses', () => {
    const site = writeSite(newFolder('confined'), documents);
    expect(build(site, ['--confined', '--record-addresses']).report.problems).toEqual([]);
    expect(readFileSync(join(site.folder, 'addresses.txt'), 'utf8')).toContain('documents/a/');
  });

  test('works in threads where it is told to', () => {
    const many = Array.from({ length: 620 }, (_, index) => [
      `content/${index}.md`,
      '# 文\n\n文。\n',
    ]);
    const site = writeSite(newFolder('confined'), Object.fromEntries(many));
    const { status, report } = build(site, ['--confined', '--jobs', '2']);
    expect(report.problems).toEqual([]);
    expect(status).toBe(0);
    expect(report.documents).toBe(620);
  });

  test('hands on the exit code of faults', () => {
    const site = writeSite(newFolder('confined'), { 'content/a.md': '---\ndate: never\n---\n' });
    const plain = build(site, ['--no-cache']);
    const confined = build(site, ['--confined', '--no-cache']);
    expect(confined.status).toBe(1);
    expect(confined.report.problems).toEqual(plain.report.problems);
  });

  test('ends with the process that was started', async () => {
    const site = writeSite(newFolder('confined'), documents);
    mkdirSync(site.output);
    // Of a living process: the build waits for its end
    const holder = { pid: process.pid, host: hostname(), started: null, since: 'now' };
    writeFileSync(join(site.output, '.guidang-lock'), JSON.stringify(holder));
    const args = ['build', '--confined', '--content', site.content, '--wait', '600'];
    const child = spawn(process.execPath, [join(root, 'src/guidang.js'), ...args]);
    const closed = once(child, 'close');
    await once(child.stderr, 'data');
    child.kill('SIGTERM');
    // The output is closed when nobody can write to it any more, the confined process included
    expect(await closed).toEqual([143, null]);
  });

  test('goes where an output folder that is a link leads, and no further', () => {
    const site = writeSite(newFolder('confined'), documents);
    const real = newFolder('elsewhere');
    symlinkSync(real, join(site.folder, 'link'));
    const { status } = build(site, ['--confined', '--output', join(site.folder, 'link/public')]);
    expect(status).toBe(0);
    expect(listFiles(real)).toContain('public/index.html');
  });

  test.each([
    ['an asterisk', (folder: string) => ['--output', join(folder, 'a*b')], 'asterisk'],
    ['a recording', (folder: string) => ['--profile', join(folder, 'p.cpuprofile')], '--profile'],
  ])('is refused with %s', (_, argsOf, word) => {
    const site = writeSite(newFolder('confined'), documents);
    const { status, report } = build(site, ['--confined', ...argsOf(site.folder)]);
    expect(status).toBe(1);
    expect(report.problems).toMatchObject([{ severity: 'error', rule: 'confined' }]);
    expect(report.problems[0]?.message).toContain(word);
    expect(report.problems[0]?.hint).toBeTruthy();
    expect(listFiles(site.folder)).toEqual(['content/a.md', 'content/b/c.md']);
  });
});

describe('links', () => {
  const options = [['--confined'], []];

  test.each(options)('out of the content are not followed %s', (...args) => {
    const site = writeSite(join(newFolder('confined'), 'site'), documents);
    writeFileSync(join(site.folder, '../secret.md'), `# ${secret}\n`);
    symlinkSync('../../secret.md', join(site.content, 'link.md'));
    symlinkSync('../..', join(site.content, 'folder'));
    const { report } = build(site, args);
    expect(report.skipped.map(({ file }) => file).sort()).toEqual(['folder', 'link.md']);
    for (const path of listFiles(site.output)) {
      expect(readFileSync(join(site.output, path), 'latin1')).not.toContain(secret);
    }
  });

  test.each(options)('in the output folder are not written through %s', (...args) => {
    const site = writeSite(join(newFolder('confined'), 'site'), documents);
    expect(build(site, args).status).toBe(0);
    const elsewhere = newFolder('elsewhere');
    renameSync(join(site.output, 'documents/c'), join(elsewhere, 'c'));
    writeFileSync(join(elsewhere, 'c/index.html'), 'mine');
    symlinkSync(join(elsewhere, 'c'), join(site.output, 'documents/c'));
    const { status, report } = build(site, args);
    expect(status).toBe(1);
    expect(report.problems).toMatchObject([{ rule: 'unwritable' }]);
    expect(report.problems[0]?.message).toContain('symbolic link');
    expect(readFileSync(join(elsewhere, 'c/index.html'), 'utf8')).toBe('mine');
  });

  test('in the output folder are not removed through', () => {
    const site = writeSite(join(newFolder('confined'), 'site'), documents);
    build(site);
    const elsewhere = newFolder('elsewhere');
    renameSync(join(site.output, 'documents/c'), join(elsewhere, 'c'));
    symlinkSync(join(elsewhere, 'c'), join(site.output, 'documents/c'));
    renameSync(join(site.content, 'b/c.md'), join(site.content, 'b/d.md'));
    build(site);
    expect(listFiles(elsewhere)).toEqual(['c/index.html']);
  });
});

/** What a confined process is given to do, and what it says of it. */
function attempt(site: TestSite, code: string, jobs = 1): string {
  const script = join(site.content, 'attempt.mjs');
  writeFileSync(script, `try { ${code} } catch (problem) { console.log(problem.code); }`);
  const folders = resolveFolders({ content: site.content }, root);
  const cache = join(site.folder, '.guidang');
  const allowed = permissions({ folders, cache, recordsAddresses: false, jobs });
  const { stdout } = spawnSync(process.execPath, [...allowed, script], {
    encoding: 'utf8',
    cwd: site.folder,
  });
  return stdout.trim();
}

describe('a program behind the wall', () => {
  const site = writeSite(join(newFolder('wall'), 'site'), documents);
  mkdirSync(site.output);
  writeFileSync(join(site.folder, 'beside.txt'), secret);
  writeFileSync(join(site.folder, '../outside.txt'), secret);
  copyFileSync(join(site.content, 'a.md'), join(site.output, 'a.md'));
  symlinkSync('../../outside.txt', join(site.content, 'link'));
  const fs = "const fs = await import('node:fs');";

  test.each([
    ['reads the content', "fs.readFileSync('content/a.md')"],
    ['writes the output', "fs.writeFileSync('public/b.txt', '')"],
    ['writes the cache', "fs.mkdirSync('.guidang'); fs.writeFileSync('.guidang/state', '')"],
    [
      'is not kept from following a link that somebody else has made',
      "fs.readFileSync('content/link')",
    ],
  ])('%s', (_, deed) => {
    expect(attempt(site, `${fs} ${deed}; console.log('done');`)).toBe('done');
  });

  test.each([
    ['read the list of users', "fs.readFileSync('/etc/passwd')"],
    ['read what lies beside', "fs.readFileSync('beside.txt')"],
    ['read what lies around', "fs.readFileSync('content/../../outside.txt')"],
    ['list what lies beside', "fs.readdirSync('.')"],
    ['ask the size of what lies beside', "fs.statSync('beside.txt')"],
    ['write beside the output', "fs.writeFileSync('public.txt', '')"],
    ['write to a folder whose name begins alike', "fs.mkdirSync('public2')"],
    ['write the content', "fs.writeFileSync('content/a.md', '')"],
    ['remove the content', "fs.rmSync('content/a.md')"],
    ['write the configuration', "fs.writeFileSync('site.config.yaml', '')"],
    ['write the program', `fs.writeFileSync(${JSON.stringify(join(root, 'src/new.ts'))}, '')`],
    ['move a file out', "fs.renameSync('public/a.md', 'a.md')"],
    ['link a file in', "fs.linkSync('beside.txt', 'public/b')"],
    ['make a link', "fs.symlinkSync('/etc', 'public/etc')"],
    ['start a process', "(await import('node:child_process')).spawnSync('id')"],
    ['start itself', "(await import('node:child_process')).fork('x')"],
    ['start a thread', "new (await import('node:worker_threads')).Worker('', { eval: true })"],
    ['load native code', "process.dlopen({ exports: {} }, 'content/a.node')"],
    ['open the inspector', "new (await import('node:inspector')).Session().connect()"],
  ])('cannot %s', (_, deed) => {
    const denied = /^ERR_(?:ACCESS_DENIED|DLOPEN_DISABLED)$/;
    expect(attempt(site, `${fs} ${deed}; console.log('done');`)).toMatch(denied);
  });

  // docs/trust.md says so: should Node begin to refuse these, it must be written anew
  test('can connect, for Node 24 has no wall for the network', async () => {
    expect(process.allowedNodeEnvironmentFlags.has('--allow-net')).toBe(false);
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : null;
    const connect = `const net = await import('node:net'); const socket = net.connect(${port}, '127.0.0.1');
      socket.on('connect', () => { console.log('connected'); socket.destroy(); })
        .on('error', ({ code }) => console.log(code));`;
    expect(attempt(site, connect)).toBe('connected');
    server.close();
  });

  test.each([
    ['a thread of the build', '{}', 'ERR_ACCESS_DENIED'],
    ['a thread that leaves the options out', '{ execArgv: [] }', 'escaped'],
  ])('where threads are allowed: %s', (_, options, said) => {
    const code = `const { Worker } = await import('node:worker_threads');
      new Worker("try { require('fs').readFileSync('/etc/passwd'); console.log('escaped') } catch (p) { console.log(p.code) }",
        { eval: true, ...${options} });`;
    expect(attempt(site, code, 2)).toBe(said);
  });
});
