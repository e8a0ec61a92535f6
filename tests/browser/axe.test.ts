import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BuiltArchive,
  buildEveryType,
  pageTypes,
  type Served,
  serve,
  withPage,
} from './archive.ts';
import { launch } from './launch.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

const names = [
  'home',
  'popular',
  'documents',
  'document',
  'table',
  'cut-off',
  'collection',
  'piece',
  'meeting-record',
  'quiz',
  'shared',
  'differences',
  'meetings',
  'resolutions',
  'calendar',
  'series',
  'search',
  'titles',
  'letter',
  'kinds',
  'kind',
  'years',
  'year',
  'tags',
  'organisations',
  'speakers',
  'about',
  '404',
];

let archive: BuiltArchive;
let served: Served;
let browser: Browser;
let pages: Record<string, string>;

beforeAll(async () => {
  archive = buildEveryType();
  pages = pageTypes(archive.output);
  [served, browser] = await Promise.all([serve(archive.output), launch()]);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  archive?.remove();
});

/** What axe finds; of the colours alone where nothing else can have changed. */
async function violations(page: Page, colours = false): Promise<string[]> {
  // The other mode analyses in a second page, for frames of other hosts, and takes twice as long
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (colours
    ? axe.withRules(['color-contrast', 'link-in-text-block'])
    : axe.withTags(tags)
  ).analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any, all }) => {
      const detail = [...any, ...all].map(({ message }) => message).join('; ');
      return `${id}: ${help}: ${target.join(' ')}: ${detail}`;
    }),
  );
}

/** Elements that stick out of the page, other than those that scroll in a frame of their own. */
const tooWide = `[...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .filter((element) => element.closest('.table-frame, pre') === null)
  .map((element) => element.tagName + ' ' + element.className)`;

describe.each(names)('%s', (name) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    context = await browser.newContext({ locale: 'zh-CN', colorScheme: 'light' });
    page = await context.newPage();
    const path = pages[name];
    expect(path, 'the archive has such a page').toBeDefined();
    await page.goto(served.url + path);
  });

  afterAll(() => context?.close());

  test('in light', { timeout: 20_000 }, async () => {
    expect(await violations(page)).toEqual([]);
  });

  test('in dark', { timeout: 20_000 }, async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, true)).toEqual([]);
  });

  test('at 320 px, with no scrolling to the side', { timeout: 20_000 }, async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate<string[]>(tooWide)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
    expect(await violations(page)).toEqual([]);
  });
});

/** What pages look like once somebody has used them. */
const uses: readonly Readonly<{
  name: string;
  type: string;
  use: (page: Page) => Promise<void>;
}>[] = [
  {
    name: 'a quiz that is handed in',
    type: 'quiz',
    use: async (page) => {
      await page.locator('.question input[type=radio]').first().check();
      await page.locator('[data-self-test] button').first().click();
      await page.locator('.question[data-result]').first().waitFor();
    },
  },
  {
    name: 'a record with one speaker’s turns',
    type: 'meeting-record',
    use: async (page) => {
      await page.locator('[data-meeting] details:not([open]) summary').first().click();
      await page.locator('[data-speakers] summary').click();
      await page.locator('[data-speakers] button').last().click();
      await page.locator('.turn[hidden]').first().waitFor({ state: 'attached' });
    },
  },
  {
    name: 'results of a search',
    type: 'search',
    use: async (page) => {
      await page.goto(`${page.url()}?q=${encodeURIComponent('会议')}&kind=meeting-record`);
      await page.waitForSelector('#results[data-state=done]');
    },
  },
  {
    name: 'a document with what it was found by',
    type: 'meeting-record',
    use: async (page) => {
      await page.goto(`${page.url()}?q=${encodeURIComponent('会议')}&hit=0`);
      await page.locator('.hits').waitFor();
    },
  },
  {
    name: 'a text on old paper',
    type: 'document',
    use: async (page) => {
      await page.locator('.tools summary').click();
      await page.getByLabel('纸色').check();
    },
  },
  {
    name: 'the keys of a page',
    type: 'document',
    use: async (page) => {
      await page.keyboard.press('?');
      await page.locator('dialog[open]').waitFor();
    },
  },
  {
    name: 'a section that is being copied',
    type: 'collection',
    use: async (page) => {
      await page.locator('h2:has(.section-tools)').first().hover();
      await page.locator('.section-tools button').first().click();
    },
  },
];

describe.each(uses)('$name', ({ type, use }) => {
  test.each(['light', 'dark'] as const)('in %s', { timeout: 20_000 }, async (colorScheme) => {
    await withPage(browser, { colorScheme }, async (page) => {
      await page.goto(served.url + pages[type]);
      await use(page);
      expect(await violations(page)).toEqual([]);
    });
  });
});

/**
 * Targets that are smaller than 24 × 24 px and so near to another that circles of that size around
 * their middles meet (WCAG 2.2, 2.5.8). Links within running text are excepted.
 */
const smallTargets = `[...document.querySelectorAll('a[href], button, input, select, summary')]
  .filter((node) => node.checkVisibility() && !node.closest('p, dd, td, .text, label, .unseen'))
  .map((node) => ({ node, box: node.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 0 && box.right > 0)
  .filter(({ box }, index, all) =>
    (box.width < 23.5 || box.height < 23.5) &&
    all.some(({ box: other }, number) => {
      if (number === index) return false;
      const x = Math.abs((box.left + box.right - other.left - other.right) / 2);
      const y = Math.abs((box.top + box.bottom - other.top - other.bottom) / 2);
      return Math.hypot(x, y) < 23.5;
    }))
  .map(({ node, box }) => node.outerHTML.slice(0, 60) + ' ' + box.width.toFixed(0) + ' × ' + box.height.toFixed(0))`;

test('targets can be reached by a finger at 320 px', async () => {
  const found: string[] = [];
  await withPage(browser, { viewport: { width: 320, height: 640 } }, async (page) => {
    for (const name of names) {
      await page.goto(served.url + (pages[name] ?? ''));
      found.push(
        ...(await page.evaluate<string[]>(smallTargets)).map((each) => `${name}: ${each}`),
      );
    }
  });
  expect(found).toEqual([]);
}, 60_000);
