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
import { eleventyCommand, writeEleventySite } from './eleventy.ts';
import { measureFloors } from './floor.ts';
import { hugoVersion, writeHugoSite } from './hugo.ts';
import { isNoisy, load, measure, spreadOf, type Used } from './measure.ts';
import { timeWatch } from './watch.ts';

/**
 * `npm run bench [-- CONTENT] [--sizes 1000,10000] [--runs 5] [--edits 15] [--large]`: what builds cost,
 * in turns with Hugo and Eleventy where they are installed. CONTENT is a folder of documents; without it they are made. Ratios
 * of runs side by side say more than seconds, which are those of the machine.
 */
const cli = resolve(import.meta.dirname, '../../src/guidang.js');
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const work = mkdtempSync(join(memory, 'guidang-bench-'));
const options = process.argv.slice(2);
const given = options.find((option, index) => {
  return !option.startsWith('--') && !/^--(?:sizes|runs|edits)$/.test(options[index - 1] ?? '');
});
const argumentOf = (name: string) => options[options.indexOf(name) + 1] ?? '';
const runs = options.includes('--runs') ? Number(argumentOf('--runs')) : 5;
const edits = options.includes('--edits') ? Number(argumentOf('--edits')) : runs * 3;
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
  // As `npm run build` does
  return [process.execPath, '--max-semi-space-size=4', cli, ...all];
}

function reportClean(content: string, size: number): number {
  const folder = resolve(content, '..');
  const plain = join(folder, 'plain.yaml');
  writeFileSync(plain, 'search: false\n');
  const hugo = hugoVersion();
  if (hugo !== null) writeHugoSite(join(folder, 'hugo'), content);
  const eleventy = eleventyCommand();
  if (eleventy !== null) writeEleventySite(join(folder, 'eleventy'), content);
  const ours: Used[] = [];
  const hugos: Used[] = [];
  const eleventies: Used[] = [];
  for (let run = 0; run < runs; run++) {
    ours.push(measure(buildOf(content, `clean-${run}`, ['--config', plain, '--no-cache'])));
    const to = (name: string) => join(folder, `${name}-${run}`);
    if (hugo !== null) {
      const command = ['hugo', '--quiet', '--destination', to('hugo')];
      hugos.push(measure(command, join(folder, 'hugo')));
    }
    // One run tells enough of what takes so much longer
    if (eleventy !== null && run === 0) {
      const command = [...eleventy, '--quiet', `--output=${to('eleventy')}`];
      eleventies.push(measure(command, join(folder, 'eleventy')));
    }
  }
  const median = say(`clean build of ${size}, without search`, ours);
  const { copy, stat } = measureFloors(join(folder, 'clean-0'));
  say('  floor: cp -r of what it publishes', [copy]);
  say('  floor: stat of every file', [stat]);
  if (hugo !== null) compareWith(`Hugo ${hugo}, a comparable site`, ours, hugos);
  if (eleventy !== null) compareWith('Eleventy, a comparable site', ours, eleventies);
  return median;
}

function compareWith(what: string, ours: readonly Used[], theirs: readonly Used[]): void {
  say(what, theirs);
  const ratios = spreadOf(theirs.map(({ wall }, run) => (ours[run]?.wall ?? wall) / wall));
  const shown = [ratios.least, ratios.median, ratios.most].map((ratio) =>
    ratio.toFixed(2).padStart(8),
  );
  console.log(`${'  ratio'.padEnd(46)} ${shown.join(' ')}`);
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
  await timeWatch(content, edits);
}
const [first, last] = [medians[0], medians.at(-1)];
if (first !== undefined && last !== undefined && first !== last) {
  const exponent = Math.log(last[1] / first[1]) / Math.log(last[0] / first[0]);
  console.log(`growth from ${first[0]} to ${last[0]}: exponent ${exponent.toFixed(2)}`);
}
if ((load() ?? 0) > cpus().length + 1) console.log('the machine was busy with something else');
rmSync(work, { recursive: true });
