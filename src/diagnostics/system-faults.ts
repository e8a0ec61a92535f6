import { type Diagnostic, error } from './diagnostic.ts';
import { codeOf } from './exceptions.ts';
import type { Undone } from './words.ts';

/** What Node gives of a thread whose heap was full. Of the main thread nothing is left to tell it. */
const noMemory = 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * A refusal of the system (of files, of the disk or of memory) as a problem of the user; null for any
 * other.
 */
export function systemFault(problem: unknown, undone: Undone): Diagnostic | null {
  if (!(problem instanceof Error)) return null;
  const code = codeOf(problem);
  if (code === noMemory) return error({ says: 'memory', undone });
  if (!('syscall' in problem)) return null;
  return error({ says: 'unwritable', undone, reason: problem.message, code });
}
