import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatManifest, manifestName, readManifest } from '#output/manifest.ts';
import { useFolders } from '../site/harness.ts';

const newFolder = useFolders();

/** What the next build reads of a manifest with this text. */
function readBack(text: string): string[] {
  const folder = newFolder('manifest');
  writeFileSync(join(folder, manifestName), text);
  return [...readManifest(folder)];
}

describe('no path becomes two, or another one', () => {
  test.each([
    ['a line feed', 'files/a\nCNAME'],
    ['a carriage return', 'files/a\rCNAME'],
    ['both', 'files/a\r\nCNAME'],
    ['a percent sign', 'files/100%.png'],
    ['what looks encoded', 'files/a%0ACNAME'],
    ['what looks encoded twice', 'files/a%250a%25'],
    ['Chinese', 'files/归档 图.png'],
  ])('%s in it', (_, path) => {
    expect(readBack(formatManifest([path, 'index.html']))).toEqual([path, 'index.html']);
  });
});

test('a manifest of an earlier version, which encoded nothing, is read as before', () => {
  const [head] = formatManifest([]).split('\n');
  const paths = ['files/归档 图.png', 'index.html'];
  expect(readBack([head, ...paths, ''].join('\n'))).toEqual(paths);
});

test.each(['/etc/passwd', '../a', 'a/../../b', 'a\\..\\b', ''])(
  'the path %j is nobody’s to remove',
  (path) => {
    expect(readBack(formatManifest([path, 'index.html']))).toEqual(['index.html']);
  },
);
