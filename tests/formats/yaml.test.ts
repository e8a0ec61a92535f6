import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFullMap, readSimpleMap, readYamlMap } from '#formats/yaml.ts';

test('simple front matter is read without the parser', () => {
  const text = [
    'title: 讲话稿',
    'quoted: "(3篇)材料"',
    'date: 2024-08-07 09:23:21',
    'views: 8231',
    'updated: 2024-08',
    'popular: true',
    'tags:',
    '  - 党建',
    '  - 会议记录',
    'place:',
  ].join('\n');
  expect(readSimpleMap(text)?.values).toEqual({
    title: '讲话稿',
    quoted: '(3篇)材料',
    date: '2024-08-07 09:23:21',
    views: 8231,
    updated: '2024-08',
    popular: true,
    tags: ['党建', '会议记录'],
    place: null,
  });
  expect(readSimpleMap(text)?.lines.get('tags')).toBe(7);
});

test.each([
  ['a number in another base', 'a: 0x1F'],
  ['a number with a point', 'a: 1e3'],
  ['a leading zero', 'a: 0123'],
  ['a clock time', 'a: 12:30:45'],
  ['a comment', 'a: 甲 #乙'],
  ['a map in a line', 'a: {b: c}'],
  ['a block of text', 'a: |\n  甲\n  乙'],
  ['an anchor', 'a: &x 甲'],
  ['a key twice', 'a: 1\na: 2'],
  ['a map within', 'a:\n  b: 1'],
  ['a continued line', 'a: 甲\n  乙'],
])('%s is left to the parser', (_name, text) => {
  expect(readSimpleMap(text)).toBeNull();
  expect(readYamlMap(text)).toEqual(readFullMap(text));
});

test.each([
  ['itself', 'title: &t [*t]'],
  ['a map around it', 'x: &t {a: {b: *t}}'],
])('a value that holds %s is a problem', (_, text) => {
  const { values, problems } = readYamlMap(text);
  expect(values).toEqual({});
  expect(problems.map(({ message }) => message.says)).toEqual(['front-matter-yaml/circle']);
});

test.each([
  ['title: 007', { title: '007' }],
  ['title: 1.0', { title: '1.0' }],
  ['title: 1e3', { title: '1e3' }],
  ['title: +86', { title: '+86' }],
  ['title: 0x1F', { title: '0x1F' }],
  ['title: TRUE', { title: 'TRUE' }],
  ['date: 2024.10', { date: '2024.10' }],
  ['date: 2024.100', { date: '2024.100' }],
  ['id: 123456789012345678', { id: '123456789012345678' }],
  ['tags: [010, 2.50, 1_000]', { tags: ['010', '2.50', '1_000'] }],
  ['speaker:\n  name: 00', { speaker: { name: '00' } }],
  ['views: 1024\npopular: true\nsource: ~', { views: 1024, popular: true, source: null }],
])('a plain value is what is written: %s', (text, values) => {
  expect(readYamlMap(text).values).toEqual(values);
});

test('a value that is named twice holds nothing of itself', () => {
  expect(readYamlMap('a: &t [甲]\nb: [*t, *t]').problems).toEqual([]);
});

const scalar = fc.oneof(
  fc.constantFrom(
    '讲话稿',
    '2024-08-07',
    '2024-08',
    '2024',
    '0',
    '007',
    '1.5',
    '1_000',
    '.inf',
    '~',
  ),
  fc.constantFrom(
    'true',
    'True',
    'yes',
    'null',
    'Null',
    'NaN',
    '.nan',
    '0x1F',
    '0b1',
    '0o7',
    '1e3',
    '-1',
    '+1',
    '=',
  ),
  fc.constantFrom(
    '"甲"',
    "'乙'",
    '"a\\n"',
    "'it''s'",
    '""',
    '甲: 乙',
    '甲:乙',
    '- 甲',
    '? 甲',
    '<<',
    '甲 ',
  ),
  fc.constantFrom(
    '甲 #乙',
    '甲#乙',
    '[甲]',
    '{甲: 1}',
    '*x',
    '&x 1',
    '!t 1',
    '%a',
    '@a',
    '`a',
    '|',
    '>',
  ),
  fc.constantFrom(
    '2024-08-07 09:23:21',
    '2024-08-07T09:23:21+08:00',
    '9:30',
    '12:30:45',
    'a, b',
    '(一)',
  ),
  fc.string({
    unit: fc.constantFrom('a', '中', ' ', ':', '-', '#', '"', '1', '.', '，'),
    maxLength: 6,
  }),
);
const key = fc.constantFrom('title', 'date', 'tags', 'a', 'b', 'kind', '标题', '__proto__', 'a b');
const entry = fc.oneof(
  fc.tuple(key, fc.constantFrom(': ', ':', ':  ', ' : '), scalar).map((parts) => parts.join('')),
  fc
    .tuple(key, fc.array(scalar, { maxLength: 3 }), fc.constantFrom('- ', '  - ', '  -'))
    .map(([name, items, mark]) => [`${name}:`, ...items.map((item) => mark + item)].join('\n')),
  scalar,
  fc.constantFrom('', ' ', '# 注', '---', '  甲', '\ta: 1'),
);

test('what is read without the parser is what the parser reads', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
      const text = entries.join('\n');
      const simple = readSimpleMap(text);
      if (simple === null) return;
      const full = readFullMap(text);
      expect(full.problems).toEqual([]);
      expect(simple.values).toEqual(full.values);
      expect(simple.lines).toEqual(full.lines);
    }),
    { numRuns: 20_000 },
  );
});
