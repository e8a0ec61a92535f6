import type { WorkerSetup } from './tasks.ts';
import { startThread, type Thread } from './thread.ts';

/**
 * Fewer items are dealt with in one thread: another takes as long to start as some hundred documents to
 * read. Measured on two cores: from 600 documents on two threads win.
 */
export const fewItems = 600;

/** As many as the system gives: what they do not do is done here. */
export function startThreads(setup: WorkerSetup, count: number): Thread[] {
  const threads: Thread[] = [];
  for (let index = 0; index < count; index++) {
    const thread = startThread({ setup, name: String(index) });
    if (thread === null) break;
    threads.push(thread);
  }
  return threads;
}
