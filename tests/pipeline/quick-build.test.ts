import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { fixityName, replaceDigests } from '#output/fixity.ts';
import { resolveFolders } from '#output/folders.ts';
import { outputLockName } from '#output/output-lock.ts';
import { verifyFolder } from '#output/verify.ts';
import { type BuildOptions, build } from '#pipeline/build.ts';
import type { Held } from '#pipeline/preview-state.ts';
import { buildQuickly } from '#pipeline/quick-build.ts';
import { startStopwatch } from '#pipeline/stopwatch.ts';
import { type Cache, openCache } from '#store/cache.ts';
import { readTree, type TestSite, writeSite } from '../site/harness.ts';

const place = mkdtempSync(join(tmpdir(), 'guidang-quick-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

let site: TestSite;
let cache: Cache;
const page = 'documents/a/index.html';
const output = (path: string) => join(site.output, path);
const read = (path: string) => readFileSync(output(path), 'utf8');
const save = (name: string, text: string, fields = '') =>
  writeSite(site.folder, {
    [`content/${name}.md`]: `---\ntitle: ${name}\n${fields}---\n\n${text}\n`,
  });
let held: Held;
const quickly = () => buildQuickly('a.md', site.content, cache, held);

async function buildWhole() {
  const options: BuildOptions = {
    held,
    folders: resolveFolders({ content: 'content' }, site.folder),
    overrides: { now: '2025-01-01' },
    drafts: false,
    configNamed: false,
    browserAssets: join(site.folder, 'none'),
    keepsLast: true,
    onProgress: () => {},
    stopwatch: startStopwatch(),
    jobs: 1,
  };
  return build(options, cache);
}

beforeEach(() => {
  site = writeSite(mkdtempSync(join(place, 'site-')), {});
  held = { preview: null };
  cache = openCache(join(site.folder, '.guidang'), 'test', true);
  save('a', '第一段话。');
  save('b', '另一段话。');
});
afterEach(() => cache.close());

test('the page of an edited text is made before all else', async () => {
  await buildWhole();
  save('a', '改过的话。');
  expect(await quickly()).toEqual([page]);
  expect(read(page)).toContain('改过的话');
});

test('what is published can be verified before the whole build, whose digests are the same', async () => {
  await buildWhole();
  save('a', '改过的话。');
  const before = read(fixityName);
  expect(await quickly()).toEqual([page]);
  const between = read(fixityName);
  expect(between).not.toBe(before);
  const verified = { missing: [], changed: [], extra: [], faultyLines: [] };
  expect(verifyFolder(site.output)).toMatchObject(verified);
  await buildWhole();
  expect(verifyFolder(site.output)).toMatchObject(verified);
  const linesOf = (text: string) =>
    text.split('\n').filter((line) => line.includes('documents/a/'));
  expect(linesOf(read(fixityName))).toEqual(linesOf(between));
});

test('without a manifest of digests there is nothing to change in it', async () => {
  await buildWhole();
  rmSync(output(fixityName));
  save('a', '改过的话。');
  expect(await quickly()).toEqual([page]);
  expect(existsSync(output(fixityName))).toBe(false);
});

test('nothing is written while another process builds', async () => {
  await buildWhole();
  const lock = output(outputLockName);
  const holder = { pid: process.ppid, host: hostname(), started: null, since: 'today' };
  writeFileSync(lock, JSON.stringify(holder));
  save('a', '改过的话。');
  const tree = readTree(site.output);
  expect(await quickly()).toBeNull();
  expect(readTree(site.output)).toEqual(tree);
  rmSync(lock);
  expect(await quickly()).toEqual([page]);
  expect(existsSync(lock)).toBe(false);
});

test.each([
  ['a', '0  a\n0  b  a\n', '1  a\n0  b  a\n'],
  ['a', '0  b  a\n0  a\n', '0  b  a\n1  a\n'],
  ['b  a', '0  a\n0  b  a\n', '0  a\n1  b  a\n'],
  ['50%', '0  50\n0  50%25\n', '0  50\n1  50%25\n'],
  ['c', '0  a\n', '0  a\n'],
])('the digest of %j is put in its own line alone', (path, manifest, expected) => {
  const long = (text: string) => text.replace(/^[01]/gm, (digit) => digit.repeat(64));
  const bytes = Buffer.from(long(manifest));
  replaceDigests(bytes, new Map([[path, '1'.repeat(64)]]));
  expect(bytes.toString()).toBe(long(expected));
});

test('a file of somebody else that kept a page out stays', async () => {
  await buildWhole();
  rmSync(join(site.content, 'a.md'));
  await buildWhole();
  writeSite(site.folder, { [`public/${page}`]: 'mine' });
  save('a', '第一段话。');
  const { problems } = await buildWhole();
  expect(problems.map(({ rule }) => rule)).toEqual(['output-folder']);
  save('a', '改过的话。');
  expect(await quickly()).toBeNull();
  expect(read(page)).toBe('mine');
});
