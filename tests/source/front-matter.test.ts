import fc from 'fast-check';
import matter from 'gray-matter';
import { expect, test } from 'vitest';
import { takeFields } from '#source/front-matter.ts';

/** What gray-matter says stands between the fences. */
function between(head: string): string {
  const engines = { yaml: { parse: () => ({}), stringify: () => '' } };
  return matter(head, { language: 'yaml', engines }).matter.replace(/^\n/, '');
}

test.each([
  ['fields', '---\ntitle: 甲\ndate: 2024\n---\n'],
  ['no fields', '---\n---\n'],
  ['a comment', '---\n# a\n---\n'],
  ['a blank line', '---\n\n---'],
  ['a longer rule within', '---\na: 1\n----\nb: 2\n---\n'],
])('bare fences around %s are taken off as gray-matter does', (_name, head) => {
  expect(takeFields(head)).toBe(between(head));
});

test('whatever stands between bare fences is what gray-matter gives', () => {
  const part = fc.constantFrom('a: 1', '\n', '---', '-', ' ', '#', '甲', '\n\n', '...');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const head = `---\n${parts.join('')}\n---\n`;
      expect(takeFields(head)).toBe(between(head));
    }),
    { numRuns: 2000 },
  );
});
