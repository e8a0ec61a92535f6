import type { JobMessage } from './job-messages.ts';
import { DamagedPack } from './packs.ts';
import { startWorker } from './start-worker.ts';
import type { Equipment, Tasks } from './tasks.ts';

/** A batch of items of one task. */
export type Task =
  | Readonly<{ name: 'read'; items: Parameters<Tasks['read']>[0] }>
  | Readonly<{ name: 'terms'; items: Parameters<Tasks['terms']>[0] }>
  | Readonly<{ name: 'produce'; items: JobMessage }>;

export type Request = Readonly<{ number: number; task: Task }>;

/** The results in the order of the items, or what was found damaged. */
export type Reply<Result = unknown> = Readonly<
  { number: number; results: readonly Result[] } | { number: number; damaged: string }
>;

export type WorkerData = Readonly<{ equipment: Equipment; name: string }>;

export type Thread = Readonly<{
  /**
   * Gives what the task of that name gives; what comes over from a thread has no type of its own.
   *
   * @throws DamagedPack
   */
  ask: (task: Task) => Promise<readonly never[]>;
  close: () => Promise<void>;
}>;

/** Starts a thread of its own. */
export function startThread(data: WorkerData): Thread {
  const worker = startWorker('worker', data);
  const waiting = new Map<number, PromiseWithResolvers<readonly never[]>>();
  worker.on('message', (reply: Reply<never>) => {
    const asked = waiting.get(reply.number);
    waiting.delete(reply.number);
    if ('damaged' in reply) asked?.reject(new DamagedPack(reply.damaged));
    else asked?.resolve(reply.results);
  });
  worker.on('error', (problem) => {
    for (const { reject } of waiting.values()) reject(problem);
  });
  let number = 0;
  return {
    ask(task) {
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
