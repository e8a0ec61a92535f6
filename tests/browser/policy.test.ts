import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPages } from '../site/harness.ts';
import {
  type BuiltArchive,
  buildArchive,
  pageTypes,
  type Served,
  serve,
  withPage,
} from './archive.ts';
import { launch } from './launch.ts';

let browser: Browser;
let archive: BuiltArchive;
let served: Served;

beforeAll(async () => {
  [browser, archive] = [await launch(), buildArchive()];
  served = await serve(archive.output);
});

afterAll(async () => {
  await served?.close();
  archive?.remove();
  await browser?.close();
});

/** What an attacker would add to a page, and the directive that must stop it. */
const injected = `<script>window.__pwned = 'script'</script>
<style>h1 { color: rgb(1, 2, 3) }</style>
<p style="color: rgb(1, 2, 3)" id="styled">x</p>
<img src="/none" onerror="window.__pwned = 'handler'" alt="">
<img src="http://localhost:9/x.png" alt="">
<script src="http://localhost:9/x.js"></script>
<link rel="stylesheet" href="http://localhost:9/x.css">
<iframe src="http://localhost:9/"></iframe>
<object data="http://localhost:9/x"></object>
<base href="http://localhost:9/">
<form action="http://localhost:9/" id="form"><input name="x"></form>`;

const stopped = [
  'base-uri',
  'form-action',
  'frame-src',
  'img-src',
  'object-src',
  'script-src-attr',
  'script-src-elem',
  'style-src-attr',
  'style-src-elem',
];

/** Notes which directives the browser enforces, from before the page begins. */
async function noteViolations(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(`
    window.violations = [];
    addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
  `);
  return () => page.evaluate<string[]>('[...new Set(violations)].sort()');
}

test('a browser stops all that is injected into a page', async () => {
  const page = readFileSync(join(archive.output, 'index.html'), 'utf8');
  writeFileSync(
    join(archive.output, 'injected.html'),
    page.replace('</main>', `${injected}</main>`),
  );
  await withPage(browser, {}, async (tab) => {
    const elsewhere: string[] = [];
    tab.on('response', (response) => {
      if (!response.url().startsWith(served.url)) elsewhere.push(response.url());
    });
    const violations = await noteViolations(tab);
    await tab.goto(`${served.url}injected.html`);
    await tab.evaluate('document.getElementById("form").submit()');
    await expect.poll(violations).toEqual(stopped);
    expect(await tab.evaluate('window.__pwned')).toBeUndefined();
    const colour = (selector: string) =>
      tab.evaluate(`getComputedStyle(document.querySelector('${selector}')).color`);
    expect(await colour('h1, h2')).not.toBe('rgb(1, 2, 3)');
    expect(await colour('#styled')).not.toBe('rgb(1, 2, 3)');
    expect(elsewhere).toEqual([]);
  });
});

test('every page has the policy before anything that it could stop', () => {
  for (const path of listPages(archive.output)) {
    const html = readFileSync(join(archive.output, path), 'utf8');
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html);
    expect(policy?.[1], path).toMatch(/^default-src 'none';/);
    expect(policy?.[1], path).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
    expect(html.slice(0, policy?.index), path).not.toMatch(/<(?:script|link|style|img|base)/);
  }
});

test('pages set no cookie and keep nothing but what readers chose', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const path of Object.values(pageTypes(archive.output))) {
    await page.goto(served.url + path);
  }
  expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  await page.goto(`${served.url}search/index.html`);
  await page.locator('#query').fill('会议');
  await page.keyboard.press('Enter');
  await page.locator('#results[data-state=done]').waitFor();
  expect(await context.cookies()).toEqual([]);
  const kept = await page.evaluate<string[]>('Object.keys(localStorage)');
  expect(kept.filter((name) => !name.startsWith('guidang'))).toEqual([]);
  expect(await page.evaluate('sessionStorage.length')).toBe(0);
  expect(await page.evaluate('indexedDB.databases().then((all) => all.length)')).toBe(0);
  expect(await page.evaluate('caches.keys().then((all) => all.length)')).toBe(0);
  await context.close();
  expect(existsSync(join(archive.output, 'service-worker.js'))).toBe(false);
});
