import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { codeOf } from '#diagnostics/exceptions.ts';

/*
 * What a build keeps of documents (bodies, texts, readings) lies in packs: files to which chunks are
 * appended and which are never changed. A damaged chunk is told by its check and never trusted.
 */

/** Where a chunk lies: the number of its pack, its offset and length in bytes, and its CRC-32. */
export type Ref = readonly [pack: number, offset: number, length: number, check: number];

export type PackWriter = Readonly<{
  /** Appends one chunk of bytes and of texts in UTF-8, one behind the other. */
  append: (...parts: readonly (string | Uint8Array)[]) => Ref;
  /** Keeps one chunk back, and gives its place among those that are. */
  keepBack: (...parts: readonly (string | Uint8Array)[]) => number;
  /** Appends the chunks that were kept back, one behind the other, and gives where each lies. */
  appendKept: () => Ref[];
  /** What was appended can be read from here on. */
  flush: () => void;
  close: () => void;
}>;

export type PackReader = Readonly<{
  /** @throws DamagedPack where the chunk is not what was written */
  read: (ref: Ref) => Uint8Array<ArrayBuffer>;
  /**
   * Reads many chunks, those that lie one behind the other together, and hands each over with its place
   * in `refs`: a part of what was read, valid until it returns.
   *
   * @throws DamagedPack where a chunk is not what was written
   */
  readEach: (refs: readonly Ref[], take: (index: number, bytes: Uint8Array) => void) => void;
  close: () => void;
}>;

export class DamagedPack extends Error {}

/** Bytes that are gathered before they are written. */
const roomSize = 1 << 20;

/** The most that a UTF-16 unit takes in UTF-8. */
const bytesPerUnit = 3;

const nameOf = (pack: number) => `${pack}.pack`;

/** Opens a new pack that no other process writes to. */
export function createPack(folder: string): PackWriter {
  mkdirSync(folder, { recursive: true });
  const [pack, file] = claim(folder, 1 + Math.max(0, ...listPacks(folder)));
  let room = Buffer.allocUnsafeSlow(roomSize);
  let filled = 0;
  let length = 0;
  const flush = () => {
    writeAll(file, room.subarray(0, filled));
    filled = 0;
  };
  const append: PackWriter['append'] = (...parts) => {
    const most = mostBytes(parts);
    if (filled + most > room.length) flush();
    if (most > room.length) room = Buffer.allocUnsafeSlow(most);
    const start = filled;
    filled = write(parts, room, filled);
    const bytes = room.subarray(start, filled);
    const ref: Ref = [pack, length, bytes.length, crc32(bytes)];
    length += bytes.length;
    return ref;
  };
  // As bytes and not as what they are made of: that would live through many sweeps of the heap
  let kept = Buffer.alloc(0);
  const ends: number[] = [];
  return {
    append,
    keepBack(...parts) {
      const begin = ends.at(-1) ?? 0;
      const needed = begin + mostBytes(parts);
      if (needed > kept.length) kept = grown(kept, needed);
      return ends.push(write(parts, kept, begin)) - 1;
    },
    appendKept() {
      const refs = ends.map((end, place) => append(kept.subarray(ends[place - 1] ?? 0, end)));
      ends.length = 0;
      return refs;
    },
    flush,
    close() {
      flush();
      closeSync(file);
    },
  };
}

function mostBytes(parts: readonly (string | Uint8Array)[]): number {
  return parts.reduce((sum, part) => {
    return sum + (typeof part === 'string' ? part.length * bytesPerUnit : part.length);
  }, 0);
}

/** Writes parts one behind the other; gives where they end. */
function write(parts: readonly (string | Uint8Array)[], to: Buffer, begin: number): number {
  let end = begin;
  for (const part of parts) {
    if (typeof part === 'string') end += to.write(part, end);
    else {
      to.set(part, end);
      end += part.length;
    }
  }
  return end;
}

