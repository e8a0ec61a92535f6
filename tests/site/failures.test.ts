import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { discover } from '#source/discover.ts';
import { readBytes } from '#source/files.ts';
import {
  expectSameTree,
  type Files,
  leadingTo,
  listFiles,
  now,
  readTree,
  root,
  type TestSite,
  useFolders,
  writeSite,
} from './harness.ts';

/* The system refuses something: each condition is made, none is mocked. */

const newFolder = useFolders();
const cli = join(root, 'src/guidang.js');
const isRoot = process.getuid?.() === 0;

const texts = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `content/t${index}.md`,
      `---\ntitle: 第${index}篇\n---\n${'全县上下要把防汛救灾作为头等大事。'.repeat(40)}\n`,
    ]),
  );

/** Runs a build through a program that puts it into some condition. */
function buildUnder(before: readonly string[], { content, output }: TestSite, more: string[] = []) {
  const folders = ['--content', content, '--output', output];
  const all = [process.execPath, cli, 'build', ...folders, '--now', now, ...more];
  const [program = '', ...args] = [...before, ...all];
  const env = { ...process.env, NO_COLOR: '1', NODE_COMPILE_CACHE: join(content, '../compiled') };
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env,
    timeout: 50_000,
  });
  expect(stderr).not.toMatch(/^ {4}at |node:internal/m);
  return { status, stdout, stderr };
}

const plainly = (site: TestSite, more: string[] = []) => buildUnder([], site, more);
/** Rights bind everybody but root: root gives up what lets it pass (capabilities(7)). */
const bound = '-dac_override,-dac_read_search';
const withoutPrivilege = isRoot
  ? ['setpriv', `--bounding-set=${bound}`, `--inh-caps=${bound}`]
  : [];
const mayBeBound = !isRoot || spawnSync('setpriv', ['--version']).status === 0;

describe('in content/', () => {
  test('links, loops of links, sockets and devices are named, and all else is published', async () => {
    const site = writeSite(newFolder('odd'), texts(1));
    const at = (name: string) => join(site.content, name);
    symlinkSync('loop.md', at('loop.md'));
    symlinkSync('.', at('round'));
    symlinkSync('/etc/hostname', at('outside.md'));
    symlinkSync('nowhere', at('dangling.md'));
    expect(spawnSync('mkfifo', [at('pipe.md')]).status).toBe(0);
    if (isRoot) expect(spawnSync('mknod', [at('null.md'), 'c', '1', '3']).status).toBe(0);
    const server = createServer().listen(at('socket.md'));
    await new Promise((resolve) => server.once('listening', resolve));
    const { status, stdout, stderr } = plainly(site);
    server.close();
    expect(status).toBe(1);
    const odd = ['loop.md', 'round', 'outside.md', 'dangling.md', 'pipe.md', 'socket.md'];
    for (const name of isRoot ? [...odd, 'null.md'] : odd)
      expect(stderr).toContain(`${name} error`);
    expect(stdout).toContain('1 document,');
    expect(listFiles(site.output)).toContain('documents/t0/index.html');
  });

  test.skipIf(!mayBeBound)(
    'a file that may not be read is named, and all else is published',
    () => {
      const site = writeSite(newFolder('closed'), texts(2));
      chmodSync(join(site.content, 't0.md'), 0o000);
      const { status, stdout, stderr } = buildUnder(withoutPrivilege, site);
      expect(status).toBe(1);
      expect(stderr).toMatch(/t0\.md error .*EACCES/);
      expect(stdout).toContain('1 document,');
    },
  );

  test.skipIf(!mayBeBound).each([0o000, 0o444])(
    'a folder of mode %o that may not be listed or entered: nothing is taken for gone',
    (mode) => {
      const site = writeSite(newFolder('closed'), { ...texts(2), 'content/in/a.md': '正文。\n' });
      expect(buildUnder(withoutPrivilege, site).status).toBe(0);
      const before = readTree(site.output);
      chmodSync(join(site.content, 'in'), mode);
      const { status, stderr } = buildUnder(withoutPrivilege, site);
      expect(status).toBe(1);
      expect(stderr).toContain('in/');
      expect(readTree(site.output)).toEqual(before);
    },
  );
});

