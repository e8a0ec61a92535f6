import { spawn } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { launch } from '../browser/launch.ts';
import { spreadOf } from './measure.ts';

const cli = resolve(import.meta.dirname, '../../src/cli.ts');

/** A preview that runs, of a folder with documents. */
type Preview = Readonly<{
  url: string;
  /** Whole builds that it has told of. */
  builds: () => number;
  /** Memory in megabytes that it holds now. */
  megabytes: () => number;
  /** Adds a sentence to the document of that number; gives its page on disk, and the sentence. */
  edit: (number: number) => Readonly<{ page: string; path: string; mark: string }>;
  end: () => void;
}>;

/**
 * Tells how long it takes in watch mode from a save to the page on disk and to the page in a browser,
 * and what memory is held as edits go on.
 */
export async function timeWatch(content: string, edits: number): Promise<void> {
  const preview = await openPreview(content);
  const onDisk: number[] = [];
  const memory: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const before = preview.builds();
    const start = performance.now();
    const { page, mark } = preview.edit(edit);
    await until(() => readFileSync(page, 'utf8').includes(mark));
    onDisk.push(performance.now() - start);
    await until(() => preview.builds() > before);
    memory.push(preview.megabytes());
  }
  say('  watch: save to page on disk', onDisk);
  say('  watch: save to page shown in Chromium', await timeReloads(preview, edits));
  const held = [memory[0], memory[Math.floor(edits / 2)], memory.at(-1)];
  const numbers = held.map((megabytes = 0) => `${megabytes.toFixed(0)} MB`);
  console.log(
    `  watch: memory after 1, ${Math.floor(edits / 2)} and ${edits} edits  ${numbers.join(', ')}`,
  );
  preview.end();
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
    const start = performance.now();
    const { mark } = preview.edit(edits + edit);
    await page.getByText(mark).waitFor();
    times.push(performance.now() - start);
    const shown = preview.builds();
    await until(() => preview.builds() > shown);
  }
  await browser.close();
  return times;
}

async function openPreview(content: string): Promise<Preview> {
  const folder = resolve(content, '..');
  const output = join(folder, 'public');
  const cache = join(folder, 'public-cache');
  const folders = ['--content', content, '--output', output, '--cache', cache];
  const args = [cli, 'watch', ...folders, '--now', '2025-01-01', '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const urlOf = () => /preview at (\S+)/.exec(told)?.[1];
  await until(() => urlOf() !== undefined);
  const names = readdirSync(content);
  let saves = 0;
  return {
    url: urlOf() ?? '',
    builds: () => told.split('\n').filter((line) => line.includes(' unchanged')).length,
    megabytes() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024) / 1e6;
    },
    edit(number) {
      const name = names[(number * 613 + 3) % names.length] ?? '';
      const path = `documents/${name.replace(/\.md$/, '')}/index.html`;
      const mark = `第${saves++}次保存的标记`;
      appendFileSync(join(content, name), `\n${mark}。\n`);
      return { page: join(output, path), path, mark };
    },
    end: () => child.kill('SIGINT'),
  };
}

async function until(isThere: () => boolean): Promise<void> {
  while (!isThere()) await setTimeout(2);
}
