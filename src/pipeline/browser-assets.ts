import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { builtInTemplates } from '#output/folders.ts';

/*
 * What pages load: scripts, each bundled of an entry in `src/browser/entries/`, and the style sheet,
 * joined of the parts in `templates/styles/`. A packed copy brings them ready made; a checkout makes
 * them when their sources have changed.
 */
const source = resolve(import.meta.dirname, '..');
const entries = join(source, 'browser/entries');
const styles = join(builtInTemplates, 'styles');
const packed = join(source, 'browser-assets');
const cache = resolve(source, '../node_modules/.cache/guidang');

/**
 * A folder with `assets/…` for pages to load.
 *
 * @throws where rolldown, a development dependency, is not installed beside a checkout
 */
export async function prepareBrowserAssets(): Promise<string> {
  if (existsSync(packed)) return packed;
  const folder = join(cache, fingerprint());
  if (existsSync(folder)) return folder;
  const temporary = `${folder}.${process.pid}`;
  await bundleBrowserAssets(temporary);
  try {
    renameSync(temporary, folder);
  } catch (problem) {
    // Another process was first; what it made is the same
    rmSync(temporary, { recursive: true });
    if (!existsSync(folder)) throw problem;
  }
  return folder;
}

/** Makes the assets below a folder, which `npm pack` does too. */
export async function bundleBrowserAssets(folder: string): Promise<void> {
  const assets = join(folder, 'assets');
  mkdirSync(assets, { recursive: true });
  const { rolldown } = await import('rolldown');
  for (const entry of readdirSync(entries).sort()) {
    const bundle = await rolldown({ input: join(entries, entry), platform: 'browser' });
    const file = join(assets, basename(entry).replace(/\.ts$/, '.js'));
    await bundle.write({ file, format: 'iife', minify: true });
    await bundle.close();
  }
  writeFileSync(join(assets, 'style.css'), filesOf(styles).map(read).join('\n'));
}

/** Changes with everything that the assets are made of. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const sources = ['browser', 'search'].flatMap((room) => filesOf(join(source, room)));
  for (const file of [...sources, ...filesOf(styles), import.meta.filename]) {
    hash.update(`${basename(file)}\0${read(file)}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
