import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
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
  return bytes.toString('utf8', 0, end) === lineOf(program, [rest]) ? rest : null;
}

/** Replaces a file of the cache as a whole, by parts one behind the other. */
export function writeSealed(
  folder: string,
  name: string,
  program: string,
  parts: readonly Buffer[],
): void {
  const path = join(folder, name);
  const temporary = `${path}.${process.pid}`;
  const file = openSync(temporary, 'w');
  try {
    for (const part of [Buffer.from(`${lineOf(program, parts)}\n`), ...parts]) {
      for (let written = 0; written < part.length; ) written += writeSync(file, part, written);
    }
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

function lineOf(program: string, parts: readonly Uint8Array[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return `${head} ${program} ${hash.digest('hex')}`;
}
