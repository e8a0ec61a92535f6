import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { type BuildOptions, build } from '#build/build.ts';
import { type Cache, openCache } from '#build/cache.ts';
import { resolveFolders } from '#build/folders.ts';
import { buildQuickly } from '#build/quick-build.ts';
import { startStopwatch } from '#build/stopwatch.ts';
import { type TestSite, writeSite } from '../site/harness.ts';

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
const quickly = () => buildQuickly('a.md', site.content, cache);

async function buildWhole() {
  const options: BuildOptions = {
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
  cache = openCache(join(site.folder, '.guidang'), 'test', true);
  save('a', '第一段话。');
  save('b', '另一段话。');
});
afterEach(() => cache.close());

test('the page of an edited text is made before all else', async () => {
  await buildWhole();
  save('a', '改过的话。');
  expect(quickly()).toEqual([page]);
  expect(read(page)).toContain('改过的话');
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
  expect(quickly()).toBeNull();
  expect(read(page)).toBe('mine');
});
