import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes a cache folder for this process; gives how to let go of it again, or null where another
 * process that is still alive has it.
 */
export function lockCache(folder: string): (() => void) | null {
  const file = join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem && problem.code === 'EEXIST'))
        throw problem;
      if (isAlive(file)) return null;
      // Left by a process that was killed
      rmSync(file, { force: true });
    }
  }
  return null;
}

function isAlive(file: string): boolean {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner === process.pid || !Number.isInteger(owner) || owner <= 0)
      return owner === process.pid;
    process.kill(owner, 0);
    return true;
  } catch (problem) {
    // A process of another user may not be asked
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
}
