import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BuiltArchive,
  buildArchive,
  type Served,
  serve,
  watchFaults,
  withPage,
} from './archive.ts';
import { launch } from './launch.ts';

let archive: BuiltArchive;
let broken: BuiltArchive;
let served: Served;
let below: Served;
let servedBroken: Served;
let browser: Browser;

beforeAll(async () => {
  archive = buildArchive();
  broken = buildArchive();
  rmSync(join(broken.output, 'search/library.js'));
  [served, below, servedBroken, browser] = await Promise.all([
    serve(archive.output),
    serve(archive.output, '/archive/'),
    serve(broken.output),
    launch(),
  ]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([served?.close(), below?.close(), servedBroken?.close()]);
  archive?.remove();
  broken?.remove();
});

const places = [
  { place: 'a web host', start: () => served.url },
  { place: 'a web host, below a path', start: () => below.url },
  { place: 'file://', start: () => pathToFileURL(join(archive.output, 'index.html')).href },
];

const addressOf = (start: string, query: string) =>
  new URL(`search/index.html${query}`, start).href;

const done = (page: Page) => page.waitForSelector('#results[data-state=done]');

const idsOf = (page: Page) =>
  page
    .locator('#results > li')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-document')));

/** Opens the search page with a query, and waits for its results. */
async function searchFor(page: Page, query: string, start = served.url): Promise<void> {
  await page.goto(addressOf(start, query));
  await done(page);
}

const q = (text: string) => `?q=${encodeURIComponent(text)}`;

describe.each(places)('from $place', ({ start }) => {
  test('a query in the address shows its hits, with what was found marked', async () => {
    await withPage(browser, {}, async (page) => {
      const faults = watchFaults(page, new URL('.', start()).href);
      await searchFor(page, `${q('防汛')}&all=1`, start());
      const results = page.locator('#results');
      expect(await results.getAttribute('data-total')).toBe('12');
      expect(await results.getAttribute('data-exact')).toBe('true');
      expect(await page.locator('#results > li[data-document]').count()).toBe(12);
      for (const item of await page.locator('#results > li').all()) {
        expect(await item.locator('mark').allInnerTexts()).toContain('防汛');
      }
      expect(faults).toEqual([]);
    });
  });

  test('a result leads to its passage, marked in the page, and on to the next hit', async () => {
    await withPage(browser, {}, async (page) => {
      await searchFor(page, q('防汛'), start());
      await page.locator('[data-document="2021-fangxun-tigang"] .found a').first().click();
      await page.locator('.hits').waitFor();
      expect(await page.locator('mark.current').innerText()).toBe('防汛');
      expect(await page.locator('.hits .place').innerText()).toMatch(/^1 \/ \d+$/);
      const before = await page.locator('[data-body]').innerText();
      await page.getByRole('button', { name: '下一处' }).click();
      expect(await page.locator('.hits .place').innerText()).toMatch(/^2 \//);
      await page.getByRole('button', { name: '关闭标记' }).click();
      expect(await page.locator('mark').count()).toBe(0);
      expect(await page.locator('[data-body]').innerText(), 'the text is as it was').toBe(before);
    });
  });
});

describe('filters and order', () => {
  test.each([
    ['&kind=notice', ['2022-fangxun-zhiban-tongzhi']],
    ['&from=2020&to=2020', ['2020-gongzuo-zongjie']],
    ['&tag=nothing-like-it', []],
    ['&from=2020&to=2010', ['2020-gongzuo-zongjie']],
    ['&from=2030&to=2040', []],
  ])('防汛 with %s', async (filters, some) => {
    await withPage(browser, {}, async (page) => {
      await searchFor(page, `${q('防汛')}${filters}&all=1`);
      const ids = await idsOf(page);
      expect(ids).toEqual(some.length === 0 ? [] : expect.arrayContaining(some));
      expect(await page.locator('#results').getAttribute('data-total')).toBe(String(ids.length));
    });
  });

  test('by date the newest goes first; by relevance the title', async () => {
    await withPage(browser, {}, async (page) => {
      await searchFor(page, `${q('防汛')}&sort=date&all=1`);
      const dates = await page
        .locator('#results .facts')
        .evaluateAll((all) =>
          all.map((each) => /\d{4}-\d\d-\d\d/.exec(each.textContent ?? '')?.[0]),
        );
      expect(dates).toEqual(dates.toSorted().reverse());
      await searchFor(page, q('防汛'));
      expect((await idsOf(page))[0]).toBe('2021-fangxun-tigang');
    });
  });

  test('the filters of a list combine with the list, and count what is found there', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(new URL('kinds/meeting-record/index.html', served.url).href);
      const link = page.locator('.facets a[data-filter^="from="]').first();
      const count = await link.locator('.count').innerText();
      await link.click();
      await done(page);
      expect(page.url()).toContain('search/index.html?kind=meeting-record&from=');
      expect(await page.locator('#results').getAttribute('data-total')).toBe(count);
      await page.locator('.chip').first().click();
      await done(page);
      expect(page.url()).not.toContain('kind=');
    });
  });
});

