import { closeSync, fsyncSync, openSync } from 'node:fs';
import { codeOf } from '#diagnostics/exceptions.ts';

/** Of systems on which a folder, or a file that is only read, cannot be waited for. */
const unable = ['EISDIR', 'EINVAL', 'EPERM', 'EACCES', 'ENOSYS', 'ENOTSUP'];

/** Node has no fsync under its permission model: there the process outside the wall does it. */
const confined = 'ERR_ACCESS_DENIED';

/** Waits until a file's bytes, or a folder's names, are on the disk and survive a loss of power. */
export function awaitDisk(path: string): void {
  try {
    const descriptor = openSync(path, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (problem) {
    if (![...unable, confined].includes(codeOf(problem))) throw problem;
  }
}
