import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * What a thread begins with: JavaScript, since types are stripped of imported modules alone by what was
 * compiled before. To strip them anew takes as long as all else that a thread does first.
 */
const beginning = `
  const { workerData } = require('node:worker_threads');
  const cache = process.env.NODE_COMPILE_CACHE ?? '';
  // Without a folder Node would choose one that others can write to
  if (cache !== '') require('node:module').enableCompileCache(cache);
  import(workerData.module);
`;

/** The system's, that has no more threads or no room for them, and the permission model's. */
const refusals = ['ERR_WORKER_INIT_FAILED', 'ERR_WORKER_OUT_OF_MEMORY', 'ERR_ACCESS_DENIED'];

/** What a worker's module finds as its `workerData`. */
export type Begin<Data> = Readonly<{ module: string; data: Data }>;

/**
 * Starts a thread; null where none can be had: then its work is for this one.
 *
 * @param beside the `import.meta` of the module that its own lies beside
 * @param name of its module, in the sources or in what was made of them for packing
 */
export function startWorker<Data>(
  beside: Pick<ImportMeta, 'url'>,
  name: string,
  data: Data,
): Worker | null {
  const { href } = new URL(`./${name}${extname(beside.url)}`, beside.url);
  const workerData: Begin<Data> = { module: href, data };
  try {
    return new Worker(beginning, { eval: true, workerData });
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem)) throw problem;
    if (!refusals.includes(String(problem.code))) throw problem;
    return null;
  }
}
