import type { SectionTerms } from '#search/update-shard.ts';
import { createPack, DamagedPack, openPacks, type PackWriter } from '#store/packs.ts';
import { sweepHeap } from './heap.ts';
import { readJobs } from './job-messages.ts';
import { createTasks } from './tasks.ts';
import type { Reply, Request, WorkerData } from './thread.ts';

/** What a worker answers, and the memory that goes over with it. */
type Answer = Readonly<{ reply: Reply; transfer: ArrayBuffer[] }>;

/** Does the tasks that a worker is asked to do; it is to be asked for one at a time. */
export function serve({ setup, name }: WorkerData): (request: Request) => Promise<Answer> {
  let pack: PackWriter | null = null;
  const packs = openPacks(setup.cache);
  const writer = () => {
    pack ??= createPack(setup.cache);
    return pack;
  };
  const tasks = createTasks(setup, packs, writer, name);
  const shared = new Map<number, unknown>();
  return async ({ number, task }) => {
    try {
      if (task.name === 'rest') {
        sweepHeap(task.keepsCode);
        return { reply: { number, results: [] }, transfer: [] };
      }
      if (task.name === 'terms') {
        const results = tasks.terms(task.items);
        return { reply: { number, results }, transfer: buffersOf(results) };
      }
      const results =
        task.name === 'read'
          ? await tasks.read(task.items)
          : tasks.produce(readJobs(task.items, shared));
      return { reply: { number, results }, transfer: [] };
    } catch (problem) {
      if (!(problem instanceof DamagedPack)) throw problem;
      return { reply: { number, damaged: problem.message }, transfer: [] };
    }
  };
}

/** The memory of their lists, each buffer once: a batch lies in one. */
function buffersOf(documents: readonly SectionTerms[]): ArrayBuffer[] {
  const buffers = documents.flatMap(({ anywhere, title, headings, pinyin }) => {
    return [anywhere.terms, anywhere.places, title, headings, pinyin].map(({ buffer }) => buffer);
  });
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}
