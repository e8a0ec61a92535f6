import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { differences, step } from './histories.ts';

const folder = mkdtempSync(join(tmpdir(), 'guidang-histories-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('after any series of edits a build is what a build without a cache gives', () => {
  test.each(['processes', 'watch'] as const)('in %s', { timeout: 300_000 }, async (mode) => {
    const histories = fc.array(step, { minLength: 8, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        expect(await differences(join(folder, mode), steps, 5, mode)).toEqual([]);
      }),
      { numRuns: 8, seed: 20261124 },
    );
  });
});
