import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildArchive, listen, root, withPage } from './archive.ts';
import { launch } from './launch.ts';

const patience = { timeout: 15_000, interval: 50 };

type Preview = {
  url: string;
  folder: string;
  content: string;
  output: string;
  told: () => string;
  child: ChildProcess;
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

const started: Preview[] = [];
let browser: Browser;
let shared: Preview;

beforeAll(async () => {
  [browser, shared] = await Promise.all([launch(), watch()]);
}, 60_000);

afterAll(async () => {
  await Promise.all(started.map((each) => each.stop()));
  for (const { folder } of started) rmSync(folder, { recursive: true, force: true });
  await browser?.close();
});

/** Starts watch mode on a copy of the small site, and waits until it says where it serves. */
async function watch(args: readonly string[] = ['--port', '0']): Promise<Preview> {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-watch-'));
  cpSync(join(root, 'tests/fixtures/sites/small'), folder, { recursive: true });
  mkdirSync(join(folder, 'templates/partials'), { recursive: true });
  const content = join(folder, 'content');
  const output = join(folder, 'public');
  const folders = ['--content', content, '--output', output, '--now', '2025-01-01'];
  const child = spawn(
    process.execPath,
    [join(root, 'src/guidang.js'), 'watch', ...folders, ...args],
    {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
    },
  );
  let told = '';
  const serving = new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      told += text;
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(told)?.[0];
      if (url !== undefined) resolve(url);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', read);
    child.once('exit', (code) => reject(new Error(`watch mode ended with ${code}: ${told}`)));
  });
  const stop = async (signal: NodeJS.Signals = 'SIGINT') => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    }
    return child.exitCode;
  };
  const preview = { url: '', folder, content, output, told: () => told, child, stop };
  started.push(preview);
  preview.url = await serving;
  return preview;
}

function save(preview: Preview, path: string, text: string): void {
  mkdirSync(join(preview.folder, path, '..'), { recursive: true });
  writeFileSync(join(preview.folder, path), text);
}

/** Saves as careful editors do: another file first, which then takes the place. */
function saveByRename(preview: Preview, path: string, text: string): void {
  const temporary = join(preview.folder, `${path}.tmp`);
  writeFileSync(temporary, text);
  renameSync(temporary, join(preview.folder, path));
}

const overlay = '#guidang-overlay';

/** Opens a page and waits until it listens for changes: a save before that would be missed. */
async function open(page: Page, preview: Preview, path: string): Promise<void> {
  const listening = page.waitForResponse((response) =>
    (response.headers()['content-type'] ?? '').startsWith('text/event-stream'),
  );
  await page.goto(preview.url + path);
  await listening;
}

function long(title: string, words: string): string {
  const paragraphs = Array.from({ length: 120 }, (_, index) => `第${index}段，${words}。`);
  return `---\ntitle: ${title}\ndate: 2024-05-01\n---\n${paragraphs.join('\n\n')}\n`;
}

/** Asserts that `public/` is what a clean build of the same folder makes. */
async function expectCleanBuild(preview: Preview): Promise<void> {
  const clean = buildArchive(['--content', preview.content]);
  try {
    await expect.poll(() => difference(preview.output, clean.output), patience).toEqual([]);
  } finally {
    clean.remove();
  }
}

function difference(left: string, right: string): string[] {
  const list = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const [ours, theirs] = [new Set(list(left)), new Set(list(right))];
  const same = (path: string) =>
    ours.has(path) &&
    theirs.has(path) &&
    readFileSync(join(left, path)).equals(readFileSync(join(right, path)));
  return [...ours.union(theirs)].filter((path) => !same(path));
}

/** The text of an output, or nothing where it is not there yet. */
function outputOf(preview: Preview, path: string): string {
  try {
    return readFileSync(join(preview.output, path), 'utf8');
  } catch {
    return '';
  }
}

