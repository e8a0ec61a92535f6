import { Worker } from 'node:worker_threads';

/** What a thread answers. */
type Answered<Answer> =
  | Readonly<{ outcome: 'answered'; answer: Answer }>
  /** It took too long, took too much memory, broke off, or could not be started. */
  | Readonly<{ outcome: 'slow' | 'large' | 'failed' | 'refused' }>;

/** What is given away goes over without being copied, and is not there any more. */
type Ask<Question, Answer> = (
  question: Question,
  givenAway?: readonly ArrayBuffer[],
) => Promise<Answered<Answer>>;

const mostMemory = { maxOldGenerationSizeMb: 512 };

/**
 * Buffers are not part of what a thread is limited to, and what unpacks to gigabytes lies in them: so it is looked, at
 * intervals in milliseconds, how many bytes the process has grown by.
 */
const mostGrowth = 400 * 2 ** 20;
const interval = 50;

/**
 * A thread for what may come to no end: it is ended then, and started again for the next question. It keeps nobody
 * from ending. One question is asked at a time.
 *
 * @param module that answers each message with one
 * @param longest time of an answer, in milliseconds
 */
export function openThread<Question, Answer>(
  module: URL,
  longest: number,
  isAnswer: (value: unknown) => value is Answer,
): Ask<Question, Answer> {
  let worker: Worker | null = null;
  return async (question, givenAway = []) => {
    worker ??= start(module);
    const own = worker;
    if (own === null) return { outcome: 'refused' };
    const drop = () => {
      worker = null;
      void own.terminate();
    };
    return new Promise((resolve) => {
      const end = (answered: Answered<Answer>) => {
        clearTimeout(timer);
        clearInterval(watch);
        own.off('message', take).off('error', fail).off('exit', fail);
        own.unref();
        if (answered.outcome !== 'answered') drop();
        resolve(answered);
      };
      const take = (answer: unknown) =>
        end(isAnswer(answer) ? { outcome: 'answered', answer } : { outcome: 'failed' });
      const fail = () => end({ outcome: 'failed' });
      const before = process.memoryUsage.rss();
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() > before + mostGrowth) end({ outcome: 'large' });
      }, interval);
      const timer = setTimeout(() => end({ outcome: 'slow' }), longest);
      own.ref();
      own.on('message', take).on('error', fail).on('exit', fail);
      own.postMessage(question, givenAway);
    });
  };
}

function start(module: URL): Worker | null {
  try {
    const worker = new Worker(module, { resourceLimits: mostMemory });
    // Whoever asks hears of it
    worker.on('error', () => {});
    return worker;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return null;
    throw problem;
  }
}
