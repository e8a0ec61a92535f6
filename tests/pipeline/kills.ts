import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fixityName } from '#output/fixity.ts';
import { manifestName, readManifest } from '#output/manifest.ts';
import { beginning } from '#store/temporary-cache.ts';
import { seeded } from '../bench/corpus.ts';
import {
  allVersions,
  changedForeign,
  foldersOf,
  foreignOutputs,
  switchTo,
  type Tree,
  treeOf,
  type Version,
  writeForeign,
} from '../changes/versions.ts';
import { now, root } from '../site/harness.ts';

/*
 * Kills builds of a site at random moments (SIGKILL, which no program can answer), and judges what is
 * left: by the bytes that whole builds without a cache give for each version of the site.
 */

const modes = ['build', 'build without a cache', 'watch'] as const;
type Mode = (typeof modes)[number];

export type Kills = {
  /** Processes that were killed, by what they did. */
  killed: Record<Mode, number>;
  /** Killed when the first output had been replaced, or the manifest at least. */
  whilePublishing: number;
  /** Builds that had ended before their moment came. */
  tooLate: number;
  /** Builds after kills that were compared with clean ones. */
  repairs: number;
  filesChecked: number;
  /** Files left by killed builds under names of their own. */
  leftovers: number;
  losses: string[];
};

type Site = Readonly<{
  folder: string;
  original: string;
  output: string;
  /** What a clean build gives, by version. */
  clean: ReadonlyMap<
    Version,
    Readonly<{ tree: Tree; folders: readonly string[]; digests: readonly string[] }>
  >;
  /** The longest build, and the longest time from its first change of the output to its end. */
  longest: number;
  publishing: number;
}>;

/** Names that a build may leave in the output folder when it is killed. */
const own = /^\.guidang-/;

/**
 * @param folder for the site and its outputs; made anew
 * @param original documents
 */
export async function killBuilds(
  folder: string,
  original: string,
  count: number,
  seed: number,
  onKill: (number: number) => void = () => {},
): Promise<Kills> {
  const site = await openSite(folder, original);
  const random = seeded(seed);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('nothing to pick of');
    return value;
  };
  const kills: Kills = {
    killed: { build: 0, 'build without a cache': 0, watch: 0 },
    whilePublishing: 0,
    tooLate: 0,
    repairs: 0,
    filesChecked: 0,
    leftovers: 0,
    losses: [],
  };
  const sum = () => kills.killed.build + kills.killed['build without a cache'] + kills.killed.watch;
  let version: Version = 'as it was';
  while (sum() < count) {
    const mode = pick(modes);
    // A build in watch mode may begin amid a change of many files: here one is replaced as a whole
    if (mode === 'watch') version = 'as it was';
    const single: readonly Version[] = ['another title', 'one edit'];
    const others = allVersions.filter((each) => each !== version);
    const next: Version = pick(mode === 'watch' ? single : others);
    const moment = { atPublishing: random() < 0.5, share: random() };
    const isKilled = await killOne(site, mode, version, next, moment, kills);
    version = next;
    if (!isKilled) {
      kills.tooLate++;
      continue;
    }
    kills.killed[mode]++;
    const label = `kill ${sum()} (${mode}, ${next})`;
    judge(site, version, label, kills);
    // The next kill may strike what this one has left
    if (random() < 0.6 || sum() === count) await repair(site, version, label, kills);
    onKill(sum());
  }
  return kills;
}

async function openSite(folder: string, original: string): Promise<Site> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  const output = join(folder, 'public');
  const clean = new Map<Version, { tree: Tree; folders: string[]; digests: string[] }>();
  let [longest, publishing] = [0, 0];
  for (const version of allVersions) {
    switchTo(version, folder, original);
    const place = join(folder, 'clean');
    const began = performance.now();
    const child = start(folder, ['build', '--output', place, '--no-cache']);
    await untilPublishing(place, '', child);
    const first = performance.now();
    await ended(child);
    longest = Math.max(longest, performance.now() - began);
    publishing = Math.max(publishing, performance.now() - first);
    const digests = digestsOf(place);
    clean.set(version, { tree: treeOf(place), folders: foldersOf(place), digests });
    rmSync(place, { recursive: true });
  }
  switchTo('as it was', folder, original);
  await ended(start(folder, ['build', '--output', output]));
  writeForeign(folder);
  return { folder, original, output, clean, longest, publishing };
}

/** Gives whether the process was killed before it came to its end. */
async function killOne(
  { folder, original, output, longest, publishing }: Site,
  mode: Mode,
  before: Version,
  next: Version,
  moment: { atPublishing: boolean; share: number },
  kills: Kills,
): Promise<boolean> {
  const isWatch = mode === 'watch';
  const args = isWatch ? ['watch', '--port', '0'] : ['build'];
  if (mode === 'build without a cache') args.push('--no-cache');
  if (isWatch) switchTo(before, folder, original);
  else switchTo(next, folder, original);
  const manifest = stampOf(output);
  const child = start(folder, [...args, '--output', output]);
  if (isWatch) {
    await told(child, 'preview at');
    switchTo(next, folder, original);
  }
  if (moment.atPublishing) {
    const stamp = isWatch ? stampOf(output) : manifest;
    // Where no address changes the manifest stays as it is
    await Promise.race([untilPublishing(output, stamp, child), setTimeout(longest)]);
    await setTimeout(moment.share * publishing);
  } else {
    await setTimeout(moment.share * longest * (isWatch ? 0.5 : 1));
  }
  const isKilled = isRunning(child) && child.kill('SIGKILL');
  await ended(child);
  if (isKilled && stampOf(output) !== manifest) kills.whilePublishing++;
  return isKilled && child.signalCode === 'SIGKILL';
}

