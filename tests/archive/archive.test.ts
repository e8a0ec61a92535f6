import { expect, test } from 'vitest';
import { aliasPath } from '#archive/aliases.ts';
import { collect } from '#archive/archive.ts';
import type { CatalogueEntry, Summary, Term } from '#document/document.ts';
import { document, wallClock } from './summaries.ts';

function entry(title: string, date: string, pieces: number | null = null): CatalogueEntry {
  return { title, pieces, date: wallClock(date), file: 'list.txt', line: 1 };
}

function archiveOf(documents: Summary[], entries: CatalogueEntry[] = [], count = 12) {
  const rest = {
    about: null,
    withdrawnAbout: null,
    files: [],
    named: [],
    withdrawn: [],
    assets: [],
  };
  const texts = { fingerprints: new Map(), samples: new Map(), nameFacts: new Map() };
  return collect({ documents, entries, ...texts, ...rest }, count);
}

test('documents stand newest first, undated ones last, equal ones by title', () => {
  const archive = archiveOf([
    document('c', null),
    document('b', '2024-08-07'),
    document('a', '2024-08-07'),
    document('d', '2024-09'),
  ]);
  expect(archive.documents.map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c']);
});

test('years and months follow the dates; what states no month stands apart', () => {
  const { years } = archiveOf([
    document('a', '2024-08-07'),
    document('b', '2024-03'),
    document('c', '2023'),
    document('d', null),
  ]);
  const shown = years.map(({ year, months }) => [year, months.map(({ month }) => month)]);
  expect(shown).toEqual([
    ['2024', ['08', '03']],
    ['2023', [null]],
    [null, [null]],
  ]);
});

test('groups are ordered by size, then name; names that are spelt alike are kept apart', () => {
  const tag = (name: string, slug: string): Term => ({ name, slug });
  const { tags } = archiveOf([
    document('a', null, { tags: [tag('试点', 'shi-dian'), tag('党建', 'dang-jian')] }),
    document('b', null, { tags: [tag('实点', 'shi-dian'), tag('党建', 'dang-jian')] }),
  ]);
  expect(tags.map(({ name, documents }) => `${name} ${documents.length}`)).toEqual([
    '党建 2',
    '实点 1',
    '试点 1',
  ]);
  const [, one, other] = tags;
  expect(one?.slug).toMatch(/^shi-dian-\w{6}$/);
  expect(other?.slug).toMatch(/^shi-dian-\w{6}$/);
  expect(one?.slug).not.toBe(other?.slug);
});

test('popular is what is marked, what a list names, and what has the most views', () => {
  const { popular } = archiveOf(
    [
      document('marked', '2024-01-01', { popular: true }),
      document('viewed', '2024-02-01', { views: 9 }),
      document('less-viewed', '2024-03-01', { views: 8 }),
      document('listed', '2024-04-01'),
      document('neither', '2024-05-01'),
    ],
    [entry('listed', '2024-04-02'), entry('elsewhere', '2024-06-01')],
    1,
  );
  const shown = popular.map(({ title, rules, document: found }) => [title, rules, found !== null]);
  expect(shown).toEqual([
    ['elsewhere', ['listed'], false],
    ['listed', ['listed'], true],
    ['viewed', ['viewed'], true],
    ['marked', ['marked'], true],
  ]);
});

test('a listed title is matched whatever its width, spaces and number of pieces', () => {
  const here = document('minutes', '2024-08-07', { title: '党员大会会议记录(8月版)' });
  const { popular } = archiveOf([here], [entry('党员大会 会议记录（８月版）', '2024-08-07', 3)]);
  expect(popular).toHaveLength(1);
  expect(popular[0]?.document).toBe(here);
});

test('a title that two lists name is one line, with the newer time', () => {
  const { popular } = archiveOf([], [entry('甲', '2024-01-01'), entry('甲', '2024-02-01')]);
  expect(popular.map(({ date }) => date?.value)).toEqual(['2024-02-01']);
});

test.each([
  ['old-name', 'documents/old-name/index.html'],
  ['old.html', 'old.html'],
  ['/2019/05/page.html', '2019/05/page.html'],
  ['/2019/05/', '2019/05/index.html'],
  ['旧地址/一', '旧地址/一/index.html'],
  ['.old/a.html', '.old/a.html'],
  ['.git/hooks/a.html', null],
  ['/.guidang/', null],
  ['../up', null],
  ['a/../../b', null],
  ['https://host/a', null],
  ['a\\b', null],
  ['/', null],
  ['a\n', null],
  ['a\ud800', null],
  ['/\udc00/a.html', null],
  ['/\ud840\udc00/', '\ud840\udc00/index.html'],
])('the alias %j leads from %s', (alias, path) => {
  expect(aliasPath(alias)).toBe(path);
});
