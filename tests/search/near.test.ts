import { describe, expect, test } from 'vitest';
import { createDocumentSet } from '#search/document-set.ts';
import { searchNear } from '#search/near.ts';
import { parseQuery } from '#search/query.ts';
import { folds, indexOf, type Sample } from './memory-index.ts';

const archive: readonly Sample[] = [
  { title: '政府工作报告（2022年）', lines: ['各位代表，现在报告政府工作。'] },
  { title: '2023年青石县人民政府工作报告', lines: ['各位代表，过去一年成绩来之不易。'] },
  { title: '关于做好汛期值班值守工作的通知', lines: ['各村要落实责任，一把手亲自抓。'] },
  { title: '在春季造林会议上的讲话', lines: ['植树造林，绿化家园，造福子孙。'] },
  { title: '会议记录', lines: ['研究了农村改厕的补助标准和验收办法。'] },
];
const reader = indexOf(archive);

async function near(text: string) {
  const all = createDocumentSet(archive.length);
  all.fill();
  const found = await searchNear(parseQuery(text, folds), reader, all, folds);
  return (
    found && {
      parts: found.parts,
      meant: found.meant,
      hits: found.hits.map(({ document }) => document),
      partial: found.partial.map(({ document }) => document),
    }
  );
}

describe('nearest to what nothing has as a whole', () => {
  test.each<[what: string, text: string, parts: string[], first: number, meant: string | null]>([
    ['a part left out', '2023年政府工作报告', ['2023年', '政府工作报告'], 1, null],
    [
      'a wrong character',
      '政府公作报告（2022年）',
      ['政府', '作报告（2022年）'],
      0,
      '政府工作报告（2022年',
    ],
    ['a character too few', '汛期值班守工作', ['汛期值班', '守工作'], 2, '汛期值班值守工作'],
    ['another order', '造林会议春季', ['造林会议', '春季'], 3, null],
    ['several words, one wrong', '改厕 补贴 验收办法', ['改厕', '验收办法'], 4, null],
    ['traditional characters', '農村改廁補貼標准', ['農村改廁', '標准'], 4, null],
  ])('%s: %s', async (_, text, parts, first, meant) => {
    const found = await near(text);
    expect(found?.parts).toEqual(parts);
    expect(found?.hits[0]).toBe(first);
    expect(found?.meant).toBe(meant);
  });

  test.each(['毫无关系的话', '会', '，。'])('nothing comes near to %s', async (text) => {
    expect(await near(text)).toBeNull();
  });
});
