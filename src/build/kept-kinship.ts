import type { BeforeEdit, Kinship, KnownKinship } from '#archive/kinship.ts';
import type { SharedPassages } from '#archive/passages.ts';
import type { Related } from '#archive/related.ts';
import type { Summary } from '#document/document.ts';
import type { Cache } from './cache.ts';
import { DamagedPack, type Ref } from './packs.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import type { StoredParts } from './select.ts';
import { decodeReading, openRoom } from './stored-reading.ts';

/** The kinship that the last build found, and of which readings. Plain data. */
export type KeptKinship = Readonly<{
  /** The settings by which files were read. */
  readingKey: string;
  /** In the order of the archive. */
  documents: readonly Readonly<{ id: string; file: string; digest: string; reading: Ref }>[];
  shared: readonly (readonly [id: string, shared: SharedPassages])[];
  alike: readonly (readonly [id: string, others: readonly string[]])[];
  related: readonly (readonly [id: string, related: readonly NamedRelated[]])[];
}>;

/** A related document by its id. */
type NamedRelated = Readonly<{ id: string } & Omit<Related, 'document'>>;

const fileName = 'kinship';

/** More edited documents than this make a difference to most others. */
const mostEdited = 64;

/** @param program whatever else was written by another program is not used */
export function readKinship(folder: string, program: string): KeptKinship | null {
  const bytes = readSealed(folder, fileName, program);
  return bytes === null ? null : JSON.parse(bytes.toString());
}

export function writeKinship(folder: string, program: string, kept: KeptKinship): void {
  writeSealed(folder, fileName, program, [Buffer.from(JSON.stringify(kept))]);
}

/**
 * What is known of the kinship of these documents from the last build; null where documents have come
 * or gone, or too many were edited.
 *
 * @param documents newest first
 */
export function recallKinship(
  documents: readonly Summary[],
  stored: ReadonlyMap<string, StoredParts>,
  cache: Cache,
): KnownKinship | null {
  const kept = cache.kinship();
  if (kept === null || kept.readingKey !== cache.state.readingKey) return null;
  if (kept.documents.length !== documents.length) return null;
  const before = new Map(kept.documents.map((document) => [document.id, document]));
  const edited = new Map<number, Ref>();
  for (const [number, { id, file }] of documents.entries()) {
    const known = before.get(id);
    if (known === undefined) return null;
    // Titles and dates may come from the name of the file
    const isSame = known.file === file && known.digest === stored.get(id)?.digest;
    if (!isSame) edited.set(number, known.reading);
  }
  if (edited.size > mostEdited) return null;
  const byId = new Map(documents.map((document) => [document.id, document]));
  const restore = ({ id, ...others }: NamedRelated): Related[] => {
    const document = byId.get(id);
    return document === undefined ? [] : [{ document, ...others }];
  };
  const then = readBefore(edited, cache);
  return (
    then && {
      kinship: {
        shared: new Map(kept.shared),
        alike: new Map(kept.alike),
        related: new Map(kept.related.map(([id, all]) => [id, all.flatMap(restore)])),
      },
      order: kept.documents.map(({ id }) => id),
      edited: then,
    }
  );
}

/** What the edited documents were; null where a reading is not there any more. */
function readBefore(
  edited: ReadonlyMap<number, Ref>,
  { packs }: Cache,
): KnownKinship['edited'] | null {
  const before = new Map<number, BeforeEdit>();
  try {
    for (const [number, ref] of edited) {
      const refs = { reading: ref, body: ref, text: null, digest: '' };
      const { document } = decodeReading(packs.read(ref), refs, openRoom(1));
      if (document === null) return null;
      before.set(number, document);
    }
  } catch (problem) {
    if (problem instanceof DamagedPack) return null;
    throw problem;
  }
  return before;
}

/** Keeps the kinship of an archive for the next build. */
export function keepKinship(
  {
    documents,
    shared,
    alike,
    related,
  }: Pick<Kinship, 'shared' | 'alike' | 'related'> & Readonly<{ documents: readonly Summary[] }>,
  stored: ReadonlyMap<string, StoredParts>,
  cache: Cache,
): void {
  const { files, readingKey } = cache.state;
  cache.keepKinship({
    readingKey,
    documents: documents.flatMap(({ id, file }) => {
      const reading = files.get(file)?.reading;
      const digest = stored.get(id)?.digest;
      return reading === undefined || digest === undefined ? [] : [{ id, file, digest, reading }];
    }),
    shared: [...shared],
    alike: [...alike],
    related: [...related].map(([id, all]) => [
      id,
      all.map(({ document, ...others }) => ({ id: document.id, ...others })),
    ]),
  });
}
