import { setImmediate } from 'node:timers/promises';
import { isShardPath, searchFiles } from '#emitters/feeds/search-files.ts';
import { openWriter } from '#output/publish.ts';
import type { PackReader } from '#store/packs.ts';
import { openProducer, type Produced, type ProduceJob } from '#workers/produce.ts';
import type { SearchIndex } from './make-index.ts';
import type { Planned } from './plan.ts';

/** Shards that are made before others get their turn. */
const atATime = 32;

/** Makes the shards of the full-text index, in this thread, which has it. */
export async function produceShards(
  jobs: Iterable<ProduceJob>,
  index: SearchIndex,
  packs: PackReader,
  output: string,
): Promise<Produced[]> {
  const writer = openWriter(output, 'shards');
  const { shard } = index;
  const produce = openProducer([searchFiles], { templates: new Map(), packs, shard, writer });
  const produced: Produced[] = [];
  for (const job of jobs) {
    if (produced.length % atATime === 0) await setImmediate();
    produced.push(produce(job));
  }
  return produced;
}

/** Whether an output is a shard of the index. */
export function isShard({ by, path }: Pick<Planned, 'by' | 'path'>): boolean {
  return by.name === searchFiles.name && isShardPath(path);
}
