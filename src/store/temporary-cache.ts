import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from './process-lock.ts';

/** Begins the names of their folders, in the folder for temporary files. */
export const temporaryCachePrefix = 'guidang-cache-';

/** Between the making of a folder and its lock lie fewer milliseconds. */
export const beginning = 2000;

/** Makes a folder for a cache that goes with its build. */
export function makeTemporaryCache(): string {
  const folder = mkdtempSync(join(tmpdir(), temporaryCachePrefix));
  takeLock(join(folder, 'lock'), join(folder, 'lock.stale'));
  return folder;
}

/** Removes the temporary caches of builds that were killed. */
export function sweepTemporaryCaches(): void {
  for (const name of listTemporary())
    if (name.startsWith(temporaryCachePrefix)) sweep(join(tmpdir(), name));
}

/** None where this process may not look there, as under Node's permission model. */
function listTemporary(): string[] {
  try {
    return readdirSync(tmpdir());
  } catch {
    return [];
  }
}

function sweep(folder: string): void {
  try {
    const age = Date.now() - statSync(folder).mtimeMs;
    // Made just now, and about to be locked
    if (age < beginning && !existsSync(join(folder, 'lock'))) return;
    const isStale = 'release' in takeLock(join(folder, 'lock'), join(folder, 'lock.stale'));
    if (isStale) rmSync(folder, { recursive: true, force: true });
  } catch {
    // Of another user, or going just now
  }
}
