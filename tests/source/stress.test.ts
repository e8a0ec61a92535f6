import { afterAll, expect, test } from 'vitest';
import { limits } from './hostile-shapes.ts';
import { fillers, forms } from './stress-texts.ts';
import { openWatchedReader } from './watched-reader.ts';

const reader = openWatchedReader();
afterAll(() => reader.close());

/** Half a kilobyte shows what breaks; what is slow shows in a megabyte of some (below) or of all (torture). */
test('every hostile filler is published or named in every form', async () => {
  for (const { name: form } of forms) {
    for (const { name: filler } of fillers) {
      const outcome = await reader.read({ filler, form, size: 512 }, limits.milliseconds);
      expect(outcome, `${form} of ${filler}`).not.toHaveProperty('fate', 'failed');
    }
  }
}, 300_000);

/** A reader that looks through the text again from each of its places takes minutes for one of them. */
test('a megabyte of a hostile filler is read in every third form', async () => {
  for (const [index, { name: form }] of forms.entries()) {
    if (index % 3 !== 0) continue;
    // Another filler for each form, the same in each run
    const filler = fillers[(index * 7) % fillers.length]?.name ?? '';
    const outcome = await reader.read({ filler, form, size: 2 ** 20 }, limits.shapeMilliseconds);
    expect(outcome, `${form} of ${filler}`).not.toHaveProperty('fate', 'failed');
  }
}, 300_000);
