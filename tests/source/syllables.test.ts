import { describe, expect, test } from 'vitest';
import { mostOfTitle } from '#document/title/title.ts';
import { syllablesOf } from '#source/syllables.ts';

describe('a title is read in pinyin', () => {
  test.each([
    ['an entry for each character', '支委会', 'zhi wei hui'],
    ['a character as its word is read', '重庆市长', 'chong qing shi zhang'],
    ['another word, another reading', '重要成长', 'zhong yao cheng zhang'],
    ['numbers as they stand', '2024年8月', '2024 nian 8 yue'],
    ['Latin words in lower case', 'GB/T 9704 格式', 'gb t 9704 ge shi'],
    ['full width as half width', 'ＡＢＣ２０', 'abc20'],
    ['no punctuation', '《讲话》（摘要）——在会上', 'jiang hua zhai yao zai hui shang'],
    ['traditional characters', '頤和園', 'yi he yuan'],
    ['ü as v', '妇女旅行', 'fu nv lv xing'],
    ['characters without a reading are left out', '会㐀😀議', 'hui yi'],
    ['nothing', '', ''],
  ])('%s: %s', (_, title, expected) => {
    const syllables = syllablesOf(title, []);
    expect(syllables.join(' ')).toBe(expected);
    for (const each of syllables) expect(each).toMatch(/^\S+$/);
  });
});

test('of a title of a megabyte the beginning is read', () => {
  expect(syllablesOf('会'.repeat(1 << 20), [])).toHaveLength(mostOfTitle);
});

describe('a surname is read as surnames are, and found by both readings', () => {
  test.each([
    ['曾国平同志在会上的讲话', ['曾国平'], 'zeng|ceng guo ping tong zhi'],
    ['在会上的讲话（单××）', [], 'zai hui shang de jiang hua shan|dan'],
    ['查某的发言', [], 'zha|cha mou'],
    ['覃小红的体会', ['覃小红'], 'qin|tan xiao hong'],
    ['尉迟明的体会', ['尉迟明'], 'yu|wei chi ming'],
    ['曾经的岁月', [], 'ceng jing'],
    ['解放思想：解×的发言', [], 'jie fang si xiang xie|jie'],
    ['王芳的发言', ['王芳'], 'wang fang'],
  ])('%s', (title, people, expected) => {
    expect(syllablesOf(title, people).join(' ')).toMatch(
      new RegExp(`^${RegExp.escape(expected)}(?: |$)`),
    );
  });
});
