import { expect, test } from 'vitest';
import { proposeBodies, proposePeople } from '#archive/same-names.ts';

const counted = (names: readonly string[]) =>
  names.map((name, index) => ({ name, documents: 10 - index }));

const shown = ({ preferred, other, why }: ReturnType<typeof proposeBodies>[number]) =>
  `${preferred.name} ← ${other.name} ${why}`;

test.each<[what: string, names: string[], expected: string[]]>([
  ['a short form', ['青石县人民政府', '青石县政府'], ['青石县人民政府 ← 青石县政府 short-form']],
  [
    'characters left out',
    ['云溪市发展和改革委员会', '云溪市发改委'],
    ['云溪市发展和改革委员会 ← 云溪市发改委 short-form'],
  ],
  [
    'the conference',
    ['中国人民政治协商会议青石县委员会', '青石县政协'],
    ['中国人民政治协商会议青石县委员会 ← 青石县政协 short-form'],
  ],
  [
    'the congress',
    ['青石县人民代表大会常务委员会', '青石县人大常委会'],
    ['青石县人民代表大会常务委员会 ← 青石县人大常委会 short-form'],
  ],
  [
    'the party',
    ['中共青石县委员会办公室', '青石县委办公室'],
    ['中共青石县委员会办公室 ← 青石县委办公室 short-form'],
  ],
  ['brackets', ['县医院（东院）', '县医院(东院)'], ['县医院（东院） ← 县医院(东院) spelling']],
  ['the place left out', ['财政局', '青石县财政局'], ['青石县财政局 ← 财政局 within-place']],
  ['a place left out that may be two', ['财政局', '青石县财政局', '云溪县财政局'], []],
  ['a short form of two', ['青石县人民医院', '青石县中医院', '青石县医院'], []],
  ['bodies of two places', ['青石县政府', '云溪县人民政府'], []],
  ['two bodies of one place', ['青石县水利局', '青石县水务局'], []],
  ['a body and one below it', ['青石县财政局', '青石县财政局办公室'], []],
])('bodies: %s', (_, names, expected) => {
  expect(proposeBodies(counted(names)).map(shown)).toEqual(expected);
});

test.each<[what: string, names: string[], expected: string[]]>([
  ['a post before', ['李建国', '县长李建国'], ['李建国 ← 县长李建国 post']],
  ['a post behind', ['李建国同志', '李建国'], ['李建国 ← 李建国同志 post']],
  ['a longer post', ['县委副书记李建国', '李建国'], ['李建国 ← 县委副书记李建国 post']],
  ['white space', ['李　明', '李明'], ['李明 ← 李　明 spelling']],
  [
    'a post in brackets',
    ['王建国（市委副书记）', '王建国'],
    ['王建国 ← 王建国（市委副书记） post'],
  ],
  ['a name that ends as a post does', ['司马光主席', '司马'], []],
  ['a name within a name', ['欧阳建国', '建国'], []],
  ['others', ['李建国', '李建华'], []],
])('people: %s', (_, names, expected) => {
  expect(proposePeople(counted(names)).map(shown)).toEqual(expected);
});
