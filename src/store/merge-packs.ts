import type { CacheState, IndexedDocument, KnownFile } from './cache-state.ts';
import { createPack, listPacks, type PackReader, packSize, type Ref, removePack } from './packs.ts';

/** Each build that reads something leaves a pack: when there are more, the small ones are made one. */
const mostPacks = 16;

/** A pack is small that is not half as large as the largest. */
const small = 0.5;

/**
 * Removes packs of which nothing is used, and makes one of those that are mostly of no more use, or
 * small and many. Gives whether the state has changed.
 */
export function mergePacks(folder: string, packs: PackReader, state: CacheState): boolean {
  const used = usedBytes(state);
  const all = listPacks(folder).map((pack) => ({ pack, size: packSize(folder, pack) }));
  const largest = Math.max(0, ...all.map(({ size }) => size));
  const kept = all.filter(({ pack }) => used.has(pack));
  const isMany = kept.length > mostPacks;
  const merged = new Set(
    kept
      .filter(({ pack, size }) => {
        return (used.get(pack) ?? 0) * 2 < size || (isMany && size < largest * small);
      })
      .map(({ pack }) => pack),
  );
  const isChanged = merged.size > 0;
  if (isChanged) moveChunks(folder, packs, state, merged);
  for (const { pack } of all) if (merged.has(pack) || !used.has(pack)) removePack(folder, pack);
  return isChanged;
}

/**
 * Bytes that are used of each pack. The index may name texts of documents as they were: a check has read
 * them anew since, and the next build compares the two. Where files and index name texts of one pack,
 * most are the same ones, so the larger sum counts.
 */
function usedBytes({ files, index }: CacheState): Map<number, number> {
  const byFiles = sumByPack(
    [...files.values()].flatMap((file) => [file.reading, file.body, file.text]),
  );
  const byIndex = sumByPack(index?.documents.map(({ text }) => text) ?? []);
  for (const [pack, bytes] of byIndex) {
    byFiles.set(pack, Math.max(bytes, byFiles.get(pack) ?? 0));
  }
  return byFiles;
}

function sumByPack(refs: readonly (Ref | null)[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const ref of refs) {
    if (ref !== null) sums.set(ref[0], (sums.get(ref[0]) ?? 0) + ref[2]);
  }
  return sums;
}

function moveChunks(
  folder: string,
  packs: PackReader,
  state: CacheState,
  merged: ReadonlySet<number>,
): void {
  const writer = createPack(folder);
  const moved = new Map<string, Ref>();
  const move = (ref: Ref): Ref => {
    if (!merged.has(ref[0])) return ref;
    const key = `${ref[0]} ${ref[1]}`;
    const there = moved.get(key) ?? writer.append(packs.read(ref));
    moved.set(key, there);
    return there;
  };
  const moveIfAny = (ref: Ref | null) => (ref === null ? null : move(ref));
  // One behind the other, as they are read back
  for (const { reading } of state.files.values()) move(reading);
  state.files = new Map(
    [...state.files].map(([path, file]): [string, KnownFile] => {
      const refs = { reading: move(file.reading), body: moveIfAny(file.body) };
      return [path, { ...file, ...refs, text: moveIfAny(file.text) }];
    }),
  );
  if (state.index !== null) {
    const documents = state.index.documents.map((each): IndexedDocument => {
      return { ...each, text: moveIfAny(each.text) };
    });
    state.index = { ...state.index, documents };
  }
  writer.close();
}
