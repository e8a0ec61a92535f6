import { readFileSync } from 'node:fs';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { SourceFile } from './discover.ts';

export type ReadBytes =
  | Readonly<{ bytes: Uint8Array }>
  | Readonly<{ bytes: null; problem: Diagnostic }>;

/** Reads a file below `content/`. */
export function readBytes({ path, absolute }: SourceFile): ReadBytes {
  try {
    return { bytes: readFileSync(absolute) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const hint = 'Check that the file is still there and that you may read it.';
    const message = `the file cannot be read: ${reason}`;
    return { bytes: null, problem: error('unreadable', message, { place: { file: path }, hint }) };
  }
}
