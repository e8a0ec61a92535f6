import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mark } from '#document/blocks.ts';
import { cutHtml, markHtml } from '#document/inline-html.ts';
import { escapeHtml } from '#render/html.ts';

const lead = (from: number, to: number): Mark => ({ from, to, name: 'lead' });

test.each<[string, string, string, number[], string[]]>([
  ['plain text', '甲乙丙', '甲乙丙', [1], ['甲', '乙丙']],
  ['an entity', '甲<乙', '甲&lt;乙', [2], ['甲&lt;', '乙']],
  ['a number entity', '甲©乙', '甲&#169;乙', [2], ['甲&#169;', '乙']],
  [
    'within an element',
    '甲乙丙',
    '<strong>甲乙</strong>丙',
    [1],
    ['<strong>甲</strong>', '<strong>乙</strong>丙'],
  ],
  [
    'within nested elements',
    '甲乙',
    '<a href="#x"><em>甲乙</em></a>',
    [1],
    ['<a href="#x"><em>甲</em></a>', '<a href="#x"><em>乙</em></a>'],
  ],
  ['behind an element', '甲乙', '<strong>甲</strong>乙', [1], ['<strong>甲</strong>', '乙']],
  ['beside a break', '甲乙', '甲<br>乙', [1], ['甲<br>', '乙']],
  ['where a line ends between characters', '甲\n乙丙', '甲乙丙', [3], ['甲乙', '丙']],
  ['twice', '甲乙丙', '<em>甲乙丙</em>', [1, 2], ['<em>甲</em>', '<em>乙</em>', '<em>丙</em>']],
  ['at both ends', '甲', '<em>甲</em>', [0, 1], ['<em></em>', '<em>甲</em>', '']],
])('HTML is cut where its text is: %s', (_where, text, html, offsets, parts) => {
  expect(cutHtml(text, html, offsets)).toEqual(parts);
});

test('HTML that shows another text is not cut or marked', () => {
  const html = '<img src="x" alt="甲">乙';
  expect(cutHtml('甲乙', html, [1])).toBeNull();
  expect(markHtml('甲乙', html, [lead(0, 1)])).toBe(html);
});

test.each<[string, string, string, Mark[], string]>([
  ['no mark', '甲乙', '<em>甲</em>乙', [], '<em>甲</em>乙'],
  ['at the beginning', '甲乙', '甲乙', [lead(0, 1)], '[甲]乙'],
  ['at the end', '甲乙', '甲乙', [lead(1, 2)], '甲[乙]'],
  ['the whole', '甲乙', '甲乙', [lead(0, 2)], '[甲乙]'],
  ['side by side', '甲乙', '甲乙', [lead(0, 1), lead(1, 2)], '[甲][乙]'],
  ['around an entity', '甲&乙', '甲&amp;乙', [lead(1, 2)], '甲[&amp;]乙'],
  ['within an element', '甲乙丙', '<em>甲乙丙</em>', [lead(1, 2)], '<em>甲[乙]丙</em>'],
  ['behind an element', '甲乙', '<em>甲</em>乙', [lead(1, 2)], '<em>甲</em>[乙]'],
  ['around a line’s end', '甲\n乙丙', '甲乙丙', [lead(0, 3)], '[甲乙]丙'],
])('marks become spans: %s', (_where, text, html, marks, expected) => {
  const shown = expected.replaceAll('[', '<span class="lead">').replaceAll(']', '</span>');
  expect(markHtml(text, html, marks)).toBe(shown);
});

test('the letter of an option is kept beside it', () => {
  const option: Mark = { from: 0, to: 3, name: 'option', value: 'A' };
  expect(markHtml('A.甲', 'A.甲', [option])).toBe(
    '<span class="option" data-letter="A">A.甲</span>',
  );
});

/** Inline HTML of nested elements, and its text. */
type Inline = Readonly<{ text: string; html: string }>;

const words: fc.Arbitrary<Inline> = fc
  .string({
    unit: fc.constantFrom('甲', '乙', 'a', '<', '&', '>', '"', '𠮷', ';', ' '),
    maxLength: 4,
  })
  .map((text) => ({ text, html: escapeHtml(text) }));

const join = (parts: readonly Inline[]): Inline => ({
  text: parts.map(({ text }) => text).join(''),
  html: parts.map(({ html }) => html).join(''),
});

const { inline } = fc.letrec<{ inline: Inline; element: Inline }>((tie) => ({
  inline: fc
    .array(fc.oneof({ depthSize: 'small' }, words, tie('element')), { maxLength: 4 })
    .map(join),
  element: fc
    .tuple(fc.constantFrom('strong', 'em', 'a href="#&quot;"', 'code'), tie('inline'))
    .map(([tag, { text, html }]) => ({ text, html: `<${tag}>${html}</${tag.split(' ')[0]}>` })),
}));

const decoded: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The text of inline HTML; throws where an element is closed that was not opened last. */
function textOf(html: string): string {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
    if (slash === '') open.push(name);
    else expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => decoded[name] ?? '');
}

/** Places in a text that are in order, by their share of its length. */
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });
const placesIn = (text: string, all: readonly number[]) =>
  all.map((share) => Math.round(share * text.length)).sort((a, b) => a - b);

test('the parts of what is cut stand by themselves, and are the parts of the text', () => {
  fc.assert(
    fc.property(inline, shares, ({ text, html }, all) => {
      const offsets = placesIn(text, all);
      const parts = cutHtml(text, html, offsets)?.map(textOf);
      const ends = [0, ...offsets, text.length];
      expect(parts).toEqual(ends.slice(1).map((end, index) => text.slice(ends[index], end)));
    }),
    { numRuns: 1000 },
  );
});

test('a mark that begins in one element and ends in another of the same tag is left out', () => {
  const html = '<strong>甲乙</strong><strong>丙</strong>';
  expect(markHtml('甲乙丙', html, [lead(1, 2)])).toBe(html);
});

test('marks change no character, and cross no element', () => {
  fc.assert(
    fc.property(inline, shares, ({ text, html }, all) => {
      const offsets = placesIn(text, all);
      const marks = offsets.flatMap((from, index) => {
        const to = offsets[index + 1];
        return index % 2 === 1 || to === undefined || to === from ? [] : [lead(from, to)];
      });
      expect(textOf(markHtml(text, html, marks))).toBe(text);
    }),
    { numRuns: 1000 },
  );
});
