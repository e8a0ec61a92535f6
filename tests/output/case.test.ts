import { describe, expect, test } from 'vitest';
import { caselessPath } from '#output/case.ts';

describe('paths that are one for some file system', () => {
  test.each([
    ['Hall.png', 'hall.png'],
    ['σ', 'ς'],
    ['Σ', 'ς'],
    ['caf\u{e9}', 'CAFE\u{301}'],
    ['ß', 'ss'],
    ['\u{1e9e}', 'ß'],
    ['ı', 'i'],
    ['ŉ', '\u{2bc}N'],
    ['ΐ', '\u{399}\u{308}\u{301}'],
    ['ﬁ', 'FI'],
    ['\u{212a}', 'k'],
  ])('%j and %j', (one, other) => {
    expect(caselessPath(one)).toBe(caselessPath(other));
  });

  test('each character and its upper and lower case', () => {
    const apart: string[] = [];
    for (let code = 0x21; code < 0x20000; code++) {
      const character = String.fromCodePoint(code);
      if (!character.isWellFormed()) continue;
      const upper = caselessPath(character.toUpperCase());
      const lower = caselessPath(character.toLowerCase());
      const own = caselessPath(character);
      if (own !== upper || own !== lower || caselessPath(own) !== own) apart.push(character);
    }
    expect(apart).toEqual([]);
  });
});

test.each([
  ['a', 'b'],
  ['é', 'e'],
  ['归档', '歸檔'],
  ['ａ', 'a'],
  ['o', 'ø'],
])('%j and %j are two everywhere', (one, other) => {
  expect(caselessPath(one)).not.toBe(caselessPath(other));
});
