import { DamagedPack } from '#store/packs.ts';
import type { JobMessage } from './job-messages.ts';
import { startWorker } from './start-worker.ts';
import type { Tasks, WorkerSetup } from './tasks.ts';

/** A batch of items of one task. */
export type Task =
  | Readonly<{ name: 'read'; items: Parameters<Tasks['read']>[0] }>
  | Readonly<{ name: 'terms'; items: Parameters<Tasks['terms']>[0] }>
  | Readonly<{ name: 'produce'; items: JobMessage }>
  /** To let go of what the work before has left. */
  | Readonly<{ name: 'rest'; keepsCode: boolean }>;

export type Request = Readonly<{ number: number; task: Task }>;

/** The results in the order of the items, or what was found damaged. */
export type Reply<Result = unknown> = Readonly<
  { number: number; results: readonly Result[] } | { number: number; damaged: string }
>;

export type WorkerData = Readonly<{ setup: WorkerSetup; name: string }>;

export type Thread = Readonly<{
  /**
   * Gives what the task of that name gives; what comes over from a thread has no type of its own.
   *
   * @throws DamagedPack
   */
  ask: (task: Task) => Promise<readonly never[]>;
  close: () => Promise<void>;
}>;

/** Starts a thread of its own; null where the system gives none. */
export function startThread(data: WorkerData): Thread | null {
  const worker = startWorker(import.meta, 'worker', data);
  if (worker === null) return null;
  let ended: unknown = null;
  const waiting = new Map<number, PromiseWithResolvers<readonly never[]>>();
  worker.on('message', (reply: Reply<never>) => {
    const asked = waiting.get(reply.number);
    waiting.delete(reply.number);
    if ('damaged' in reply) asked?.reject(new DamagedPack(reply.damaged));
    else asked?.resolve(reply.results);
  });
  // Nobody may wait for a thread that is gone
  const end = (problem: unknown) => {
    ended ??= problem;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('a thread of the build has ended')));
  let number = 0;
  return {
    ask(task) {
      if (ended !== null) return Promise.reject(ended);
      number++;
      const asked = Promise.withResolvers<readonly never[]>();
      waiting.set(number, asked);
      const request: Request = { number, task };
      worker.postMessage(request);
      return asked.promise;
    },
    async close() {
      await worker.terminate();
    },
  };
}
