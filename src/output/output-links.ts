import { lstatSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from '#diagnostics/exceptions.ts';

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
    const isLink =
      isBehindLink(dirname(folder)) || lookAt(join(output, folder))?.isSymbolicLink() === true;
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

/**
 * What stands at a path, links not followed; undefined where nothing does, nor can, since on the way a
 * file stands in place of a folder: for that `throwIfNoEntry` alone is no answer.
 */
export function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (problem) {
    if (codeOf(problem) === 'ENOTDIR') return;
    throw problem;
  }
}
