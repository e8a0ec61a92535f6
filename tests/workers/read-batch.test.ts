import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMarkdown } from '#render/markdown.ts';
import { discover } from '#source/discover.ts';
import { createPack } from '#store/packs.ts';
import { readBatch } from '#workers/read-batch.ts';
import { reader } from '../spec/read.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guidang-batch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a fault of the reader in one file is told, and the others are read', async () => {
  for (const name of ['a.txt', 'b.md', 'c.txt']) writeFileSync(join(folder, name), '*讲话*\n');
  const markdown = createMarkdown();
  markdown.core.ruler.push('faulty', () => {
    throw new RangeError('Maximum call stack size exceeded');
  });
  const jobs = discover(folder).files.map((file) => ({ file, sidecar: null, known: null }));
  const pack = createPack(folder);
  const results = await readBatch(jobs, { ...reader, markdown }, pack);
  pack.close();
  expect(results.map(({ outcome }) => outcome)).toEqual(['read', 'unreadable', 'read']);
  expect(results[1]).toMatchObject({
    diagnostics: [
      {
        severity: 'error',
        rule: 'reader-fault',
        message: { problem: 'RangeError: Maximum call stack size exceeded' },
        place: { file: 'b.md' },
      },
    ],
  });
});
