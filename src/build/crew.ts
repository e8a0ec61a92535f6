import { setImmediate } from 'node:timers/promises';
import type { OnProgress } from './read.ts';
import type { Equipment, Tasks } from './tasks.ts';
import { startThread, type Task, type Thread } from './thread.ts';

/** Does tasks for many items, and gives the results in their order. */
export type Crew = Readonly<{
  read: Spread<'read'>;
  terms: Spread<'terms'>;
  produce: Spread<'produce'>;
  close: () => Promise<void>;
}>;

type Spread<Name extends keyof Tasks> = (
  items: Parameters<Tasks[Name]>[0],
) => Promise<ReturnType<Tasks[Name]>>;

/** Items that go over to a thread together. */
const batchSize = 64;

/**
 * Fewer items are dealt with here: a thread takes as long to start as some hundred documents to read.
 * Measured on two cores: from 600 documents on two threads win.
 */
const fewItems = 600;

/**
 * @param own does the tasks in this thread
 * @param jobs how many threads work side by side; with one all is done here
 */
export function openCrew(
  equipment: Equipment,
  own: Tasks,
  jobs: number,
  onProgress: OnProgress,
): Crew {
  let threads: readonly Thread[] = [];
  const spread = async <Item, Result>(
    label: string,
    items: readonly Item[],
    taskOf: (items: readonly Item[]) => Task,
    here: (items: readonly Item[]) => readonly Result[],
  ): Promise<Result[]> => {
    const batches = cut(items);
    const results: (readonly Result[])[] = [];
    let done = 0;
    const finish = (batch: number, made: readonly Result[]) => {
      results[batch] = made;
      done += made.length;
      onProgress(label, done, items.length);
    };
    if (jobs < 2 || items.length < fewItems) {
      for (const [batch, some] of batches.entries()) {
        finish(batch, here(some));
        await setImmediate();
      }
      return results.flat();
    }
    if (threads.length === 0) threads = startThreads(equipment, jobs);
    const queue = batches.entries();
    const work = async (thread: Thread) => {
      for (const [batch, some] of queue) finish(batch, await thread.ask(taskOf(some)));
    };
    // Each has the next batch before it is done with the last
    await Promise.all([...threads, ...threads].map(work));
    return results.flat();
  };
  return {
    read: (items) => spread('reading', items, (some) => ({ name: 'read', items: some }), own.read),
    terms: (items) =>
      spread('indexing', items, (some) => ({ name: 'terms', items: some }), own.terms),
    produce: (items) =>
      spread('writing', items, (some) => ({ name: 'produce', items: some }), own.produce),
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

function startThreads(equipment: Equipment, count: number): Thread[] {
  return Array.from({ length: count }, (_, index) =>
    startThread({ equipment, name: String(index) }),
  );
}

function cut<Item>(items: readonly Item[]): (readonly Item[])[] {
  const count = Math.ceil(items.length / batchSize);
  return Array.from({ length: count }, (_, index) => {
    return items.slice(index * batchSize, (index + 1) * batchSize);
  });
}
