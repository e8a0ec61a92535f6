import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltArchive, buildArchive, type Served, serve, withPage } from './archive.ts';
import { launch } from './launch.ts';

/** Texts in which searching and reading are harder than in the sample. */
const texts: Readonly<Record<string, string>> = {
  'footnote.md': `---\ntitle: 有脚注\n---\n\n按规定[^1]执行第一处。\n\n${'中间一段。'.repeat(80)}\n\n按规定执行第二处，人人。\n\n[^1]: 脚注的话。\n`,
  'breaks.md': '---\ntitle: 有换行\n---\n\n第一行  \n第二行\n\nThe quick brown\nfox jumps.\n',
  'short.md': `---\ntitle: 四节短文\n---\n\n${['一', '二', '三', '四'].map((n) => `## ${n}、小节\n\n一句话。`).join('\n\n')}\n`,
  'parts.md': '---\ntitle: 部分\nkind: notice\ntags: [甲, 乙]\n---\n\n经济与济建和建设。\n',
  'whole.md': '---\ntitle: 全部\nkind: report\ntags: [甲]\n---\n\n经济建设。\n',
  'lists.md':
    '---\ntitle: 清单\n---\n\n依次[^1]办理：\n\n1. 甲项\n2. 乙项\n\n- 丙\n\n| 姓名 | 数量 |\n| --- | --- |\n| 张三 | 5 |\n\n[^1]: 注。\n',
  'quiz.txt':
    '测试题\n\n一、判断题\n1. 防汛靠大家。（  ）\n答案：正确\n2. 防汛靠一人。（  ）\n答案：错误\n',
  ...Object.fromEntries(
    Array.from({ length: 45 }, (_, number) => [
      `m${number}.md`,
      `---\ntitle: 材料${number}\n---\n\n会议材料之${number}。\n`,
    ]),
  ),
};

let folder: string;
let archive: BuiltArchive;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guidang-odd-'));
  const content = join(folder, 'content');
  mkdirSync(content);
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(content, name), text);
  archive = buildArchive(['--content', content]);
  [served, browser] = await Promise.all([serve(archive.output), launch()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  archive?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const open = (page: Page, path: string) => page.goto(new URL(path, served.url).href);
const done = (page: Page) => page.waitForSelector('#results[data-state=done]');
const search = async (page: Page, query: string) => {
  await open(page, `search/index.html?q=${encodeURIComponent(query)}`);
  await done(page);
};

describe('a result leads to the passage that it showed', () => {
  test.each([
    ['规定执行', 'footnote', ['第一处', '第二处']],
    ['第一行第二行', 'breaks', ['第一行']],
    ['"brown fox"', 'breaks', ['quick']],
  ])('%s in %s', async (query, id, passages) => {
    await withPage(browser, {}, async (page) => {
      await search(page, query);
      const link = page.locator(`#results [data-document="${id}"] a`).first();
      const href = (await link.getAttribute('href')) ?? '';
      for (const [hit, passage] of passages.entries()) {
        await page.goto(new URL(href.replace(/hit=\d+/, `hit=${hit}`), page.url()).href);
        const mark = page.locator('mark.current').first();
        await mark.waitFor();
        expect(await mark.evaluate((node) => node.closest('p')?.textContent)).toContain(passage);
        expect(await page.locator('.hits .place').innerText()).toBe(
          `${hit + 1} / ${passages.length}`,
        );
        await search(page, query);
      }
    });
  });

  test('in an answer that was closed', async () => {
    await withPage(browser, {}, async (page) => {
      await open(page, `documents/quiz/index.html?q=${encodeURIComponent('正确')}&hit=0`);
      await page.locator('mark.current').waitFor();
      expect(await page.locator('mark.current').first().isVisible()).toBe(true);
    });
  });

  test('n and N go from hit to hit, Escape ends it', async () => {
    await withPage(browser, {}, async (page) => {
      await open(page, `documents/footnote/index.html?q=${encodeURIComponent('规定执行')}&hit=0`);
      await page.locator('mark.current').first().waitFor();
      const place = page.locator('.hits .place');
      await page.keyboard.press('n');
      expect(await place.innerText()).toBe('2 / 2');
      await page.keyboard.press('N');
      expect(await place.innerText()).toBe('1 / 2');
      await page.keyboard.press('Escape');
      expect(await page.locator('mark, .hits').count()).toBe(0);
    });
  });
});

test('clicking for more, however fast, loses no hit', async () => {
  await withPage(browser, {}, async (page) => {
    await search(page, '会议材料');
    const more = page.locator('.more-results');
    while (await more.isVisible()) {
      await more.dblclick({ timeout: 2000 }).catch(() => {});
      await done(page);
    }
    expect(await page.locator('#results > li').count()).toBe(45);
  });
});

test('filters count no document that was looked at and does not fit', async () => {
  await withPage(browser, {}, async (page) => {
    await search(page, '经济建设');
    expect(await page.locator('#results > li').count()).toBe(1);
    expect(await page.locator('.facets a', { hasText: '通知' }).count()).toBe(0);
  });
});

test('of several tags a document must have all', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, 'tags/jia/index.html');
    await page.locator('.facets a', { hasText: '乙' }).click();
    await done(page);
    expect(await page.locator('.chip').count()).toBe(2);
    expect(await page.locator('#results > li').count()).toBe(1);
    await page.locator('.chip', { hasText: '乙' }).click();
    await done(page);
    expect(await page.locator('#results > li').count()).toBe(2);
  });
});

test('back goes to what was asked before', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, 'search/index.html');
    for (const query of ['会议', '规定']) {
      await page.locator('#query').fill('');
      await page.locator('#query').pressSequentially(query);
      await page.keyboard.press('Enter');
      await done(page);
    }
    await page.goBack();
    await done(page);
    expect(await page.locator('#query').inputValue()).toBe('会议');
  });
});

test('what is copied keeps its numbers and rows', async () => {
  await withPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await open(page, 'documents/lists/index.html');
    await page.getByRole('button', { name: '复制全文' }).click();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    const expected = ['清单', '依次办理：', '1. 甲项', '2. 乙项', '· 丙', '姓名\t数量', '张三\t5'];
    expect(copied.split('\n')).toEqual([...expected, '1. 注。', '']);
  });
});

describe('keys', () => {
  test('j goes to each section of a page too short to scroll, and k back', async () => {
    await withPage(browser, {}, async (page) => {
      await open(page, 'documents/short/index.html');
      const focused = () => page.evaluate<string>('document.activeElement.firstChild.textContent');
      const seen: string[] = [];
      for (const key of ['j', 'j', 'j', 'j', 'k']) {
        await page.keyboard.press(key);
        seen.push((await focused()).slice(0, 1));
      }
      expect(seen).toEqual(['一', '二', '三', '四', '三']);
    });
  });

  test('do nothing where the reader has switched them off', async () => {
    await withPage(browser, {}, async (page) => {
      await open(page, 'documents/short/index.html');
      await page.locator('[data-tools] summary').click();
      await page.locator('input[name=keys][value=off]').check();
      await page.reload();
      for (const key of ['j', '/', '?']) await page.keyboard.press(key);
      expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
    });
  });
});
