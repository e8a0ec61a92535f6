import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Message } from '#diagnostics/catalogue.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { systemFault } from '#diagnostics/system-faults.ts';
import type { HolderName } from '#diagnostics/words.ts';
import { type Holder, takeLock } from '#store/process-lock.ts';
import { temporaryName } from './publish.ts';

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
  onWait: (message: Message) => void,
): Promise<OutputLock> {
  const file = join(output, outputLockName);
  const until = Date.now() + patience * 1000;
  for (let isTold = false; ; isTold = true) {
    try {
      mkdirSync(output, { recursive: true });
      const lock = takeLock(file, asideIn(output));
      if ('release' in lock) return lock;
      if (Date.now() >= until) return { problem: locked(output, file, lock.holder, patience) };
      if (!isTold) onWait(waiting(output, lock.holder, patience));
    } catch (problem) {
      const fault = systemFault(problem, { is: 'folder', output });
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
    if (systemFault(problem, { is: 'folder', output }) === null) throw problem;
    return null;
  }
}

function asideIn(output: string): string {
  return join(output, `${temporaryName}-lock-${process.pid}`);
}

function waiting(output: string, holder: Holder, seconds: number): Message {
  return { says: 'output-waiting', output, holder: nameOf(holder), seconds };
}

function locked(output: string, file: string, holder: Holder, seconds: number): Diagnostic {
  return error({ says: 'output-locked', output, holder: nameOf(holder), seconds, file });
}

function nameOf({ pid, host, since }: Holder): HolderName {
  return { pid, host, since };
}
