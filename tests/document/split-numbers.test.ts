import { describe, expect, test } from 'vitest';
import { reader, readText } from '../spec/read.ts';
import { renderedBody } from './rendered.ts';

/* With `privacy: redact` no number of a person is readable in what is published, however it is written. */

const digits =
  /1\D{0,12}3\D{0,12}8\D{0,12}1\D{0,12}2\D{0,12}3\D{0,12}4\D{0,12}5\D{0,12}6\D{0,12}7\D{0,12}8/;

function redacted(text: string, file = 'a.md') {
  const bytes = Buffer.from(`---\ntitle: 通知\n---\n请大家遵守值班纪律。\n\n${text}\n`);
  const { document, diagnostics } = readText(file, bytes, null, {
    ...reader,
    privacy: 'redact',
  });
  return {
    body: document === null ? null : renderedBody(document).replace(/<[^>]*>/g, ''),
    rules: diagnostics.map(({ rule }) => rule),
  };
}

describe('in Markdown: redacted, or the document is left out with an error', () => {
  test.each([
    '电话138**1234**5678。',
    '电话**138**1234**5678**。',
    '电话138*1234*5678。',
    '电话138`1234`5678。',
    '电话`138`1234`5678`。',
    '电话138~~1234~~5678。',
    '电话138[1234](b.md)5678。',
    '电话[138](b.md)[12345678](c.md)。',
    '电话1381234567**8**。',
    '电话138&#49;2345678。',
    '电话138\\*1234\\*5678。',
    '电话<b>138</b>12345678。',
    '电话138<wbr>1234<wbr>5678。',
    '电话138![](x.png)12345678。',
    '电话138[^1]12345678。\n\n[^1]: 注。',
    '电话138\n12345678',
    '电话138  \n1234  \n5678',
    '# 电话138**1234**5678',
    '- 电话138**1234**5678',
    '| 电话 |\n| --- |\n| 138**1234**5678 |',
    '> 电话138`1234`5678',
  ])('%j', (text) => {
    const { body, rules } = redacted(text);
    if (body === null) expect(rules).toContain('privacy-split');
    else expect(body).not.toMatch(digits);
  });
});

test.each([
  '电话138**1234**5678。',
  '电话138_1234_5678。',
  '电话138`1234`5678。',
  '电话<b>138</b>12345678。',
])('in plain text: %j', (text) => {
  const { body, rules } = redacted(text, 'a.txt');
  if (body === null) expect(rules).toContain('privacy-split');
  else expect(body).not.toMatch(digits);
});

test.each([
  'zhang**@**example.cn',
  'zhang`.san@`example.cn',
  'zhang&#64;example.cn',
  '[zhang](b.md)@example.cn',
])('an address %j', (text) => {
  const { body } = redacted(`邮箱 ${text}`);
  if (body !== null) expect(body).not.toMatch(/zhang.{0,6}@.{0,6}example/);
});

test.each(['title: 联系138**1234**5678', 'speaker: 张三138`1234`5678', 'tags: ["138*1234*5678"]'])(
  'a field %j keeps the document from being published',
  (field) => {
    const bytes = Buffer.from(`---\n${field}\n---\n正文。\n`);
    const { document, diagnostics } = readText('a.md', bytes, null, {
      ...reader,
      privacy: 'redact',
    });
    expect(document).toBe(null);
    expect(diagnostics).toMatchObject([{ rule: 'privacy-split', place: { line: 2 } }]);
  },
);

test.each([
  '共 138 人，1234 元，5678 件。',
  '138+1234+5678',
  '| 138 | 1234 | 5678 |\n| --- | --- | --- |\n| 1 | 2 | 3 |',
  '2024**年**12345678元',
])('figures are none: %j', (text) => {
  expect(redacted(text).rules).toEqual([]);
});
