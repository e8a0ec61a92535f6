import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A page that takes longer is not read. */
const longest = 10_000;

/**
 * Finds the text of a page in a thread that can be ended, for there are pages on which no end comes; in this one
 * where no thread may be started, as in a confined build.
 *
 * @returns HTML, or null where no text is found in time
 */
export async function findReadable(html: string): Promise<string | null> {
  const worker = start(html);
  if (worker === null) return (await import('./readable-text.ts')).readableText(html);
  return new Promise((resolve) => {
    const end = (found: string | null) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(found);
    };
    const timer = setTimeout(() => end(null), longest);
    worker.on('message', (found: unknown) => end(typeof found === 'string' ? found : null));
    worker.on('error', () => end(null));
  });
}

function start(html: string): Worker | null {
  // In a package it is JavaScript
  const module = new URL(`./readable-worker${extname(import.meta.url)}`, import.meta.url);
  const resourceLimits = { maxOldGenerationSizeMb: 512 };
  try {
    return new Worker(module, { workerData: html, resourceLimits });
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return null;
    throw problem;
  }
}
