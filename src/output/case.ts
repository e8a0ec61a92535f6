import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputPath } from '#emitters/emitter.ts';

/**
 * What paths have in common that are one for some file system: those of Windows and macOS set upper
 * and lower case aside (ς and σ, both Σ, too), and macOS the ways to write an accent.
 *
 * It is the widest of them all, since a site may be copied to any: ß, ẞ and ss are one, as on an ext4
 * with `casefold`, and so are ı and i, which share the capital I. Most disks hold these apart, and there
 * the second of two such files is an error none the less. Whether two names are one file is asked of the
 * disk: see `isOneFile`.
 */
export function caselessPath(path: OutputPath): string {
  if (plain.test(path)) return path;
  // Lower case first, for ẞ has no other capital; accents last, for capitals take some of them apart
  const folded = path.normalize('NFC').toLowerCase().toUpperCase().toLowerCase();
  return folded.normalize('NFC');
}

/** Nearly all paths are of this form, and their own. */
const plain = /^[a-z0-9/._-]*$/;

/** Whether the disk has one file under two paths that differ in case alone. */
export function isOneFile(output: string, one: OutputPath, other: OutputPath): boolean {
  return walk(output, one, other, () => {});
}

/**
 * Sees to it that an output which was renamed in case alone has its new name, where the disk has kept
 * the file or one of its folders under the old one.
 *
 * @returns false where the two are two files, as on a disk that tells case apart
 */
export function takeNewCase(output: string, before: OutputPath, now: OutputPath): boolean {
  return walk(output, before, now, renameSync);
}

/**
 * Lists tell what is one file: numbers of inodes differ on some disks from one way to write a name to
 * the other.
 */
function walk(
  output: string,
  before: OutputPath,
  now: OutputPath,
  rename: (from: string, to: string) => void,
): boolean {
  const earlier = before.split('/');
  let folder = output;
  for (const [index, name] of now.split('/').entries()) {
    const old = earlier[index] ?? name;
    if (old !== name) {
      if (!existsSync(join(folder, name))) return false;
      const names = readdirSync(folder);
      if (names.includes(old)) {
        if (names.includes(name)) return false;
        rename(join(folder, old), join(folder, name));
      }
    }
    folder = join(folder, name);
  }
  return true;
}
