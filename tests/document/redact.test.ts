import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInBlocks, redactBlocks } from '#document/privacy/blocks.ts';
import { findPrivate } from '#document/privacy/find.ts';
import { redactHtml } from '#document/privacy/redact-html.ts';
import { parseSource } from '#source/parse.ts';
import { reader } from '../spec/read.ts';

const mobile = '［手机号码已隐去］';
const mail = '［电子邮箱已隐去］';

describe('HTML without what is private', () => {
  test.each([
    ['电话<strong>138</strong>12345678。', `电话<strong>${mobile}</strong>。`],
    ['<em>13812</em>345<b>678</b>元', '<em>13812</em>345<b>678</b>元'],
    ['<td>138</td><td>12345678</td>', '<td>138</td><td>12345678</td>'],
    ['<td>13812345678</td><td>13912345678</td>', `<td>${mobile}</td><td>${mobile}</td>`],
    ['13812345678<br>13912345678', `${mobile}<br>${mobile}`],
    ['甲&amp;13812345678&lt;乙', `甲&amp;${mobile}&lt;乙`],
    ['<a href="mailto:a.b@example.cn">写信</a>', '<a href="#">写信</a>'],
    ['<a href="mailto:a.b%40example.cn">写信</a>', '<a href="#">写信</a>'],
    ['<a href="tel:13812345678">13812345678</a>', `<a href="#">${mobile}</a>`],
    ['<img src="{0}" alt="张三 a.b@example.cn">', `<img src="{0}" alt="张三 ${mail}">`],
    ['<p>没有什么</p>', '<p>没有什么</p>'],
  ])('%s', (html, redacted) => {
    expect(redactHtml(html)).toBe(redacted);
  });
});

/** Markdown in which numbers stand in every form that a text has. */
const markdown = fc
  .array(
    fc.constantFrom(
      ...[
        '电话',
        '13812345678',
        '139 1234 5678',
        '**138**12345678',
        'a.b@example.cn',
        '&',
        '<',
        '\n',
      ],
      ...[
        '\n\n',
        '\n\n- ',
        '\n\n> ',
        '\n\n## ',
        '\n\n| 甲 | 乙 |\n| - | - |\n| 13812345678 | ',
        ' |\n',
      ],
      ...['[写信](mailto:a.b@example.cn)', '![a.b@example.cn](x.png)', '`13812345678`', '。', '**'],
    ),
    { maxLength: 20 },
  )
  // Digits that touch are one figure, whatever stands around them
  .map((parts) => parts.join('、'));

function blocksOf(text: string) {
  const parsed = parseSource('a.md', new TextEncoder().encode(text), null, reader.markdown);
  return parsed.content?.blocks ?? [];
}

test('of no text anything private is left, in text, cells or HTML', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const redacted = redactBlocks(blocksOf(text));
      expect(findInBlocks(redacted)).toEqual([]);
      for (const { html } of redacted) {
        expect(redactHtml(html)).toBe(html);
        expect(findPrivate(html.replace(/<[^>]*>/g, '\n'))).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

test('a text without anything private stays as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(findInBlocks(blocksOf(text)).length === 0);
      expect(redactBlocks(blocksOf(text))).toEqual(blocksOf(text));
    }),
  );
});

test.each([
  ['text', '1 '],
  ['tags', '<b>1</b>'],
  ['open tags', '<'],
  ['entities', '&amp;1'],
  ['attributes', '<a b="1">'],
  ['unclosed attributes', '<a b="'],
  ['numbers', '<b>138</b>12345678 '],
])('a megabyte of %s is redacted to its end', (_, piece) => {
  const html = `${piece.repeat((1 << 20) / piece.length)}> 13812345678`;
  expect(redactHtml(html).endsWith(mobile)).toBe(true);
});
