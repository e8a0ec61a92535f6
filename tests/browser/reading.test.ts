import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BuiltArchive,
  buildArchive,
  type Served,
  serve,
  styleOf,
  withPage,
} from './archive.ts';
import { launch } from './launch.ts';

let archive: BuiltArchive;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  archive = buildArchive();
  [served, browser] = await Promise.all([serve(archive.output), launch()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  archive?.remove();
});

const speech = 'documents/shi-wei-shu-ji-xuan-jiang-bao-gao-hui-zhu-chi-ci-ji-jiang-hua/index.html';

const open = (page: Page, path = speech) => page.goto(served.url + path);

describe('a reader’s choices', () => {
  test('hold for the page and for all others, from before they are shown', async () => {
    await withPage(browser, {}, async (page) => {
      await open(page);
      const [before] = await styleOf(page.locator('[data-body]'), 'font-size');
      await page.locator('.tools summary').click();
      await page.getByLabel('大', { exact: true }).check();
      await page.getByLabel('松', { exact: true }).check();
      await page.getByLabel('深色').check();
      const [after] = await styleOf(page.locator('[data-body]'), 'font-size');
      expect(Number.parseFloat(after ?? '')).toBeGreaterThan(Number.parseFloat(before ?? ''));
      await open(page, 'documents/index.html');
      expect(await page.evaluate('({ ...document.documentElement.dataset })')).toEqual({
        scripted: '',
        size: 'large',
        spacing: 'wide',
        theme: 'dark',
      });
      expect(await styleOf(page.locator('html'), 'color-scheme')).toEqual(['dark']);
    });
  });

  test('work from file:// and where the browser keeps nothing', async () => {
    await withPage(browser, {}, async (page) => {
      await page.addInitScript(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })",
      );
      await page.goto(pathToFileURL(join(archive.output, speech)).href);
      await page.locator('.tools summary').click();
      await page.getByLabel('纸色').check();
      expect(await page.locator('html').getAttribute('data-theme')).toBe('paper');
    });
  });
});

test('the outline follows what is being read, and keys go from section to section', async () => {
  await withPage(
    browser,
    { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' },
    async (page) => {
      await open(page);
      const current = page.locator('.outline [aria-current]');
      expect(await current.count()).toBe(0);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await expect.poll(() => current.allInnerTexts()).toEqual(['报告会结束时的讲话']);
      expect((await page.locator('.outline').boundingBox())?.y).toBeLessThan(200);
      await page.keyboard.press('k');
      await page.locator('.outline [aria-current]:text-is("报告会开始时的主持词")').waitFor();
      await page.keyboard.press('t');
      expect(await page.locator('.outline a:focus').count()).toBe(1);
    },
  );
});

test('a heading’s name is its own words', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page);
    const names = await page
      .getByRole('heading', { level: 2 })
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    expect(names).toContain('报告会开始时的主持词');
  });
});

test('the whole text is copied, with its source if one likes', async () => {
  await withPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await open(page);
    const copied = () => page.evaluate<string>('navigator.clipboard.readText()');
    await page.getByRole('button', { name: '复制全文' }).click();
    await page.getByRole('button', { name: '已复制' }).first().waitFor();
    const plain = await copied();
    expect(plain.split('\n')[0]).toBe(
      '市委书记在学习贯彻党的二十届三中全会精神宣讲报告会上的主持词及讲话',
    );
    expect(plain).not.toContain('http');
    await page.getByLabel('附出处').check();
    await page.getByRole('button', { name: '复制全文' }).click();
    await page.waitForTimeout(100);
    expect(await copied()).toMatch(
      /《市委书记[^》]+》，中共××市委，2024-08-12 09:17:21，.+\nhttp.+index\.html\n$/,
    );
  });
});

test('how long a speech takes is told, with the rates', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page);
    await page.locator('.details summary').click();
    const facts = await page.locator('.metadata').innerText();
    expect(facts).toMatch(/阅读\s+约6分钟 \(400字\/分\)/);
    expect(facts).toMatch(/宣读\s+约12分钟 \(200字\/分\)/);
  });
});

