import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { addressesName, formatAddresses, type Standing } from '#archive/addresses.ts';
import { formatTexts, type TextRecord, textsName } from '#archive/text-records.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { codeOf, messageOf } from '#diagnostics/exceptions.ts';
import type { Folders } from '#output/folders.ts';

/** A file beside the configuration in which an archive keeps what it has promised. */
type RecordName = typeof addressesName | typeof textsName;

const recordNames: readonly RecordName[] = [addressesName, textsName];

/** Such a file as written: empty where there is none yet. */
export type RecordedFile = Readonly<{ text: string; diagnostics: readonly Diagnostic[] }>;

/** A file that is there and cannot be read is an error: nothing is known of what it promises. */
export function readRecord(folders: Folders, name: RecordName): RecordedFile {
  try {
    return { text: readFileSync(recordFile(folders, name), 'utf8'), diagnostics: [] };
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT') return { text: '', diagnostics: [] };
    const given = { file: name, reason: messageOf(problem) };
    return { text: '', diagnostics: [error({ says: 'addresses-unreadable', ...given })] };
  }
}

/** Adds the addresses of what is published now, and keeps which texts were read. Nothing else ever writes these. */
export function recordArchive(
  folders: Folders,
  addresses: RecordedFile,
  texts: RecordedFile,
  standing: readonly Standing[],
  records: readonly TextRecord[],
): Diagnostic[] {
  return [
    ...record(folders, addressesName, addresses, formatAddresses(addresses.text, standing)),
    ...record(folders, textsName, texts, formatTexts(records)),
  ];
}

function record(
  folders: Folders,
  name: RecordName,
  { text, diagnostics }: RecordedFile,
  after: string,
): Diagnostic[] {
  // What could not be read must not be replaced: addresses in it would be given up unseen
  if (diagnostics.length > 0 || after === text) return [];
  const file = recordFile(folders, name);
  const temporary = temporaryOf(file);
  try {
    writeFileSync(temporary, after);
    renameSync(temporary, file);
    return [];
  } catch (problem) {
    rmSync(temporary, { force: true });
    return [error({ says: 'addresses-unwritable', file: name, reason: messageOf(problem) })];
  }
}

/** Where the addresses lie, as seen from the content folder: `addresses.txt` may be a document there. */
export function placeFromContent(folders: Folders): string {
  return relative(folders.content, recordFile(folders, addressesName)).split(sep).join('/');
}

/** These files, and where they are written before they are whole. */
export function filesOfRecords(folders: Folders): string[] {
  return recordNames.flatMap((name) => {
    const file = recordFile(folders, name);
    return [file, temporaryOf(file)];
  });
}

/** Beside the configuration. */
function recordFile({ config }: Folders, name: RecordName): string {
  return join(dirname(config), name);
}

function temporaryOf(file: string): string {
  return `${file}.guidang-temporary`;
}
