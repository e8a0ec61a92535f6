import { closeSync, constants, fstatSync, openSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** A file that was opened, and is what was asked for whatever becomes of its name. */
export type OpenFile = Readonly<{ descriptor: number; size: number }>;

/**
 * Opens a regular file of a folder; null where there is none. Links within the folder are followed,
 * those that lead out of it are not, and neither pipes nor devices are opened.
 *
 * @param path with `/` between its parts
 */
export function openFile(folder: string, path: string): OpenFile | null {
  const real = findWithin(folder, path);
  if (real === null || !isFile(real)) return null;
  try {
    const descriptor = openSync(real, constants.O_RDONLY | constants.O_NOFOLLOW);
    const stat = fstatSync(descriptor);
    if (stat.isFile()) return { descriptor, size: stat.size };
    closeSync(descriptor);
    return null;
  } catch {
    return null;
  }
}

export function isFolder(folder: string, path: string): boolean {
  const real = findWithin(folder, path);
  return real !== null && statSync(real, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isFile(real: string): boolean {
  return statSync(real, { throwIfNoEntry: false })?.isFile() === true;
}

function findWithin(folder: string, path: string): string | null {
  try {
    const root = realpathSync(folder);
    const real = realpathSync(join(root, path));
    return real === root || real.startsWith(root + sep) ? real : null;
  } catch {
    return null;
  }
}

const types: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** The media type of a file by its name; one that is not known is only ever downloaded. */
export function typeOf(path: string): string {
  return types[extname(path).toLowerCase()] ?? 'application/octet-stream';
}
