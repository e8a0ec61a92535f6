import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes read at a time: `readFileSync` refuses files of more than 2 GiB, and takes their size in memory. */
const portionSize = 1 << 20;

/** The SHA-256 of a file of any size, in lower-case hexadecimal digits. */
export function hashFile(file: string): string {
  const sum = createHash('sha256');
  for (const portion of portionsOf(file)) sum.update(portion);
  return sum.digest('hex');
}

/** Whether two files of any size hold the same. */
export function haveSameBytes(one: string, other: string): boolean {
  const others = portionsOf(other);
  try {
    for (const portion of portionsOf(one)) {
      const { value } = others.next();
      if (value === undefined || !portion.equals(value)) return false;
    }
    return others.next().done === true;
  } finally {
    others.return();
  }
}

/** Full portions but for the last, each valid until the next is asked for. */
function* portionsOf(file: string): Generator<Buffer, void, undefined> {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(portionSize);
    for (let length = portionSize; length === portionSize; ) {
      length = fill(descriptor, buffer);
      if (length > 0) yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** A read may give less than was asked for before the end is reached. */
function fill(descriptor: number, buffer: Buffer): number {
  let length = 0;
  while (length < buffer.length) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return length;
}
