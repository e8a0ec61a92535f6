import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeHeadings } from '#document/outline/outline.ts';
import { findInBlocks, redactBlocks as redactWith } from '#document/privacy/blocks.ts';
import { findPrivate } from '#document/privacy/find.ts';
import { type Block, paragraph } from '#document/text/blocks.ts';
import { plain } from '#document/text/rich-text.ts';
import { chinese } from '#languages/chinese.ts';
import { renderBody } from '#render/body.ts';
import { renderText } from '#render/inline.ts';
import { parseText } from '../spec/read.ts';
import { rich } from './rich.ts';

const redactBlocks = (blocks: readonly Block[]) => redactWith(blocks, chinese.redaction);
const mobile = '［手机号码已隐去］';
const mail = '［电子邮箱已隐去］';

describe('a text without what is private', () => {
  test.each([
    ['电话**138**12345678。', `电话<strong>${mobile}</strong>。`],
    ['电话138**1234**5678。', `电话${mobile}。`],
    ['电话138`1234`5678。', `电话${mobile}。`],
    ['*13812*345`678`元', '<em>13812</em>345<code>678</code>元'],
    ['13812345678  \n13912345678', `${mobile}<br>\n${mobile}`],
    ['甲&13812345678<乙', `甲&amp;${mobile}&lt;乙`],
    ['[写信](mailto:a.b@example.cn)', '<a href="#">写信</a>'],
    ['[写信](mailto:a.b%40example.cn)', '<a href="#">写信</a>'],
    ['[13812345678](tel:13812345678)', `<a href="#">${mobile}</a>`],
    ['![张三 a.b@example.cn](x.png)', `<img src="{0}" alt="张三 ${mail}" loading="lazy">`],
    ['[甲](b.md "打13812345678")', `<a href="{0}" title="打${mobile}">甲</a>`],
    ['没有什么', '没有什么'],
  ])('%s', (written, html) => {
    const [block] = redactBlocks([paragraph(rich(written), 1)]);
    expect(block?.type === 'paragraph' && renderText(block)).toBe(html);
  });

  test('cells are apart', () => {
    const [block] = redactBlocks(blocksOf('| 138 | 12345678 |\n| - | - |\n| 13812345678 | 甲 |'));
    expect(block?.type === 'passage' && block.flow).toMatchObject({
      head: [{ text: '138' }, { text: '12345678' }],
      rows: [[{ text: mobile }, { text: '甲' }]],
    });
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
  const parsed = parseText('a.md', new TextEncoder().encode(text));
  return parsed.content?.blocks ?? [];
}

test('of no text anything private is left, in text, cells or HTML', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const redacted = redactBlocks(blocksOf(text));
      expect(findInBlocks(redacted)).toEqual([]);
      const html = renderBody(placeHeadings(redacted), [], { words: chinese.body, addresses: [] });
      expect(findPrivate(html.replace(/<[^>]*>/g, '\n'))).toEqual([]);
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

test.each(['1 ', '**1**', '`138`', '13812345678、', '**138**12345678、'])(
  'a megabyte of %j is redacted to its end',
  (piece) => {
    const written = `${piece.repeat((1 << 19) / piece.length)}甲13812345678`;
    const [block] = redactBlocks([paragraph(plain(written), 1)]);
    expect(block?.text.endsWith(mobile)).toBe(true);
  },
);
