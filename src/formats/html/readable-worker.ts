import { parentPort } from 'node:worker_threads';
import { readableText } from './readable-text.ts';

parentPort?.on('message', (html: string) => {
  parentPort?.postMessage({ html: readableText(html) });
});
