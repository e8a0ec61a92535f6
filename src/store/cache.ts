import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CacheState, emptyState } from './cache-state.ts';
import { type KeptRelations, readRelations, writeRelations } from './kept-relations.ts';
import { mergePacks } from './merge-packs.ts';
import { createPack, DamagedPack, openPacks, type PackReader, type PackWriter } from './packs.ts';
import { takeLock } from './process-lock.ts';
import { readState, removeState, writeState } from './state-file.ts';
import type { StoredReading } from './stored-reading.ts';
import { makeTemporaryCache, sweepTemporaryCaches } from './temporary-cache.ts';

/**
 * What was read and made before, for this build and the next: in a folder of its own, which may be
 * deleted at any time. Packs hold what was read; one file says what lies where and what the outputs
 * were made of.
 */
export type Cache = {
  readonly folder: string;
  state: CacheState;
  /** The relations that the last build found; read when it is first asked for. */
  readonly relations: () => KeptRelations | null;
  readonly keepRelations: (kept: KeptRelations) => void;
  /** Readings that this process has at hand, by path. */
  readonly readings: Map<string, Readonly<{ stat: string; reading: StoredReading }>>;
  /** Whether readings stay at hand: for watch mode, which builds many times. */
  readonly keepsReadings: boolean;
  /** Whether another build will profit from it. */
  readonly isUsedAgain: boolean;
  readonly packs: PackReader;
  /** The pack of this process; made when it is first needed. */
  readonly writer: () => PackWriter;
  /** What was appended can be read from here on. */
  readonly flush: () => void;
  /** Leaves the state for the next build. */
  readonly commit: () => void;
  /** Forgets everything. */
  readonly clear: () => void;
  readonly close: () => void;
};

/**
 * Opens a cache. Without a folder it is a temporary one that goes with `close`; so it is where the
 * folder cannot be written to, or another process works with it.
 *
 * @param program tells the program that wrote it: what another one left is not used
 */
export function openCache(folder: string | null, program: string, keepsReadings: boolean): Cache {
  sweepTemporaryCaches();
  const unlock = folder === null ? null : prepare(folder);
  const isKept = folder !== null && unlock !== null;
  const place = isKept ? folder : makeTemporaryCache();
  let writer: PackWriter | null = null;
  const packs = openPacks(place);
  let relations: Readonly<{ kept: KeptRelations | null; isNew: boolean }> | null = null;
  const cache: Cache = {
    folder: place,
    state: readState(place, program) ?? emptyState(),
    relations() {
      relations ??= { kept: readRelations(place, program), isNew: false };
      return relations.kept;
    },
    keepRelations(kept) {
      relations = { kept, isNew: true };
    },
    readings: new Map(),
    keepsReadings,
    isUsedAgain: isKept || keepsReadings,
    packs,
    writer() {
      writer ??= createPack(place);
      return writer;
    },
    flush: () => writer?.flush(),
    commit() {
      if (!isKept) return;
      tryToKeep(place, () => {
        writer?.flush();
        if (relations?.kept && relations.isNew) writeRelations(place, program, relations.kept);
        if (relations !== null) relations = { ...relations, isNew: false };
        writeState(place, program, cache.state);
      });
    },
    clear() {
      writer?.close();
      writer = null;
      packs.close();
      mkdirSync(place, { recursive: true });
      cache.state = emptyState();
      relations = { kept: null, isNew: false };
      cache.readings.clear();
    },
    close() {
      writer?.close();
      if (isKept) {
        tryToKeep(place, () => {
          if (mergePacks(place, packs, cache.state)) writeState(place, program, cache.state);
        });
        unlock();
      }
      packs.close();
      if (!isKept) rmSync(place, { recursive: true, force: true });
    },
  };
  return cache;
}

function prepare(folder: string): (() => void) | null {
  try {
    mkdirSync(folder, { recursive: true });
    const lock = takeLock(join(folder, 'lock'), join(folder, `lock.${process.pid}`));
    if ('holder' in lock) return null;
    // Of a process that was killed
    for (const name of readdirSync(folder)) {
      if (/^(?:lock|state|relations)\.\d+$/.test(name)) rmSync(join(folder, name), { force: true });
    }
    return lock.release;
  } catch {
    return null;
  }
}

/**
 * What cannot be kept (no space, a folder that was deleted, a damaged pack) is not needed: the next
 * build then has no cache.
 */
function tryToKeep(folder: string, keep: () => void): void {
  try {
    keep();
  } catch (problem) {
    const isExpected =
      problem instanceof DamagedPack || (problem instanceof Error && 'syscall' in problem);
    if (!isExpected) throw problem;
    removeState(folder);
  }
}
