import { type Dirent, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { hasManifest } from './manifest.ts';

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
  const number = count < mostCounted ? String(count) : `at least ${count}`;
  const more = count > named.length ? ', …' : '';
  const message = `the output folder ${output} holds files that no build has written (${number}): ${named.join(', ')}${more}`;
  const hint = 'Name another folder with --output, or build among them with --adopt.';
  return [error('output-folder', message, { hint })];
}

function* filesBelow(folder: string, prefix: string): Generator<string> {
  for (const entry of list(folder)) {
    if (prefix === '' && entry.name.startsWith('.')) continue;
    const path = join(prefix, entry.name);
    if (entry.isDirectory()) yield* filesBelow(join(folder, entry.name), path);
    else yield path.split(sep).join('/');
  }
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // What may not be listed is told when it is written to
    return [];
  }
}
