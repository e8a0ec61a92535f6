import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { resolveFolders } from '#output/folders.ts';
import { openSite } from '#pipeline/configuration.ts';
import { DamagedPack } from '#store/packs.ts';
import type { Tasks } from '#workers/tasks.ts';
import { openWorkerPool } from '#workers/worker-pool.ts';

const place = mkdtempSync(join(tmpdir(), 'guidang-pool-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const cache = join(place, 'cache');
mkdirSync(cache);

function workerSetup() {
  const folders = resolveFolders({ content: 'content' }, place);
  const { site } = openSite(folders.config, false, {});
  if (site === null) throw new Error('no site');
  const { zone, ...others } = site;
  return {
    site: { ...others, zone: zone.name },
    templates: new Map(),
    cache,
    output: folders.output,
    keeps: true,
  };
}

/** Files that are not there: each is told as unreadable. */
const jobs = Array.from({ length: 20_000 }, (_, index) => {
  const path = `missing${index}.md`;
  return { file: { path, absolute: join(place, path), stat: '' }, sidecar: null, known: null };
});

const clock = new Int32Array(new SharedArrayBuffer(4));

test('where damage is found nobody works on when it is told', async () => {
  let fromThread = 0;
  const own: Tasks = {
    // Slowly, so that the thread has its share
    read: async () => {
      Atomics.wait(clock, 0, 0, 10);
      if (fromThread > 0) throw new DamagedPack('it is damaged');
      return [];
    },
    terms: () => [],
    produce: () => [],
  };
  const pool = openWorkerPool(workerSetup(), own, 2, () => {});
  const reading = pool.read(jobs, (_, results) => {
    if (results.length > 0) fromThread++;
  });
  await expect(reading).rejects.toThrow(DamagedPack);
  const before = fromThread;
  await setTimeout(300);
  expect(fromThread).toBe(before);
  await pool.close();
});

test('a pool that is sent home leaves its work undone, and says so', async () => {
  const own: Tasks = {
    read: async () => {
      Atomics.wait(clock, 0, 0, 10);
      return [];
    },
    terms: () => [],
    produce: () => [],
  };
  let done = 0;
  const pool = openWorkerPool(workerSetup(), own, 2, () => done++);
  const reading = expect(pool.read(jobs)).rejects.toThrow('sent home');
  await setTimeout(1);
  await pool.close();
  const before = done;
  await reading;
  await setTimeout(100);
  expect(done).toBe(before);
});
