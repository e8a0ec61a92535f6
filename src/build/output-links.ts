import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Finds symbolic links among the folders of an output folder: what is written to such a folder, or
 * removed from it, is elsewhere. The output folder itself may be one.
 *
 * @returns whether a path below the output folder leads through a link; each folder is looked at once
 */
export function openLinkFinder(output: string): (path: string) => boolean {
  const known = new Map<string, boolean>([['.', false]]);
  const isBehindLink = (folder: string): boolean => {
    const found = known.get(folder);
    if (found !== undefined) return found;
    const isLink = isBehindLink(dirname(folder)) || isSymbolicLink(join(output, folder));
    known.set(folder, isLink);
    return isLink;
  };
  return (path) => isBehindLink(dirname(path));
}

/** What the system says of a link that it is told not to follow. */
export function linkFault(file: string): Error {
  const message = `ELOOP: a folder on the way is a symbolic link, open '${file}'`;
  return Object.assign(new Error(message), { code: 'ELOOP', syscall: 'open' });
}

function isSymbolicLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
