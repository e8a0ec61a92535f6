import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addressesName, formatAddresses, type Standing } from '#archive/addresses.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { Folders } from './folders.ts';

/** The recorded addresses as they are written beside the configuration; empty without such a file. */
export function readAddressFile(folders: Folders): string {
  try {
    return readFileSync(addressFile(folders), 'utf8');
  } catch {
    return '';
  }
}

/** Adds the addresses of what is published now. Nothing else ever writes this file. */
export function recordAddresses(folders: Folders, standing: readonly Standing[]): Diagnostic[] {
  const file = addressFile(folders);
  const before = readAddressFile(folders);
  const after = formatAddresses(before, standing);
  if (after === before) return [];
  try {
    writeFileSync(`${file}.guidang-temporary`, after);
    renameSync(`${file}.guidang-temporary`, file);
    return [];
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    const hint = 'Check the rights of the folder that the configuration lies in.';
    return [error('addresses-unwritable', `the addresses were not recorded: ${reason}`, { hint })];
  }
}

function addressFile({ config }: Folders): string {
  return join(dirname(config), addressesName);
}
