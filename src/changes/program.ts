import { hash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const sources = resolve(import.meta.dirname, '..');

/**
 * Tells the program apart from any other: by the sizes and times of its sources and of what is
 * installed beside it, and by the Node that runs it. What another program left in a cache is not used.
 */
export function programKey(): string {
  const files = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const installed = ['../package.json', '../node_modules/.package-lock.json'];
  const all = [...files, ...installed.map((name) => join(sources, name))].sort();
  const stats = all.map((file) => {
    const stat = statSync(file, { throwIfNoEntry: false });
    return `${file} ${stat?.size} ${stat?.mtimeMs}`;
  });
  return hash('sha1', [process.version, ...stats].join('\n'));
}
