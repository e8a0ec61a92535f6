import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashFile, haveSameBytes } from '#output/file-bytes.ts';
import { openWriter } from '#output/publish.ts';

const portion = 1 << 20;
let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guidang-bytes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function bytesOf(length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, index) => index % 251));
}

describe.each([0, 1, portion - 1, portion, portion + 1, 2 * portion + 7])(
  'a file of %i bytes',
  (length) => {
    test('has the SHA-256 of all its bytes', () => {
      const bytes = bytesOf(length);
      writeFileSync(at('one'), bytes);
      expect(hashFile(at('one'))).toBe(createHash('sha256').update(bytes).digest('hex'));
    });

    test('equals itself, and none with another last byte, one more or one less', () => {
      const bytes = bytesOf(length);
      writeFileSync(at('one'), bytes);
      writeFileSync(at('same'), bytes);
      expect(haveSameBytes(at('one'), at('same'))).toBe(true);
      const longer = Buffer.concat([bytes, Buffer.from([9])]);
      const others: Buffer[] = [longer];
      if (length > 0) {
        others.push(bytes.subarray(0, -1), Buffer.from(bytes).fill(252, length - 1));
      }
      for (const other of others) {
        writeFileSync(at('other'), other);
        expect(haveSameBytes(at('one'), at('other'))).toBe(false);
        expect(haveSameBytes(at('other'), at('one'))).toBe(false);
      }
    });
  },
);

test('a copied file of more than 2 GiB, which no buffer holds, is published with its digest', () => {
  // Sparse: it takes no room of the disk, and its copy little more
  const descriptor = openSync(at('film.mp4'), 'w');
  ftruncateSync(descriptor, 2 ** 31 + 1);
  closeSync(descriptor);
  const writer = openWriter(at('public'), 'test');
  const { outcome, sha256 } = writer.put('film.mp4', { copyOf: at('film.mp4') });
  writer.close();
  expect(outcome).toBe('written');
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
}, 60_000);
