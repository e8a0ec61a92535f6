import { expect, test } from 'vitest';
import { createMarkdown } from '#render/markdown.ts';
import { openZone } from '#site/zone.ts';
import { readDocument } from '#source/reading.ts';

const reader = {
  markdown: createMarkdown(),
  zone: openZone('Asia/Shanghai'),
  locale: 'zh-CN',
} as const;

function read(file: string, text: string) {
  const { document } = readDocument(file, Buffer.from(text), null, reader);
  return { title: document?.summary.title, body: Buffer.from(document?.body ?? []).toString() };
}

test.each([
  [
    'the front matter',
    '---\ntitle: 甲\n---\n# 乙\n\n正文。',
    '甲',
    '<h2 id="s1">乙</h2>\n<p>正文。</p>\n',
  ],
  ['the front matter, said again', '---\ntitle: 甲\n---\n# 甲\n\n正文。', '甲', '<p>正文。</p>\n'],
  ['the heading above all others', '# 甲\n\n## 乙', '甲', '<h2 id="s1">乙</h2>\n'],
  [
    'the first of equal headings, which stays',
    '# 甲\n\n# 乙',
    '甲',
    '<h2 id="s1">甲</h2>\n<h2 id="s2">乙</h2>\n',
  ],
  [
    'a heading further down, which stays',
    '正文。\n\n# 甲',
    '甲',
    '<p>正文。</p>\n<h2 id="s1">甲</h2>\n',
  ],
  ['the file', '正文。', 'name', '<p>正文。</p>\n'],
])('the title comes from %s', (_where, text, title, body) => {
  expect(read('folder/name.md', text)).toEqual({ title, body });
});

test.each([
  ['its first line', '甲\n正文。', '甲', '<p>正文。</p>\n'],
  [
    'the file, where it opens with an address',
    '同志们：\n正文。',
    'name',
    '<p>同志们：</p>\n<p>正文。</p>\n',
  ],
  [
    'the file, where it opens with a sentence',
    '今天开会。\n正文。',
    'name',
    '<p>今天开会。</p>\n<p>正文。</p>\n',
  ],
])('the title of a plain text comes from %s', (_where, text, title, body) => {
  expect(read('name.txt', text)).toEqual({ title, body });
});

test.each([
  ['2024-08-28T00:57:57Z', '2024-08-28T08:57:57'],
  ['2024-08-28T08:57:57+08:00', '2024-08-28T08:57:57'],
  ['1990-07-01T12:00:00+08:00', '1990-07-01T12:00:00'],
  ['1990-07-01T12:00:00+09:00', '1990-07-01T12:00:00'],
  ['2024-08-07 09:23:21', '2024-08-07T09:23:21'],
])('%s is %s on the clocks of Shanghai', (date, value) => {
  const text = `---\ndate: ${date}\n---\n正文。`;
  const { document } = readDocument('a.md', Buffer.from(text), null, reader);
  expect(document?.summary.date?.value).toBe(value);
});
