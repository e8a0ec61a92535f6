import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { guidang, listPages } from '../../site/harness.ts';
import { serve } from '../archive.ts';
import { writeHostileContent } from './content.ts';
import { everyPayload } from './payloads.ts';
import { visitAll } from './visit.ts';

export type Attack = Readonly<{
  files: number;
  payloads: number;
  /** Exit code of the build. */
  status: number | null;
  told: string;
  documents: number;
  /** Files that were left out, each with its reason. */
  skipped: number;
  pages: number;
  queries: number;
  fragments: number;
  faults: readonly string[];
}>;

/** How much is tried: payloads that share a text, and of pages and queries each so manieth. */
export type Bounds = Readonly<{ together: number; pagesStep: number; queriesStep: number }>;

export const everything: Bounds = { together: 1, pagesStep: 1, queriesStep: 1 };
export const bounded: Bounds = { together: 8, pagesStep: 11, queriesStep: 8 };

/** Builds an archive of hostile content and walks it, with the pages' policy and without. */
export async function attack(browser: Browser, bounds: Bounds): Promise<Attack> {
  const folder = mkdtempSync(join(tmpdir(), 'guidang-hostile-'));
  try {
    const [content, output] = [join(folder, 'content'), join(folder, 'public')];
    const files = writeHostileContent(content, bounds.together);
    const folders = ['--content', content, '--output', output];
    const { status, stdout, stderr } = guidang(
      ['build', ...folders, '--json', '--now', '2025-01-01'],
      { cwd: folder },
    );
    const report: { documents: number; skipped: unknown[] } = JSON.parse(stdout);
    const walked = await walk(browser, output, bounds);
    const { documents } = report;
    const skipped = report.skipped.length;
    const payloads = everyPayload.length;
    return { files, payloads, status, told: stderr, documents, skipped, ...walked };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function walk(browser: Browser, output: string, bounds: Bounds) {
  const served = await serve(output);
  const own = served.url;
  try {
    const every = (step: number) => (_: unknown, index: number) => index % step === 0;
    const all = listPages(output).map(
      (path) => `${own}${path.split('/').map(encodeURIComponent).join('/')}`,
    );
    // Every payload's text, whatever the bounds
    const isText = (address: string) => address.includes('/documents/text-');
    const others = all.filter((address) => !isText(address)).filter(every(bounds.pagesStep));
    const addresses = [...all.filter(isText), ...others];
    const strict = await visitAll(browser, addresses, own);
    const loose = await visitAll(browser, addresses, own, true);
    const queries = everyPayload.filter(every(bounds.queriesStep)).flatMap((payload) => {
      const said = encodeURIComponent(payload);
      return [`q=${said}`, `q=x&tag=${said}&speaker=${said}&from=${said}&sort=${said}`];
    });
    const searches = queries.map((query) => `${own}search/index.html?${query}`);
    const searched = await visitAll(browser, searches, own, false, async (page) => {
      await page.locator('#results:not([data-state=searching])').waitFor({ state: 'attached' });
    });
    const page = addresses.find(isText);
    const pasted = everyPayload.map((payload) => `${page ?? own}#${payload}`);
    const fragments = await visitAll(browser, pasted, own);
    const visited = [strict, loose, searched, fragments];
    return {
      pages: strict.pages + loose.pages,
      queries: searched.pages,
      fragments: fragments.pages,
      faults: visited.flatMap(({ faults }) => faults),
    };
  } finally {
    await served.close();
  }
}
