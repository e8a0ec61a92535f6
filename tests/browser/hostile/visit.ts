import type { Browser, Page } from 'playwright-core';
import { watchFaults, withPage } from '../archive.ts';

/**
 * Runs in the page: what stands in it that could run, load or lead to code. The addresses are judged
 * as the browser parses them, so no way of writing one hides it.
 */
const findLive = `(() => {
  const found = [];
  if ('__pwned' in window) found.push('executed: __pwned is set');
  if (({}).polluted !== undefined) found.push('executed: Object.prototype was changed');
  if (document.querySelector('#results[data-state=failed]')) found.push('the search failed');
  const forbidden = 'script:not([src]),style,iframe,frame,object,embed,base,math,template,video,audio,' +
    'marquee,portal,link:not([rel=canonical],[rel=stylesheet],[rel=icon],[rel=alternate],[rel=prev],[rel=next]),body meta,meta[http-equiv=refresh]:not([content^="0; url=../" i],[content^="0;url=../" i])';
  for (const each of document.querySelectorAll(forbidden)) found.push('element: ' + each.outerHTML.slice(0, 120));
  const schemes = ['http:', 'https:', 'mailto:', 'tel:', 'ftp:'];
  for (const each of document.querySelectorAll('*')) {
    for (const { name, value } of each.attributes) {
      if (/^on/i.test(name)) found.push('handler: ' + each.outerHTML.slice(0, 120));
      if (name === 'style' && !each.hasAttribute('data-live-style')) found.push('style: ' + value.slice(0, 80));
      if (!/^(href|src|action|formaction|data|poster|xlink:href|srcset|ping|background)$/i.test(name)) continue;
      const address = URL.parse(value, document.baseURI);
      if (address !== null && !schemes.includes(address.protocol)) found.push('address: ' + value.slice(0, 120));
      if (/^(src|data|poster|srcset|action|formaction)$/i.test(name) && address?.origin !== location.origin) {
        found.push('loads elsewhere: ' + value.slice(0, 120));
      }
    }
  }
  return found;
})()`;

export type Visited = Readonly<{ pages: number; faults: readonly string[] }>;

/** A page that tells what goes wrong in it: dialogs, violations, errors, other hosts, live content. */
async function watchPage(page: Page, own: string): Promise<() => Promise<string[]>> {
  const faults = watchFaults(page, own);
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => faults.push(`window: ${popup.url()}`));
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(own) && frame.url() !== 'about:blank') {
      faults.push(`navigated: ${frame.url()}`);
    }
  });
  return async () => {
    const told = faults.splice(0).filter((fault) => !isMissingImage(fault, own));
    return [...told, ...(await findLiveIn(page))];
  };
}

/** An image of the site's own that is not there shows nothing and asks nobody. */
function isMissingImage(fault: string, own: string): boolean {
  if (fault.endsWith('the server responded with a status of 404 (Not Found)')) return true;
  return fault.startsWith(`404: ${own}files/`) || fault.startsWith(`failed: ${own}`);
}

/**
 * A redirect leaves the page while it is looked at: then the page that it leads to is looked at.
 * The old page counts as loaded until the new one has begun, which takes a busy machine a while.
 */
async function findLiveIn(page: Page): Promise<string[]> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      return await page.evaluate<string[]>(findLive);
    } catch (problem) {
      if (Date.now() > deadline) throw problem;
      await page.waitForTimeout(50);
      await page.waitForLoadState('load');
    }
  }
}

/**
 * Loads every address in a real browser and says what went wrong in each.
 *
 * @param bypass switches the pages' policy off, so that content must be inert by itself
 * @param settle waits until the page has done its work
 */
export async function visitAll(
  browser: Browser,
  addresses: readonly string[],
  own: string,
  bypass = false,
  settle: (page: Page) => Promise<void> = async () => {},
): Promise<Visited> {
  const waiting = [...addresses];
  const faults: string[] = [];
  let pages = 0;
  const work = async () => {
    await withPage(browser, { bypassCSP: bypass }, async (page) => {
      const told = await watchPage(page, own);
      for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
        await page.goto(url, { waitUntil: 'load' });
        await settle(page);
        pages++;
        for (const fault of await told()) faults.push(`${decode(url.slice(own.length))}: ${fault}`);
      }
    });
  };
  await Promise.all([work(), work(), work()]);
  return { pages, faults };
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
