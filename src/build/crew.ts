import { setImmediate } from 'node:timers/promises';
import { findShared, writeJobs } from './job-messages.ts';
import type { OnProgress } from './read.ts';
import type { Equipment, Tasks } from './tasks.ts';
import { startThread, type Task, type Thread } from './thread.ts';

/** Does tasks for many items, and gives the results in their order. */
export type Crew = Readonly<{
  read: Spread<'read'>;
  terms: Spread<'terms'>;
  produce: Spread<'produce'>;
  /** Ends the threads; what is not done stays undone, and nobody works on it when this resolves. */
  close: () => Promise<void>;
}>;

type Spread<Name extends keyof Tasks> = (
  items: Parameters<Tasks[Name]>[0],
  /** Is told of each batch that is done: of the place of its first item, and the results. */
  onDone?: (first: number, results: ReturnType<Tasks[Name]>) => void,
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
 * @param jobs how many threads work side by side, this one among them
 */
export function openCrew(
  equipment: Equipment,
  own: Tasks,
  jobs: number,
  onProgress: OnProgress,
): Crew {
  let threads: readonly Thread[] = [];
  let isClosed = false;
  const running = new Set<Promise<unknown>>();
  const spread = async <Item, Result>(
    label: string,
    items: readonly Item[],
    taskOf: (items: readonly Item[], thread: Thread) => Task,
    here: (items: readonly Item[]) => readonly Result[],
    onDone: (first: number, results: Result[]) => void,
  ): Promise<Result[]> => {
    const batches = cut(items);
    const results: (readonly Result[])[] = [];
    let done = 0;
    const finish = (batch: number, made: readonly Result[]) => {
      results[batch] = made;
      done += made.length;
      onDone(batch * batchSize, [...made]);
      onProgress(label, done, items.length);
    };
    const queue = batches.entries();
    const problems: unknown[] = [];
    /** Works off the queue. The first problem leaves nothing to do for the others. */
    const work = async (one: (some: readonly Item[], batch: number) => Promise<void>) => {
      try {
        for (const [batch, some] of queue) {
          if (isClosed || problems.length > 0) return;
          await one(some, batch);
        }
      } catch (problem) {
        // Of a thread that was sent home it is none
        if (!isClosed) problems.push(problem);
      }
    };
    const workHere = async (some: readonly Item[], batch: number) => {
      finish(batch, here(some));
      // What other threads have done is looked at between two batches
      await setImmediate();
    };
    if (!isClosed && jobs > 1 && items.length >= fewItems && threads.length === 0) {
      threads = startThreads(equipment, jobs - 1);
    }
    const helping = items.length < fewItems ? [] : threads;
    const workIn = (thread: Thread) => async (some: readonly Item[], batch: number) => {
      finish(batch, await thread.ask(taskOf(some, thread)));
    };
    // Each of the others has the next batch before it is done with the last
    const workers = [...[...helping, ...helping].map(workIn), workHere];
    const all = Promise.all(workers.map(work));
    running.add(all);
    // Whoever hears of a problem may begin anew: nobody then works on
    await all;
    running.delete(all);
    if (problems.length > 0) throw problems[0];
    if (isClosed) throw new Error('the crew was sent home before its work was done');
    return results.flat();
  };
  const ignore = () => {};
  return {
    read: (items, onDone = ignore) =>
      spread('reading', items, (some) => ({ name: 'read', items: some }), own.read, onDone),
    terms: (items, onDone = ignore) =>
      spread('indexing', items, (some) => ({ name: 'terms', items: some }), own.terms, onDone),
    produce: (items, onDone = ignore) => {
      const shared = findShared(items);
      const sent = new Map<Thread, Set<number>>();
      const taskOf = (some: typeof items, thread: Thread): Task => {
        const known = sent.get(thread) ?? new Set();
        sent.set(thread, known);
        return { name: 'produce', items: writeJobs(some, shared, known) };
      };
      return spread('writing', items, taskOf, own.produce, onDone);
    },
    async close() {
      isClosed = true;
      await Promise.all(threads.map((thread) => thread.close()));
      await Promise.all(running);
    },
  };
}

/** As many as the system gives: what they do not do is done here. */
function startThreads(equipment: Equipment, count: number): Thread[] {
  const threads: Thread[] = [];
  for (let index = 0; index < count; index++) {
    const thread = startThread({ equipment, name: String(index) });
    if (thread === null) break;
    threads.push(thread);
  }
  return threads;
}

function cut<Item>(items: readonly Item[]): (readonly Item[])[] {
  const count = Math.ceil(items.length / batchSize);
  return Array.from({ length: count }, (_, index) => {
    return items.slice(index * batchSize, (index + 1) * batchSize);
  });
}
