import { parentPort } from 'node:worker_threads';
import { hasErrors } from '#diagnostics/diagnostic.ts';
import { understandSchema } from '#site/schema.ts';
import { openZone } from '#site/zone.ts';
import { createReader } from '#workers/reader.ts';
import { readText } from '../spec/read.ts';
import { hostileShapes, type Outcome, type Task, textOfShape } from './hostile-shapes.ts';
import { largeTexts } from './large-texts.ts';
import { mutantOf, readOriginals } from './mutation.ts';
import { textOfStress, withName } from './stress-texts.ts';

/** A thread that reads what it is asked to; the one that asks ends it when it takes too long. */
const originals = readOriginals();
const reader = createReader({
  title: '',
  description: '',
  origin: 'https://archive.example',
  basePath: '/',
  locale: 'zh-CN',
  zone: openZone('Asia/Shanghai'),
  pageSize: 50,
  navigation: null,
  popular: { count: 1 },
  feed: { count: 1 },
  footer: '',
  publish: [],
  lists: [],
  rates: { reading: 300, speaking: 200 },
  search: true,
  understand: understandSchema.parse({}),
  originals: 'keep',
  privacy: 'warn',
  check: {},
  now: '2025-01-01T00:00:00',
});

// What the first texts take is the compiler's time: it is over before anything is measured
for (const { name, bytes } of originals) readText(name, bytes, null, reader);
parentPort?.on('message', (task: Task) => parentPort?.postMessage(readTask(task)));
parentPort?.postMessage('ready');

function readTask(task: Task): Outcome {
  const { name, made, bytes } = textOf(task);
  const begun = process.threadCpuUsage();
  try {
    const { document, diagnostics } = readText(name, bytes, null, reader);
    const { user, system } = process.threadCpuUsage(begun);
    const milliseconds = (user + system) / 1000;
    if (document !== null) return { fate: 'published', milliseconds };
    if (hasErrors(diagnostics)) return { fate: 'named', milliseconds };
    return { fate: 'failed', reason: `${made}: neither published nor named` };
  } catch (problem) {
    return {
      fate: 'failed',
      reason: `${made}: ${problem instanceof Error ? problem.stack : problem}`,
    };
  }
}

function textOf(task: Task): Readonly<{ name: string; made: string; bytes: Buffer }> {
  if ('seed' in task) return mutantOf(task.seed, originals);
  if ('filler' in task) return { made: `${task.form} of ${task.filler}`, ...textOfStress(task) };
  if ('large' in task) {
    const { file, make } = withName(largeTexts, task.large);
    return { name: file, made: task.large, bytes: Buffer.from(make()) };
  }
  const shape = withName(hostileShapes, task.shape);
  return { name: shape.file, made: shape.name, bytes: textOfShape(shape, task.size) };
}
