import { expect, test } from 'vitest';
import { countCharacters } from '#document/text/blocks.ts';

test('characters are counted without white space, those above U+FFFF once', () => {
  expect(countCharacters('甲 乙\n　𠮷\u00a0a\ufeff\t')).toBe(4);
});
