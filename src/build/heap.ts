import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Where so many documents are read, it pays to keep the heap small, and to sweep it between stages. */
export const manyDocuments = 2000;

/**
 * Lets the heap grow by half of what lives in it before it is swept. V8 otherwise waits for
 * several times that: 150 MB more for 10,000 documents, and no faster.
 */
export function collectGarbageEarly(): void {
  setFlagsFromString('--heap-growing-percent=50');
}

/** Gives all that no longer lives back to the system. Takes some 50 ms. */
export function sweepHeap(): void {
  setFlagsFromString('--expose-gc');
  const sweep: unknown = runInNewContext('gc');
  if (typeof sweep === 'function') {
    sweep({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }
}
