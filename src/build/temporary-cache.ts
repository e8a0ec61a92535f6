import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from './process-lock.ts';

const prefix = 'guidang-cache-';

/** Makes a folder for a cache that goes with its build, and removes those of builds that were killed. */
export function makeTemporaryCache(): string {
  for (const name of readdirSync(tmpdir()))
    if (name.startsWith(prefix)) sweep(join(tmpdir(), name));
  const folder = mkdtempSync(join(tmpdir(), prefix));
  takeLock(join(folder, 'lock'), join(folder, 'lock.stale'));
  return folder;
}

function sweep(folder: string): void {
  try {
    const isStale = 'release' in takeLock(join(folder, 'lock'), join(folder, 'lock.stale'));
    if (isStale) rmSync(folder, { recursive: true, force: true });
  } catch {
    // Of another user, or going just now
  }
}
