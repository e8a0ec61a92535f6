import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeCorpus } from './corpus.ts';

/**
 * `npm run bench [-- CONTENT]`: a clean build of CONTENT, or of 10,000 documents made for it, in
 * turns with a bare pipeline of the same packages (read, front matter, Markdown, one template,
 * write). The ratio of the two says more than seconds, which are those of the machine.
 */
const runs = 5;
const here = import.meta.dirname;
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const work = mkdtempSync(join(memory, 'guidang-bench-'));

type Measured = Readonly<{ cpu: number; wall: number; megabytes: number }>;

/** Runs a script in a process of its own, which prints what it used. */
function measure(script: string, content: string): Measured {
  const output = mkdtempSync(join(work, 'public-'));
  const child = spawnSync(process.execPath, [join(here, script), content, output], {
    encoding: 'utf8',
  });
  rmSync(output, { recursive: true });
  const last = child.stdout.trim().split('\n').at(-1) ?? '';
  if (child.status !== 0) throw new Error(`${script} failed: ${child.stderr}`);
  return JSON.parse(last);
}

function describe(name: string, values: readonly number[], unit: string): string {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const [least = 0] = sorted;
  const show = (value: number) => value.toFixed(2).padStart(8);
  return `${name.padEnd(28)} ${show(least)} ${show(median)} ${show(sorted.at(-1) ?? 0)} ${unit}`;
}

const given = process.argv[2];
const content = given === undefined ? join(work, 'content') : resolve(given);
if (given === undefined) writeCorpus(content, 10_000);
const documents = readdirSync(content).length;
console.log(`${documents} files, ${runs} runs each in turns, Node ${process.version}`);
console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, output below ${memory}`);

const pairs = Array.from({ length: runs }, () => ({
  guidang: measure('clean-build.ts', content),
  bare: measure('bare-pipeline.ts', content),
}));
const column = (pick: (pair: (typeof pairs)[number]) => number) => pairs.map(pick);
console.log(`${' '.repeat(28)} ${'min'.padStart(8)} ${'median'.padStart(8)} ${'max'.padStart(8)}`);
console.log(
  describe(
    'guidang, processor',
    column((pair) => pair.guidang.cpu),
    's',
  ),
);
console.log(
  describe(
    'guidang, wall',
    column((pair) => pair.guidang.wall),
    's',
  ),
);
console.log(
  describe(
    'guidang, peak memory',
    column((pair) => pair.guidang.megabytes),
    'MB',
  ),
);
console.log(
  describe(
    'bare pipeline, wall',
    column((pair) => pair.bare.wall),
    's',
  ),
);
console.log(
  describe(
    'ratio of wall times',
    column((pair) => pair.guidang.wall / pair.bare.wall),
    '',
  ),
);
rmSync(work, { recursive: true });
