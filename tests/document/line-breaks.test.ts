import { expect, test } from 'vitest';
import { inOneLine } from '#document/text/line-breaks.ts';
import { renderText } from '#render/inline.ts';
import { readText } from '../spec/read.ts';

/* A line break is one thing on the page, in the excerpt and in results. */

test.each([
  ['names', '值班人员\n张三\n李四', '值班人员 张三 李四', '值班人员<br>\n张三<br>\n李四'],
  [
    'an address',
    '青溪县渡口镇\n临江路3号',
    '青溪县渡口镇 临江路3号',
    '青溪县渡口镇<br>\n临江路3号',
  ],
  [
    'a sentence',
    '来的人要带上名册，不能\n请人代替。',
    '来的人要带上名册，不能请人代替。',
    '来的人要带上名册，不能请人代替。',
  ],
  [
    'a long line over a short one',
    `${'很'.repeat(21)}\n长`,
    `${'很'.repeat(21)}长`,
    `${'很'.repeat(21)}长`,
  ],
  ['words', 'The ferry\nis closed', 'The ferry is closed', 'The ferry\nis closed'],
  [
    'fields in English',
    'Date: 3 May\nPlace: Hall',
    'Date: 3 May Place: Hall',
    'Date: 3 May<br>\nPlace: Hall',
  ],
  [
    'a colon in prose',
    'Note: the ferry\nis closed',
    'Note: the ferry is closed',
    'Note: the ferry\nis closed',
  ],
  ['words beside Chinese', '用 Word\n写的', '用 Word 写的', '用 Word<br>\n写的'],
  ['a clause', '渡口，\n停航', '渡口，停航', '渡口，停航'],
])('%s', (_what, text, line, html) => {
  expect(inOneLine(text)).toBe(line);
  expect(renderText({ text, inline: [] })).toBe(html);
});

test('the excerpt and the search text have no space within a sentence', () => {
  const text = '# 渡口值班\n\n各村都要派人来开会，来的人要带上名册，不能\n请人代替，也不能迟到。';
  const { document } = readText('a.md', Buffer.from(text));
  expect(document?.excerpt).toContain('不能请人代替');
});
