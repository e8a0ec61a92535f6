import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain, type RichText, replace, slice, trim } from '#document/text/rich-text.ts';
import { renderText } from '#render/inline.ts';
import { rich } from './rich.ts';

const strong = (html: string) => html.replace(/<(\/?)(.)[^>]*>/g, '<$1$2>');

describe('a text is cut', () => {
  test.each<[string, RichText, number, [string, string]]>([
    ['plain', plain('甲<乙'), 2, ['甲&lt;', '乙']],
    ['within bold words', rich('**甲乙**丙'), 1, ['<s>甲</s>', '<s>乙</s>丙']],
    [
      'within a link with emphasis',
      rich('[*甲乙*](http://a.b)'),
      1,
      ['<a><e>甲</e></a>', '<a><e>乙</e></a>'],
    ],
    ['behind bold words', rich('**甲**乙'), 1, ['<s>甲</s>', '乙']],
    ['before bold words', rich('甲**乙**'), 1, ['甲', '<s>乙</s>']],
    ['behind a reference to a note', rich('甲^[注]乙'), 1, ['甲<s><a>[1]</a></s>', '乙']],
    ['at its beginning', rich('**甲**'), 0, ['', '<s>甲</s>']],
    ['at its end', rich('**甲**'), 1, ['<s>甲</s>', '']],
    ['between lines', plain('甲\n乙'), 2, ['甲', '乙']],
  ])('%s', (_where, text, at, parts) => {
    const cut = [slice(text, 0, at), slice(text, at)];
    expect(cut.map((part) => strong(renderText(part)))).toEqual(parts);
  });
});

describe('characters are replaced', () => {
  const by = (text: RichText, from: number, to: number) =>
    strong(renderText(replace(text, [{ from, to, by: '［隐］' }])));

  test.each<[string, RichText, number, number, string]>([
    ['plain', plain('电话138。'), 2, 5, '电话［隐］。'],
    ['that begin in bold words', rich('电话**138**12345678。'), 2, 13, '电话<s>［隐］</s>。'],
    ['with bold words within', rich('138**1234**5678'), 0, 11, '［隐］'],
    ['that end in bold words', rich('138**1234**'), 0, 7, '［隐］'],
    ['within bold words', rich('**电话138。**'), 2, 5, '<s>电话［隐］。</s>'],
    ['that are bold', rich('甲**乙**丙'), 1, 2, '甲<s>［隐］</s>丙'],
    ['with code and a link within', rich('1`2`[3](http://a.b)4'), 0, 4, '［隐］'],
    ['with a note within', rich('12^[注]34乙'), 0, 4, '［隐］<s><a>[1]</a></s>乙'],
  ])('%s', (_where, text, from, to, expected) => {
    expect(by(text, from, to)).toBe(expected);
  });

  test('one after the other', () => {
    const two = [
      { from: 1, to: 2, by: '' },
      { from: 3, to: 4, by: '长长的' },
    ];
    expect(strong(renderText(replace(rich('甲1**乙2**丙'), two)))).toBe('甲<s>乙长长的</s>丙');
  });
});

test('trimming takes white space alone, and no picture', () => {
  expect(renderText(trim(rich('**甲 **')))).toBe('**甲 **');
  expect(trim({ text: ' 甲\n', inline: [] }).text).toBe('甲');
  const pictures = trim(rich('![](a.png)\n![](b.png)'));
  expect(pictures.inline.map(({ is }) => is)).toEqual(['picture', 'picture']);
});

const piece = fc.constantFrom(
  '甲',
  '乙',
  'a',
  '<',
  '&',
  '**',
  '*',
  '`',
  '~~',
  '[',
  '](http://a.b)',
  '\n',
  '  \n',
  '^[注]',
  '![丙](x.png)',
  '𠮷',
  ' ',
);
const written = fc.array(piece, { maxLength: 24 }).map((parts) => rich(`甲${parts.join('')}`));
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });

/** Tags that are closed in another order than they were opened, or not at all. */
function badlyNested(html: string): string[] {
  const open: string[] = [];
  const bad: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
    if (/^(?:img|br)$/.test(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) bad.push(name);
  }
  return [...bad, ...open];
}

const wordsOf = (html: string) =>
  html
    .replace(/<sup.*?<\/sup>/g, '')
    .replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
    .replace(/\n/g, '');

test('the parts of a text are its characters, and their HTML is nested', () => {
  fc.assert(
    fc.property(written, shares, (text, all) => {
      const cuts = all.map((share) => Math.round(share * text.text.length)).sort((a, b) => a - b);
      const ends = [...cuts, text.text.length];
      const parts = ends.map((end, index) => slice(text, ends[index - 1] ?? 0, end));
      expect(parts.map((part) => part.text).join('')).toBe(text.text);
      for (const part of parts) {
        const html = renderText(part);
        expect(badlyNested(html)).toEqual([]);
        expect(wordsOf(html)).toBe(part.text.replace(/\n/g, ''));
      }
      const notes = (of: RichText) => of.inline.filter(({ is }) => is === 'note').length;
      expect(parts.reduce((sum, part) => sum + notes(part), 0)).toBe(notes(text));
    }),
    { numRuns: 2000 },
  );
});

test('marks cross no element, and change no character', () => {
  fc.assert(
    fc.property(written, shares, (text, all) => {
      const places = all.map((share) => Math.round(share * text.text.length)).sort((a, b) => a - b);
      const marks = places.flatMap((from, index) => {
        const to = places[index + 1];
        if (index % 2 === 1 || to === undefined || to === from) return [];
        return [{ from, to, name: 'lead' } as const];
      });
      const html = renderText(text, marks);
      expect(badlyNested(html)).toEqual([]);
      expect(wordsOf(html)).toBe(text.text.replace(/\n/g, ''));
    }),
    { numRuns: 2000 },
  );
});

test('replacing nothing changes nothing, and of what is replaced nothing is left', () => {
  fc.assert(
    fc.property(written, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
      expect(replace(text, [])).toEqual(text);
      const from = Math.floor(share * text.text.length);
      const replaced = replace(text, [{ from, to: text.text.length, by: '隐' }]);
      expect(replaced.text).toBe(`${text.text.slice(0, from)}隐`);
      expect(badlyNested(renderText(replaced))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
