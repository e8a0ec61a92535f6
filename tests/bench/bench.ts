import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeCorpus } from './corpus.ts';
import { hugoVersion, writeHugoSite } from './hugo.ts';
import { isNoisy, load, measure, spreadOf, type Used } from './measure.ts';
import { timeWatch } from './watch.ts';

/**
 * `npm run bench [-- CONTENT] [--sizes 1000,10000] [--runs 5] [--large]`: what builds cost, in turns
 * with Hugo where it is installed. CONTENT is a folder of documents; without it they are made. Ratios
 * of runs side by side say more than seconds, which are those of the machine.
 */
const cli = resolve(import.meta.dirname, '../../src/cli.ts');
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const work = mkdtempSync(join(memory, 'guidang-bench-'));
const options = process.argv.slice(2);
const given = options.find((option, index) => {
  return !option.startsWith('--') && !/^--(?:sizes|runs)$/.test(options[index - 1] ?? '');
});
const argumentOf = (name: string) => options[options.indexOf(name) + 1] ?? '';
const runs = options.includes('--runs') ? Number(argumentOf('--runs')) : 5;
const sizes = options.includes('--sizes')
  ? argumentOf('--sizes').split(',').map(Number)
  : [1000, 10_000, ...(options.includes('--large') ? [50_000, 100_000] : [])];

function say(what: string, all: readonly Used[]): number {
  const wall = spreadOf(all.map((used) => used.wall));
  const cpu = spreadOf(all.map((used) => used.cpu));
  const megabytes = spreadOf(all.map((used) => used.megabytes));
  const three = [wall.least, wall.median, wall.most].map((value) => value.toFixed(2).padStart(8));
  const rest = `${cpu.median.toFixed(2).padStart(9)} s ${megabytes.median.toFixed(0).padStart(6)} MB`;
  console.log(`${what.padEnd(46)} ${three.join(' ')} s ${rest}${isNoisy(wall) ? '  (noisy)' : ''}`);
  return wall.median;
}

/** A folder with so many documents. */
function prepare(size: number): string {
  const content = join(work, `site-${size}`, 'content');
  mkdirSync(content, { recursive: true });
  if (given === undefined) writeCorpus(content, size);
  else {
    const names = readdirSync(resolve(given)).slice(0, size);
    for (const name of names) cpSync(join(resolve(given), name), join(content, name));
  }
  return content;
}

function buildOf(content: string, name: string, args: readonly string[] = []): string[] {
  const folder = resolve(content, '..');
  const output = ['--output', join(folder, name), '--cache', join(folder, `${name}-cache`)];
  const all = ['build', '--content', content, ...output, '--quiet', '--now', '2025-01-01', ...args];
  return [process.execPath, cli, ...all];
}

function reportClean(content: string, size: number): number {
  const folder = resolve(content, '..');
  const plain = join(folder, 'plain.yaml');
  writeFileSync(plain, 'search: false\n');
  const hugo = hugoVersion();
  if (hugo !== null) writeHugoSite(join(folder, 'hugo'), content);
  const ours: Used[] = [];
  const theirs: Used[] = [];
  for (let run = 0; run < runs; run++) {
    ours.push(measure(buildOf(content, `clean-${run}`, ['--config', plain, '--no-cache'])));
    if (hugo === null) continue;
    const output = join(folder, `hugo-${run}`);
    theirs.push(measure(['hugo', '--quiet', '--destination', output], join(folder, 'hugo')));
  }
  const median = say(`clean build of ${size}, without search`, ours);
  if (hugo !== null) {
    say(`Hugo ${hugo}, a comparable site`, theirs);
    const ratios = spreadOf(ours.map(({ wall }, run) => wall / (theirs[run]?.wall ?? wall)));
    const shown = [ratios.least, ratios.median, ratios.most].map((ratio) =>
      ratio.toFixed(2).padStart(8),
    );
    console.log(`${'  ratio'.padEnd(46)} ${shown.join(' ')}`);
  }
  return median;
}

function reportIncremental(content: string, size: number): void {
  const command = buildOf(content, 'public');
  say(`clean build of ${size}, with search and all else`, [measure(command)]);
  const again = (change: (run: number) => void) =>
    Array.from({ length: runs }, (_, run) => {
      change(run);
      return measure(command);
    });
  const names = readdirSync(content);
  const fileOf = (run: number) => join(content, names[(run * 617 + 5) % names.length] ?? '');
  say(
    '  nothing changed',
    again(() => {}),
  );
  say(
    '  one body edited',
    again((run) => appendFileSync(fileOf(run), `\n补充第${run}句：汛期值守要落实到人。\n`)),
  );
  say(
    '  one title edited',
    again((run) => {
      const text = readFileSync(fileOf(run), 'utf8');
      writeFileSync(
        fileOf(run),
        text.replace(/^title: "?/m, (begin) => `${begin}修订${run} `),
      );
    }),
  );
}

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, below ${memory}, load ${load()}`,
);
console.log(
  `${' '.repeat(46)} ${'min'.padStart(8)} ${'median'.padStart(8)} ${'max'.padStart(8)}   ${'processor'.padStart(9)}   memory`,
);
const medians: [number, number][] = [];
for (const size of sizes) {
  const content = prepare(size);
  medians.push([size, reportClean(content, size)]);
  reportIncremental(content, size);
  await timeWatch(content, runs * 3);
}
const [first, last] = [medians[0], medians.at(-1)];
if (first !== undefined && last !== undefined && first !== last) {
  const exponent = Math.log(last[1] / first[1]) / Math.log(last[0] / first[0]);
  console.log(`growth from ${first[0]} to ${last[0]}: exponent ${exponent.toFixed(2)}`);
}
if ((load() ?? 0) > cpus().length + 1) console.log('the machine was busy with something else');
rmSync(work, { recursive: true });
