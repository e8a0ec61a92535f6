import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../site/harness.ts';
import { killBuilds } from './kills.ts';

const folder = mkdtempSync(join(tmpdir(), 'guidang-kills-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The full form, 500 kills and 2,000 documents too, is `tests/torture/kills.ts`. */
test('a build killed at any moment leaves whole files, and the next repairs the rest', {
  timeout: 300_000,
}, async () => {
  const { losses, killed, repairs } = await killBuilds(folder, join(root, 'content'), 12, 20261127);
  expect(losses).toEqual([]);
  expect(Object.values(killed).reduce((sum, count) => sum + count)).toBe(12);
  expect(repairs).toBeGreaterThan(0);
});
