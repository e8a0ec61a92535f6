import { expect, test } from 'vitest';
import { hasGrown } from '#workers/heap.ts';

const megabytes = 1e6;

test.each([
  [0, 100, false, 'a small process is never swept'],
  [0, 400, true, 'a first build of many documents is'],
  [365, 500, false, 'an ordinary build leaves it alone'],
  [365, 520, true, 'one that indexed everything again does not'],
  [60, 200, false, 'of a small process much may be added'],
  [2000, 2300, false, 'and of a large one more'],
  [2000, 2900, true, 'but not any amount'],
])('held %i MB, now %i MB: %s, %s', (held, now, expected) => {
  expect(hasGrown(held * megabytes, now * megabytes)).toBe(expected);
});
