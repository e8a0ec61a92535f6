import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Content, OutputPath } from '#emitters/emitter.ts';
import { formatManifest, type Manifest, manifestName, readManifest } from './manifest.ts';

const temporaryName = '.guidang-temporary';

export type Publisher = Readonly<{
  /** Puts one output in its place, unless it stands there already. */
  put: (path: OutputPath, content: Content) => 'written' | 'unchanged';
  /** Removes what the last build left and this one does not have. Gives the number of files. */
  finish: (present: ReadonlySet<OutputPath>) => number;
}>;

/**
 * Opens an output folder. Each file is written under a temporary name and renamed, so that it is
 * never seen half-written. The manifest first names old and new files together, and at the end the
 * new ones alone: a build that is broken off leaves nothing that the next one does not know.
 */
export function openPublisher(output: string, planned: Iterable<OutputPath>): Publisher {
  const before: Manifest = readManifest(output);
  const temporary = join(output, temporaryName);
  const made = new Set<string>();
  const encode = openEncoder();
  const replace = (path: OutputPath, write: () => void) => {
    const target = join(output, path);
    const folder = dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    write();
    renameSync(temporary, target);
  };
  const put = (path: OutputPath, content: Content) => {
    if (isCopy(content)) {
      if (sameFile(content.copyOf, join(output, path))) return 'unchanged';
      replace(path, () => copyFileSync(content.copyOf, temporary));
    } else {
      const bytes = encode(content);
      if (holds(join(output, path), bytes)) return 'unchanged';
      replace(path, () => writeFileSync(temporary, bytes));
    }
    return 'written';
  };
  mkdirSync(output, { recursive: true });
  put(manifestName, formatManifest(new Set([...before, ...planned])));
  return {
    put,
    finish(present) {
      const gone = [...before].filter((path) => !present.has(path));
      for (const path of gone) remove(output, path);
      put(manifestName, formatManifest(present));
      rmSync(temporary, { force: true });
      return gone.length;
    },
  };
}

function isCopy(content: Content): content is Extract<Content, { copyOf: string }> {
  return typeof content === 'object' && 'copyOf' in content;
}

/**
 * Encodes texts and bytes into one buffer that is used again for the next: of 12,000 pages the
 * garbage alone would take more memory than the archive. A result is valid until the next call.
 */
function openEncoder(): (content: Exclude<Content, { copyOf: string }>) => Uint8Array {
  let buffer = Buffer.alloc(1 << 16);
  return (content) => {
    const parts = typeof content === 'string' ? [content] : content;
    const most = parts.reduce((sum, part) => sum + part.length * 3, 0);
    if (buffer.length < most) buffer = Buffer.alloc(most * 2);
    let length = 0;
    for (const part of parts) {
      if (typeof part === 'string') length += buffer.write(part, length);
      else {
        buffer.set(part, length);
        length += part.length;
      }
    }
    return buffer.subarray(0, length);
  };
}

function holds(file: string, bytes: Uint8Array): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === bytes.length && readFileSync(file).equals(bytes);
}

function sameFile(source: string, target: string): boolean {
  const stat = statSync(target, { throwIfNoEntry: false });
  if (stat?.isFile() !== true || stat.size !== statSync(source).size) return false;
  return readFileSync(target).equals(readFileSync(source));
}

/** Removes a file and the folders that it leaves empty. */
function remove(output: string, path: OutputPath): void {
  rmSync(join(output, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(output, folder));
    } catch {
      return;
    }
  }
}
