import { existsSync, readFileSync } from 'node:fs';
import { launch } from '../browser/launch.ts';
import { spreadOf } from './measure.ts';
import { openPreview, type Preview, type Saved, until } from './preview.ts';

/** Edits that are timed, each after the whole build that follows the last one. */
const mostTimed = 15;

/** Numbers of edits after which memory is told. */
const milestones = [1, 10, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000];

/**
 * Tells how long it takes in watch mode from a save to the page on disk and to the page in a browser,
 * and what memory is held as edits go on.
 */
export async function timeWatch(content: string, edits: number): Promise<void> {
  const preview = await openPreview(content);
  const timed = Math.min(edits, mostTimed);
  const onDisk: number[] = [];
  const memory: string[] = [];
  for (let number = 0; number < edits; number++) {
    const before = preview.builds();
    const start = performance.now();
    const saved = number < timed ? preview.edit(number) : change(preview, number);
    await until(() => isShown(saved));
    if (number < timed) onDisk.push(performance.now() - start);
    // Later edits come as soon as the last page is there
    const count = number + 1;
    const isTold = milestones.includes(count) || count === edits;
    if (number < timed || isTold) await until(() => preview.builds() > before);
    if (isTold) memory.push(`${count}: ${preview.memory().now.toFixed(0)}`);
  }
  say('  watch: save to page on disk', onDisk);
  const most = preview.memory().most.toFixed(0);
  console.log(`  watch: megabytes after edits: ${memory.join(', ')}; at most ${most}`);
  say('  watch: save to page shown in Chromium', await timeReloads(preview, edits));
  preview.end();
}

/** Mostly edits of bodies; of two hundred, four are of titles, and one document comes and goes. */
function change(preview: Preview, number: number): Saved {
  if (number % 50 === 7) return preview.retitle(number);
  if (number % 200 === 30) return preview.add(number);
  if (number % 200 === 60) return preview.remove(number - 30);
  return preview.edit(number);
}

function isShown({ page, mark }: Saved): boolean {
  if (mark === null) return !existsSync(page);
  return existsSync(page) && readFileSync(page, 'utf8').includes(mark);
}

function say(what: string, milliseconds: readonly number[]): void {
  const { least, median, most } = spreadOf(milliseconds);
  const three = [least, median, most].map((value) => value.toFixed(0).padStart(8)).join(' ');
  console.log(`${what.padEnd(46)} ${three} ms`);
}

async function timeReloads(preview: Preview, edits: number): Promise<number[]> {
  const browser = await launch();
  const page = await browser.newPage();
  const times: number[] = [];
  for (let edit = 0; edit < Math.min(edits, 10); edit++) {
    const first = preview.edit(edits + edit);
    const before = preview.builds();
    await until(() => preview.builds() > before);
    await page.goto(preview.url + first.path);
    // Of a small archive all is built before the page is seen
    const shown = preview.builds();
    const start = performance.now();
    const { mark } = preview.edit(edits + edit);
    await page.getByText(mark ?? '').waitFor();
    times.push(performance.now() - start);
    await until(() => preview.builds() > shown);
  }
  await browser.close();
  return times;
}
