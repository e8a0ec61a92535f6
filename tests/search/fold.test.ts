import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFold } from '#search/fold.ts';
import { variantPairs } from '#search/variants.ts';

const fold = createFold(variantPairs());
const exact = createFold(variantPairs(), 'punctuation');

test.each([
  ['经济建设', '经济建设', 'Chinese stays'],
  ['經濟建設', '经济建设', 'traditional characters'],
  ['头髮 頭发', '头发头发', 'each variant by itself'],
  ['乾杯', '干杯', 'the usual simplified form'],
  ['隨著 瞭解 藉機 祇有', '随着了解借机只有', 'forms that simplified text has too'],
  ['ＡＢＣ１２３', 'abc123', 'width and case'],
  ['Éclair naïve', 'eclairnaive', 'accents of Latin letters'],
  ['lǜ', 'lu', 'tones of pinyin'],
  ['团结，奋斗。', '团结奋斗', 'punctuation'],
  ['国发〔2024〕7号', '国发20247号', 'brackets'],
  ['百分之30％', '百分之30%', 'per cent counts'],
  ['Q/A', 'qa', 'a slash'],
  ['C++ C#', 'c++c#', 'symbols'],
  ['第①条 ㎡', '第1条m2', 'one character for several'],
  ['𠮷野家', '𠮷野家', 'beyond the basic plane'],
  ['甲\n乙', '甲\n乙', 'a barrier'],
  ['甲\u{1f}乙', '甲\n乙', 'a barrier between cells'],
  ['甲\u{200b}\u{feff}乙', '甲乙', 'what cannot be seen'],
  ['甲\ud800乙\udc00', '甲乙', 'halves of pairs'],
  ['××', '××', 'what was left out'],
  ['〇', '〇', 'the round zero'],
  ['二○二四年', '二〇二四年', 'a circle for a nought'],
  ['葛\u{e0100}县 辻\u{fe00}', '葛县辻', 'the shape of a character'],
  ['⻓江⻔户⻋间⻅证', '长江门户车间见证', 'radicals for characters'],
  ['⼭⽔⽴⽬', '山水立目', 'radicals of Kangxi'],
])('%j folds to %j: %s', (text, folded) => {
  expect(fold.text(text)).toBe(folded);
});

test('with punctuation kept, width and variants still fold, and white space does not count', () => {
  expect(exact.text('團結， 奮鬥！')).toBe('团结,奋斗!');
});

const texts = fc.string({ unit: 'grapheme', maxLength: 60 });

test('each unit of a folded text comes from the place that is told', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { text: folded, places } = fold.withPlaces(text);
      expect(folded).toBe(fold.text(text));
      expect(places).toHaveLength(folded.length);
      for (const [index, place] of places.entries()) {
        const character = String.fromCodePoint(text.codePointAt(place) ?? 0);
        expect(fold.text(character)).toContain(folded.charAt(index));
      }
    }),
  );
});

test.each([
  ['ẞ', 'ss'],
  ['ß', 'ss'],
  ['ſ', 's'],
  ['Σ', 'σ'],
  ['ς', 'σ'],
  ['\u2adc', '\u2add'],
])('%s is %s', (text, folded) => {
  expect(fold.text(text)).toBe(folded);
});

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(fold.text(fold.text(text))).toBe(fold.text(text));
    }),
  );
});

test.each([fold, exact])('nor does folding any character once more', (each) => {
  const changed: string[] = [];
  for (let point = 0; point < 0x110000; point++) {
    const folded = each.text(String.fromCodePoint(point));
    if (each.text(folded) !== folded) changed.push(point.toString(16));
  }
  expect(changed).toEqual([]);
});

test('a text folds as its parts do', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      expect(fold.text(`${one}\n${other}`)).toBe(`${fold.text(one)}\n${fold.text(other)}`);
    }),
  );
});

test('a character is folded alike however often it was met', () => {
  const { text } = createFold('');
  const all = Array.from({ length: 0x3100 }, (_, code) => String.fromCharCode(code)).join('');
  const once = text(all);
  expect(text(all)).toBe(once);
});