/** The lines of the manifest of digests. */
function digestsOf(output: string): string[] {
  return readFileSync(join(output, fixityName), 'utf8').split('\n');
}

/** Judges what a kill has left. */
function judge({ folder, output, clean }: Site, version: Version, label: string, kills: Kills) {
  const lose = (what: string) => kills.losses.push(`${label}: ${what}`);
  for (const path of changedForeign(folder)) lose(`foreign file touched: ${path}`);
  const tree = treeOf(output);
  const known = readManifest(output);
  const digests = new Set([...clean.values()].flatMap((each) => each.digests));
  for (const [path, digest] of tree) {
    kills.filesChecked++;
    if (foreignOutputs.includes(path)) continue;
    if (own.test(path)) {
      if (path !== manifestName) kills.leftovers++;
      continue;
    }
    // After the page of an edit alone was made, the manifest tells its digest and those of before
    const isWhole =
      path === fixityName
        ? digestsOf(output).every((line) => digests.has(line))
        : [...clean.values()].some((each) => each.tree.get(path) === digest);
    if (!isWhole) lose(`neither old nor new: ${path}`);
    if (!known.has(path)) lose(`not in the manifest: ${path}`);
  }
  const missing = [...(clean.get(version)?.tree.keys() ?? [])].filter((path) => !known.has(path));
  const isBegun = missing.every((path) => path === manifestName);
  if (known.size === 0) lose('the manifest is not whole');
  // Before its manifest a build has changed nothing
  if (!isBegun && [...known].some((path) => !tree.has(path))) lose('an output was lost');
}

/** Builds to the end, and compares with a clean build. */
async function repair(site: Site, version: Version, label: string, kills: Kills): Promise<void> {
  const { folder, output, clean } = site;
  const lose = (what: string) => kills.losses.push(`repair after ${label}: ${what}`);
  const began = Date.now();
  const child = start(folder, ['build', '--output', output]);
  await ended(child);
  kills.repairs++;
  if (child.exitCode !== 0) lose(`exit code ${child.exitCode}`);
  for (const path of changedForeign(folder)) lose(`foreign file touched: ${path}`);
  const wanted = clean.get(version);
  const tree = new Map(treeOf(output));
  for (const path of foreignOutputs) tree.delete(path);
  for (const path of new Set([...tree.keys(), ...(wanted?.tree.keys() ?? [])])) {
    if (tree.get(path) !== wanted?.tree.get(path)) lose(`not as a clean build has it: ${path}`);
  }
  const folders = foldersOf(output).filter((path) => path !== 'documents/own');
  const odd = folders.filter((path) => wanted?.folders.includes(path) !== true);
  for (const path of odd) lose(`empty folder left: ${path}`);
  for (const name of readdirSync(join(folder, '.guidang'))) {
    if (!/^(?:state|relations|ledger\.jsonl|\d+\.pack)$/.test(name))
      lose(`left in the cache: ${name}`);
  }
  for (const name of readdirSync(join(folder, 'tmp'))) {
    const left = join(folder, 'tmp', name);
    // Killed before it was locked, and too young for this build to know: it goes with a later one
    const isBegun = began - statSync(left).mtimeMs < beginning && !existsSync(join(left, 'lock'));
    if (!isBegun) lose(`left in the temporary folder: ${name}`);
  }
}

function start(folder: string, args: readonly string[]): ChildProcess {
  const cli = join(root, 'src/guidang.js');
  const all = [cli, ...args, '--content', join(folder, 'content'), '--now', now];
  return spawn(process.execPath, all, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      TMPDIR: join(folder, 'tmp'),
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/guidang/compiled'),
    },
  });
}

async function ended(child: ChildProcess): Promise<void> {
  child.stdout?.resume();
  if (isRunning(child)) await once(child, 'exit');
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

async function told(child: ChildProcess, words: string): Promise<void> {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  while (!text.includes(words) && isRunning(child)) await setTimeout(5);
}

/** Waits until the manifest is another one, which is the first that a build changes. */
async function untilPublishing(output: string, stamp: string, child: ChildProcess): Promise<void> {
  // Ends with the process at the latest, which is killed where this was not waited for
  while (stampOf(output) === stamp && isRunning(child)) await setTimeout(1);
}

function stampOf(output: string): string {
  const file = join(output, manifestName);
  const stat = existsSync(file) ? statSync(file) : null;
  return stat === null ? '' : `${stat.mtimeMs} ${readFileSync(file).length}`;
}
