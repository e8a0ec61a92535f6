import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { differences, type Mode, step } from '../changes/histories.ts';

/**
 * `npm run torture:histories [-- COUNT [SEED]]`: replays COUNT histories of 20 steps, half of them in
 * watch mode, and compares each fourth build with one that has no cache. A failing history is printed
 * as small as it can be made.
 */
const count = Number(process.argv[2] ?? 500);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const folder = mkdtempSync(join(tmpdir(), 'guidang-histories-'));
const histories = fc.array(step, { minLength: 20, maxLength: 20 });
for (const mode of ['processes', 'watch'] satisfies Mode[]) {
  const property = fc.asyncProperty(histories, async (steps) => {
    const wrong = await differences(join(folder, mode), steps, 4, mode);
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  });
  await fc.assert(property, { numRuns: Math.ceil(count / 2), seed });
  console.log(
    `${Math.ceil(count / 2)} histories of 20 steps in ${mode}: no difference (seed ${seed})`,
  );
}
rmSync(folder, { recursive: true });
