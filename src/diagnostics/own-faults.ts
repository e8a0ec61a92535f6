import { type Diagnostic, error } from './diagnostic.ts';
import type { Undone } from './words.ts';

/**
 * An exception that no file and no system is to blame for, as a problem: it takes down what brought it out,
 * and neither the build nor the watch.
 *
 * @param undone what was being done
 */
export function ownFault(problem: unknown, undone: Undone): Diagnostic {
  return error({ says: 'own-fault', undone, problem: String(problem) });
}
