import { spawn } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { spreadOf } from './measure.ts';

const cli = resolve(import.meta.dirname, '../../src/cli.ts');

/** Tells how long it takes in watch mode from a save to the page on disk. */
export async function timeWatch(content: string, edits: number): Promise<void> {
  const folder = resolve(content, '..');
  const output = join(folder, 'public');
  const folders = [
    '--content',
    content,
    '--output',
    output,
    '--cache',
    join(folder, 'public-cache'),
  ];
  const args = [cli, 'watch', ...folders, '--now', '2025-01-01', '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const until = async (isThere: () => boolean) => {
    while (!isThere()) await setTimeout(2);
  };
  const builds = () => told.split('\n').filter((line) => line.includes(' unchanged')).length;
  await until(() => told.includes('preview at'));
  const names = readdirSync(content);
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const name = names[(edit * 613 + 3) % names.length] ?? '';
    const page = join(output, 'documents', name.replace(/\.md$/, ''), 'index.html');
    const mark = `第${edit}次保存的标记`;
    const before = builds();
    const start = performance.now();
    appendFileSync(join(content, name), `\n${mark}。\n`);
    await until(() => readFileSync(page, 'utf8').includes(mark));
    times.push(performance.now() - start);
    await until(() => builds() > before);
  }
  const { least, median, most } = spreadOf(times);
  const three = [least, median, most].map((value) => value.toFixed(0).padStart(8)).join(' ');
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
  const megabytes = (Number(resident) * 1024) / 1e6;
  console.log(
    `${'  watch: save to page on disk'.padEnd(46)} ${three} ms ${megabytes.toFixed(0).padStart(17)} MB`,
  );
  child.kill('SIGINT');
}
