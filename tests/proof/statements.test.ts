import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../site/harness.ts';
import { statementsOf, textsBelow } from './statements.ts';

/* What a page states of names and places is in its text, and whatever it states stands on something. */

const texts = ['content', 'tests/fixtures/hostile', 'tests/fixtures/sites/crawled/content']
  .flatMap((folder) => textsBelow(join(root, folder)))
  .map((path) => ({ path, bytes: readFileSync(path) }));

/** Of these every part is in the text, letter by letter. */
const names = ['place', 'recorder', 'attended', 'observers', 'turn', 'resolution', 'task'];

test('names, places and resolutions are those of the text', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const strange = texts.flatMap(({ path, bytes }) => {
    const text = letters(bytes.toString('utf8'));
    return statementsOf(path, bytes)
      .filter(({ what }) => names.includes(what))
      .flatMap(({ what, said }) => said.split('、').map((part) => `${what} ${letters(part)}`))
      .filter((each) => !text.includes(each.slice(each.indexOf(' ') + 1)))
      .map((each) => `${path}: ${each}`);
  });
  expect(strange).toEqual([]);
});

test('every statement has a line, or words or a rule that it rests on', () => {
  const all = texts.flatMap(({ path, bytes }) => statementsOf(path, bytes));
  const bare = all.filter(
    ({ line, words, what }) => line === null && words === '' && what !== 'title',
  );
  expect(all.length).toBeGreaterThan(300);
  expect(bare.map(({ file, what, said }) => `${file}: ${what} ${said}`)).toEqual([]);
});
