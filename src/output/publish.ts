import { hash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from '#diagnostics/exceptions.ts';
import type { Content, OutputPath } from '#emitters/emitter.ts';
import { awaitDisk } from '#store/disk.ts';
import { caselessPath, takeNewCase } from './case.ts';
import { hashFile, haveSameBytes } from './file-bytes.ts';
import { findForeign } from './foreign-files.ts';
import { formatManifest, type Manifest, manifestName, readManifest } from './manifest.ts';
import { linkFault, lookAt, openLinkFinder } from './output-links.ts';
import { outputStat } from './output-stat.ts';

/** Begins the names under which files are written before they are whole. */
export const temporaryName = '.guidang-temporary';

/** What became of one output; `stat` is that of its file, where it was asked for, `sha256` that of its bytes. */
export type Put = Readonly<{ outcome: 'written' | 'unchanged'; stat: string; sha256: string }>;

export type Writer = Readonly<{
  /** Puts one output in its place, unless it stands there already. */
  put: (path: OutputPath, content: Written) => Put;
  /** Does the same, and waits until it would survive a loss of power. */
  keep: (path: OutputPath, content: string) => Put;
  close: () => void;
}>;

/**
 * Each file is written under a temporary name and renamed, so that it is never seen half-written.
 *
 * @param name tells the temporary files of writers apart that work side by side
 * @param looks whether it is asked for how files stand after they were written
 */
export function openWriter(output: string, name: string, looks = true): Writer {
  const temporary = join(output, `${temporaryName}-${name}`);
  const folders = new Set<string>();
  /** Makes a folder unless it is there; gives whether it is new, and so empty. */
  const make = (folder: string) => {
    if (folders.has(folder)) return false;
    folders.add(folder);
    return mkdirSync(folder, { recursive: true }) !== undefined;
  };
  const statOf = (target: string) => (looks ? outputStat(target) : '');
  const encode = openEncoder();
  const isBehindLink = openLinkFinder(output);
  const replace = (target: string, write: () => string): Put => {
    const folder = dirname(target);
    const sha256 = write();
    try {
      renameSync(temporary, target);
    } catch (problem) {
      if (codeOf(problem) !== 'ENOENT') throw problem;
      // Its last file was removed since, and the folder with it
      mkdirSync(folder, { recursive: true });
      renameSync(temporary, target);
    }
    return { outcome: 'written', stat: statOf(target), sha256 };
  };
  const putBytes = (
    target: string,
    bytes: Uint8Array,
    isFirst: boolean,
    finish: () => void,
  ): Put => {
    const sha256 = digest(bytes);
    if (!isFirst && holds(target, bytes))
      return { outcome: 'unchanged', stat: statOf(target), sha256 };
    return replace(target, () => {
      writeFileSync(temporary, bytes);
      finish();
      return sha256;
    });
  };
  return {
    put(path, content) {
      const target = join(output, path);
      const folder = dirname(path);
      if (isBehindLink(folder)) throw linkFault(target);
      const isFirst = make(dirname(target));
      // A folder that was just made is none
      if (!isFirst && isBehindLink(path)) throw linkFault(target);
      if (!isCopy(content)) return putBytes(target, encode(content), isFirst, () => {});
      if (!isFirst && sameFile(content.copyOf, target)) {
        return { outcome: 'unchanged', stat: statOf(target), sha256: hashFile(target) };
      }
      // Of the copy, not of the source, which may change meanwhile
      return replace(target, () => {
        copyFileSync(content.copyOf, temporary);
        return hashFile(temporary);
      });
    },
    keep(path, content) {
      const target = join(output, path);
      const put = putBytes(target, encode(content), false, () => awaitDisk(temporary));
      if (put.outcome === 'written') awaitDisk(dirname(target));
      return put;
    },
    close: () => rmSync(temporary, { force: true }),
  };
}

function digest(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

export type Publication = Readonly<{
  /** Planned outputs in whose places stand files that no build has written: not to be published. */
  foreign: ReadonlySet<OutputPath>;
  /** Removes what the last build left and this one does not have. Gives the number of files. */
  finish: (present: ReadonlySet<OutputPath>) => number;
}>;

/**
 * Begins to publish. The manifest first names old and new files together, and at the end the new
 * ones alone: a build that is broken off leaves nothing that the next one does not know. It is on the
 * disk before the first output is written, lest after a loss of power nobody knew whose they are.
 *
 * @param adopts whether it may replace files that no build has written
 */
export function beginPublication(
  output: string,
  planned: Iterable<OutputPath>,
  writer: Writer,
  adopts: boolean,
): Publication {
  const before: Manifest = readManifest(output);
  mkdirSync(output, { recursive: true });
  sweep(output);
  const paths = new Set(planned);
  const foreign = adopts ? new Set<OutputPath>() : findForeign(output, paths, before);
  // Named here, they would be ours for the next build
  const named = before.union(paths.difference(foreign));
  writer.keep(manifestName, formatManifest(named));
  return {
    foreign,
    finish(present) {
      const gone = [...before.difference(present)];
      const isBehindLink = openLinkFinder(output);
      const kept = new Map(
        (gone.length === 0 ? [] : [...present]).map((path) => [caselessPath(path), path]),
      );
      for (const path of gone) {
        if (isBehindLink(path)) continue;
        const heir = kept.get(caselessPath(path));
        if (heir === undefined || !takeNewCase(output, path, heir)) remove(output, path);
      }
      // What was read is in order, and takes no sorting
      const isSame = before.size === present.size && before.isSubsetOf(present);
      writer.keep(manifestName, formatManifest(isSame ? before : present));
      return gone.length;
    },
  };
}

/** Removes what builds that were killed had not yet given its name. */
function sweep(output: string): void {
  for (const name of readdirSync(output)) {
    if (name.startsWith(temporaryName)) rmSync(join(output, name), { force: true });
  }
}

/** What is written as it is: parts of files are unpacked before. */
export type Written = Exclude<Content, { partOf: string }>;

function isCopy(content: Written): content is Extract<Content, { copyOf: string }> {
  return typeof content === 'object' && 'copyOf' in content;
}

/** Bytes of the buffer for pages. */
const pageRoom = 1 << 20;

/**
 * Encodes texts and bytes into one buffer that is used again for the next: of 12,000 pages the
 * garbage alone would take more memory than the archive. A result is valid until the next call. The few
 * outputs that hold something of all documents have each a buffer of its own, which goes with it.
 */
function openEncoder(): (content: Exclude<Written, { copyOf: string }>) => Uint8Array {
  const buffer = Buffer.alloc(pageRoom);
  return (content) => {
    const parts = typeof content === 'string' ? [content] : content;
    const most = parts.reduce((sum, part) => sum + part.length * 3, 0);
    if (most > pageRoom) {
      return Buffer.concat(
        parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)),
      );
    }
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
  return haveSameBytes(source, target);
}

/** Removes a file and the folders that it leaves empty. A folder in its place is somebody else's. */
function remove(output: string, path: OutputPath): void {
  const file = join(output, path);
  const stat = lookAt(file);
  if (stat?.isDirectory() === true) return;
  if (stat !== undefined) rmSync(file, { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(output, folder));
    } catch (problem) {
      // A build that was broken off may have gone so far, or not come so far
      if (codeOf(problem) !== 'ENOENT') return;
    }
  }
}
