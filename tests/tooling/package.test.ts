import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, expect, test } from 'vitest';
import { listFiles, readPage, root, useFolders, writeSite } from '../site/harness.ts';

/* What `npm pack` makes, in the node_modules of an empty folder: where npm would have put it. */

const newFolder = useFolders();

let folder: string;
let before: string;

beforeAll(() => {
  before = stateOf(root);
  folder = newFolder('package');
  const packed = run('npm', ['pack', '--json', '--pack-destination', folder], root);
  expect(packed.status, packed.stderr).toBe(0);
  const program = join(folder, 'node_modules/guidang');
  mkdirSync(program, { recursive: true });
  const archive = listFiles(folder).find((file) => file.endsWith('.tgz')) ?? '';
  const unpacked = run(
    'tar',
    ['xzf', join(folder, archive), '--strip-components=1', '-C', program],
    folder,
  );
  expect(unpacked.status, unpacked.stderr).toBe(0);
  copyPackages(folder);
  writeSite(folder, {
    'content/a.md': '# 在防汛工作会议上的讲话\n\n同志们：\n\n一、提高认识\n\n[表](b.csv)\n',
    'content/b.csv': '甲,乙\n',
  });
});

/** Git's view of a checkout, files that it ignores among them. */
function stateOf(checkout: string): string {
  return run('git', ['status', '--short', '--ignored'], checkout).stdout;
}

/** Packages that are there when a user installs this one: those for development are not, nor here another Node. */
function copyPackages(to: string): void {
  const lock: { packages: Record<string, { dev?: boolean; optional?: boolean }> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  );
  for (const [path, { dev = false, optional = false }] of Object.entries(lock.packages)) {
    const isOwn = /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path);
    if (!isOwn || dev || optional || !existsSync(join(root, path))) continue;
    cpSync(join(root, path), join(to, path), { recursive: true });
  }
}

function run(command: string, args: readonly string[], cwd: string) {
  const env = { ...process.env, NO_COLOR: '1' };
  return spawnSync(command, args, { cwd, env, encoding: 'utf8' });
}

const program = () => join(folder, 'node_modules/guidang/src/guidang.js');
const guidang = (...args: string[]) => run(process.execPath, [program(), ...args], folder);

test('packing leaves the checkout as it was', () => {
  expect(stateOf(root)).toBe(before);
});

test('build publishes the site', () => {
  const { status, stdout, stderr } = guidang('build');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('1 document,');
  expect(readPage(join(folder, 'public'), 'documents/a/index.html')).toContain('提高认识');
});

test.each([
  ['check', ['check', '--json'], '"errors":0'],
  ['explain', ['explain', 'content/a.md'], 'kind: speech'],
  ['verify', ['verify', '--json'], '"changed":[]'],
  ['a build that is confined', ['build', '--confined'], '1 document,'],
])('%s answers', (_what, args, expected) => {
  const { status, stdout, stderr } = guidang(...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(expected);
});

test('watch serves the site', async () => {
  const watch = spawn(process.execPath, [program(), 'watch', '--port', '0'], { cwd: folder });
  try {
    const address = await addressOf(createInterface({ input: watch.stdout }));
    expect(await (await fetch(address)).text()).toContain('在防汛工作会议上的讲话');
  } finally {
    watch.kill('SIGINT');
    await once(watch, 'exit');
  }
});

async function addressOf(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const [address] = /http:\S+/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('watch told no address');
}