describe('the query', () => {
  test.each([
    ['會議記錄', '2024-nian-8-yue-zhi-wei-hui-hui-yi-ji-lu', 'traditional characters'],
    ['２０２４年８月', '2024-nian-8-yue-zhi-wei-hui-hui-yi-ji-lu', 'wide digits'],
    ['szqh', 'sanzhongquanhui-ceshiti', 'first letters of a title'],
    ['sanzhong', 'sanzhongquanhui-ceshiti', 'pinyin of a title'],
  ])('%s finds %s: %s', async (text, id) => {
    await withPage(browser, {}, async (page) => {
      await searchFor(page, `${q(text)}&all=1`);
      expect(await idsOf(page)).toContain(id);
    });
  });

  test.each([
    ['长'.repeat(1000)],
    ['，。！'],
    ['"没有关'],
    ['😀'],
    ['.*+?^()|[]\\'],
    ['<script>alert(1)</script>'],
    ['-防汛'],
  ])('%j breaks nothing', async (text) => {
    await withPage(browser, {}, async (page) => {
      const faults = watchFaults(page, served.url);
      await searchFor(page, q(text));
      expect(await page.locator('.search-status').innerText()).not.toBe('');
      expect(faults).toEqual([]);
    });
  });

  test('an index that cannot be read is told', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(addressOf(servedBroken.url, q('防汛')));
      await page.waitForSelector('#results[data-state=failed]');
      expect(await page.locator('.search-status').innerText()).toContain('索引读不到');
    });
  });
});

describe('typing', () => {
  test('searches as one types, and the last query counts', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(addressOf(served.url, ''));
      await page.locator('#query').pressSequentially('防汛抗旱', { delay: 5 });
      await done(page);
      expect(page.url()).toContain(encodeURIComponent('防汛抗旱'));
      expect(await page.locator('#results mark').first().innerText()).toBe('防汛抗旱');
    });
  });

  test('an input method searches when its composition ends, not before', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(addressOf(served.url, ''));
      await page.locator('#query').focus();
      const client = await page.context().newCDPSession(page);
      await client.send('Input.imeSetComposition', {
        text: 'fangxun',
        selectionStart: 7,
        selectionEnd: 7,
      });
      expect(await page.locator('#query').inputValue()).toBe('fangxun');
      expect(await page.locator('#results').getAttribute('data-state')).toBe('idle');
      expect(page.url()).not.toContain('q=');
      await client.send('Input.insertText', { text: '防汛' });
      await done(page);
      expect(page.url()).toContain(encodeURIComponent('防汛'));
    });
  });

  test('back and forward go through what was asked', async () => {
    await withPage(browser, {}, async (page) => {
      await searchFor(page, q('防汛'));
      await page.locator('#query').fill('经济');
      await page.keyboard.press('Enter');
      await done(page);
      await page.locator('.facets a').first().click();
      await done(page);
      await page.goBack();
      await done(page);
      expect(await page.locator('#query').inputValue()).toBe('经济');
      await page.goForward();
      await done(page);
      expect(await page.locator('.chip').count()).toBe(1);
    });
  });

  test('keys lead from any page to a result and back', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(new URL('index.html', served.url).href);
      await page.keyboard.press('/');
      await page.keyboard.type('防汛');
      await page.keyboard.press('Enter');
      await done(page);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(
        await page
          .locator('#results h2 a')
          .nth(1)
          .evaluate((link) => link.matches(':focus')),
      ).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.locator('#query').evaluate((input) => input.matches(':focus'))).toBe(true);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.hits').waitFor();
    });
  });

  test('the last queries are kept on this machine, and can be forgotten', async () => {
    await withPage(browser, {}, async (page) => {
      await searchFor(page, q('防汛'));
      await page.locator('#query').press('Enter');
      await page.goto(addressOf(served.url, ''));
      expect(await page.locator('.recent li').allInnerTexts()).toEqual(['防汛']);
      await page.getByRole('button', { name: '清除记录' }).click();
      await page.reload();
      expect(await page.locator('.recent li').count()).toBe(0);
    });
  });
});

test('without scripts the search page leads to the lists, and lists have plain filters', async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(addressOf(served.url, q('防汛')));
    await page.locator('.search-lists a', { hasText: '全部文档' }).click();
    await page.locator('.facets a[data-filter]').first().click();
    expect(await page.locator('.lines li').count()).toBeGreaterThan(0);
  });
});

test('search: false leaves out the index, the page and the box', async () => {
  const without = buildArchive(['--config', join(import.meta.dirname, 'without-search.yaml')]);
  const host = await serve(without.output);
  try {
    await withPage(browser, {}, async (page) => {
      const faults = watchFaults(page, host.url);
      await page.goto(host.url);
      expect(await page.locator('[type=search]').count()).toBe(0);
      expect(faults).toEqual([]);
      const response = await page.goto(addressOf(host.url, ''));
      expect(response?.status()).toBe(404);
    });
  } finally {
    await host.close();
    without.remove();
  }
});

