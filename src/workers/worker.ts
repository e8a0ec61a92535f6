import { parentPort, workerData } from 'node:worker_threads';
import { serve } from './serve-tasks.ts';
import type { Begin } from './start-worker.ts';
import type { Request, WorkerData } from './thread.ts';

// A thread of its own that does tasks for the build, one after the other
const { data }: Begin<WorkerData> = workerData;
const answer = serve(data);
let last = Promise.resolve();
parentPort?.on('message', (request: Request) => {
  last = last.then(async () => {
    const { reply, transfer } = await answer(request);
    parentPort?.postMessage(reply, transfer);
  });
});
