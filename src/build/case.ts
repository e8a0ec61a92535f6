import { statSync } from 'node:fs';

/** Two paths for which this is the same are one on a file system without upper and lower case. */
export function caselessPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Whether two paths that differ only in case are one, as on file systems without upper and lower case. */
export function isOneFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}