describe('of the output folder', () => {
  test.skipIf(!mayBeBound)('rights that lack: said, and nothing is lost', () => {
    const site = writeSite(newFolder('rights'), texts(2));
    expect(buildUnder(withoutPrivilege, site).status).toBe(0);
    const before = readTree(site.output);
    chmodSync(site.output, 0o555);
    writeFileSync(join(site.content, 't9.md'), '新的。\n');
    const { status, stderr } = buildUnder(withoutPrivilege, site);
    expect(status).toBe(1);
    expect(stderr).toContain(site.output);
    expect(stderr).toContain('EACCES');
    expect(stderr).toContain('rights');
    expect(readTree(site.output)).toEqual(before);
  });

  test('a name that is too long for the system: said, and all else is published', () => {
    const name = `${'a'.repeat(200)}.png`;
    const site = writeSite(newFolder('long'), {
      ...texts(1),
      [`content/${name}`]: 'x',
      'site.config.yaml': leadingTo(name),
    });
    // The longest path has 4,095 bytes on Linux (PATH_MAX in limits.h): room for all but the image
    let output = site.output;
    while (output.length < 3700) output = join(output, 'b'.repeat(200));
    output = join(output, 'c'.repeat(3950 - output.length));
    const { status, stdout, stderr } = plainly({ ...site, output });
    expect(status).toBe(1);
    expect(stderr).toContain(`files/${name} cannot be written`);
    expect(stderr).toContain('ENAMETOOLONG');
    expect(stderr).toContain('shorter');
    expect(stdout).toContain('1 document,');
    expect(existsSync(join(output, 'documents/t0/index.html'))).toBe(true);
  });
});

describe.skipIf(!isRoot)('a disk (a small tmpfs, which root alone can mount)', () => {
  const mounted: string[] = [];
  const mount = (name: string, options: string) => {
    const folder = newFolder(name);
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
    if (status === 0) mounted.push(folder);
    return status === 0 ? folder : null;
  };
  afterAll(() => {
    for (const folder of mounted) spawnSync('umount', ['-l', folder]);
  });

  test('that is full: said, what is published stays whole, and room mends it', (context) => {
    const disk = mount('full', 'size=2m');
    if (disk === null) return context.skip('mounting is not allowed here');
    const site = { ...writeSite(newFolder('full'), texts(3)), output: join(disk, 'public') };
    expect(plainly(site).status).toBe(0);
    const before = readTree(site.output);
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(statfsFree(disk)));
    writeSite(site.folder, texts(30));
    writeFileSync(join(site.folder, 'site.config.yaml'), 'title: 另一个\n');
    const { status, stderr } = plainly(site);
    expect(status).toBe(1);
    expect(stderr).toContain('ENOSPC');
    expect(stderr).toContain('make room');
    const after = readTree(site.output);
    rmSync(join(disk, 'ballast'));
    expect(plainly(site).status).toBe(0);
    const clean = { ...site, output: join(site.folder, 'clean') };
    expect(plainly(clean, ['--no-cache']).status).toBe(0);
    expectSameTree(site.output, clean.output);
    const wanted = readTree(clean.output);
    for (const [path, bytes] of before) {
      if (!wanted.has(path) || path.startsWith('.')) continue;
      const isWhole = [bytes, wanted.get(path)].some((each) =>
        each?.equals(after.get(path) ?? Buffer.of()),
      );
      expect(isWhole, path).toBe(true);
    }
  });

  test('that is read-only: said, and nothing is lost', (context) => {
    const disk = mount('readonly', 'size=8m');
    if (disk === null) return context.skip('mounting is not allowed here');
    const site = { ...writeSite(newFolder('readonly'), texts(2)), output: join(disk, 'public') };
    expect(plainly(site).status).toBe(0);
    const before = readTree(site.output);
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    writeSite(site.folder, texts(4));
    const { status, stderr } = plainly(site);
    expect(status).toBe(1);
    expect(stderr).toContain('EROFS');
    expect(stderr).toContain('read-only');
    expect(readTree(site.output)).toEqual(before);
  });
});