function grown(bytes: Buffer, needed: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(Math.max(needed, bytes.length * 2));
  larger.set(bytes);
  return larger;
}

/** Reads chunks; each pack is opened when it is first asked for. */
export function openPacks(folder: string): PackReader {
  const files = new Map<number, number>();
  const fileOf = (pack: number) => {
    const known = files.get(pack) ?? openSync(join(folder, nameOf(pack)), 'r');
    files.set(pack, known);
    return known;
  };
  const readStretch = (
    pack: number,
    offset: number,
    length: number,
    into?: Uint8Array<ArrayBuffer>,
  ) => {
    const bytes = into?.subarray(0, length) ?? new Uint8Array(length);
    try {
      const file = fileOf(pack);
      let read = 0;
      while (read < length) {
        const count = readSync(file, bytes, read, length - read, offset + read);
        if (count === 0) break;
        read += count;
      }
    } catch (problem) {
      throw new DamagedPack(`pack ${pack}`, { cause: problem });
    }
    return bytes;
  };
  return {
    read([pack, offset, length, check]) {
      return checked(readStretch(pack, offset, length), pack, offset, check);
    },
    readEach(refs, take) {
      // One after the other in the same memory: new memory takes longer to come than what is read
      let room = new Uint8Array(0);
      const total = refs.reduce((sum, [, , length]) => sum + length, 0);
      for (const run of findRuns(refs)) {
        const [first, last] = [refs[run[0] ?? 0], refs[run.at(-1) ?? 0]];
        if (first === undefined || last === undefined) continue;
        const [pack, begin] = first;
        const length = last[1] + last[2] - begin;
        if (room.length < length)
          room = new Uint8Array(Math.max(length, Math.min(roomSize, total)));
        const bytes = readStretch(pack, begin, length, room);
        for (const index of run) {
          const [, offset = 0, length = 0, check = 0] = refs[index] ?? [];
          const chunk = bytes.subarray(offset - begin, offset - begin + length);
          take(index, checked(chunk, pack, offset, check));
        }
      }
    },
    close() {
      for (const file of files.values()) closeSync(file);
      files.clear();
    },
  };
}

function checked(
  bytes: Uint8Array<ArrayBuffer>,
  pack: number,
  offset: number,
  check: number,
): Uint8Array<ArrayBuffer> {
  if (crc32(bytes) !== check) throw new DamagedPack(`pack ${pack} at ${offset}`);
  return bytes;
}

/** Chunks that lie one behind the other, as lists of places; none longer than is read at once. */
function findRuns(refs: readonly Ref[]): number[][] {
  const runs: number[][] = [];
  let [pack, begin, end] = [-1, 0, 0];
  const order = refs.map((ref, index) => ({ ref, index }));
  order.sort((a, b) => a.ref[0] - b.ref[0] || a.ref[1] - b.ref[1]);
  for (const { ref, index } of order) {
    const [ownPack, offset, length] = ref;
    const isNext = ownPack === pack && offset === end && offset + length - begin <= roomSize;
    if (isNext) runs.at(-1)?.push(index);
    else {
      runs.push([index]);
      [pack, begin] = [ownPack, offset];
    }
    end = offset + length;
  }
  return runs;
}

/** Numbers of the packs in a folder. */
export function listPacks(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => {
    const number = /^(\d+)\.pack$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

export function packSize(folder: string, pack: number): number {
  return statSync(join(folder, nameOf(pack)), { throwIfNoEntry: false })?.size ?? 0;
}

export function removePack(folder: string, pack: number): void {
  rmSync(join(folder, nameOf(pack)), { force: true });
}

/** Takes the first free number. */
function claim(folder: string, first: number): [number, number] {
  for (let pack = first; ; pack++) {
    try {
      return [pack, openSync(join(folder, nameOf(pack)), 'wx')];
    } catch (problem) {
      if (codeOf(problem) !== 'EEXIST') throw problem;
    }
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}
