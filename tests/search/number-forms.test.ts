import { describe, expect, test } from 'vitest';
import { otherForms } from '#search/number-forms.ts';
import { findAll, indexOf } from './memory-index.ts';

test.each([
  ['第十二条', ['第12条']],
  ['第12条', ['第十二条']],
  ['12', ['十二']],
  ['十二', ['12']],
  ['一百零三号', ['103号', '一百〇三号']],
  ['2024年', ['二〇二四年', '二零二四年']],
  ['二〇二四年', ['2024年', '二零二四年']],
  ['2024年8月7日', ['二〇二四年八月七日', '二零二四年八月七日', '2024-08-07']],
  ['2024-08-07', ['2024年8月7日', '二〇二四年八月七日', '二零二四年八月七日']],
  ['2024.8', ['2024年8月', '二〇二四年八月', '二零二四年八月']],
  ['八月七日', ['8月7日']],
  ['三中全会', []],
  ['统一部署', []],
  ['一带一路', []],
  ['3.5%', []],
  ['GB18030', []],
])('%s is also %j', (written, forms) => {
  expect(otherForms(written)).toEqual(forms);
});

describe('a search finds numbers and dates in all their forms', () => {
  const reader = indexOf([
    { title: '条例', lines: ['第十二条　罚款。'] },
    { title: '通知', lines: ['依照第12条办理。', '二〇二四年八月七日'] },
    { title: '公告', lines: ['定于2024年8月7日施行。', '共一百〇三号。'] },
    { title: '名单', lines: ['2024-08-07报名。', '第二十条。'] },
  ]);
  test.each([
    ['第12条', [1, 0]],
    ['第十二条', [1, 0]],
    ['2024年8月7日', [3, 2, 1]],
    ['2024-08-07', [3, 2, 1]],
    ['二零二四年八月七日', [3, 2, 1]],
    ['一百零三', [2]],
    ['"第12条"', [1]],
  ])('%s', async (text, documents) => {
    const { hits } = await findAll(reader, text);
    expect(hits.map(({ document }) => document)).toEqual(documents);
  });
});
