import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import type { Lap } from '#pipeline/stopwatch.ts';
import type { BuildReport } from '#store/report.ts';

/**
 * A table of the steps of a build: how many things, how long in all, how long this thread worked,
 * how long for each thing, and the share of the whole.
 */
export function formatProfile(laps: readonly Lap[], { ms }: BuildReport): string {
  const row = (step: string, ...columns: readonly string[]) =>
    [step.padEnd(30), ...columns.map((column) => column.padStart(12))].join('');
  const lines = laps.map(({ step, count, milliseconds, processor }) =>
    row(
      step,
      String(count),
      `${milliseconds.toFixed(0)} ms`,
      `${processor.toFixed(0)} ms`,
      count === 0 ? '' : `${((milliseconds / count) * 1000).toFixed(0)} µs`,
      `${((milliseconds / Math.max(1, ms)) * 100).toFixed(1)} %`,
    ),
  );
  return [row('step', 'count', 'time', 'processor', 'for each', 'share'), ...lines].join('\n');
}

/** Begins to record where the processor's time goes; ends with a file that browsers' tools open. */
export async function recordProfile(): Promise<(file: string) => Promise<void>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  return async (file) => {
    const { profile } = await session.post('Profiler.stop');
    writeFileSync(file, JSON.stringify(profile));
    session.disconnect();
  };
}
