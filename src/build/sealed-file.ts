import { hash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Files of the cache that are replaced as a whole. The first line has the program that wrote the rest,
 * and its digest: a damaged or foreign file is told by it.
 */
const head = 'guidang-cache';

/** What a file of the cache holds; null where it is not there or not what this program wrote. */
export function readSealed(folder: string, name: string, program: string): Buffer | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, name));
  } catch {
    return null;
  }
  const end = bytes.indexOf('\n');
  const rest = bytes.subarray(end + 1);
  return bytes.toString('utf8', 0, end) === lineOf(program, rest) ? rest : null;
}

/** Replaces a file of the cache as a whole. */
export function writeSealed(folder: string, name: string, program: string, rest: Buffer): void {
  const file = join(folder, name);
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, Buffer.concat([Buffer.from(`${lineOf(program, rest)}\n`), rest]));
  renameSync(temporary, file);
}

function lineOf(program: string, rest: Uint8Array): string {
  return `${head} ${program} ${hash('sha1', rest)}`;
}