describe('what is nearest where nothing has the whole phrase', () => {
  test('is found by its longest parts, and said to be', async () => {
    await withPage(browser, {}, async (page) => {
      await searchFor(page, q('关于汛期值班值守工作通知'));
      expect(await page.locator('.search-status').innerText()).toMatch(/^没有整句；同时含“.+”/);
      expect(await idsOf(page)).toContain(
        'guan-yu-zuo-hao-xun-qi-zhi-ban-zhi-shou-gong-zuo-de-tong-zhi',
      );
      expect(await page.locator('#results').getAttribute('data-total')).toBe('0');
      expect(await page.locator('#results').getAttribute('data-near')).toBe('true');
    });
  });

  test('one wrong character is offered as it was probably meant, a click away', async () => {
    await withPage(browser, {}, async (page) => {
      await searchFor(page, q('汛期值班值手工作'));
      expect(await page.locator('.meant').innerText()).toBe('要找的是不是 汛期值班值守工作');
      await page.locator('.meant a').click();
      await done(page);
      expect(Number(await page.locator('#results').getAttribute('data-total'))).toBeGreaterThan(0);
      expect(await page.locator('.meant').innerText()).toBe('');
    });
  });

  test('is nothing where nothing comes near', async () => {
    await withPage(browser, {}, async (page) => {
      await searchFor(page, q('龘靐齉爩'));
      expect(await idsOf(page)).toEqual([]);
      expect(await page.locator('.search-status').innerText()).toBe(
        '没有找到。换一个短一点的词试试。',
      );
      await searchFor(page, `${q('龘靐齉爩')}&from=2020`);
      expect(await page.locator('.search-status').innerText()).toContain('去掉一些筛选');
    });
  });
});

describe('the state of a search is seen', () => {
  test('that it is at work, on a slow network', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(addressOf(served.url, ''));
      await page.context().route('**/search/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        await route.continue();
      });
      await page.locator('#query').fill('防汛');
      await page.locator('.search-status', { hasText: '正在搜索' }).waitFor({ timeout: 1000 });
      await done(page);
      expect(await page.locator('.search-status').innerText()).toBe('共 12 篇');
    });
  });

  test('a file that cannot be read costs its own hits, and is told', async () => {
    await withPage(browser, {}, async (page) => {
      await searchFor(page, q('防汛'));
      const all = await idsOf(page);
      const lost = /texts\/\d+\/\d+\.js/;
      let first: string | null = null;
      await page.context().route(lost, (route) => {
        first ??= route.request().url();
        return route.request().url() === first ? route.abort() : route.continue();
      });
      await page.goto(addressOf(served.url, q('防汛工作')));
      await page.goto(addressOf(served.url, q('防汛')));
      await done(page);
      expect(await page.locator('.search-status').innerText()).toMatch(
        /有 1 个索引文件没有读到，结果可能不全。 重试$/,
      );
      expect((await idsOf(page)).length).toBeGreaterThanOrEqual(all.length - 1);
    });
  }, 30_000);

  test('the tab says what was searched for', async () => {
    await withPage(browser, {}, async (page) => {
      await searchFor(page, q('防汛'));
      expect(await page.title()).toMatch(/^防汛 - /);
    });
  });
});

test('more results stand at their own address, and the way back leads to the same place', async () => {
  await withPage(browser, {}, async (page) => {
    await searchFor(page, q('工作'));
    expect((await idsOf(page)).length).toBe(10);
    const more = page.locator('a.more-results');
    expect(await more.getAttribute('href')).toMatch(/&n=60$/);
    await more.click();
    await page.locator('#results > li').nth(10).waitFor();
    await done(page);
    const count = (await idsOf(page)).length;
    expect(new URL(page.url()).searchParams.get('n')).toBe('60');
    await page
      .locator('#results h2 a')
      .nth(count - 1)
      .scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    const before = await page.evaluate<number>('scrollY');
    await page
      .locator('#results h2 a')
      .nth(count - 1)
      .click();
    await page.waitForURL(/documents/);
    await page.goBack();
    await done(page);
    expect((await idsOf(page)).length).toBe(count);
    expect(Math.abs((await page.evaluate<number>('scrollY')) - before)).toBeLessThan(200);
  });
});

test('a document’s next hit follows in its address, and its sections have theirs without the query', async () => {
  await withPage(browser, {}, async (page) => {
    await searchFor(page, q('防汛'));
    await page.locator('[data-document="2021-fangxun-tigang"] h2 a').click();
    await page.locator('.hits').waitFor();
    await page.keyboard.press('n');
    expect(new URL(page.url()).searchParams.get('hit')).toBe('1');
    const links = await page
      .locator('[data-body] a[href*="#"]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
    expect(links.filter((link) => link.includes('?'))).toEqual([]);
  });
});

test('on a phone the filters open above the results', async () => {
  await withPage(browser, { viewport: { width: 390, height: 800 } }, async (page) => {
    await searchFor(page, q('防汛'));
    expect(await page.locator('.facets').isVisible()).toBe(false);
    await page.getByRole('button', { name: '筛选' }).click();
    const [facets, first] = [page.locator('.facets'), page.locator('#results > li').first()];
    expect(await facets.isVisible()).toBe(true);
    const [above, below_] = [await facets.boundingBox(), await first.boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below_?.y ?? 0);
  });
});