describe('between listing and reading', () => {
  const found = (folder: string, name: string) => {
    const file = discover(folder).files.find(({ path }) => path === name);
    if (file === undefined) throw new Error('not listed');
    return file;
  };

  test('a file vanishes: it is named', () => {
    const { content } = writeSite(newFolder('vanish'), texts(1));
    const file = found(content, 't0.md');
    rmSync(file.absolute);
    const problem = { severity: 'error', rule: 'unreadable', place: { file: 't0.md' } };
    expect(readBytes(file)).toMatchObject({ bytes: null, problem });
  });

  test('a file grows without an end: it is named, and no half of it is taken', async () => {
    const { content } = writeSite(newFolder('grow'), { 'content/t.md': '一'.repeat(10_000_000) });
    const file = found(content, 't.md');
    const program = `const { appendFileSync } = require('node:fs'); console.log('begun');
      for (const end = Date.now() + 20000; Date.now() < end;) appendFileSync(process.argv[1], 'x');`;
    const writer = spawn(process.execPath, ['-e', program, file.absolute]);
    await once(writer.stdout, 'data');
    const read = readBytes(file);
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    expect(read).toMatchObject({ bytes: null, problem: { place: { file: 't.md' } } });
    expect(readBytes(file).bytes).not.toBeNull();
  });
});

test('too many open files: a build with few ends well, or says what is wrong', () => {
  const site = writeSite(newFolder('files'), texts(40));
  const outcomes = [64, 30, 24].map((limit) => {
    const { status, stderr } = buildUnder(
      ['sh', '-c', `ulimit -n ${limit}; exec "$@"`, '-'],
      site,
      ['--no-cache'],
    );
    return { limit, status, said: stderr };
  });
  for (const { limit, status, said } of outcomes) {
    // Below what Node itself needs no program begins
    if (status === 0) continue;
    expect(said, `limit ${limit}`).toMatch(/EMFILE|too many open files/i);
  }
  expect(outcomes[0]?.status).toBe(0);
});

function statfsFree(folder: string): number {
  const { stdout } = spawnSync('df', ['--output=avail', '-B1', folder], { encoding: 'utf8' });
  return Number(stdout.split('\n')[1]) - 8192;
}

describe('with threads', () => {
  test('a build that breaks off when they have begun ends, and says why', () => {
    const site = writeSite(newFolder('broken-off'), texts(700));
    expect(plainly(site).status).toBe(0);
    // Where the manifest is written before it is whole
    mkdirSync(join(site.output, '.guidang-temporary-main/in-the-way'), { recursive: true });
    for (const [name, text] of Object.entries(texts(700))) {
      writeFileSync(join(site.folder, name), `${text}\n全文完。\n`);
    }
    const { status, stderr } = plainly(site, ['--jobs', '2']);
    expect(status).toBe(1);
    expect(stderr).toContain('broken off');
  });

  test('a build that gets none does all in its own', () => {
    const site = writeSite(newFolder('no-threads'), texts(700));
    // Node's permission model gives no thread unless it is told to
    const allowed = ['--permission', '--allow-fs-read=*', '--allow-fs-write=*'];
    const program = [process.execPath, ...allowed, '--disable-warning=Warning'];
    const folders = ['--content', site.content, '--output', site.output];
    const [command = '', ...args] = [...program, cli, 'build', ...folders, '--now', now];
    const env = { ...process.env, NO_COLOR: '1', NODE_DISABLE_COMPILE_CACHE: '1' };
    const run = spawnSync(command, [...args, '--jobs', '2'], { encoding: 'utf8', env });
    expect(run.stderr).not.toMatch(/^ {4}at |node:internal/m);
    expect(run.status).toBe(0);
    expect(existsSync(join(site.output, 'documents/t699/index.html'))).toBe(true);
  });
});
