import { parentPort, workerData } from 'node:worker_threads';
import { compareStats, type Expected } from './disturbed.ts';
import type { Begin } from './start-worker.ts';

// A thread of its own that looks at the files of the last build
const { data }: Begin<Expected> = workerData;
parentPort?.postMessage(compareStats(data));
