import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, readPage, root, useFolders } from './harness.ts';

const newFolder = useFolders();

let output: string;

beforeAll(() => {
  const content = join(root, 'tests/fixtures/sites/small/content');
  output = join(newFolder('golden'), 'public');
  const { status, report } = buildSite({ content, output });
  expect(report.problems).toEqual([]);
  expect(status).toBe(0);
});

/** Whole pages as they are to be; `vitest run -u` writes them anew, for a reviewer to read. */
describe('whole pages of a site with three documents', () => {
  test.each([
    ['document', 'documents/2023-chunzhong/index.html'],
    ['plain-text', 'documents/hui-yi-ji-lu/index.html'],
    ['table', 'documents/renwubiao/index.html'],
    ['popular', 'popular/index.html'],
    ['list', 'tags/zhi-shu/index.html'],
    ['home', 'index.html'],
    ['redirect', 'documents/old-spring/index.html'],
    ['feed', 'feed.xml'],
  ])('%s', async (name, path) => {
    const ending = path.endsWith('.xml') ? 'xml' : 'html';
    await expect(readPage(output, path)).toMatchFileSnapshot(`golden/${name}.${ending}`);
  });
});
