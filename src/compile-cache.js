// Where compiled sources are kept. Plain JavaScript, since it runs before anything is compiled.
import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const installed = fileURLToPath(new URL('../node_modules', import.meta.url));

/**
 * A folder of the program's own, or else of its user's; null where neither is theirs alone. What lies
 * there is run: Node's own choice, in the system's temporary folder, has a name that others foresee.
 *
 * @param {boolean} isPacked whether the program is a packed copy, which leaves its folder as it is
 * @returns {string | null}
 */
export function findCompileCache(isPacked) {
  const beside = join(installed, '.cache/guidang-compile');
  const places = isPacked || !existsSync(installed) ? [] : [beside];
  return [...places, join(userCache(), 'guidang')].find(isOwn) ?? null;
}

/** By the XDG base directory specification, which takes no relative path. */
function userCache() {
  const named = process.env.XDG_CACHE_HOME ?? '';
  return isAbsolute(named) ? named : join(homedir(), '.cache');
}

/**
 * Whether it is, or now becomes, a folder that belongs to this user and that no other may write to.
 *
 * @param {string} folder
 */
function isOwn(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stat = lstatSync(folder);
    const user = process.geteuid?.();
    // Windows knows no such owner and rights: there each user's folder is closed to others
    if (user === undefined) return stat.isDirectory();
    return stat.isDirectory() && stat.uid === user && (stat.mode & 0o022) === 0;
  } catch {
    return false;
  }
}
