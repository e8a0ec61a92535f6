import { setImmediate } from 'node:timers/promises';
import { sweepHeap } from './heap.ts';
import { numberShared, type SharedValues, writeJobs } from './job-messages.ts';
import type { Produced, ProduceJob } from './produce.ts';
import type { Tasks, WorkerSetup } from './tasks.ts';
import type { Task, Thread } from './thread.ts';
import { fewItems, startThreads } from './threads.ts';

/** Is told of what has been done of a stage. */
export type OnProgress = (
  stage: 'reading' | 'indexing' | 'writing',
  done: number,
  total: number,
) => void;

/** Does tasks for many items, and gives the results in their order. */
export type WorkerPool = Readonly<{
  read: Spread<'read'>;
  terms: Spread<'terms'>;
  /**
   * Takes the first few jobs at once, and the others when somebody has the time for them: `most` is how
   * many there may be.
   */
  produce: (jobs: Iterable<ProduceJob>, most: number) => Promise<Produced[]>;
  /** Lets the threads give back what their work has left: they would do so only when their heaps grow. */
  rest: () => void;
  /** Ends the threads; what is not done stays undone, and nobody works on it when this resolves. */
  close: () => Promise<void>;
}>;

type Spread<Name extends keyof Tasks> = (
  items: Parameters<Tasks[Name]>[0],
  /** Is told of each batch that is done: of the place of its first item, and the results. */
  onDone?: (first: number, results: Awaited<ReturnType<Tasks[Name]>>) => void,
) => Promise<Awaited<ReturnType<Tasks[Name]>>>;

/** Items that go over to a thread together. */
const batchSize = 64;

/**
 * Heaps grow by half of what lives in them before they are swept, which is much where tens of thousands of
 * items have been dealt with.
 */
const betweenSweeps = 16_000;

/** Values that a thread has at hand; then it is told anew, with numbers from the first on. */
const mostShared = 2000;

/**
 * @param own does the tasks in this thread
 * @param jobs how many threads work side by side, this one among them
 * @param begun threads that were started already; others are where there is much to do and none is there
 */
export function openWorkerPool(
  setup: WorkerSetup,
  own: Tasks,
  jobs: number,
  onProgress: OnProgress,
  begun: readonly Thread[] = [],
): WorkerPool {
  let threads = begun;
  let isClosed = false;
  const running = new Set<Promise<unknown>>();
  const ignore = () => {};
  const sweepAll = () => {
    sweepHeap(true);
    for (const thread of threads) thread.ask({ name: 'rest', keepsCode: true }).catch(ignore);
  };
  const spread = async <Item, Result>(
    label: Parameters<OnProgress>[0],
    items: Iterable<Item>,
    most: number,
    taskOf: (items: readonly Item[], thread: Thread) => Task,
    here: (items: readonly Item[]) => readonly Result[] | Promise<readonly Result[]>,
    onDone: (first: number, results: Result[]) => void,
  ): Promise<Result[]> => {
    const { isMany, batches } = cut(items);
    const results: (readonly Result[])[] = [];
    let done = 0;
    const finish = (batch: number, made: readonly Result[]) => {
      results[batch] = made;
      done += made.length;
      onDone(batch * batchSize, [...made]);
      onProgress(label, done, most);
      if (done % betweenSweeps < made.length && done >= betweenSweeps) sweepAll();
    };
    const problems: unknown[] = [];
    /** Works off the queue. The first problem leaves nothing to do for the others. */
    const work = async (one: (some: readonly Item[], batch: number) => Promise<void>) => {
      try {
        for (const [batch, some] of batches) {
          if (isClosed || problems.length > 0) return;
          await one(some, batch);
        }
      } catch (problem) {
        // Of a thread that was sent home it is none
        if (!isClosed) problems.push(problem);
      }
    };
    const workHere = async (some: readonly Item[], batch: number) => {
      finish(batch, await here(some));
      // What other threads have done is looked at between two batches
      await setImmediate();
    };
    if (!isClosed && jobs > 1 && isMany && threads.length === 0) {
      threads = startThreads(setup, jobs - 1);
    }
    const helping = isMany ? threads : [];
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
    if (isClosed) throw new Error('the pool was sent home before its work was done');
    return results.flat();
  };
  return {
    read: (items, onDone = ignore) =>
      spread(
        'reading',
        items,
        items.length,
        (some) => ({ name: 'read', items: some }),
        own.read,
        onDone,
      ),
    terms: (items, onDone = ignore) =>
      spread(
        'indexing',
        items,
        items.length,
        (some) => ({ name: 'terms', items: some }),
        own.terms,
        onDone,
      ),
    produce: (items, most) => {
      const shared: SharedValues = new Map();
      const sent = new Map<Thread, Set<number>>();
      const taskOf = (some: readonly ProduceJob[], thread: Thread): Task => {
        // What pages share with their neighbours alone is of no more use to those that follow
        if (shared.size > mostShared) {
          shared.clear();
          sent.clear();
        }
        numberShared(some, shared);
        const known = sent.get(thread) ?? new Set();
        sent.set(thread, known);
        return { name: 'produce', items: writeJobs(some, shared, known) };
      };
      return spread('writing', items, most, taskOf, own.produce, ignore);
    },
    rest() {
      for (const thread of threads) thread.ask({ name: 'rest', keepsCode: false }).catch(ignore);
    },
    async close() {
      isClosed = true;
      await Promise.all(threads.map((thread) => thread.close()));
      await Promise.all(running);
    },
  };
}

/** Batches of items with their numbers. The items behind the first few are taken when they are asked for. */
function cut<Item>(items: Iterable<Item>): {
  isMany: boolean;
  batches: Iterable<[number, Item[]]>;
} {
  const behind = Iterator.from(items);
  const first = take(behind, fewItems);
  const all = chain(first, behind);
  function* batches(): Generator<[number, Item[]], void> {
    for (let number = 0; ; number++) {
      const some = take(all, batchSize);
      if (some.length === 0) return;
      yield [number, some];
    }
  }
  return { isMany: first.length === fewItems, batches: batches() };
}

function* chain<Item>(first: Iterable<Item>, behind: Iterable<Item>): Generator<Item, void> {
  yield* first;
  yield* behind;
}

function take<Item>(iterator: Iterator<Item>, count: number): Item[] {
  const taken: Item[] = [];
  while (taken.length < count) {
    const next = iterator.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}
