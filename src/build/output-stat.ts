import { statSync } from 'node:fs';

/** Size and modification time of an output's file; empty where there is none. */
export function outputStat(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true ? `${stat.size} ${stat.mtimeMs}` : '';
}
