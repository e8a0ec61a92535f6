import { parseArgs } from 'node:util';
import { limits, type Task } from '../source/hostile-shapes.ts';
import { largeTexts } from '../source/large-texts.ts';
import { openWatchedReader } from '../source/watched-reader.ts';

/**
 * `node tests/torture/mutants.ts [--count COUNT] [--first SEED] [--shape NAME]`: reads mutated files
 * (20,000), a megabyte of each hostile shape and the large texts, in a thread that is ended where a
 * file takes more than its time or memory. What fails is printed with the command that reads it alone:
 * with a first seed no shapes are read, with a shape nothing else.
 */
const { values: asked } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    first: { type: 'string' },
    shape: { type: 'string' },
  },
});
const reader = openWatchedReader();
const largeReader = openWatchedReader(limits.largeMegabytes);
let failures = 0;

if (asked.shape === undefined) await readMutants(Number(asked.first ?? 1), Number(asked.count));
if (asked.first === undefined) {
  for (const shape of limits.shapes.filter((name) => (asked.shape ?? name) === name)) {
    await readShape(shape);
  }
  for (const { name } of largeTexts.filter(({ name }) => (asked.shape ?? name) === name)) {
    await readLarge(name);
  }
}
await reader.close();
await largeReader.close();
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(`${failures} failed; the process took ${peak} MB at most`);
process.exitCode = failures > 0 ? 1 : 0;

async function readMutants(first: number, count: number): Promise<void> {
  const fates = { published: 0, named: 0, failed: 0 };
  let slowest = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const outcome = await reader.read({ seed }, limits.milliseconds);
    fates[outcome.fate] += 1;
    if (outcome.fate === 'failed') tellFailure({ seed }, outcome.reason);
    else slowest = Math.max(slowest, outcome.milliseconds);
  }
  console.log(
    `${count} mutated files from seed ${first}: ${fates.published} published, ${fates.named} named, ` +
      `${fates.failed} failed; slowest ${Math.round(slowest)} ms ` +
      `(limits: ${limits.milliseconds} ms, ${limits.megabytes} MB)`,
  );
}

async function readShape(shape: string): Promise<void> {
  const times: number[] = [];
  for (const size of [2 ** 18, 2 ** 20]) {
    const outcome = await reader.read({ shape, size }, limits.shapeMilliseconds);
    if (outcome.fate === 'failed') return tellFailure({ shape, size }, outcome.reason);
    times.push(outcome.milliseconds);
  }
  const [quarter = 0, whole = 0] = times;
  const exponent = (Math.log2(whole / quarter) / 2).toFixed(2);
  console.log(`${shape}: 1 MB in ${Math.round(whole)} ms, grows with exponent ${exponent}`);
}

async function readLarge(large: string): Promise<void> {
  const outcome = await largeReader.read({ large }, limits.largeMilliseconds);
  if (outcome.fate === 'failed') return tellFailure({ large }, outcome.reason);
  console.log(
    `${large}: ${outcome.fate} in ${Math.round(outcome.milliseconds)} ms ` +
      `(limits: ${limits.largeMilliseconds} ms, ${limits.largeMegabytes} MB)`,
  );
}

function tellFailure(task: Task, reason: string): void {
  failures += 1;
  const name = 'shape' in task ? task.shape : 'large' in task ? task.large : '';
  const options = 'seed' in task ? `--first ${task.seed} --count 1` : `--shape '${name}'`;
  console.log(`FAILED ${reason}\n  node tests/torture/mutants.ts ${options}`);
}
