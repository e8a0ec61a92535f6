import { expect, test } from 'vitest';
import { formatPlace } from '#diagnostics/diagnostic.ts';
import { frame } from '#diagnostics/frame.ts';
import { nearestName } from '#diagnostics/nearest.ts';

test('the caret stands under its character, Chinese taking two columns', () => {
  const lines = ['---', 'title：讲话', '---', '正文'];
  expect(frame(lines, 2, 6)).toBe(
    ['  1 | ---', '> 2 | title：讲话', '    |      ^', '  3 | ---'].join('\n'),
  );
  expect(frame(['甲乙：丙'], 1, 3)).toBe(['> 1 | 甲乙：丙', '    |     ^'].join('\n'));
});

test('of a line of a megabyte the part around the column is shown', () => {
  const line = `${'a'.repeat(500_000)}：${'b'.repeat(500_000)}`;
  const [shown = '', caret = ''] = frame([line], 1, 500_001).split('\n');
  expect(shown).toBe(`> 1 | …${'a'.repeat(119)}：${'b'.repeat(79)}…`);
  expect(caret.indexOf('^')).toBe(shown.indexOf('：'));
});

test('the beginning of a long line that is only marked is shown', () => {
  expect(frame(['a'.repeat(500_000)], 1)).toBe(`> 1 | ${'a'.repeat(200)}…`);
});

test.each([
  ['tilte', 'title'],
  ['data', 'date'],
  ['organization', 'organisation'],
  ['TITLE', 'title'],
  ['author', undefined],
  ['e', undefined],
])('%s is likely meant as %s', (word, name) => {
  expect(nearestName(word, ['title', 'date', 'tags', 'organisation', 'id'])).toBe(name);
});

test('a place is written as far as it is known', () => {
  expect(formatPlace({ file: 'a.md', line: 3, column: 7 })).toBe('a.md:3:7');
  expect(formatPlace({ file: 'a.md', line: 3 })).toBe('a.md:3');
  expect(formatPlace({ file: 'a.md' })).toBe('a.md');
});
