import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a command used: seconds of the clock and of the processor, and its peak memory. */
export type Used = Readonly<{ wall: number; cpu: number; megabytes: number }>;

/** Runs a command under GNU time, which counts its threads and children too. */
export function measure(command: readonly string[], folder?: string): Used {
  const form = '%e %U %S %M';
  const child = spawnSync('/usr/bin/time', ['-f', form, ...command], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  if (child.status !== 0) throw new Error(`${command.join(' ')}: ${child.stderr || child.error}`);
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = (
    child.stderr.trim().split('\n').at(-1) ?? ''
  )
    .split(' ')
    .map(Number);
  return { wall, cpu: user + system, megabytes: (kilobytes * 1024) / 1e6 };
}

export type Spread = Readonly<{ least: number; median: number; most: number }>;

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { least: sorted[0] ?? 0, median, most: sorted.at(-1) ?? 0 };
}

/** Beyond this ratio of the slowest run to the fastest the machine was busy with something else. */
const noisy = 1.4;

export function isNoisy({ least, most }: Spread): boolean {
  return most > least * noisy;
}

/** Processes that run or wait for the processor, averaged over a minute; null where nothing tells. */
export function load(): number | null {
  try {
    return Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]);
  } catch {
    return null;
  }
}
