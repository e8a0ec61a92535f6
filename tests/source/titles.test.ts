import { expect, test } from 'vitest';
import { renderedBody } from '../document/rendered.ts';
import { readText } from '../spec/read.ts';

const heading = (id: string, text: string) =>
  `<h2 id="${id}">${text}<a class="permalink" href="#${id}" aria-label="本节链接"></a></h2>\n`;

function read(file: string, text: string) {
  const { document } = readText(file, Buffer.from(text));
  return { title: document?.title, body: document === null ? '' : renderedBody(document) };
}

test.each([
  [
    'the front matter',
    '---\ntitle: 甲\n---\n# 乙\n\n正文。',
    '甲',
    `${heading('s1', '乙')}<p>正文。</p>\n`,
  ],
  ['the front matter, said again', '---\ntitle: 甲\n---\n# 甲\n\n正文。', '甲', '<p>正文。</p>\n'],
  ['the heading above all others', '# 甲\n\n## 乙', '甲', heading('s1', '乙')],
  [
    'the file, where headings are equal',
    '# 甲\n\n# 乙',
    'name',
    heading('s1', '甲') + heading('s2', '乙'),
  ],
  [
    'a heading further down, which stays',
    '正文。\n\n# 甲',
    '甲',
    `<p>正文。</p>\n${heading('s1', '甲')}`,
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
    '<p class="salutation">同志们：</p>\n<p>正文。</p>\n',
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
  const { document } = readText('a.md', Buffer.from(text));
  expect(document?.date?.value).toBe(value);
});
