import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { systemFault } from '#diagnostics/system-faults.ts';

test('a thread without memory is told, with what to do', async () => {
  const hoard = 'const all = []; for (;;) all.push(new Array(1000).fill(all.length));';
  const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 };
  const [problem] = await once(new Worker(hoard, { eval: true, resourceLimits }), 'error').catch(
    (thrown: unknown) => [thrown],
  );
  expect(systemFault(problem, { is: 'building' })).toEqual({
    severity: 'error',
    rule: 'memory',
    message: { says: 'memory', undone: { is: 'building' } },
  });
});

test('a fault of ours is none of the system', () => {
  expect(systemFault(new TypeError('x is not a function'), { is: 'building' })).toBe(null);
});
