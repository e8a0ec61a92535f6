import { expect, test } from 'vitest';
import { createFold } from '#search/fold.ts';
import { pairPlaces, parseQuery } from '#search/query.ts';
import { variantPairs } from '#search/variants.ts';

const folds = {
  plain: createFold(variantPairs()),
  exact: createFold(variantPairs(), 'punctuation'),
};

const show = (text: string) => {
  const { words, excluded } = parseQuery(text, folds);
  const one = ({ folded, exact }: { folded: string; exact: string | null }) =>
    exact === null ? folded : `${folded}"${exact}"`;
  return [...words.map(one), ...excluded.map((word) => `-${one(word)}`)];
};

test.each([
  ['经济建设', ['经济建设']],
  ['  会议　决议 ', ['会议', '决议']],
  ['團結，奮鬥', ['团结奋斗']],
  ['"团结，奋斗"', ['团结奋斗"团结,奋斗"']],
  ['“团结，奋斗”', ['团结奋斗"团结,奋斗"']],
  ['「团结」', ['团结']],
  ['"hello world"', ['helloworld']],
  ['会议 -决议', ['会议', '-决议']],
  ['会议 -"一，二"', ['会议', '-一二"一,二"']],
  ['会议－决议', ['会议决议']],
  ['"没有关', ['没有关']],
  ['，。', []],
  ['"" - --', []],
  ['会议 会议', ['会议']],
  ['a.*b [c]', ['ab', 'c']],
  ['2024年8月', ['2024年8月']],
  ['甲\n乙', ['甲', '乙']],
  ['落实“十四五”规划', ['落实十四五规划']],
  ['“十四五”规划', ['十四五规划']],
  ['“十四五” 规划', ['十四五', '规划']],
  ['5"屏幕', ['5屏幕']],
])('%j asks for %j', (text, words) => {
  expect(show(text)).toEqual(words);
});

test.each([
  [2, [0]],
  [4, [0, 1, 2]],
  [9, [0, 1, 2, 3, 4, 5, 6, 7]],
  [30, [0, 4, 8, 12, 16, 20, 24, 28]],
])('of a word of %i characters the pairs at %j are looked up', (length, places) => {
  expect(pairPlaces(length)).toEqual(places);
});
