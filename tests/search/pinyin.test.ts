import { expect, test } from 'vitest';
import {
  findPinyin,
  mayBePinyin,
  pinyinReadings,
  pinyinTerms,
  syllablesIn,
} from '#search/pinyin.ts';

const title = 'dang de er shi jie san zhong quan hui jing shen xi an'.split(' ');

test.each<[string, [number, number] | null, string]>([
  ['sanzhong', [5, 7], 'in full'],
  ['sanzh', [5, 7], 'as far as it was typed'],
  ['san', [5, 6], 'one syllable'],
  ['szqh', [5, 9], 'first letters'],
  ['szq', [5, 8], 'some first letters'],
  ['xian', [11, 13], 'two syllables that read as one'],
  ['quanhuijingshen', [7, 11], 'many'],
  ['zhongsan', null, 'in another order'],
  ['zqsh', null, 'first letters in another order'],
  ['uanhui', null, 'from within a syllable'],
])('%s stands at %j: %s', (word, place) => {
  expect(findPinyin(word, title)).toEqual(place);
});

test.each(['sanzhong', 'sanzh', 'san', 'szqh', 'szq', 'sz', 'xian', 'quanhuijingshen'])(
  'the index leads to a title that holds %s',
  (word) => {
    const keys = new Set(pinyinTerms(title));
    expect(pinyinReadings(word).some((all) => all.every((key) => keys.has(key)))).toBe(true);
  },
);

const beginnings = (word: string, from: number) =>
  Array.from({ length: word.length - from + 1 }, (_, index) => word.slice(0, from + index));

test.each([
  ...beginnings('sanzhongquanhui', 'sanz'.length).map((word) => [word, title] as const),
  ...beginnings('fangxun', 'fangx'.length).map((word) => [word, ['fang', 'xun']] as const),
  ...beginnings('lianjianchagongzuozongjie', 'lianj'.length).map(
    (word) => [word, 'li an jian cha gong zuo zong jie'.split(' ')] as const,
  ),
])('%s leads to its title while it is typed', (word, syllables) => {
  const keys = new Set(pinyinTerms(syllables));
  expect(pinyinReadings(word).some((all) => all.every((key) => keys.has(key)))).toBe(true);
  expect(findPinyin(word, syllables)).not.toBeNull();
});

test.each<[string, string[], [number, number], string | null]>([
  ['党的二十届三中全会', 'dang de er shi jie san zhong quan hui'.split(' '), [5, 9], '三中全会'],
  ['2024年GDP报告', ['2024', 'nian', 'gdp', 'bao', 'gao'], [2, 4], 'GDP报'],
  ['有𰻞字', ['you', 'zi'], [0, 1], null],
])('in %s %j stand at %j: %s', (text, syllables, range, found) => {
  const place = syllablesIn(text, syllables, range);
  expect(place === null ? null : text.slice(place.from, place.to)).toBe(found);
});

test.each([
  ['gdp', true],
  ['a', false],
  ['三中', false],
  ['sz2', false],
])('%s may be pinyin: %s', (word, may) => {
  expect(mayBePinyin(word)).toBe(may);
});

test.each(['zengguop', 'cengguop', 'zgp', 'cgp', 'zeng', 'ceng'])(
  '%s leads to a name that is read in two ways',
  (word) => {
    const syllables = 'jiang zeng|ceng guo ping'.split(' ');
    const keys = new Set(pinyinTerms(syllables));
    expect(pinyinReadings(word).some((all) => all.every((key) => keys.has(key)))).toBe(true);
    expect(findPinyin(word, syllables)?.[0]).toBe(1);
  },
);