describe('a page that is open', () => {
  test('shows a saved change by itself, where the reader was', async () => {
    save(shared, 'content/long.md', long('长文', '旧的文字'));
    await expect
      .poll(() => outputOf(shared, 'documents/long/index.html'), patience)
      .toContain('旧的');
    await withPage(browser, { viewport: { width: 900, height: 600 } }, async (page) => {
      await open(page, shared, 'documents/long/');
      await page.evaluate('scrollTo({ top: 1500, behavior: "instant" })');
      await expect.poll(() => page.evaluate<number>('scrollY'), patience).toBe(1500);
      save(shared, 'content/long.md', long('长文', '新的文字'));
      await page.getByText('第5段，新的文字').waitFor();
      await expect.poll(() => page.evaluate<number>('scrollY'), patience).toBe(1500);
    });
  });

  test('shows an atomic save', async () => {
    await withPage(browser, {}, async (page) => {
      await open(page, shared, 'documents/2023-chunzhong/');
      const text = readFileSync(join(shared.content, '2023-chunzhong.md'), 'utf8');
      saveByRename(shared, 'content/2023-chunzhong.md', text.replace('谢谢大家！', '散会！'));
      await page.getByText('散会！').waitFor();
      expect(readdirSync(join(shared.output, 'files'))).toEqual(['images']);
    });
  });

  test('shows what was built before it could listen', async () => {
    await withPage(browser, {}, async (page) => {
      const built = Promise.withResolvers<void>();
      await page.route('**/__guidang/events', async (route) => {
        await built.promise;
        await route.continue();
      });
      await page.goto(`${shared.url}documents/`);
      save(shared, 'content/early.md', '# 早来的一篇\n\n正文。\n');
      await expect.poll(() => outputOf(shared, 'documents/index.html'), patience).toContain('早来');
      await page.waitForTimeout(500);
      built.resolve();
      await page.getByText('早来的一篇').waitFor();
    });
  });

  test('shows changes of the style, the templates and the configuration', async () => {
    await withPage(browser, {}, async (page) => {
      await open(page, shared, '');
      save(shared, 'templates/assets/style.css', 'body { color: rgb(1, 2, 3) }');
      const colour = () => page.evaluate<string>('getComputedStyle(document.body).color');
      await expect.poll(colour, patience).toBe('rgb(1, 2, 3)');
      rmSync(join(shared.folder, 'templates/assets'), { recursive: true });
      await expect.poll(colour, patience).not.toBe('rgb(1, 2, 3)');
      save(shared, 'templates/partials/counts.njk', '<p>自己的模板</p>\n');
      await page.getByText('自己的模板').first().waitFor();
      rmSync(join(shared.folder, 'templates/partials/counts.njk'));
      await page.getByText('自己的模板').first().waitFor({ state: 'detached' });
      save(shared, 'site.config.yaml', 'title: 新名档案\n');
      await page.getByRole('heading', { name: '新名档案' }).waitFor();
    });
  });

  test('shows a broken template over itself until it is mended', async () => {
    await withPage(browser, {}, async (page) => {
      await open(page, shared, 'popular/');
      const before = await page.locator('[data-popular] li').count();
      save(shared, 'templates/popular.njk', '<h1>\n{{ headng }}\n</h1>\n');
      await page.locator(overlay).waitFor({ state: 'attached' });
      // Playwright's locators see through the shadow root, the page's own selectors do not
      const told = page.locator(overlay).getByText('headng').first();
      await told.waitFor();
      expect(await page.locator(overlay).evaluate((host) => host.shadowRoot !== null)).toBe(true);
      const text = await page.locator(`${overlay} >> pre`).innerText();
      expect(text).toContain(join(shared.folder, 'templates/popular.njk:2'));
      expect(text).not.toMatch(/^ {4}at /m);
      expect(await page.locator('[data-popular] li').count()).toBe(before);
      expect(shared.told()).toContain('headng');

      await page.reload();
      await page.locator(overlay).waitFor({ state: 'attached' });
      expect(await page.locator('[data-popular] li').count()).toBe(before);

      rmSync(join(shared.folder, 'templates/popular.njk'));
      await page.locator(overlay).waitFor({ state: 'detached' });
      expect(await page.locator('[data-popular] li').count()).toBe(before);
    });
  });

  test('shows a fault of a document over its last good text', async () => {
    await withPage(browser, {}, async (page) => {
      const path = 'content/renwubiao.md';
      const good = readFileSync(join(shared.folder, path), 'utf8');
      await open(page, shared, 'documents/renwubiao/');
      save(shared, path, good.replace('title:', 'title：'));
      await page.locator(overlay).getByText('full-width colon').first().waitFor();
      expect(await page.locator('h1').innerText()).toBe('春季植树任务表');
      expect(await page.locator('table').count()).toBe(1);
      save(shared, path, good.replace('春季植树任务表', '新的任务表'));
      await page.locator(overlay).waitFor({ state: 'detached' });
      await page.getByRole('heading', { name: '新的任务表' }).waitFor();
    });
  });
});

