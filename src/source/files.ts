import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Message } from '#diagnostics/catalogue.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { messageOf } from '#diagnostics/exceptions.ts';
import type { SourceFile } from './discover.ts';

export type ReadBytes =
  | Readonly<{ bytes: Uint8Array }>
  | Readonly<{ bytes: null; problem: Diagnostic }>;

/** How often a file is read that is another one after it was read. */
const attempts = 3;

/**
 * Reads a file below `content/`. Half of one that is being written is not taken for the whole.
 *
 * @param room memory that a file is read into where it fits, until the room is used again: to make
 *   some for each file takes longer than to read it
 */
export function readBytes(
  { path, absolute }: SourceFile,
  room: Uint8Array | null = null,
): ReadBytes {
  try {
    const quick = room === null ? null : readInto(room, absolute);
    if (quick !== null) return { bytes: quick };
    for (let attempt = 0; attempt < attempts; attempt++) {
      const bytes = readFileSync(absolute);
      if (statSync(absolute).size === bytes.length) return { bytes };
    }
    return unread(path, { says: 'unreadable/growing' });
  } catch (cause) {
    return unread(path, { says: 'unreadable/file', reason: messageOf(cause) });
  }
}

/** The file's bytes, where one look gives all of them and leaves some of the room. */
function readInto(room: Uint8Array, absolute: string): Uint8Array | null {
  const file = openSync(absolute, 'r');
  try {
    const length = readSync(file, room, 0, room.length, 0);
    const isWhole = length < room.length && fstatSync(file).size === length;
    return isWhole ? room.subarray(0, length) : null;
  } finally {
    closeSync(file);
  }
}

function unread(file: string, message: Message): ReadBytes {
  return { bytes: null, problem: error(message, { place: { file } }) };
}
