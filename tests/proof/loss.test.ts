import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faulty } from '../site/faulty.ts';
import { type Files, root, useFolders, writeSite } from '../site/harness.ts';
import { accountFor, compare } from './loss.ts';
import type { Published } from './published.ts';

const newFolder = useFolders();

function account(files: Files) {
  return accountFor(writeSite(newFolder('loss'), files).content);
}

test('of the sample archive nothing is lost', () => {
  const { documents, characters, lost } = accountFor(join(root, 'content'));
  expect(lost).toEqual([]);
  expect(documents).toBeGreaterThan(40);
  expect(characters).toBeGreaterThan(20_000);
});

test.each(['hostile', 'sites/crawled/content', 'sites/small/content'])(
  'nor of the fixtures %s',
  (folder) => {
    const { documents, lost } = accountFor(join(root, 'tests/fixtures', folder));
    expect({ lost, some: documents > 0 }).toEqual({ lost: [], some: true });
  },
);

test('nor of the documents with a fault of each sort', () => {
  const { documents, lost } = account(faulty);
  expect({ lost, some: documents > 10 }).toEqual({ lost: [], some: true });
});

const prose = '各村把汛期值班安排好，有情况及时报告。';

describe('what Markdown has no place for is set aside with its words', () => {
  test.each([
    ['a footnote without a reference', '[^9]: 此处据旧抄本改。'],
    ['a footnote that is defined twice', '甲[^1]。\n\n[^1]: 第一种说法。\n[^1]: 第二种说法。'],
    ['words behind a fence', '```这里写了一句话\n代码\n```'],
  ])('%s', (_what, text) => {
    const { lost, aside } = account({ 'content/a.md': `# 通知\n\n${prose}\n\n${text}\n` });
    expect({ lost, aside }).toEqual({ lost: [], aside: 1 });
  });
});

describe('what is shown is not set aside', () => {
  test.each([
    ['a definition that nothing refers to', '[1]: 县志第三卷.docx'],
    ['a definition with a title', '[a]: b.md "县志第三卷的影印件"'],
    ['a note with a number of its own', '[1]: 见《县志》卷三。'],
    ['a cell beyond the header', '| 甲 |\n| --- |\n| 乙 | 多出来的一格 |'],
    ['emphasis within words', '**重**点工**作**要`抓`紧'],
    ['names with stars', '张**、李**到会'],
    ['a link and a picture', '[县志](<a b.md>)和![县城全景](x.png "民国时期")'],
    ['a reference that is used', '[县志]和[其他][a]\n\n[县志]: a.md\n[a]: b.md'],
    ['a footnote', '据旧抄本[^1]。\n\n[^1]: 藏县档案馆。'],
    ['lines of one paragraph', '第一行没有标点\n第二行也没有\n第三行'],
    ['a table', '| 姓名 | 职务 |\n| --- | --- |\n| 张× | 书记 |'],
    ['lists and quotations', '- 甲项\n  - 乙项\n\n> 引用的话\n\n1. 丙项'],
    ['HTML', '<b>加粗</b>和H<sub>二</sub>O&nbsp;的&#x4E2D;文'],
    ['a title with a number of pieces', '# 讲话材料（2篇）'],
    ['signs of Markdown in a text', '31*22*5，#不是标题，1) 也不是'],
  ])('%s', (_what, text) => {
    const { lost, aside } = account({ 'content/a.md': `${text}\n\n${prose}\n` });
    expect({ lost, aside }).toEqual({ lost: [], aside: 0 });
  });
});

test('a definition that nothing refers to is told, whatever characters repeat elsewhere', () => {
  const { lost, aside } = account({
    'content/a.md': `# 通知\n\n${prose}\n\n[^一]: 没有人引用的注\n\n[甲](https://a.example/%E4%B8%AD "中")${'&#x4E2D;'.repeat(20)}\n`,
  });
  expect({ lost, aside }).toEqual({ lost: [], aside: 1 });
});

test('a comment is on no page, and its keepers are told', () => {
  const { lost, aside } = account({
    'content/a.md': `# 通知\n\n${prose}<!-- 这一句还没有核实 -->\n\n<!--\n不要公开：\n联系人王×\n-->\n\n[//]: # (草拟人的话)\n`,
  });
  expect({ lost, aside }).toEqual({ lost: [], aside: 3 });
});

test('the proof sees a loss, and a character that stands too seldom', () => {
  const { content } = writeSite(newFolder('loss'), {
    'content/a.md': `# 通知\n\n${prose}\n\n甲甲甲\n`,
  });
  const all = `通知${prose}甲甲甲`;
  const lostOf = (page: string) =>
    compare(content, new Map([['a.md', { page, search: page, excerpt: '' }]]), []).lost;
  expect(lostOf(all)).toEqual([]);
  expect(lostOf(all.replace('及时报告', ''))).not.toEqual([]);
  expect(lostOf(all.replace('甲甲甲', '甲甲'))).not.toEqual([]);
});

test('the proof sees letters and figures that are lost or out of their order, on pages, in searches, in excerpts', () => {
  const { content } = writeSite(newFolder('loss'), {
    'content/a.md': '# Minutes 12\n\nThe board met in room 34.\n',
  });
  const page = 'Minutes 12 The board met in room 34.';
  const told = (published: Partial<Published>) => {
    const all = { page, search: page, excerpt: 'The board met', ...published };
    return compare(content, new Map([['a.md', all]]), []).lost.length > 0;
  };
  expect(told({})).toBe(false);
  expect(told({ page: page.replace('34', '43') })).toBe(true);
  expect(told({ page: page.replace('board ', '') })).toBe(true);
  expect(told({ search: page.replace('room', '') })).toBe(true);
  expect(told({ search: null })).toBe(false);
  expect(told({ excerpt: 'The board rose' })).toBe(true);
});
