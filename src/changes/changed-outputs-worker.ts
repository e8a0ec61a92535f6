import { parentPort, workerData } from 'node:worker_threads';
import type { Begin } from '#workers/start-worker.ts';
import { compareStats, type Expected } from './changed-outputs.ts';

// A thread of its own that looks at the files of the last build
const { data }: Begin<Expected> = workerData;
parentPort?.postMessage(compareStats(data));
