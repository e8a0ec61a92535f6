import { join } from 'node:path';
import { compareCodePoints } from '#document/text/order.ts';
import type { KnownOutput } from '#store/cache-state.ts';
import { hashFile } from './file-bytes.ts';
import { decodePath, encodePath, isInside } from './manifest-path.ts';

/**
 * Fixity: the SHA-256 of every published file, in the form of a BagIt manifest (RFC 8493, section
 * 2.1.3), so that any tool for bags, or `sha256sum -c` in the folder, can verify what is published.
 */
export const fixityName = 'manifest-sha256.txt';

/** Digests in lower-case hexadecimal digits, by path below the output folder. */
export type Digests = ReadonlyMap<string, string>;

const lineFeed = 0x0a;

/** Lines in the order of the paths' code points: the same files give the same bytes. */
export function formatFixity(digests: Digests): string {
  const paths = [...digests.keys()].sort(compareCodePoints);
  return paths.map((path) => `${digests.get(path)}  ${encodePath(path)}\n`).join('');
}

/** Puts other digests into the bytes of a manifest; lines of other paths stay as they are. */
export function replaceDigests(manifest: Buffer, changed: Digests): void {
  for (const [path, digest] of changed) {
    const rest = `  ${encodePath(path)}\n`;
    for (let at = manifest.indexOf(rest); at >= 0; at = manifest.indexOf(rest, at + 1)) {
      const start = at - digest.length;
      // A path may end like another one that has two spaces in it
      if (start !== 0 && manifest[start - 1] !== lineFeed) continue;
      manifest.write(digest, start, 'latin1');
      break;
    }
  }
}

/** The digests of a manifest, and the numbers of the lines that are not of its form. */
export function parseFixity(text: string): { digests: Digests; faultyLines: readonly number[] } {
  const digests = new Map<string, string>();
  const faultyLines: number[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line === '') continue;
    const [, digest, path] = /^([0-9a-f]{64})[ \t]+(.+)$/i.exec(line) ?? [];
    const isFit = digest !== undefined && path !== undefined && isInside(decodePath(path));
    if (isFit) digests.set(decodePath(path), digest.toLowerCase());
    else faultyLines.push(index + 1);
  }
  return { digests, faultyLines };
}

/**
 * The digests of what is published: those of this build, and for an output that a fault kept from
 * being made that of the file which the last build left.
 */
export function listDigests(
  paths: Iterable<string>,
  outputs: ReadonlyMap<string, KnownOutput>,
  folder: string,
): Digests {
  const digests = new Map<string, string>();
  for (const path of paths) {
    if (path === fixityName) continue;
    const digest = outputs.get(path)?.sha256 ?? digestOfFile(join(folder, path));
    if (digest !== null) digests.set(path, digest);
  }
  return digests;
}

/** The SHA-256 of a file; null where it cannot be read. */
export function digestOfFile(file: string): string | null {
  try {
    return hashFile(file);
  } catch {
    return null;
  }
}
