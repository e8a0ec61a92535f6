import { parentPort, workerData } from 'node:worker_threads';
import { serve } from './serve-tasks.ts';
import type { Begin } from './start-worker.ts';
import type { Request, WorkerData } from './thread.ts';

// A thread of its own that does tasks for the build
const { data }: Begin<WorkerData> = workerData;
const answer = serve(data);
parentPort?.on('message', (request: Request) => {
  const { reply, transfer } = answer(request);
  parentPort?.postMessage(reply, transfer);
});
