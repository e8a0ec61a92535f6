import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm run torture`: every script of this folder in its full form, one after the other. Takes some
 * hours; each can be run alone. Ends with 1 if any of them lost something.
 */
const self = 'all.ts';
const scripts = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith('.ts') && name !== self,
);
const failed = scripts.filter((name) => {
  console.log(`== ${name}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, name)], {
    stdio: 'inherit',
  });
  return status !== 0;
});
console.log(failed.length === 0 ? 'nothing lost' : `failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
