import { expect, test } from 'vitest';
import { knownKinds } from '#document/kind/kinds.ts';
import { english } from '#languages/english.ts';

test('every kind has a name in English, and no other has', () => {
  expect(Object.keys(english.kinds).sort()).toEqual(knownKinds.map(({ id }) => id).sort());
});

test('no word names two kinds', () => {
  const words = knownKinds.flatMap(({ names }) => names);
  expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([]);
});
