import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lookAtOutputs } from '#changes/changed-outputs.ts';
import { outputStat } from '#output/output-stat.ts';

const place = mkdtempSync(join(tmpdir(), 'guidang-changedOutputs-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const known = (stat: string) => ({ key: '', fingerprint: '', stat, sha256: '' });

describe.each([
  ['in this thread', 3],
  ['in a thread of its own', 5000],
])('a look at outputs %s', (name, count) => {
  test('tells those that are gone, changed or cannot be looked at', async () => {
    const output = join(place, name);
    mkdirSync(output);
    const paths = Array.from({ length: count }, (_, index) => `${index}.html`);
    for (const path of paths) writeFileSync(join(output, path), 'as it was left');
    const outputs = new Map(paths.map((path) => [path, known(outputStat(join(output, path)))]));
    writeFileSync(join(output, '1.html'), 'changed');
    // A loop of links: the system gives ELOOP
    symlinkSync('round', join(output, 'round'));
    outputs.set('round/page.html', known('14 1'));
    // It could not be looked at when it was written either
    outputs.set('round/other.html', known(''));
    outputs.set('gone.html', known('14 1'));
    const { changedOutputs } = lookAtOutputs(output, outputs, 2);
    const expected = ['1.html', 'round/page.html', 'round/other.html', 'gone.html'];
    expect([...(await changedOutputs)]).toEqual(expected);
  });
});
