import { Worker } from 'node:worker_threads';
import { limits, type Outcome, type Task } from '../source/hostile-shapes.ts';

/**
 * `node tests/torture/mutants.ts [COUNT [FIRST-SEED]]`: reads COUNT mutated files (20,000), and one
 * megabyte of each hostile shape, in a thread that is ended where a file takes more than its time or
 * memory. A failing mutant is printed as its seed and what was done to which file.
 */
const count = Number(process.argv[2] ?? 20_000);
const first = Number(process.argv[3] ?? 1);
const reader = new URL('../source/reading-thread.ts', import.meta.url);
const resourceLimits = { maxOldGenerationSizeMb: limits.megabytes };

let failures = 0;
let slowest = 0;
let published = 0;
let named = 0;
const running: { worker: Worker | null } = { worker: null };

for (let seed = first; seed < first + count; seed += 1) await judge({ seed });
console.log(
  `${count} mutated files from seed ${first}: ${published} published, ${named} named, ` +
    `${failures} failed; slowest ${Math.round(slowest)} ms ` +
    `(limits: ${limits.milliseconds} ms, ${limits.megabytes} MB)`,
);
for (const shape of limits.shapes) {
  const [quarter, whole] = [
    await judge({ shape, size: 2 ** 18 }),
    await judge({ shape, size: 2 ** 20 }),
  ];
  const grows = quarter > 0 && whole > 0 ? (Math.log2(whole / quarter) / 2).toFixed(2) : 'unknown';
  console.log(`${shape}: 1 MB in ${Math.round(whole)} ms, grows with exponent ${grows}`);
}
await running.worker?.terminate();
process.exitCode = failures > 0 ? 1 : 0;

/** Reads one text and gives the milliseconds that it took; 0 where it failed. */
async function judge(task: Task): Promise<number> {
  const outcome = await ask(task);
  if (outcome.fate === 'failed') {
    failures += 1;
    console.error(`FAILED ${JSON.stringify(task)}: ${outcome.reason}`);
    return 0;
  }
  if ('seed' in task) {
    slowest = Math.max(slowest, outcome.milliseconds);
    if (outcome.fate === 'published') published += 1;
    else named += 1;
  }
  return outcome.milliseconds;
}

function ask(task: Task): Promise<Outcome> {
  const thread = running.worker ?? new Worker(reader, { resourceLimits });
  running.worker = thread;
  return new Promise((resolve) => {
    const fail = (reason: string) => {
      for (const event of ['message', 'error']) thread.removeAllListeners(event);
      running.worker = null;
      void thread.terminate();
      settle({ fate: 'failed', reason });
    };
    const limit = 'seed' in task ? limits.milliseconds : limits.shapeMilliseconds;
    const timer = setTimeout(() => fail(`not read within ${limit} ms`), limit);
    const settle = (outcome: Outcome) => {
      clearTimeout(timer);
      for (const event of ['message', 'error']) thread.removeAllListeners(event);
      resolve(outcome);
    };
    thread.once('message', settle);
    thread.once('error', (problem) => fail(String(problem)));
    thread.postMessage(task);
  });
}
