import type { Related } from '#archive/compare/related.ts';
import type { BeforeEdit, KnownRelations, Relations } from '#archive/compare/relations.ts';
import type { Summary } from '#document/document.ts';
import type { Cache } from '#store/cache.ts';
import type { NamedRelated } from '#store/kept-relations.ts';
import { DamagedPack, type Ref } from '#store/packs.ts';
import type { StoredParts } from '#store/stored-parts.ts';
import { decodeReading, openRoom } from '#store/stored-reading.ts';

/** More edited documents than this make a difference to most others. */
const mostEdited = 64;

/**
 * What is known of the relations of these documents from the last build; null where documents have come
 * or gone, or too many were edited.
 *
 * @param documents newest first
 */
export function recallRelations(
  documents: readonly Summary[],
  stored: ReadonlyMap<string, StoredParts>,
  cache: Cache,
): KnownRelations | null {
  const kept = cache.relations();
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
      relations: {
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
): KnownRelations['edited'] | null {
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

/** Keeps the relations of an archive for the next build. */
export function keepRelations(
  {
    documents,
    shared,
    alike,
    related,
  }: Pick<Relations, 'shared' | 'alike' | 'related'> & Readonly<{ documents: readonly Summary[] }>,
  stored: ReadonlyMap<string, StoredParts>,
  cache: Cache,
): void {
  const { files, readingKey } = cache.state;
  cache.keepRelations({
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
