import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from '../bench/corpus.ts';
import { killBuilds } from '../pipeline/kills.ts';
import { root } from '../site/harness.ts';

/**
 * `node tests/torture/kills.ts [--kills 500] [--documents 2000] [--seed N]`: kills builds at random
 * moments, half of them of the sample archive, half of a generated one, and judges what is left.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    documents: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const seed = Number(values.seed);
const half = Math.ceil(Number(values.kills) / 2);
const folder = mkdtempSync(join(tmpdir(), 'guidang-kills-'));
const corpus = join(folder, 'corpus');
writeCorpus(corpus, Number(values.documents));
let lost = 0;
for (const [name, original] of [
  ['the sample archive', join(root, 'content')],
  [`${values.documents} documents`, corpus],
] as const) {
  const { killed, losses, ...counts } = await killBuilds(
    join(folder, 'site'),
    original,
    half,
    seed,
    (number) => number % 25 === 0 && console.error(`${number} of ${half} in builds of ${name}`),
  );
  const kinds = Object.entries(killed).map(([mode, count]) => `${count} in ${mode}`);
  const { whilePublishing, tooLate, repairs, filesChecked, leftovers } = counts;
  console.log(
    `${half} kills in builds of ${name} (${kinds.join(', ')}; ${whilePublishing} after the first change; ` +
      `${tooLate} came too late), ${filesChecked} files found whole, ${leftovers} temporary files and locks ` +
      `left and cleared, ${repairs} repairs like a clean build: ${losses.length} losses (seed ${seed})`,
  );
  for (const loss of losses.slice(0, 40)) console.log(`  ${loss}`);
  lost += losses.length;
}
rmSync(folder, { recursive: true });
process.exitCode = lost === 0 ? 0 : 1;
