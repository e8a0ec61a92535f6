import { hash } from 'node:crypto';
import { readFileSync, type Stats } from 'node:fs';

/**
 * Within so many milliseconds a file can change twice without another modification time: the clocks
 * of file systems tick every 1 to 10 ms.
 */
const tick = 20;

/**
 * Size, modification time and inode of a file: two that are equal mean that it has not changed. Of a
 * file that was changed just now it tells what is in it too.
 */
export function fileStat(file: string, { size, mtimeMs, ino }: Stats): string {
  const stat = `${size} ${mtimeMs} ${ino}`;
  if (Date.now() - mtimeMs > tick) return stat;
  try {
    return `${stat} ${hash('sha1', readFileSync(file))}`;
  } catch {
    // Reading it will tell what is wrong with it
    return `${stat} ${Date.now()}`;
  }
}
