import { readFileSync, statSync } from 'node:fs';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { SourceFile } from './discover.ts';

export type ReadBytes =
  | Readonly<{ bytes: Uint8Array }>
  | Readonly<{ bytes: null; problem: Diagnostic }>;

/** How often a file is read that is another one after it was read. */
const attempts = 3;

/** Reads a file below `content/`. Half of one that is being written is not taken for the whole. */
export function readBytes({ path, absolute }: SourceFile): ReadBytes {
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const bytes = readFileSync(absolute);
      if (statSync(absolute).size === bytes.length) return { bytes };
    }
    const hint = 'Build again when the program that writes it is done.';
    return unread(path, 'the file grows while it is read', hint);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const hint = 'Check that the file is still there and that you may read it.';
    return unread(path, `the file cannot be read: ${reason}`, hint);
  }
}

function unread(file: string, message: string, hint: string): ReadBytes {
  return { bytes: null, problem: error('unreadable', message, { place: { file }, hint }) };
}
