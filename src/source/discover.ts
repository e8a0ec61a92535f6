import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '#diagnostics/catalogue.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import { messageOf } from '#diagnostics/exceptions.ts';
import { compareCodePoints } from '#document/text/order.ts';
import { faultOfName, type NameFault, nameDiagnostic, noText, showName } from './file-name.ts';
import { fileStat } from './file-stat.ts';

/** A file below `content/`. Two stats that are equal mean that the file has not changed. */
export type SourceFile = Readonly<{
  /** Path below `content/`, with `/` between folders, in NFC. */
  path: string;
  /** Where to read it. */
  absolute: string;
  stat: string;
}>;

/** A file that is not published, and why. */
export type Skipped = Readonly<{ file: string; reason: Message }>;

export type Discovery = {
  files: SourceFile[];
  skipped: Skipped[];
  diagnostics: Diagnostic[];
  /** Whether a folder could not be listed. */
  isPartial: boolean;
};

/** What systems, disks in a network, editors and downloads leave in folders, by its name. */
const litter = new RegExp(
  [
    // Hidden files, locks of offices and editors, pictures and settings of a system
    String.raw`^(?:\.|~\$|#.*#$|(?:eh)?Thumbs\.db$|desktop\.ini$|Icon\r?$)`,
    // Bins, snapshots and indices of systems and of disks in a network
    '^(?:#recycle|@recycle|@recently-snapshot|@eadir|@tmp|#snapshot|\\$recycle\\.bin|recycler|__macosx|lost\\+found)$',
    String.raw`^(?:System Volume Information|FOUND\.\d{3})$`,
    // Copies of editors and of merges, and what is not whole yet
    String.raw`(?:~|\.(?:sw[a-z]|te?mp|bak|orig|rej|part|partial|crdownload|download|downloading|opdownload|xltd|aria2|!ut))$`,
  ].join('|'),
  'i',
);

/**
 * Lists all files below the content folder, in the order of their paths' code points.
 *
 * @param isWanted tells of a path that it is taken though it, or a folder above it, has a hidden name
 */
export function discover(
  contentFolder: string,
  isWanted: (path: string, hasHiddenName: boolean) => boolean = () => false,
): Discovery {
  const discovery: Discovery = { files: [], skipped: [], diagnostics: [], isPartial: false };
  if (!statSync(contentFolder, { throwIfNoEntry: false })?.isDirectory()) {
    discovery.diagnostics.push(error({ says: 'content-folder', folder: contentFolder }));
    discovery.isPartial = true;
    return discovery;
  }
  walk(contentFolder, '', discovery, { isHidden: false, isWanted });
  discovery.files.sort((a, b) => compareCodePoints(a.path, b.path));
  return discovery;
}

/** How a folder is gone through: of a hidden one only that is taken which is wanted. */
type Way = Readonly<{
  isHidden: boolean;
  isWanted: (path: string, hasHiddenName: boolean) => boolean;
}>;

function walk(folder: string, prefix: string, into: Discovery, way: Way): void {
  for (const entry of list(folder, prefix, into)) {
    const path = prefix + entry.name.normalize('NFC');
    const absolute = join(folder, entry.name);
    const shown = showName(path);
    const nameFault = faultOfName(entry.name);
    const hasHiddenName = litter.test(entry.name);
    const isHidden = way.isHidden || hasHiddenName;
    if (isHidden && !way.isWanted(path, hasHiddenName)) {
      into.skipped.push({ file: shown, reason: { says: 'left-out/hidden' } });
    } else if (nameFault !== null) {
      refuseName(shown, nameFault, into);
    } else if (entry.isDirectory()) {
      walk(absolute, `${path}/`, into, { ...way, isHidden });
    } else if (entry.isFile()) {
      take(path, absolute, into);
    } else {
      const reason = { says: 'special-file' } as const;
      into.skipped.push({ file: path, reason });
      into.diagnostics.push(error(reason, { place: { file: path } }));
    }
  }
}

function refuseName(file: string, fault: NameFault, into: Discovery): void {
  const diagnostic = nameDiagnostic(file, fault);
  into.skipped.push({ file, reason: diagnostic.message });
  into.diagnostics.push(diagnostic);
}

function take(path: string, absolute: string, into: Discovery): void {
  try {
    const stat = statSync(absolute, { throwIfNoEntry: false });
    if (stat === undefined) {
      // Gone since the folder was listed, or never to be found
      if (path.includes(noText)) refuseName(path, 'file-name/bytes', into);
      return;
    }
    into.files.push({ path, absolute, stat: fileStat(absolute, stat) });
  } catch (problem) {
    const reason = messageOf(problem);
    into.diagnostics.push(error({ says: 'unreadable/look', reason }, { place: { file: path } }));
    into.isPartial = true;
  }
}

function list(folder: string, prefix: string, into: Discovery): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (problem) {
    // Asked for by other bytes than it has, it is not found
    if (prefix.includes(noText)) {
      refuseName(prefix, 'file-name/bytes', into);
      return [];
    }
    const reason = messageOf(problem);
    const place = { file: prefix || folder };
    into.diagnostics.push(error({ says: 'unreadable/folder', reason }, { place }));
    into.isPartial = true;
    return [];
  }
}
