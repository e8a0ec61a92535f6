import { expect, test } from 'vitest';
import type { Mark } from '#document/text/blocks.ts';
import { plain, type RichText } from '#document/text/rich-text.ts';
import { renderText } from '#render/inline.ts';
import { rich } from '../document/rich.ts';

const lead = (from: number, to: number): Mark => ({ from, to, name: 'lead' });

test.each<[string, RichText, Mark[], string]>([
  ['no mark', rich('*甲*乙'), [], '<em>甲</em>乙'],
  ['at the beginning', plain('甲乙'), [lead(0, 1)], '{甲}乙'],
  ['at the end', plain('甲乙'), [lead(1, 2)], '甲{乙}'],
  ['the whole', plain('甲乙'), [lead(0, 2)], '{甲乙}'],
  ['side by side', plain('甲乙'), [lead(0, 1), lead(1, 2)], '{甲}{乙}'],
  ['around an entity', plain('甲&乙'), [lead(1, 2)], '甲{&amp;}乙'],
  ['within an element', rich('*甲乙丙*'), [lead(1, 2)], '<em>甲{乙}丙</em>'],
  ['behind an element', rich('*甲*乙'), [lead(1, 2)], '<em>甲</em>{乙}'],
  ['around an element', rich('甲*乙*丙'), [lead(0, 2)], '{甲<em>乙</em>}丙'],
  ['across an element', rich('甲*乙丙*'), [lead(0, 2)], '甲<em>乙丙</em>'],
  ['before an element', rich('甲*乙*'), [lead(0, 1)], '{甲}<em>乙</em>'],
  ['at the end of an element', rich('*甲乙*丙'), [lead(1, 2)], '<em>甲{乙}</em>丙'],
  [
    'from one bold word to the next',
    rich('**甲乙**`丙`'),
    [lead(1, 3)],
    '<strong>甲乙</strong><code>丙</code>',
  ],
  ['around a line’s end', plain('甲，\n乙丙'), [lead(0, 4)], '{甲，乙}丙'],
  [
    'beside a picture',
    rich('![甲](http://a.b/c.png)乙丙'),
    [lead(1, 2)],
    '<span class="absent-image">甲</span>{乙}丙',
  ],
])('marks become spans: %s', (_where, text, marks, expected) => {
  const shown = expected.replaceAll('{', '<span class="lead">').replaceAll('}', '</span>');
  expect(renderText(text, marks)).toBe(shown);
});

test('the letter of an option is kept beside it', () => {
  const option: Mark = { from: 0, to: 3, name: 'option', value: 'A' };
  const html = '<span class="option" data-letter="A">A.甲</span>';
  expect(renderText(plain('A.甲'), [option])).toBe(html);
});

test.each([
  ['**甲***乙*`丙`~~丁~~', '<strong>甲</strong><em>乙</em><code>丙</code><s>丁</s>'],
  [
    '[甲](https://a.example/b "丙")',
    '<a href="https://a.example/b" title="丙" rel="noopener">甲</a>',
  ],
  ['[甲](b.md#s1)', '<a href="{0}">甲</a>'],
  ['[甲](#s1)', '<a href="#s1">甲</a>'],
  ['![甲](b.png "乙")', '<img src="{0}" alt="甲" title="乙" loading="lazy">'],
  ['![甲](https://a.example/b.png)', '<span class="absent-image">甲</span>'],
  ['甲  \n乙', '甲<br>\n乙'],
  ['甲\n乙', '甲<br>\n乙'],
  ['甲，\n乙', '甲，乙'],
  ['a\nb', 'a\nb'],
  ['甲\nb', '甲b'],
])('what an author marks: %s', (written, html) => {
  expect(renderText(rich(written))).toBe(html);
});

test('a megabyte of marks is rendered in linear time', () => {
  const text = rich('`甲`乙'.repeat(20_000));
  const marks = Array.from({ length: 20_000 }, (_, index) => lead(2 * index + 1, 2 * index + 2));
  expect(renderText(text, marks).match(/<span/g)).toHaveLength(20_000);
});
