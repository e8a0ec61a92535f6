import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { resolveFolders } from '#output/folders.ts';
import { build } from '#pipeline/build.ts';
import { readArchive } from '#pipeline/read-archive.ts';
import { startStopwatch } from '#pipeline/stopwatch.ts';
import { openCache } from '#store/cache.ts';
import { root } from '../site/harness.ts';

const place = mkdtempSync(join(tmpdir(), 'guidang-incremental-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

let site = '';
const file = (name: string) => join(site, name);
const edit = (name: string, from: string | RegExp, to: string) => {
  const text = readFileSync(file(name), 'utf8');
  writeFileSync(file(name), text.replace(from, to));
};

/** Things that a step of the last build dealt with. */
type Work = Readonly<{
  read: number;
  made: number;
  written: number;
  removed: number;
  shards: number;
}>;

const optionsFor = (now: string) => ({
  folders: resolveFolders({ content: 'content' }, site),
  overrides: { now },
  drafts: false,
  configNamed: false,
  browserAssets: file('none'),
  keepsLast: false,
  onProgress: () => {},
  stopwatch: startStopwatch(),
  jobs: 1,
});

/** Builds as a process of its own does, and counts its work. */
async function run(now = '2025-01-01', program = 'test'): Promise<Work> {
  // A file that was changed just now is looked into again by the next build
  await setTimeout(30);
  const options = optionsFor(now);
  const { stopwatch } = options;
  const cache = openCache(file('.guidang'), program, false);
  const report = await build(options, cache);
  cache.close();
  const countOf = (name: string) => stopwatch.laps().find(({ step }) => step === name)?.count ?? 0;
  return {
    read: countOf('read and understand'),
    made: countOf('compare, render and write'),
    written: report.written,
    removed: report.removed,
    shards: report.changed.filter((path) => path.startsWith('search/terms/')).length,
  };
}

/** Reads what has changed and publishes nothing, as `guidang check` does. */
async function check(): Promise<void> {
  await setTimeout(30);
  const cache = openCache(file('.guidang'), 'test', false);
  await readArchive(optionsFor('2025-01-01'), cache);
  cache.close();
}

const nothing = { read: 0, made: 0, written: 0, removed: 0, shards: 0 };
const speech = 'content/2023-chunzhong.md';

beforeEach(async () => {
  site = mkdtempSync(join(place, 'site-'));
  cpSync(join(root, 'tests/fixtures/sites/small'), site, { recursive: true });
  await run();
});

describe('a build after another one', () => {
  test('does nothing where nothing has changed', async () => {
    expect(await run()).toEqual(nothing);
  });

  test('reads a file that only has another time, and makes nothing', async () => {
    utimesSync(file(speech), new Date('2024-01-01'), new Date('2024-01-01'));
    expect(await run()).toEqual({ ...nothing, read: 1 });
    expect(await run()).toEqual(nothing);
  });

  test('after one edited body reads that file, and writes its page and its part of the index', async () => {
    appendFileSync(file(speech), '\n散会以后请各组留下。\n');
    const { read, written, shards } = await run();
    expect(read).toBe(1);
    // Its page, its text, the library with its version, the manifest, and shards with the new words
    expect(written - shards).toBe(4);
    expect(shards).toBeLessThanOrEqual(1);
  });

  test('after an edited title makes the lists again that show it', async () => {
    edit(speech, /^title: .*$/m, 'title: 另一个题目');
    const { read, written } = await run();
    expect(read).toBe(1);
    expect(written).toBeGreaterThan(5);
  });

  test('costs what the edits touch, though a check has read them first', async () => {
    edit(speech, '墒情', '墒情甲');
    const { shards, ...alone } = await run();
    expect(shards).toBeGreaterThan(0);
    edit(speech, '墒情甲', '墒情乙');
    await check();
    const after = await run();
    expect(after).toMatchObject({ ...alone, read: 0 });
    expect(after.shards).toBeGreaterThan(0);
  });

  test('makes an output again that was lost or changed', async () => {
    rmSync(file('public/index.html'));
    writeFileSync(file('public/feed.xml'), 'changed');
    expect(await run()).toMatchObject({ read: 0, made: 2, written: 2 });
    expect(await run()).toEqual(nothing);
  });

  test('makes the pages of a changed partial again, and no others', async () => {
    cpSync(
      join(root, 'templates/partials/popular-list.njk'),
      file('templates/partials/popular-list.njk'),
    );
    expect(await run()).toMatchObject({ read: 0, made: 0 });
    appendFileSync(file('templates/partials/popular-list.njk'), '<!-- own -->\n');
    const { read, made } = await run();
    expect(read).toBe(0);
    const pages = readdirSync(file('public'), { recursive: true }).map(String);
    const documents = pages.filter((path) => /^documents\/[^/]+\/index\.html$/.test(path));
    expect(made).toBeGreaterThan(documents.length);
    expect(made).toBeLessThan(pages.filter((path) => path.endsWith('.html')).length);
  });

  test('reads no file anew for another title of the site, and all for another time zone', async () => {
    const config = file('site.config.yaml');
    appendFileSync(config, '\nfooter: 另一行\n');
    expect(await run()).toMatchObject({ read: 0 });
    appendFileSync(config, '\ntimeZone: Europe/Berlin\n');
    expect((await run()).read).toBe(3);
  });

  test('takes out a document when its time is over', async () => {
    edit(speech, /^title:/m, 'expires: 2025-06-01\ntitle:');
    await run();
    expect(await run('2025-05-31')).toEqual(nothing);
    expect((await run('2025-06-02')).removed).toBeGreaterThan(0);
  });

  test('trusts nothing of another program', async () => {
    const { read, written } = await run('2025-01-01', 'another program');
    expect(read).toBe(3);
    expect(written).toBe(0);
  });
});

describe('a cache that is', () => {
  const damage = (change: (bytes: Buffer) => Uint8Array | string) => () => {
    for (const name of readdirSync(file('.guidang'))) {
      writeFileSync(file(`.guidang/${name}`), change(readFileSync(file(`.guidang/${name}`))));
    }
  };

  test.each<[string, () => void]>([
    ['gone', () => rmSync(file('.guidang'), { recursive: true })],
    ['empty', damage(() => '')],
    ['cut in half', damage((bytes) => bytes.subarray(0, bytes.length / 2))],
    ['something else', damage(() => 'guidang-cache test 0\n{"files":[]}')],
    [
      'full of flipped bits',
      damage((bytes) => bytes.map((byte, index) => (index % 97 === 5 ? byte ^ 4 : byte))),
    ],
    [
      'without its packs',
      () => {
        for (const name of readdirSync(file('.guidang'))) {
          if (name.endsWith('.pack')) rmSync(file(`.guidang/${name}`));
        }
      },
    ],
  ])('%s is not used, and makes no difference', async (_, harm) => {
    harm();
    appendFileSync(file(speech), '\n另加一段。\n');
    const { read, written, shards } = await run();
    expect(read).toBeGreaterThanOrEqual(3);
    expect(written - shards).toBe(4);
    expect(await run()).toEqual(nothing);
  });
});
