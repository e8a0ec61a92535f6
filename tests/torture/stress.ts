import { parseArgs } from 'node:util';
import { fillers, forms } from '../source/stress-texts.ts';
import { openWatchedReader } from '../source/watched-reader.ts';

/**
 * `node tests/torture/stress.ts [--largest KILOBYTES] [--filler NAME] [--form NAME]`: reads every
 * filler in every form at three sizes up to a megabyte and tells how the processor's time grows from
 * the smallest to the largest. Fails where it grows by more than the exponent and is no longer short.
 * The least of three measurements counts then, since a garbage collector makes steps of its own.
 */
const limits = {
  exponent: 1.4,
  /** What is read in this time is fast, however it grows. */
  milliseconds: 500,
  /** For one text. */
  longest: 60_000,
  rounds: 3,
};
const shown = 10;

type Pair = Readonly<{ filler: string; form: string }>;
type Measured = Pair & Readonly<{ times: readonly number[]; exponent: number }>;

const { values: asked } = parseArgs({
  options: {
    largest: { type: 'string', default: '1024' },
    filler: { type: 'string' },
    form: { type: 'string' },
  },
});
const largest = Number(asked.largest);
const sizes = [largest / 16, largest / 4, largest];
const pairs = forms
  .filter(({ name }) => (asked.form ?? name) === name)
  .flatMap(({ name: form }) => fillers.map(({ name: filler }): Pair => ({ filler, form })))
  .filter(({ filler }) => (asked.filler ?? filler) === filler);

const reader = openWatchedReader();
const measured: Measured[] = [];
let failures = 0;
for (const pair of pairs) {
  const outcome = await stress(pair);
  if (typeof outcome !== 'string') measured.push(outcome);
  const reason = typeof outcome === 'string' ? outcome : excessOf(outcome);
  if (reason === null) continue;
  failures += 1;
  const command = `node tests/torture/stress.ts --filler '${pair.filler}' --form '${pair.form}'`;
  console.log(`FAILED ${reason}\n  ${command}`);
}
await reader.close();

console.log(
  `${pairs.length} pairs of a filler and a form, each of ${sizes.join(', ')} KB: ${failures} failed ` +
    `(limits: exponent ${limits.exponent} above ${limits.milliseconds} ms, ${limits.longest} ms)`,
);
const long = measured.filter(({ times }) => (times.at(-1) ?? 0) > limits.milliseconds);
print(
  `steepest of the ${long.length} above ${limits.milliseconds} ms`,
  long,
  (one) => one.exponent,
);
print('slowest', measured, ({ times }) => times.at(-1) ?? 0);
process.exitCode = failures > 0 ? 1 : 0;

/** Reads a filler in a form at each size, again where it took too long; or says what failed. */
async function stress(pair: Pair): Promise<Measured | string> {
  let least: Measured = { ...pair, times: sizes.map(() => Number.POSITIVE_INFINITY), exponent: 0 };
  for (let round = 1; round <= limits.rounds; round += 1) {
    const times: number[] = [];
    for (const [index, size] of sizes.entries()) {
      const outcome = await reader.read({ ...pair, size: size * 1024 }, limits.longest);
      if (outcome.fate === 'failed') return `${size} KB: ${outcome.reason}`;
      times.push(Math.min(outcome.milliseconds, least.times[index] ?? 0));
    }
    least = { ...pair, times, exponent: exponentOf(times) };
    if (excessOf(least) === null) break;
  }
  return least;
}

/** What is too much of how a pair grows; null where nothing is. */
function excessOf({ times, exponent }: Measured): string | null {
  const isLong = (times.at(-1) ?? 0) > limits.milliseconds;
  if (!isLong || exponent <= limits.exponent) return null;
  return `${told(times)} for ${sizes.join(', ')} KB, exponent ${exponent.toFixed(2)}`;
}

/** How time grows from the smallest size to the largest: 1 is linear. */
function exponentOf(times: readonly number[]): number {
  const [least = 0] = times;
  return Math.log((times.at(-1) ?? 0) / Math.max(least, 1)) / Math.log(16);
}

function print(title: string, all: readonly Measured[], weight: (one: Measured) => number): void {
  console.log(`${title}:`);
  for (const one of all.toSorted((a, b) => weight(b) - weight(a)).slice(0, shown)) {
    const { form, filler, times, exponent } = one;
    console.log(`  ${form} of ${filler}: ${told(times)}, exponent ${exponent.toFixed(2)}`);
  }
}

function told(times: readonly number[]): string {
  return `${times.map((time) => Math.round(time)).join(', ')} ms`;
}
