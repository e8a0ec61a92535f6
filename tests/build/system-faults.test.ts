import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { systemFault } from '#build/system-faults.ts';

test('a thread without memory is told, with what to do', async () => {
  const hoard = 'const all = []; for (;;) all.push(new Array(1000).fill(all.length));';
  const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 };
  const [problem] = await once(new Worker(hoard, { eval: true, resourceLimits }), 'error').catch(
    (thrown: unknown) => [thrown],
  );
  expect(systemFault(problem, 'the build was broken off')).toMatchObject({
    severity: 'error',
    message: 'the build was broken off: a thread had no memory left',
    hint: expect.stringContaining('--jobs'),
  });
});

test('a fault of ours is none of the system', () => {
  expect(systemFault(new TypeError('x is not a function'), 'the build')).toBe(null);
});
