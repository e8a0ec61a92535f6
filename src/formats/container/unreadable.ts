import type { FileFault } from '#diagnostics/words.ts';

/**
 * What keeps a file of parts from being read. It is thrown by the readers of parts and caught where their format
 * begins, so that each of them can stop at once; users are told of the fault as a diagnostic.
 */
export class UnreadableFile extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault.is);
    this.fault = fault;
  }
}
