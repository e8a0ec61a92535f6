import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';

/**
 * An exception that no file and no system is to blame for, as a problem: it takes down what brought it out,
 * and neither the build nor the watch.
 *
 * @param what was being done, such as `tags/a/index.html was not made`
 */
export function ownFault(problem: unknown, what: string): Diagnostic {
  const hint = 'Everything else goes on. Please report it, with the file that brings it out.';
  const message = `a fault of Guidang: ${what}: ${problem}`;
  return error('own-fault', message, { hint });
}
