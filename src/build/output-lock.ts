import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { type Holder, takeLock } from './process-lock.ts';
import { temporaryName } from './publish.ts';
import { systemFault } from './system-faults.ts';

/** In the output folder while a build changes it. */
export const outputLockName = '.guidang-lock';

/** Between two looks at a lock that another process has, in milliseconds. */
const interval = 100;

export type OutputLock = Readonly<{ release: () => void }> | Readonly<{ problem: Diagnostic }>;

/**
 * Takes an output folder for this build; where another one has it, waits for its end.
 *
 * @param patience the longest time to wait, in seconds
 * @param onWait is told once that there is something to wait for
 */
export async function lockOutput(
  output: string,
  patience: number,
  onWait: (message: string) => void,
): Promise<OutputLock> {
  const file = join(output, outputLockName);
  const until = Date.now() + patience * 1000;
  for (let isTold = false; ; isTold = true) {
    try {
      mkdirSync(output, { recursive: true });
      const lock = takeLock(file, asideIn(output));
      if ('release' in lock) return lock;
      if (Date.now() >= until) return { problem: locked(output, file, lock.holder, patience) };
      if (!isTold) onWait(`${nameOf(lock.holder)} builds ${output}: waiting up to ${patience} s`);
    } catch (problem) {
      const fault = systemFault(problem, `the output folder ${output} cannot be written`);
      if (fault === null) throw problem;
      return { problem: fault };
    }
    await setTimeout(interval);
  }
}

/** Takes an output folder that nobody has; null where another process does, or it cannot be written. */
export function lockFreeOutput(output: string): Readonly<{ release: () => void }> | null {
  try {
    const lock = takeLock(join(output, outputLockName), asideIn(output));
    return 'release' in lock ? lock : null;
  } catch (problem) {
    if (systemFault(problem, output) === null) throw problem;
    return null;
  }
}

function asideIn(output: string): string {
  return join(output, `${temporaryName}-lock-${process.pid}`);
}

function nameOf({ pid, host, since }: Holder): string {
  return `process ${pid} on ${host} (since ${since})`;
}

function locked(output: string, file: string, holder: Holder, patience: number): Diagnostic {
  const message = `another build works on ${output}: ${nameOf(holder)} did not end within ${patience} s`;
  const hint = `Wait for its end, or give more time with --wait; if it is no build, delete ${file}.`;
  return error('output-locked', message, { hint });
}
