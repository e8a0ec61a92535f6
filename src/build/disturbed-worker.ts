import { parentPort, workerData } from 'node:worker_threads';
import { compareStats, type Expected } from './disturbed.ts';

// A thread of its own that looks at the files of the last build
const expected: Expected = workerData;
parentPort?.postMessage(compareStats(expected));
