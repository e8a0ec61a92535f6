import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { codeOf } from '#diagnostics/visible.ts';

const control = /[\p{Cc}\p{Cs}]/u;

/** Why a file or folder is not taken by its name. */
export type NameFault = 'file-name/control' | 'file-name/bytes';

/**
 * Why a file or folder of this name is not taken; null where it is. A line feed makes two of one line
 * in whatever lists files, control characters make a terminal do things, and half a surrogate pair
 * cannot be written to a disk.
 */
export function faultOfName(name: string): NameFault | null {
  return control.test(name) ? 'file-name/control' : null;
}

/** What stands for the bytes of a name that are no text. A file with such bytes cannot be asked for. */
export const noText = '\ufffd';

/** A name as it may be shown: with `\u000a` in place of a line feed, and so on. */
export function showName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cs}]/gu, codeOf);
}

export function nameDiagnostic(file: string, says: NameFault): Diagnostic {
  return error({ says, name: JSON.stringify(file) }, { place: { file } });
}
