import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { search } from '#search/search.ts';
import { type OpenedIndex, openIndex } from '../search/folder-access.ts';
import { writeCorpus } from './corpus.ts';
import { timeInBrowser } from './search-browser.ts';
import { chooseQueries, type PageText, readPages } from './search-queries.ts';

/**
 * `npm run bench:search [-- CONTENT]`: the full-text index of CONTENT, or of 10,000 documents made
 * for it: what building it costs, what it weighs, what queries load, and whether it finds all and
 * only what the published pages hold. With `--quick` only cost, weight and downloads are measured, to
 * see how they grow.
 */
const here = import.meta.dirname;
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const work = mkdtempSync(join(memory, 'guidang-search-'));
const given = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const isQuick = process.argv.includes('--quick');
const content = join(work, 'content');
if (given === undefined) writeCorpus(content, 10_000);
else cpSync(resolve(given), content, { recursive: true });
const output = join(work, 'public');
const sizes = new Map<string, number>();

function say(what: string, figure: string): void {
  console.log(`${what.padEnd(58)} ${figure}`);
}

/** A build in a process of its own; the last line of what it prints is what it used. */
function build(config: string): { cpu: number; wall: number; megabytes: number } {
  writeFileSync(join(work, 'site.config.yaml'), config);
  const child = spawnSync(process.execPath, [join(here, 'clean-build.ts'), content, output], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '');
}

/** Bytes of a file after gzip, as a host sends it. */
function compressed(file: string): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = gzipSync(readFileSync(join(output, file))).length;
  sizes.set(file, size);
  return size;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function reportBuild(): void {
  const without = build('search: false\n');
  rmSync(output, { recursive: true });
  const whole = build('{}\n');
  const [seconds, cpu] = [whole.wall - without.wall, whole.cpu - without.cpu];
  say('building the index, wall and processor', `${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s`);
  say('the whole build with it', `${whole.wall.toFixed(1)} s`);
  say(
    'peak memory with and without',
    `${whole.megabytes.toFixed(0)}, ${without.megabytes.toFixed(0)} MB`,
  );
}

function reportSize(): void {
  const weigh = (name: string) => {
    const files = filesBelow(join(output, 'search', name));
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    say(
      `  ${name === '' ? 'all' : name}`,
      `${(bytes / 1e6).toFixed(1)} MB in ${files.length} files`,
    );
  };
  say('size on disk', '');
  for (const name of ['terms', 'texts', 'entries', '']) weigh(name);
  const fixed = ['search/index.html', 'search/library.js'].concat(
    ['style.css', 'appearance.js', 'search.js', 'search-box.js'].map((name) => `assets/${name}`),
  );
  const bytes = fixed.reduce((sum, file) => sum + compressed(file), 0);
  say('fixed download, compressed', `${(bytes / 1000).toFixed(1)} kB`);
}

function openFresh(): OpenedIndex {
  return openIndex(output);
}

const filters = { filters: {}, from: null, to: null, sort: 'relevance' } as const;

async function reportDownloads(pages: readonly PageText[]): Promise<void> {
  const loads: number[] = [];
  for (const query of chooseQueries(pages, 1000, [2, 6], 'any')) {
    const index = openFresh();
    const results = await search({ text: query, ...filters }, index.reader, index.folds);
    let shown = 0;
    while (shown < 10 && results.hasMore()) shown += (await results.next(10 - shown)).length;
    loads.push(index.loaded.reduce((sum, name) => sum + compressed(`search/${name}.js`), 0));
  }
  const kilobytes = (part: number) => (quantile(loads, part) / 1000).toFixed(1);
  say(
    `download for ${loads.length} queries of 2 to 6, median and 95 %`,
    `${kilobytes(0.5)}, ${kilobytes(0.95)} kB`,
  );
}

async function reportRecall(
  name: string,
  pages: readonly PageText[],
  queries: readonly string[],
): Promise<void> {
  const index = openFresh();
  const lines = pages.map(({ lines: own }) => own.map(index.folds.plain.text).join('\n'));
  let [expected, missed, shown, wrong] = [0, 0, 0, 0];
  for (const query of queries) {
    const folded = index.folds.plain.text(query).replaceAll('\n', '');
    const holders = new Set(
      pages.filter((_, position) => lines[position]?.includes(folded)).map(({ id }) => id),
    );
    expected += holders.size;
    const results = await search({ text: query, ...filters }, index.reader, index.folds);
    missed += Math.max(0, holders.size - results.total());
    const hits = [];
    // Common words are counted; of the rest every hit is looked at
    const most = holders.size <= 60 ? Number.POSITIVE_INFINITY : 10;
    while (hits.length < most && results.hasMore()) hits.push(...(await results.next(10)));
    shown += hits.length;
    wrong += hits.filter(({ entry }) => !holders.has(entry.id)).length;
    if (most === Number.POSITIVE_INFINITY) missed += holders.size - hits.length;
  }
  say(
    `recall of ${queries.length} ${name}`,
    `${((1 - missed / expected) * 100).toFixed(3)} % of ${expected}; ${wrong} of ${shown} hits wrong`,
  );
}

async function reportAnswers(): Promise<void> {
  await reportRecall(
    'substrings of 2 to 8 characters',
    pages,
    chooseQueries(pages, 2000, [2, 8], 'any'),
  );
  await reportRecall(
    'that span a line, a number or Latin letters',
    pages,
    chooseQueries(pages, 500, [3, 8], 'mixed'),
  );
  const times = await timeInBrowser(output, chooseQueries(pages, 60, [2, 6], 'any'));
  say(
    'Chromium, last key to results, median and 95 %',
    `${quantile(times, 0.5).toFixed(0)}, ${quantile(times, 0.95).toFixed(0)} ms`,
  );
}

function reportChange(): void {
  const before = new Map(
    filesBelow(join(output, 'search')).map((file) => [file, statSync(file).mtimeMs]),
  );
  const [first = ''] = readdirSync(content);
  appendFileSync(join(content, first), '\n补充一句：汛期值守要落实到人。\n');
  build('{}\n');
  const changed = filesBelow(join(output, 'search')).filter(
    (file) => statSync(file).mtimeMs !== before.get(file),
  );
  say('files of the index that one added sentence changes', `${changed.length} of ${before.size}`);
}

const documents = readdirSync(content).length;
console.log(
  `${documents} files, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? ''}`,
);
reportBuild();
reportSize();
const pages = readPages(output);
await reportDownloads(pages);
if (!isQuick) await reportAnswers();
reportChange();
rmSync(work, { recursive: true });