describe('public/ follows', () => {
  test('new, renamed and deleted files, and a folder that moves', async () => {
    await withPage(browser, {}, async (page) => {
      await open(page, shared, 'documents/');
      const titles = page.locator('[data-documents] a');
      save(shared, 'content/new/one.md', '# 新增的一篇\n\n正文。\n');
      save(shared, 'content/new/two.md', '# 新增的二篇\n\n正文。\n');
      await page.getByText('新增的一篇').waitFor();
      await page.getByText('新增的二篇').waitFor();
      renameSync(join(shared.content, 'new/one.md'), join(shared.content, 'new/renamed.md'));
      await page.locator('a[href*="/renamed/"], a[href^="renamed/"]').waitFor();
      expect(await page.locator('a[href*="one/index.html"]').count()).toBe(0);
      renameSync(join(shared.content, 'new'), join(shared.content, 'moved'));
      save(shared, 'content/moved/three.md', '# 新增的三篇\n\n正文。\n');
      await page.getByText('新增的三篇').waitFor();
      rmSync(join(shared.content, 'moved'), { recursive: true });
      await expect.poll(() => titles.allInnerTexts(), patience).not.toContain('新增的二篇');
    });
    await expectCleanBuild(shared);
  });

  test('a burst of 1,000 files, of which half are taken away again', async () => {
    const name = (index: number) => `content/burst/${index % 10}/b${index}.md`;
    const write = (index: number, words: string) =>
      save(
        shared,
        name(index),
        `---\ntitle: 第${index}号\ndate: 2024-01-0${1 + (index % 9)}\n---\n${words}\n`,
      );
    for (let index = 0; index < 1000; index++) write(index, '第一稿。');
    for (let index = 0; index < 1000; index += 2) rmSync(join(shared.folder, name(index)));
    for (let index = 1; index < 1000; index += 4) write(index, '第二稿。');
    await expect
      .poll(() => outputOf(shared, 'documents/b997/index.html'), {
        ...patience,
        timeout: 30_000,
      })
      .toContain('第二稿');
    await expectCleanBuild(shared);
    rmSync(join(shared.content, 'burst'), { recursive: true });
    await expectCleanBuild(shared);
  });
});

describe('the preview', () => {
  test('changes nothing of the pages on disk', () => {
    const page = readFileSync(join(shared.output, 'index.html'), 'utf8');
    expect(page).not.toContain('__guidang');
  });

  test('shows 404.html for what is not there', async () => {
    const response = await fetch(`${shared.url}no/such/page/`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('没有找到这个页面');
  });

  test.each(['../package.json', '..%2f..%2fetc/passwd', '.guidang-manifest', '%00', '%E0%A4'])(
    'gives nothing for %s',
    async (path) => {
      const response = await fetch(shared.url + path);
      expect([400, 403, 404]).toContain(response.status);
      expect(await response.text()).not.toMatch(/root:|"dependencies"|Written by guidang/);
    },
  );

  test('takes another port where the one it was given is taken', async () => {
    const other = createServer((_, response) => response.end('taken'));
    const port = await listen(other);
    try {
      const preview = await watch(['--port', String(port)]);
      expect(preview.url).not.toBe(`http://127.0.0.1:${port}/`);
      expect(await (await fetch(preview.url)).text()).toContain('小档案');
      expect(await preview.stop()).toBe(0);
    } finally {
      other.close();
    }
  });
});

describe('ends', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'on %s, and leaves nothing',
    { timeout: 30_000 },
    async (signal) => {
      const preview = await watch();
      await withPage(browser, {}, async (page) => {
        await open(page, preview, '');
        const before = Date.now();
        expect(await preview.stop(signal)).toBe(0);
        expect(Date.now() - before, 'with a page open').toBeLessThan(3000);
      });
      expect(preview.told()).not.toMatch(/^ {4}at |Error/m);
      const left = readdirSync(preview.folder, { recursive: true }).map(String);
      expect(left.filter((path) => /temporary|\.tmp|~$/.test(path))).toEqual([]);
      await expect(fetch(preview.url)).rejects.toThrow();
      const clean = buildArchive(['--content', preview.content]);
      expect(difference(preview.output, clean.output)).toEqual([]);
      clean.remove();
    },
  );

  test('when told to where its folder is not there, which it says', async () => {
    const above = mkdtempSync(join(tmpdir(), 'guidang-busy-'));
    // A folder that is not there is watched for in the one above, where others may be at work
    const busy = setInterval(() => {
      for (let time = 0; time < 40; time++) {
        const other = mkdtempSync(join(above, 'other-'));
        rmSync(other, { recursive: true });
      }
    }, 1);
    const folder = join(above, 'nowhere');
    const args = ['watch', '--content', folder, '--port', '0'];
    const child = spawn(process.execPath, [join(root, 'src/guidang.js'), ...args]);
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    const ended = once(child, 'exit');
    await expect.poll(() => told, patience).toContain(`no such folder: ${folder}`);
    child.kill('SIGINT');
    await ended;
    clearInterval(busy);
    rmSync(above, { recursive: true, force: true });
    expect(told).not.toMatch(/^ {4}at /m);
  });
});
