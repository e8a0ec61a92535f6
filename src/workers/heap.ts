import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Where so many documents are read, it pays to keep the heap small. */
export const manyDocuments = 2000;

/** Where there are so many, what a stage leaves is more than what it takes to sweep the heap between stages. */
export const tensOfThousands = 20_000;

/**
 * Lets the heap grow by as much as lives in it before it is swept, and where tens of thousands of documents
 * live in it by half of that. V8 otherwise waits for several times as much: 150 MB more for 10,000
 * documents, and no faster.
 *
 * @param documents how many there may be
 */
export function collectGarbageEarly(documents: number): void {
  setFlagsFromString(`--heap-growing-percent=${documents > tensOfThousands ? 50 : 100}`);
}

/**
 * Gives all that no longer lives back to the system. Takes some 50 ms.
 *
 * @param keepsCode whether what was compiled is needed right after: then a little less is given back
 */
export function sweepHeap(keepsCode = false): void {
  setFlagsFromString('--expose-gc');
  const sweep: unknown = runInNewContext('gc');
  if (typeof sweep !== 'function') return;
  sweep({ type: 'major', execution: 'sync', ...(keepsCode ? {} : { flavor: 'last-resort' }) });
}

/** By so much a process must have grown since it was swept, as a ratio and in bytes. */
const grownRatio = 1.4;
const grownBytes = 150e6;

/** Whether what a process holds is so much more than what it held after it was swept last. */
export function hasGrown(held: number, now: number): boolean {
  return now > held * grownRatio && now > held + grownBytes;
}

/**
 * Sweeps the heap where much has been added to what the process held after the last time. Not each
 * time: after a sweep V8 takes four times as long for a page, since it has let go of what it had
 * compiled.
 */
export function openSweeper(): () => void {
  let held = 0;
  return () => {
    if (!hasGrown(held, process.memoryUsage.rss())) return;
    sweepHeap();
    held = process.memoryUsage.rss();
  };
}
