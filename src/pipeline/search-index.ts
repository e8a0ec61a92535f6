import { hash } from 'node:crypto';
import type { Summary } from '#document/document.ts';
import type { Cache } from '#store/cache.ts';
import type { IndexedDocument } from '#store/cache-state.ts';
import type { Stored } from '#store/stored-parts.ts';
import { manyDocuments, sweepHeap } from '#workers/heap.ts';
import { createTermReader } from '#workers/index-terms.ts';
import type { WorkerPool } from '#workers/worker-pool.ts';
import { makeIndex, type SearchIndex } from './make-index.ts';
import { updateIndex } from './update-index.ts';

/**
 * Prepares the index; each shard is made when it is asked for. After edits of a few documents only the
 * shards of the terms that have come, gone or moved have another key, and those are made of what they
 * were; after a few have come or gone so are all.
 *
 * @param documents newest first, as the archive has them: the oldest is number 0
 * @param output the folder with the shards of the last build
 */
export async function createSearchIndex(
  documents: readonly Summary[],
  stored: ReadonlyMap<string, Stored>,
  { packs, state }: Cache,
  output: string,
  pool: Pick<WorkerPool, 'terms'>,
): Promise<SearchIndex> {
  const before = state.index;
  const knownById = new Map(before?.documents.map((document) => [document.id, document]));
  const numbered = documents.toReversed().map(({ id, title, pinyin }): IndexedDocument => {
    const text = stored.get(id)?.text ?? null;
    const known = knownById.get(id);
    knownById.delete(id);
    const own = { id, title, pinyin, text, terms: 0 };
    return known !== undefined && isSame(known, own) ? { ...own, terms: known.terms } : own;
  });
  const changed = numbered.flatMap(({ terms }, number) => (terms === 0 ? [number] : []));
  // What is left there is gone
  const edits = changed.length + knownById.size;
  const isFew = before !== null && edits <= Math.max(8, numbered.length / 50);
  const termsOf = createTermReader(packs);
  const updated = isFew ? updateIndex(numbered, changed, before, termsOf, { state, output }) : null;
  if (updated !== null) return updated;
  // The terms of all documents take more memory than anything else: what came before goes first
  if (numbered.length > manyDocuments) sweepHeap();
  return makeIndex(numbered, await pool.terms(numbered));
}

/** Whether a document has the same terms. Where its text lies does not matter. */
function isSame(a: IndexedDocument, b: IndexedDocument): boolean {
  const sameText = a.text?.[2] === b.text?.[2] && a.text?.[3] === b.text?.[3];
  const samePinyin = a.pinyin.join(' ') === b.pinyin.join(' ');
  return a.id === b.id && a.title === b.title && sameText && samePinyin;
}

/**
 * Tells the files of one index apart from those of any other, for browsers that keep them: another one
 * where a text, a title or what a filter goes by has changed.
 */
export function indexVersion(
  documents: readonly Summary[],
  { key, known: { numbering } }: SearchIndex,
): string {
  const filters = documents.map(({ kind, date, organisations, tags, speaker }) => {
    const terms = [kind, ...organisations, speaker, ...tags].flatMap((term) =>
      term === null ? null : [term.name, term.slug],
    );
    return [date?.value, date?.precision, ...terms].join('\t');
  });
  return hash('sha256', [numbering, key, ...filters].join('\n')).slice(0, 8);
}