test('a text that breaks off says so at its top and at its end', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, 'documents/000_yunxi_fanghuo/index.html');
    await page.locator('.cut-off-above a').click();
    expect(page.url()).toMatch(/#cut-off$/);
    expect(await page.locator('#cut-off').isVisible()).toBe(true);
  });
});

test('without scripts there are no tools, and nothing moves to make room for them', async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await open(page);
    expect(await page.locator('.tools button, .section-tools').count()).toBe(0);
    expect(await page.locator('[data-body]').isVisible()).toBe(true);
  });
});

test('nothing moves while a page comes', async () => {
  await withPage(browser, { viewport: { width: 412, height: 823 } }, async (page) => {
    await page.addInitScript(`
      window.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    `);
    // So slow that the page is shown before its scripts have run
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 8 });
    for (const path of [speech, 'documents/index.html', 'search/index.html']) {
      await open(page, path);
      await page.waitForTimeout(1500);
      expect(await page.evaluate('window.shift'), path).toBe(0);
    }
  });
});

describe('on paper', () => {
  /** A page of text of an official paper: 22 lines of 28 characters on 156 × 225 mm. */
  test('28 characters make a line, and 22 lines a page', async () => {
    await withPage(browser, { viewport: { width: 590, height: 851 } }, async (page) => {
      await open(page);
      await page.emulateMedia({ media: 'print' });
      const measured = await page.evaluate<{
        perLine: number;
        perPage: number;
        title: string;
      }>(`(() => {
        const body = document.querySelector('[data-body]');
        const line = document.createElement('p');
        body.append(line);
        const style = getComputedStyle(line);
        // As wide as a Chinese character is, whether or not the machine has a font for one
        const width = Number.parseFloat(style.fontSize) + Number.parseFloat(style.letterSpacing);
        const write = (count) => {
          const boxes = Array.from({ length: count }, () => document.createElement('span'));
          for (const box of boxes) {
            box.style.display = 'inline-block';
            box.style.width = \`\${width}px\`;
          }
          line.replaceChildren(...boxes);
        };
        line.style.width = '156mm';
        line.style.textIndent = '0';
        write(56);
        const height = line.getBoundingClientRect().height;
        const perLine = height < 2.5 * Number.parseFloat(style.lineHeight) ? 28 : 0;
        write(57);
        const more = line.getBoundingClientRect().height;
        const millimetre = 96 / 25.4;
        return {
          perLine: more > height ? perLine : -1,
          perPage: (225 * millimetre) / Number.parseFloat(style.lineHeight),
          title: getComputedStyle(document.querySelector('h1')).fontSize,
        };
      })()`);
      expect(measured.perLine).toBe(28);
      expect(measured.perPage).toBeCloseTo(22, 2);
      expect(Number.parseFloat(measured.title)).toBeCloseTo((22 * 96) / 72, 2);
    });
  });

  test('the sheet is A4', async () => {
    await withPage(browser, {}, async (page) => {
      await open(page);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      expect(Number(width)).toBeCloseTo((210 / 25.4) * 72, 0);
      expect(Number(height)).toBeCloseTo((297 / 25.4) * 72, 0);
    });
  });

  test('nothing but the text and its source is printed', async () => {
    await withPage(browser, {}, async (page) => {
      await open(page);
      await page.emulateMedia({ media: 'print' });
      for (const part of [
        '.masthead',
        '.outline',
        '.tools',
        '.beside',
        '.related',
        '.metadata',
        '.colophon',
      ]) {
        const all = await page.locator(part).all();
        for (const each of all) expect(await each.isVisible(), part).toBe(false);
      }
      expect(await page.locator('.print-source').innerText()).toContain('《市委书记');
    });
  });
});

