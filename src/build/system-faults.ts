import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';

/** How to mend what the system refuses, by its code (errno(3)). */
const hints: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: make room, then build again.',
  EDQUOT: 'Your share of the disk is used up: make room, then build again.',
  EACCES: 'Give yourself the rights to it, or name another folder with --output.',
  EPERM: 'Give yourself the rights to it, or name another folder with --output.',
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

const usualHint = 'Check the space left and the rights of the folders.';

/** What Node gives of a thread whose heap was full. Of the main thread nothing is left to tell it. */
const noMemory = 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * A refusal of the system (of files, of the disk or of memory) as a problem of the user; null for any
 * other.
 */
export function systemFault(problem: unknown, what: string): Diagnostic | null {
  if (!(problem instanceof Error)) return null;
  const code = 'code' in problem ? String(problem.code) : '';
  if (code === noMemory) {
    const hint = 'Use fewer --jobs, or allow more: NODE_OPTIONS=--max-old-space-size=8192';
    return error('memory', `${what}: a thread had no memory left`, { hint });
  }
  if (!('syscall' in problem)) return null;
  return error('unwritable', `${what}: ${problem.message}`, { hint: hints[code] ?? usualHint });
}
