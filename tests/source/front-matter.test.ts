import fc from 'fast-check';
import matter from 'gray-matter';
import { expect, test } from 'vitest';
import { readFrontMatter, takeFields } from '#source/front-matter.ts';

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

test.each([']', '"', '[', '&a ', '- '])(
  '50,000 characters of %s are told in some lines',
  (sign) => {
    const fields = `title: ${sign.repeat(50_000 / sign.length)}`;
    const { diagnostics } = readFrontMatter(`---\n${fields}\n---\n正文\n`, 'a.md');
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThan(25);
    expect(JSON.stringify(diagnostics).length).toBeLessThan(20_000);
  },
);

test('problems beyond the first twenty are counted', () => {
  const { diagnostics } = readFrontMatter(`---\ntitle: ${']'.repeat(1000)}\n---\n正文\n`, 'a.md');
  expect(diagnostics).toHaveLength(21);
  expect(diagnostics.at(-1)?.message).toBe('980 more problems in the front matter');
});

test('fields of a megabyte are read where they are plain lines, else named', () => {
  const head = (line: string) => `---\n${line.repeat((1 << 20) / line.length)}\n---\n正文\n`;
  const plain = readFrontMatter(`---\ntags:\n${'- 学习\n'.repeat(1 << 18)}---\n正文\n`, 'a.md');
  expect(plain.diagnostics).toEqual([]);
  expect(plain.values.tags).toHaveLength(1 << 18);
  const damaged = readFrontMatter(head(']'), 'a.md');
  expect(damaged.diagnostics.map(({ message }) => message)).toEqual([
    'the front matter is not YAML: found 1048576 characters; expected at most 65536, or short plain lines alone',
  ]);
});

test('a value of 50 megabytes is named', () => {
  const { diagnostics } = readFrontMatter(`---\ntitle: ${'一'.repeat(17e6)}\n---\n正文\n`, 'a.md');
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['front-matter-yaml']);
});
