import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { decode } from '#formats/decode.ts';
import { listFiles, listPages, readPage, root, useFolders, writeSite } from './harness.ts';
import { reportOf } from './here.ts';

/* An English site shows no Chinese but the words of its documents. */

const newFolder = useFolders();
const han = /[\u3400-\u9fff]+/g;

let output: string;
/** The words of all documents, without what stands between their characters. */
let words: string;

beforeAll(async () => {
  const content = join(root, 'content');
  const site = writeSite(newFolder('english'), {
    'site.config.yaml': 'locale: en\ntitle: Archive\nprivacy: redact\npageSize: 10\n',
    ...Object.fromEntries(
      listFiles(content).map((path) => [`content/${path}`, readFileSync(join(content, path))]),
    ),
    'content/private.md':
      '---\ntitle: Contacts\ndate: 2024-01-01\nwithdrawn-date: 2024-02-02\n---\n13812345678, a.b@example.cn, 11010519491231002X\n',
    'content/gone.md': '---\ntitle: Gone\nwithdrawn: wrong\n---\nText.\n',
    'content/table.md':
      '---\ntitle: Table\naliases: [former]\n---\n## Part\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
  });
  await reportOf(site);
  ({ output } = site);
  words = listFiles(content)
    .filter((path) => /\.(?:md|txt|yaml)$/.test(path))
    .map((path) => decode(readFileSync(join(content, path))).text?.replace(/[^\u3400-\u9fff]/g, ''))
    .join('\n');
});

/** Chinese words that no document has. */
const foreign = (text: string) => [
  ...new Set((text.match(han) ?? []).filter((run) => !words.includes(run))),
];

test('in no page of any type: texts, titles and labels', () => {
  const pages = listPages(output);
  expect(pages.length).toBeGreaterThan(240);
  const found = pages.flatMap((path) =>
    foreign(readPage(output, path)).map((run) => `${path}: ${run}`),
  );
  expect(found).toEqual([]);
});

test.each([
  'feed.xml',
  'sitemap.xml',
  'assets/reading.js',
  'assets/search-box.js',
  'assets/quiz.js',
])('in %s', (path) => {
  // What scripts look for in the texts of documents is no text of theirs
  const own = readPage(output, path).replace(
    /\/[^/\n]*[\u3400-\u9fff][^/\n]*\/[a-z]*|`[对错]`/g,
    '',
  );
  expect(foreign(own)).toEqual([]);
});
