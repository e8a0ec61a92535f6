import { describe, expect, test } from 'vitest';
import { useFolders, writeSite } from '../site/harness.ts';
import { reportOf } from '../site/here.ts';
import { mutantOf, readOriginals } from './mutation.ts';

const newFolder = useFolders();
const originals = readOriginals();
const seeds = Array.from({ length: 300 }, (_, index) => index + 1);

test('a seed gives the same mutant again', () => {
  for (const seed of seeds) expect(mutantOf(seed, originals)).toEqual(mutantOf(seed, originals));
});

describe('damaged files', () => {
  test('are each published or named, 300 of them', async () => {
    const mutants = seeds.map((seed) => mutantOf(seed, originals));
    const files = mutants.map(({ name, bytes }) => [`content/${name}`, bytes] as const);
    const site = writeSite(newFolder('mutants'), Object.fromEntries(files));
    const { report } = await reportOf(site, ['--no-cache', '--jobs', '1']);
    const skipped = new Set(report.skipped.map(({ file }) => file));
    expect(report.documents + skipped.size).toBe(mutants.length);
  });
});
