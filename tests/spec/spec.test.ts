import { expect, test } from 'vitest';
import { judgeAll } from './judge.ts';

test.each(judgeAll().map((verdict) => [verdict.part, verdict] as const))(
  'every case of %s.json is read as it says',
  (_part, { cases, misses }) => {
    expect(cases).toBeGreaterThan(0);
    expect(misses.join('\n')).toBe('');
  },
);
