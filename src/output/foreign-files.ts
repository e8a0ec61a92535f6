import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { OutputPath } from '#emitters/emitter.ts';
import { caselessPath, isOneFile } from './case.ts';
import { hasManifest, type Manifest } from './manifest.ts';

/** Foreign files that are named. */
const mostNamed = 10;

/** Foreign files that are counted: a folder that was named by mistake may hold millions. */
const mostCounted = 10_000;

/**
 * An output folder with files, but without a manifest, is not ours. Hidden files at its top (`.git`,
 * `.nojekyll`) are nobody's outputs and do not count.
 */
export function checkForeign(output: string): Diagnostic[] {
  if (hasManifest(output)) return [];
  const named: string[] = [];
  let count = 0;
  for (const path of filesBelow(output, '')) {
    if (count < mostNamed) named.push(path);
    if (++count >= mostCounted) break;
  }
  if (count === 0) return [];
  const isCounted = count < mostCounted;
  return [error({ says: 'output-folder/foreign', output, names: named, count, isCounted })];
}

/**
 * Planned outputs at whose paths stand files that no build has written. Only paths that the manifest
 * does not name are looked at, and in a folder without one only hidden ones: `checkForeign` knows that
 * there is nothing else, or was told not to ask. A folder is not named: nothing can be written over it.
 *
 * @param before the manifest before this build adds to it
 */
export function findForeign(
  output: string,
  planned: Iterable<OutputPath>,
  before: Manifest,
  isThere = isFileThere,
): Set<OutputPath> {
  const suspects = [...planned].filter(
    (path) => !before.has(path) && (before.size > 0 || path.startsWith('.')),
  );
  const found = suspects.filter((path) => isThere(join(output, path)));
  if (found.length === 0) return new Set();
  // After a renaming in case alone, a file system without upper and lower case shows our own file
  const ours = new Map([...before].map((path) => [caselessPath(path), path]));
  const isOurs = (path: OutputPath) => {
    const own = ours.get(caselessPath(path));
    return own !== undefined && isOneFile(output, own, path);
  };
  return new Set(found.filter((path) => !isOurs(path)));
}

/** The files that kept outputs out, as one problem; none where there are none. */
export function tellForeign(output: string, foreign: ReadonlySet<OutputPath>): Diagnostic[] {
  if (foreign.size === 0) return [];
  const [names, count] = [[...foreign].slice(0, mostNamed), foreign.size];
  return [error({ says: 'output-folder/in-the-way', output, names, count })];
}

function isFileThere(file: string): boolean {
  try {
    // A link counts, wherever it leads
    return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === false;
  } catch {
    // What may not be looked at is told when it is written to
    return false;
  }
}

function* filesBelow(folder: string, prefix: string): Generator<string> {
  for (const entry of entriesOf(folder)) {
    if (prefix === '' && entry.name.startsWith('.')) continue;
    const path = join(prefix, entry.name);
    if (entry.isDirectory()) yield* filesBelow(join(folder, entry.name), path);
    else yield path.split(sep).join('/');
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // What may not be listed is told when it is written to
    return [];
  }
}
