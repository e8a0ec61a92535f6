import { statSync } from 'node:fs';

/**
 * Size and modification time of an output's file; empty where there is none, or where the system does
 * not let one look: the output is then made anew, and what is wrong is told there.
 */
export function outputStat(file: string): string {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat?.isFile() === true ? `${stat.size} ${stat.mtimeMs}` : '';
  } catch (problem) {
    if (problem instanceof Error && 'syscall' in problem) return '';
    throw problem;
  }
}
