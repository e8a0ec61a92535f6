import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { limits, type Outcome, type Task } from './hostile-shapes.ts';

/** Reads texts in a thread that is ended, and begun anew, where one takes more than it may. */
export type WatchedReader = Readonly<{
  read: (task: Task, milliseconds: number) => Promise<Outcome>;
  close: () => Promise<void>;
}>;

const script = new URL('./reading-thread.ts', import.meta.url);

/** A reader whose thread's heap may grow to so many megabytes. */
export function openWatchedReader(megabytes: number = limits.megabytes): WatchedReader {
  const running: { thread: Worker | null } = { thread: null };

  const close = async () => {
    await running.thread?.terminate();
    running.thread = null;
  };

  const read = async (task: Task, milliseconds: number): Promise<Outcome> => {
    const thread = running.thread ?? (await begin(megabytes));
    running.thread = thread;
    const signal = AbortSignal.timeout(milliseconds);
    try {
      const told = once(thread, 'message', { signal });
      thread.postMessage(task);
      const [outcome] = await told;
      return outcome;
    } catch (problem) {
      await close();
      const reason = signal.aborted ? `not read within ${milliseconds} ms` : String(problem);
      return { fate: 'failed', reason };
    }
  };
  return { read, close };
}

/** Begins a thread and waits until it has warmed up. */
async function begin(megabytes: number): Promise<Worker> {
  const thread = new Worker(script, {
    resourceLimits: { maxOldGenerationSizeMb: megabytes, stackSizeMb: limits.stackMegabytes },
  });
  await once(thread, 'message');
  return thread;
}
