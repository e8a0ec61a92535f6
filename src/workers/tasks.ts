import { emitters } from '#emitters/index.ts';
import { openWriter } from '#output/publish.ts';
import type { TemplateSources } from '#render/template-source.ts';
import type { SectionTerms } from '#search/update-shard.ts';
import type { Site } from '#site/site.ts';
import { openZone } from '#site/zone.ts';
import type { IndexedDocument } from '#store/cache-state.ts';
import type { PackReader, PackWriter } from '#store/packs.ts';
import { createTermReader } from './index-terms.ts';
import { openProducer, type Produce, type Produced, type ProduceJob } from './produce.ts';
import { type ReadJob, type ReadResult, readBatch } from './read-batch.ts';
import { createReader } from './reader.ts';
import { gatherTerms } from './term-memory.ts';

/** Work on many things alike, which this thread or others can do. All of it is plain data. */
export type Tasks = Readonly<{
  read: (jobs: readonly ReadJob[]) => Promise<ReadResult[]>;
  terms: (documents: readonly IndexedDocument[]) => SectionTerms[];
  produce: (jobs: Iterable<ProduceJob>) => Produced[];
}>;

/** What a thread is told at its beginning. */
export type WorkerSetup = Readonly<{
  /** The site, with its zone by name. */
  site: Omit<Site, 'zone'> & Readonly<{ zone: string }>;
  templates: TemplateSources;
  /** Where packs lie, and where outputs are written. */
  cache: string;
  output: string;
  /** Whether a later build or a check can use what this one knows: else it is not found out. */
  keeps: boolean;
}>;

/**
 * What threads work with; each part is made when it is first needed.
 *
 * @param name tells apart the threads that write side by side
 */
export function createTasks(
  { site: { zone, ...others }, templates, output, keeps }: WorkerSetup,
  packs: PackReader,
  pack: () => PackWriter,
  name: string,
): Tasks {
  const reader = once(() => createReader({ ...others, zone: openZone(zone) }, keeps));
  const termsOf = once(() => createTermReader(packs));
  const produce = once((): Produce => {
    const writer = openWriter(output, name, keeps);
    // Shards are made where the index is
    const shard = () => new Uint8Array();
    return openProducer(emitters, { templates, packs, shard, writer });
  });
  return {
    async read(jobs) {
      const results = await readBatch(jobs, reader(), pack(), keeps);
      pack().flush();
      return results;
    },
    terms: (documents) => gatherTerms(documents.map(termsOf())),
    produce: (jobs) => Array.from(jobs, produce()),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