describe('on a phone', () => {
  const phone = { viewport: { width: 390, height: 844 } };

  test.each([
    ['a speech', speech],
    ['a meeting', 'documents/2024-nian-8-yue-zhi-wei-hui-hui-yi-ji-lu/index.html'],
    ['a collection', 'documents/dang-yuan-jiao-shi-xin-de-ti-hui-ba-pian/index.html'],
    ['a quiz', 'documents/sanzhongquanhui-ceshiti/index.html'],
  ])('the text of %s begins on the first screen, under one row of menu', async (_, path) => {
    await withPage(browser, phone, async (page) => {
      await open(page, path);
      const [head, text] = [page.locator('.masthead'), page.locator('[data-body]')];
      expect((await head.boundingBox())?.height).toBeLessThanOrEqual(60);
      expect((await text.boundingBox())?.y).toBeLessThan(844);
    });
  });

  test('menu, outline and size open over the page, and close again', async () => {
    await withPage(browser, phone, async (page) => {
      await open(page);
      for (const [button, opened] of [
        ['菜单', '.main-navigation'],
        ['大纲', 'nav.outline'],
        ['字号', '.tools'],
      ] as const) {
        expect(await page.locator(opened).isVisible(), opened).toBe(false);
        await page.getByRole('button', { name: button, exact: true }).click();
        expect(await page.locator(opened).isVisible(), opened).toBe(true);
        await page.keyboard.press('Escape');
        expect(await page.locator(opened).isVisible(), opened).toBe(false);
      }
    });
  });

  test('the bar at the foot goes while one reads on, and comes back on the way up', async () => {
    await withPage(browser, phone, async (page) => {
      await open(page);
      const bar = page.locator('.reading-bar');
      await page.mouse.wheel(0, 900);
      await page.locator('.reading-bar[data-away]').waitFor();
      await page.mouse.wheel(0, -300);
      await expect.poll(() => page.locator('.reading-bar[data-away]').count()).toBe(0);
      expect(await bar.isVisible()).toBe(true);
    });
  });
});

test('a text is read aloud part by part, from where the reader is, until it is stopped', async () => {
  await withPage(browser, {}, async (page) => {
    // Browsers of test machines have no voices
    await page.addInitScript(`
      window.spoken = [];
      window.SpeechSynthesisUtterance = class extends EventTarget {
        constructor(text) { super(); this.text = text; }
      };
      Object.defineProperty(window, 'speechSynthesis', { value: {
        speak(utterance) {
          window.spoken.push(utterance.text);
          setTimeout(() => utterance.dispatchEvent(new Event('end')), 150);
        },
        cancel() {},
      } });
    `);
    await open(page);
    await page.getByRole('button', { name: '朗读' }).click();
    await expect.poll(() => page.evaluate('window.spoken.length')).toBeGreaterThan(2);
    expect(await page.locator('.is-read').count()).toBe(1);
    const spoken = await page.evaluate<string[]>('window.spoken');
    const text = (await page.locator('[data-body]').innerText()).replace(/\\s+/g, '');
    for (const part of spoken) expect(text).toContain(part.replace(/\\s+/g, ''));
    await page.getByRole('button', { name: '停止朗读' }).click();
    expect(await page.locator('.is-read').count()).toBe(0);
    const count = await page.evaluate<number>('window.spoken.length');
    await page.waitForTimeout(400);
    expect(await page.evaluate('window.spoken.length')).toBe(count);
  });
});

test('长辈模式 is larger, and stays on the next page', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page);
    const sizeOf = () =>
      page.evaluate<string>('getComputedStyle(document.documentElement).fontSize');
    expect(await sizeOf()).toBe('16px');
    await page.locator('.tools summary').click();
    await page.getByLabel('长辈模式').check();
    expect(await sizeOf()).toBe('20px');
    await open(page, 'index.html');
    expect(await sizeOf()).toBe('20px');
  });
});

test('the head of a meeting says when it was held and when it was published', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, 'documents/2024-nian-8-yue-zhi-wei-hui-hui-yi-ji-lu/index.html');
    const head = (await page.locator('.title .byline').innerText()).replace(/\\s+/g, ' ');
    expect(head).toContain('会议 2024年8月2日 · 发布 2024年8月7日');
    expect(await page.locator('.metadata').isVisible()).toBe(false);
  });
});
