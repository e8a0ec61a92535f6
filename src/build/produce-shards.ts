import { setImmediate } from 'node:timers/promises';
import { searchFiles } from '#emitters/search-files.ts';
import type { SearchIndex } from './make-index.ts';
import type { PackReader } from './packs.ts';
import { openProducer, type Produced, type ProduceJob } from './produce.ts';
import { openWriter } from './publish.ts';

/** Shards that are made before others get their turn. */
const atATime = 32;

/** Makes the shards of the full-text index, in this thread, which has it. */
export async function produceShards(
  jobs: readonly ProduceJob[],
  index: SearchIndex,
  packs: PackReader,
  output: string,
): Promise<Produced[]> {
  const writer = openWriter(output, 'shards');
  const { shard } = index;
  const produce = openProducer([searchFiles], { templates: new Map(), packs, shard, writer });
  const produced: Produced[] = [];
  for (const [number, job] of jobs.entries()) {
    if (number % atATime === 0) await setImmediate();
    produced.push(produce(job));
  }
  return produced;
}

/** Whether an output is a shard of the index. */
export function isShard({ by, input }: ProduceJob): boolean {
  return by === searchFiles.name && typeof input === 'object' && input !== null && 'shard' in input;
}
