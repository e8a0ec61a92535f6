import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { resolveFolders } from '#output/folders.ts';
import type { BuildOptions } from '#pipeline/build.ts';
import type { Held } from '#pipeline/preview-state.ts';
import { buildQuickly } from '#pipeline/quick-build.ts';
import { startStopwatch } from '#pipeline/stopwatch.ts';
import { openWatch } from '#preview/preview.ts';
import { openCache } from '#store/cache.ts';
import type { BuildReport } from '#store/report.ts';
import { root } from '../site/harness.ts';

let site = '';
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'guidang-first-save-'));
  cpSync(join(root, 'tests/fixtures/sites/small'), site, { recursive: true });
});
afterEach(() => rmSync(site, { recursive: true, force: true }));

/** Watch mode as a process of its own begins it. */
async function open() {
  const held: Held = { preview: null };
  const options: BuildOptions = {
    held,
    folders: resolveFolders({ content: 'content' }, site),
    overrides: { now: '2025-01-01' },
    drafts: false,
    configNamed: false,
    browserAssets: join(site, 'none'),
    keepsLast: true,
    onProgress: () => {},
    stopwatch: startStopwatch(),
    jobs: 1,
  };
  const cache = openCache(join(site, '.guidang'), 'test', true);
  const reports: BuildReport[] = [];
  const watch = await openWatch(options, cache, 0, {
    report: (report) => reports.push(report),
    format: () => '',
    heading: '',
  });
  return { cache, held, reports, watch };
}

test('where nothing has changed since the last process, the first save too has its page at once', async () => {
  const first = await open();
  // A file that was changed just now is looked into again by the next build
  await setTimeout(30);
  await first.watch.close();
  const { held, reports, watch } = await open();
  const patience = { timeout: 30_000 };
  await expect.poll(() => held.preview?.archive ?? null, patience).not.toBe(null);
  // What was prepared is not told as a build
  expect(reports.map(({ written }) => written)).toEqual([0]);
  await watch.close();
});

test('after a first build that failed, each later problem is told, and the repair', async () => {
  const config = join(site, 'site.config.yaml');
  const before = existsSync(config) ? readFileSync(config, 'utf8') : '';
  writeFileSync(config, 'unknownOfAll: 1\n');
  const { reports, watch } = await open();
  const patience = { timeout: 30_000 };
  const rules = () =>
    reports.map(({ problems }) => problems.filter(({ severity }) => severity === 'error').length);
  expect(rules()).toEqual([1]);
  writeFileSync(config, 'unknownOfAll: 1\nanotherOne: 2\n');
  await expect.poll(rules, patience).toEqual([1, 2]);
  writeFileSync(config, before);
  await expect.poll(rules, patience).toEqual([1, 2, 0]);
  await watch.close();
});

test('a quick build looks at the documents that the page shows, however many there are', async () => {
  const { cache, held, watch } = await open();
  const { preview } = held;
  if (preview?.archive == null) throw new Error('nothing is at hand');
  const { archive } = preview;
  const [model] = archive.documents;
  if (model === undefined) throw new Error('no documents');
  let looks = 0;
  const many = Array.from({ length: 500 }, (_, number) => {
    const copy = { ...model, id: `copy${number}`, file: `copy${number}.md`, date: null };
    return Object.defineProperty(copy, 'title', {
      enumerable: true,
      get: () => {
        looks++;
        return model.title;
      },
    });
  });
  const kinds = archive.kinds.map((kind) =>
    kind.name === model.kind.name ? { ...kind, documents: [...kind.documents, ...many] } : kind,
  );
  preview.archive = { ...archive, documents: [...archive.documents, ...many], kinds };
  appendFileSync(join(site, 'content', model.file), '\n新的一句。\n');
  const page = `documents/${model.id}/index.html`;
  expect(await buildQuickly(model.file, join(site, 'content'), cache, held)).toContain(page);
  expect(readFileSync(join(site, 'public', page), 'utf8')).toContain('新的一句。');
  expect(looks).toBeLessThan(20);
  await watch.close();
});
