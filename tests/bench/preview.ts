import { spawn } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const cli = resolve(import.meta.dirname, '../../src/guidang.js');

/** A document that was saved, or taken away: where its page is, and what it shows if it is there. */
export type Saved = Readonly<{ page: string; path: string; mark: string | null }>;

/** A preview that runs, of a folder with documents. */
export type Preview = Readonly<{
  url: string;
  /** Whole builds that it has told of. */
  builds: () => number;
  /** Memory in megabytes that it holds now, and the most that it has held. */
  memory: () => Readonly<{ now: number; most: number }>;
  /** Adds a sentence to the document of that number. */
  edit: (number: number) => Saved;
  /** Gives it another title. */
  retitle: (number: number) => Saved;
  /** Adds a document of that number to those that were there, or takes it away. */
  add: (number: number) => Saved;
  remove: (number: number) => Saved;
  end: () => void;
}>;

/** Starts watch mode as `npm run watch` does, and waits until it serves. */
export async function openPreview(content: string): Promise<Preview> {
  const folder = resolve(content, '..');
  const output = join(folder, 'public');
  const folders = ['--content', content, '--output', output];
  const cache = ['--cache', join(folder, 'public-cache')];
  const args = ['watch', ...folders, ...cache, '--now', '2025-01-01', '--port', '0'];
  const child = spawn(process.execPath, ['--max-semi-space-size=4', cli, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const urlOf = () => /preview at (\S+)/.exec(told)?.[1];
  await until(() => urlOf() !== undefined);
  const names = readdirSync(content);
  const nameOf = (number: number) => names[(number * 613 + 3) % names.length] ?? '';
  const savedAs = (name: string, mark: string | null): Saved => {
    const path = `documents/${name.replace(/\.md$/, '')}/index.html`;
    return { page: join(output, path), path, mark };
  };
  let saves = 0;
  const newMark = () => `第${saves++}次保存的标记`;
  return {
    url: urlOf() ?? '',
    builds: () => told.split('\n').filter((line) => line.includes(' unchanged')).length,
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      const megabytes = (field: string) => {
        return (Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) * 1024) / 1e6;
      };
      return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
    },
    edit(number) {
      const mark = newMark();
      appendFileSync(join(content, nameOf(number)), `\n${mark}。\n`);
      return savedAs(nameOf(number), mark);
    },
    retitle(number) {
      const mark = newMark();
      const file = join(content, nameOf(number));
      const text = readFileSync(file, 'utf8');
      writeFileSync(
        file,
        text.replace(/^title: "?/m, (begin) => `${begin}${mark} `),
      );
      return savedAs(nameOf(number), mark);
    },
    add(number) {
      const mark = newMark();
      const name = `added${number}.md`;
      const head = `---\ntitle: 新增文件${number}\ndate: 2024-05-0${1 + (number % 9)}\n---\n`;
      writeFileSync(join(content, name), `${head}\n${mark}，防汛值守要落实到人。\n`);
      return savedAs(name, mark);
    },
    remove(number) {
      const name = `added${number}.md`;
      rmSync(join(content, name));
      return savedAs(name, null);
    },
    end: () => child.kill('SIGINT'),
  };
}

export async function until(isThere: () => boolean): Promise<void> {
  while (!isThere()) await setTimeout(2);
}
