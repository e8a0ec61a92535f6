import { createServer } from 'node:http';
import sirv from 'sirv';
import { listen } from '../browser/archive.ts';
import { launch } from '../browser/launch.ts';

/** Milliseconds from the last key of each query to its results, in Chromium over loopback. */
export async function timeInBrowser(output: string, queries: readonly string[]): Promise<number[]> {
  const serve = sirv(output, { dev: true });
  const server = createServer((request, response) => serve(request, response));
  const port = await listen(server);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/search/index.html?q=${encodeURIComponent('工作')}`);
    await page.waitForSelector('#results[data-state=done]');
    const times: number[] = [];
    for (const query of queries) {
      times.push(await page.evaluate<number>(`(${typeAndWait})(${JSON.stringify(query)})`));
    }
    return times;
  } finally {
    await browser.close();
    server.close();
  }
}

/** Runs in the page: types all but the last character, lets that settle, then the last one. */
const typeAndWait = `async (query) => {
  const input = document.querySelector('#query');
  const results = document.querySelector('#results');
  const done = () => new Promise((resolve) => {
    const look = () => (results.dataset.state === 'searching' ? requestAnimationFrame(look) : resolve());
    look();
  });
  const type = (text) => {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  type(query.slice(0, -1));
  await done();
  const start = performance.now();
  type(query);
  await done();
  return performance.now() - start;
}`;
