import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BuiltArchive,
  buildArchive,
  buildEveryType,
  pageTypes,
  type Served,
  serve,
  styleOf,
  watchFaults,
  withPage,
} from './archive.ts';
import { launch } from './launch.ts';

let archive: BuiltArchive;
let below: BuiltArchive;
let served: Served;
let servedBelow: Served;
let browser: Browser;

beforeAll(async () => {
  archive = buildEveryType();
  below = buildArchive(['--base-path', '/sub/path/']);
  [served, servedBelow, browser] = await Promise.all([
    serve(archive.output),
    serve(below.output, '/sub/path/'),
    launch(),
  ]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([served?.close(), servedBelow?.close()]);
  archive?.remove();
  below?.remove();
});

/** The three ways in which people come by the site. */
const places = [
  { place: 'a web host', start: () => served.url },
  { place: 'a web host, below a path', start: () => servedBelow.url },
  { place: 'file://', start: () => pathToFileURL(join(archive.output, 'index.html')).href },
];

async function expectStyled(page: Page): Promise<void> {
  expect(await styleOf(page.locator('body'), 'display'), 'the style applies').toEqual(['flex']);
}

async function expectDocument(page: Page, title: string): Promise<void> {
  await page.locator('article[data-document]').waitFor();
  expect(await page.locator('h1').innerText()).toBe(title);
  const text = await page.locator('[data-body]').innerText();
  expect(text.length).toBeGreaterThan(100);
  await expectStyled(page);
}

describe.each(places)('from $place', ({ start }) => {
  test('a popular document is one click from the first page, and its kind another', async () => {
    await withPage(browser, {}, async (page) => {
      const faults = watchFaults(page, start().replace(/index\.html$/, ''));
      await page.goto(start());
      await expectStyled(page);
      const link = page.locator('[data-popular] a').first();
      const title = await link.innerText();
      await link.click();
      await expectDocument(page, title);
      await page.locator('.marks a').click();
      await page.locator('[data-documents]').waitFor();
      expect(await page.locator('[data-documents] a').allInnerTexts()).toContain(title);
      expect(faults).toEqual([]);
    });
  });

  test('any document of a kind is two clicks from the first page', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(start());
      await page.locator('section[aria-labelledby=kinds] a').last().click();
      const link = page.locator('[data-documents] a').last();
      const title = await link.innerText();
      await link.click();
      await expectDocument(page, title);
    });
  });

  test('the outline leads to its heading, and back home again', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(start());
      await page.goto(new URL(pageTypes(archive.output).document ?? '', page.url()).href);
      const entry = page.locator('.outline a').last();
      const words = await entry.innerText();
      await entry.press('Enter');
      const target = page.locator(':target');
      expect(await target.innerText()).toContain(words);
      await expect
        .poll(() => target.evaluate((heading) => heading.getBoundingClientRect().top), {
          // Scrolling takes its time where two browsers share a processor
          timeout: 15_000,
        })
        .toBeLessThan(720);
      await page.locator('.site-title a').click();
      await page.locator('.home').waitFor();
      expect(page.url()).toMatch(/\/index\.html$/);
    });
  });
});

describe('every type of page', () => {
  test('shows without a fault, a breach of its policy or a request elsewhere', async () => {
    await withPage(browser, {}, async (page) => {
      const faults = watchFaults(page, served.url);
      for (const path of Object.values(pageTypes(archive.output))) {
        await page.goto(served.url + path, { waitUntil: 'networkidle' });
        expect(faults, path).toEqual([]);
        await expectStyled(page);
      }
    });
  }, 30_000);

  test('shows the same with JavaScript off', async () => {
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(served.url);
      const link = page.locator('[data-popular] a').first();
      const title = await link.innerText();
      await link.click();
      expect(await page.locator('h1').innerText()).toBe(title);
      expect(await page.locator('[data-body]').isVisible()).toBe(true);
    });
  });
});

test('an address that leads nowhere shows 404.html with its style, at any depth', async () => {
  await withPage(browser, {}, async (page) => {
    const response = await page.goto(`${servedBelow.url}no/such/page/`);
    expect(response?.status()).toBe(404);
    await expectStyled(page);
    await page.locator('main a').first().click();
    expect(page.url()).toContain('/sub/path/');
    await page.locator('h1').waitFor();
    expect(await page.locator('main li').count()).toBeGreaterThan(0);
  });
});

describe('with the keyboard alone', () => {
  test('the first stop skips to the text, and focus is seen', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(served.url + pageTypes(archive.output).document);
      await page.keyboard.press('Tab');
      const skip = page.locator('.skip');
      expect(await page.locator('.skip:focus').count()).toBe(1);
      await expect
        .poll(() => skip.evaluate((link) => link.getBoundingClientRect().top))
        .toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      expect(page.url()).toMatch(/#main$/);
      await page.keyboard.press('Tab');
      const focused = page.locator('main :focus');
      expect(await focused.count(), 'the next stop is in the text').toBe(1);
      const [style, width = ''] = await styleOf(focused, 'outlineStyle', 'outlineWidth');
      expect(style).not.toBe('none');
      expect(Number.parseFloat(width)).toBeGreaterThanOrEqual(2);
    });
  });
});

describe('a document', () => {
  test('is set for long reading', async () => {
    await withPage(browser, { viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(served.url + pageTypes(archive.output).document);
      const paragraph = page.locator('[data-body] p:not([class])').first();
      const styles = await styleOf(paragraph, 'fontSize', 'textIndent', 'lineHeight');
      const [size = 0, indent = 0, line = 0] = styles.map(Number.parseFloat);
      const box = await paragraph.boundingBox();
      expect(indent / size).toBeCloseTo(2, 1);
      expect(line / size).toBeCloseTo(1.8, 1);
      expect((box?.width ?? 0) / size).toBeGreaterThan(34);
      expect((box?.width ?? 0) / size).toBeLessThanOrEqual(40);
    });
  });

  test('has more to read before and after it', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(`${served.url}documents/index.html`);
      const titles = await page.locator('[data-documents] a').allInnerTexts();
      await page.locator('[data-documents] a').first().click();
      await page.locator('.neighbours a[rel=prev]').click();
      expect(await page.locator('h1').innerText()).toBe(titles[1]);
      await page.locator('.neighbours a[rel=next]').click();
      expect(await page.locator('h1').innerText()).toBe(titles[0]);
    });
  });

  test('prints black on white, without navigation', async () => {
    await withPage(browser, { colorScheme: 'dark' }, async (page) => {
      await page.goto(served.url + pageTypes(archive.output).document);
      await page.emulateMedia({ media: 'print' });
      for (const hidden of [
        '.masthead',
        '.breadcrumbs',
        '.outline',
        '.neighbours',
        'aside',
        '.colophon',
        '.skip',
      ]) {
        expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
      }
      for (const shown of ['h1', '.print-source', '[data-body]']) {
        expect(await page.locator(shown).isVisible(), shown).toBe(true);
      }
      const [paper] = await styleOf(page.locator('html'), 'backgroundColor');
      expect(paper).toMatch(/^(?:rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\))$/);
      for (const text of ['[data-body] p', 'h1', '.print-source', '[data-body] h2']) {
        expect(await styleOf(page.locator(text), 'color'), text).toEqual(['rgb(0, 0, 0)']);
      }
    });
  });

  test('becomes a PDF of A4 pages', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(served.url + pageTypes(archive.output).document);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf).toMatch(/^%PDF/);
      expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12]/);
    });
  });
});
