import { expect, test } from 'vitest';
import { splitTitle, titleKey } from '#document/title/title.ts';

test.each([
  ['(3篇)学习贯彻会议精神研讨材料', '学习贯彻会议精神研讨材料', 3],
  ['（8篇）心得体会', '心得体会', 8],
  ['青年干部座谈会发言材料（5篇）', '青年干部座谈会发言材料', 5],
  ['（精选6篇）2024年工作总结', '2024年工作总结', 6],
  ['个人述职报告(范文3篇)', '个人述职报告', 3],
  ['护林防火倡议书【４篇】', '护林防火倡议书', 4],
  ['护林防火倡议书三篇', '护林防火倡议书', 3],
  ['(十二篇)汇编', '汇编', 12],
  ['2024年三季度党员大会会议记录(8月版)', '2024年三季度党员大会会议记录(8月版)', null],
  ['第三篇 改革篇', '第三篇 改革篇', null],
  ['护林防火倡议书第三篇', '护林防火倡议书第三篇', null],
  ['(3篇)', '(3篇)', null],
])('%s is «%s» in %s pieces', (written, title, pieces) => {
  expect(splitTitle(written)).toEqual({ title, pieces });
});

test('titles are one whatever their width, case, spaces and number of pieces', () => {
  const key = titleKey('党员大会会议记录(8月版) A');
  expect(titleKey('（3篇）党员大会 会议记录（８月版）ａ')).toBe(key);
  expect(titleKey('党员大会会议记录(9月版) A')).not.toBe(key);
});
