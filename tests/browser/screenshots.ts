/**
 * Makes the README's pictures, docs/images/home.png and document.png; with `--all DIR` instead
 * every type of page as phone, desktop, dark and print show it, for people to look at.
 *
 *     node tests/browser/screenshots.ts
 *     node tests/browser/screenshots.ts --all looks
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { buildArchive, buildEveryType, pageTypes, root, withPage } from './archive.ts';
import { launch } from './launch.ts';

type Look = Readonly<{ options: BrowserContextOptions; media: 'screen' | 'print' }>;

const looks: Readonly<Record<string, Look>> = {
  phone: {
    options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
    media: 'screen',
  },
  desktop: { options: { viewport: { width: 1280, height: 800 } }, media: 'screen' },
  dark: {
    options: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
    media: 'screen',
  },
  // A4 less its margins at 96 dots an inch
  print: { options: { viewport: { width: 590, height: 930 } }, media: 'print' },
};

const { values } = parseArgs({ options: { all: { type: 'string' } } });
// The README shows the sample archive; every type of page is in it and the invented documents
const archive = values.all === undefined ? buildArchive() : buildEveryType();
const browser = await launch();
try {
  const pages = pageTypes(archive.output);
  const address = (path: string) => pathToFileURL(join(archive.output, path)).href;
  if (values.all === undefined) await takeForReadme(browser, pages, address);
  else await takeAll(browser, pages, address, resolve(values.all));
} finally {
  await browser.close();
  archive.remove();
}

async function takeForReadme(
  browser: Browser,
  pages: Readonly<Record<string, string>>,
  address: (path: string) => string,
): Promise<void> {
  const folder = join(root, 'docs/images');
  mkdirSync(folder, { recursive: true });
  for (const name of ['home', 'document']) {
    await withPage(browser, { viewport: { width: 1200, height: 800 } }, async (page) => {
      await page.goto(address(pages[name] ?? 'index.html'));
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path });
      console.log(path);
    });
  }
}

async function takeAll(
  browser: Browser,
  pages: Readonly<Record<string, string>>,
  address: (path: string) => string,
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [look, { options, media }] of Object.entries(looks)) {
    await withPage(browser, options, async (page) => {
      await page.emulateMedia({ media });
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(address(path));
        await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage: true });
      }
    });
  }
  console.log(`${folder}: ${Object.keys(pages).length} pages in ${Object.keys(looks).join(', ')}`);
}
