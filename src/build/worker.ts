import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Request, WorkerData } from './thread.ts';

// A thread of its own that does tasks for the build
enableCompileCache();
const { serve } = await import('./serve-tasks.ts');
const data: WorkerData = workerData;
const answer = serve(data);
parentPort?.on('message', (request: Request) => {
  const { reply, transfer } = answer(request);
  parentPort?.postMessage(reply, transfer);
});
