import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { addressesName, formatAddresses, type Standing } from '#archive/addresses.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { codeOf, messageOf } from '#diagnostics/exceptions.ts';
import type { Folders } from '#output/folders.ts';

/** The recorded addresses as written beside the configuration: empty where there are none yet. */
export type RecordedAddresses = Readonly<{ text: string; diagnostics: readonly Diagnostic[] }>;

/** A file that is there and cannot be read is an error: nothing is known of what it promises. */
export function readAddressFile(folders: Folders): RecordedAddresses {
  try {
    return { text: readFileSync(addressFile(folders), 'utf8'), diagnostics: [] };
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT') return { text: '', diagnostics: [] };
    const given = { file: addressesName, reason: messageOf(problem) };
    return { text: '', diagnostics: [error({ says: 'addresses-unreadable', ...given })] };
  }
}

/** Adds the addresses of what is published now. Nothing else ever writes this file. */
export function recordAddresses(
  folders: Folders,
  { text, diagnostics }: RecordedAddresses,
  standing: readonly Standing[],
): Diagnostic[] {
  const after = formatAddresses(text, standing);
  // What could not be read must not be replaced: addresses in it would be given up unseen
  if (diagnostics.length > 0 || after === text) return [];
  const file = addressFile(folders);
  const temporary = temporaryAddressFile(folders);
  try {
    writeFileSync(temporary, after);
    renameSync(temporary, file);
    return [];
  } catch (problem) {
    rmSync(temporary, { force: true });
    return [error({ says: 'addresses-unwritable', reason: messageOf(problem) })];
  }
}

/** Where the file lies, as seen from the content folder: `addresses.txt` may be a document there. */
export function placeFromContent(folders: Folders): string {
  return relative(folders.content, addressFile(folders)).split(sep).join('/');
}

/** Beside the configuration. */
export function addressFile({ config }: Folders): string {
  return join(dirname(config), addressesName);
}

/** Where it is written before it is whole. */
export function temporaryAddressFile(folders: Folders): string {
  return `${addressFile(folders)}.guidang-temporary`;
}
