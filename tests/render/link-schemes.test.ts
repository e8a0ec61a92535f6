import { expect, test } from 'vitest';
import { createMarkdown } from '#render/markdown.ts';

const markdown = createMarkdown();

test.each([
  ['https://a.example/', true],
  ['HTTP://a.example/', true],
  ['mailto:a@a.example', true],
  ['tel:+8612345678901', true],
  ['ftp://a.example/x', true],
  ['other.md', true],
  ['文件：一.md', true],
  ['#s1', true],
  ['javascript:x', false],
  ['JAVASCRIPT:x', false],
  ['vbscript:x', false],
  ['livescript:x', false],
  ['mocha:x', false],
  ['feed:javascript:x', false],
  ['view-source:x', false],
  ['blob:x', false],
  ['filesystem:x', false],
  ['file:///x', false],
  ['about:blank', false],
  ['data:text/html,x', false],
])('a link to %s: %s', (target, isLink) => {
  const html = markdown.render(`[x](${target})`);
  expect(html.includes('<a ')).toBe(isLink);
  if (!isLink) expect(html).toContain(`[x](${target})`);
});
