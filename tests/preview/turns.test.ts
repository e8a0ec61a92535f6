import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Built, runInTurn } from '#preview/turns.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Runs builds whose outcome is told by what has changed, and notes them. */
function open(outcomes: Readonly<Record<string, Built>>) {
  const built: string[] = [];
  const { request, settled } = runInTurn((changed) => {
    const names = [...changed].join(' ');
    built.push(names || 'all');
    return Promise.resolve(outcomes[names] ?? 'done');
  });
  return { built, settled, save: (...names: string[]) => request(new Set(names)) };
}

const pages = { a: 'whole build follows', b: 'whole build follows' } as const;

test('a whole build follows an edited page when the browser has had time to fetch it', async () => {
  const { built, save, settled } = open(pages);
  save('a');
  await vi.advanceTimersByTimeAsync(0);
  expect(built).toEqual(['a']);
  await vi.runAllTimersAsync();
  await settled();
  expect(built).toEqual(['a', 'all']);
});

test('a save meanwhile does not wait for that time to pass', async () => {
  const { built, save, settled } = open(pages);
  save('a');
  await vi.advanceTimersByTimeAsync(0);
  save('b');
  await vi.advanceTimersByTimeAsync(0);
  expect(built).toEqual(['a', 'b']);
  await vi.runAllTimersAsync();
  await settled();
  expect(built).toEqual(['a', 'b', 'all']);
});

test('what is saved while something is built is built after it, together', async () => {
  const { built, save, settled } = open({});
  save('a');
  save('b');
  save('c');
  await settled();
  expect(built).toEqual(['a', 'b c']);
});
