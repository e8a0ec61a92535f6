import type { Undone } from '#diagnostics/words.ts';

export function undoneWork(undone: Undone): string {
  switch (undone.is) {
    case 'build':
      return `the build of ${undone.output} was broken off`;
    case 'building':
      return 'the build was broken off';
    case 'check':
      return 'the check was broken off';
    case 'command':
      return 'the command was broken off';
    case 'write':
      return `${undone.path} cannot be written`;
    case 'make':
      return `${undone.path} was not made`;
    case 'folder':
      return `the output folder ${undone.output} cannot be written`;
  }
}

/** How to mend what the system refuses, by its code (errno(3)). */
export const refusals: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: make room, then build again.',
  EDQUOT: 'Your share of the disk is used up: make room, then build again.',
  EACCES:
    'Give yourself the rights to it; in place of the output folder name another with --output.',
  EPERM:
    'Give yourself the rights to it; in place of the output folder name another with --output.',
  EEXIST: 'Move the file away that stands where a folder is needed, then build again.',
  EROFS: 'The disk is read-only: name another folder with --output.',
  EMFILE: 'Raise the limit of open files (ulimit -n), or use fewer --jobs.',
  ENFILE: 'The system has too many files open: end other programs, then build again.',
  ENAMETOOLONG: 'Give the file, its folder or its id a shorter name.',
  ELOOP: 'Remove the link from the output folder, then build again.',
  ENOTDIR: 'Move the file away that stands where a folder is needed, then build again.',
  ENOENT:
    'Build again, for a file may have gone while it was used. Rename it if that does not help: some disks take no name with : * ? " < > |',
  EINVAL:
    'Rename the file: this disk takes no name with : * ? " < > | or with a dot or a space at its end, nor that of a device (con, aux, nul).',
};
