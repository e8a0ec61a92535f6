import { openWorkerPool } from '#workers/worker-pool.ts';

export const upwards = openWorkerPool;
