import { parentPort } from 'node:worker_threads';
import { readPages } from './pages.ts';

parentPort?.on('message', async (data: Uint8Array) => {
  parentPort?.postMessage(await readPages(data));
});
