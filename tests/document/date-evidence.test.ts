import { expect, test } from 'vitest';
import { type DateSources, inferDate } from '#document/dates/date-evidence.ts';
import { findDate } from '#document/dates/dates.ts';

const nothing: DateSources = {
  title: '会议记录',
  titleLine: 1,
  dateline: null,
  signature: null,
  meeting: null,
  publication: null,
  folder: null,
  fileName: 'notes',
};

function source(line: number, text: string): NonNullable<DateSources['dateline']> {
  const date = findDate(text);
  if (date === null) throw new Error(`${text} holds no date`);
  return { date, line, text };
}

const infer = (sources: Partial<DateSources>) => {
  const found = inferDate({ ...nothing, ...sources });
  return found === null ? null : [found.value.value, found.value.precision, found.evidence.rule];
};

test.each<[string, Partial<DateSources>, string[] | null]>([
  ['nothing', {}, null],
  ['a title', { title: '2024年8月7日会议记录' }, ['2024-08-07', 'day', 'title-date']],
  [
    'the line under the title',
    { dateline: source(2, '2024年8月7日') },
    ['2024-08-07', 'day', 'dateline'],
  ],
  [
    'a signature',
    { signature: source(9, '2024年8月7日') },
    ['2024-08-07', 'day', 'signature-date'],
  ],
  ['a meeting', { meeting: source(2, '2024年8月7日') }, ['2024-08-07', 'day', 'meeting-time']],
  [
    'a page that says when it was published',
    { publication: source(2, '2024年8月7日') },
    ['2024-08-07', 'day', 'publication'],
  ],
  ['the name of a file', { fileName: '2024-08-07-notes' }, ['2024-08-07', 'day', 'file-name']],
  ['its eight digits', { fileName: '20240807_notes' }, ['2024-08-07', 'day', 'file-name']],
  ['its parts', { fileName: '2024_08_07 notes' }, ['2024-08-07', 'day', 'file-name']],
  ['the year in front of it', { fileName: '2024-q3-notes' }, ['2024', 'year', 'file-name']],
  ['its words', { fileName: '2024年8月支委会' }, ['2024-08', 'month', 'file-name']],
  ['a number that is no year', { fileName: '1234-notes' }, null],
  ['a year inside it', { fileName: 'notes-2024' }, null],
])('a date is read from %s', (_where, sources, expected) => {
  expect(infer(sources)).toEqual(expected);
});

test('of dates that contradict each other the first source is believed', () => {
  const all = {
    title: '2024年8月1日会议记录',
    dateline: source(2, '2024年8月2日'),
    signature: source(9, '2024年8月3日'),
    meeting: source(3, '2024年8月4日'),
    publication: source(4, '2024年8月5日'),
    fileName: '2024-08-06-notes',
  };
  expect(infer(all)?.[2]).toBe('title-date');
  expect(infer({ ...all, title: '会议记录' })?.[2]).toBe('dateline');
  expect(infer({ ...all, title: '会议记录', dateline: null })?.[2]).toBe('signature-date');
  const later = { ...all, title: '会议记录', dateline: null, signature: null };
  expect(infer(later)?.[2]).toBe('meeting-time');
  expect(infer({ ...later, meeting: null })?.[2]).toBe('publication');
  expect(infer({ ...later, meeting: null, publication: null })?.[2]).toBe('file-name');
});

test.each<[string, Partial<DateSources>, string[]]>([
  [
    'a month in the title, a day in the signature',
    { title: '2024年8月会议记录', signature: source(9, '2024年8月7日') },
    ['2024-08-07', 'day', 'signature-date'],
  ],
  [
    'a quarter in the title, a month in the file name, a day at the meeting',
    {
      title: '2024年三季度会议记录',
      meeting: source(3, '2024年8月7日'),
      fileName: '2024年8月记录',
    },
    ['2024-08-07', 'day', 'meeting-time'],
  ],
  [
    'a month in the title, a day of another month below',
    { title: '2024年8月会议记录', signature: source(9, '2024年9月7日') },
    ['2024-08', 'month', 'title-date'],
  ],
  [
    'a year in the title, a day of another year below: the year is what it is about',
    { title: '2025年工作要点', signature: source(9, '2024年12月30日') },
    ['2024-12-30', 'day', 'signature-date'],
  ],
  ['a year in the title alone', { title: '2025年工作要点' }, ['2025', 'year', 'title-date']],
  [
    'a year in the title, another in the file name',
    { title: '2025年工作要点', fileName: '2024-yaodian' },
    ['2024', 'year', 'file-name'],
  ],
  [
    'a day under the title and the same day with its time',
    { dateline: source(2, '2024年8月7日'), meeting: source(3, '2024年8月7日9:05') },
    ['2024-08-07T09:05', 'minute', 'meeting-time'],
  ],
])(
  'a later source makes an earlier one more precise, never another: %s',
  (_what, sources, found) => {
    expect(infer(sources)).toEqual(found);
  },
);

test.each<[string, Partial<DateSources>, string[] | null]>([
  ['no year anywhere', { dateline: source(2, '8月7日') }, null],
  [
    'the year of the title',
    { title: '2024年会议记录', dateline: source(2, '8月7日') },
    ['2024-08-07', 'day', 'dateline, year from title-date'],
  ],
  [
    'the year of the file name',
    { title: '8月会议记录', fileName: '2024-notes' },
    ['2024-08', 'month', 'title-date, year from file-name'],
  ],
  [
    'a day that is known as a whole already',
    { dateline: source(2, '8月7日'), signature: source(9, '2024年8月9日') },
    ['2024-08-09', 'day', 'signature-date'],
  ],
])('a date without a year takes one that another source has: %s', (_what, sources, found) => {
  expect(infer(sources)).toEqual(found);
});

test('what was read says where, in which words and how surely', () => {
  expect(inferDate({ ...nothing, dateline: source(2, '（2024年8月7日）') })).toEqual({
    value: { value: '2024-08-07', precision: 'day' },
    confidence: 0.95,
    evidence: { rule: 'dateline', line: 2, words: '（2024年8月7日）' },
  });
  const completed = inferDate({
    ...nothing,
    title: '2024年会议记录',
    dateline: source(2, '8月7日'),
  });
  expect(completed?.evidence).toMatchObject({ line: 2, words: '8月7日' });
  expect(completed?.confidence).toBeLessThan(0.8);
});

test.each([
  ['20240603-20240605 值班', '2024-06-03/2024-06-05'],
  ['2024-06-03至06-05值班', '2024-06-03/2024-06-05'],
  ['值班2024.06.03~05', '2024-06-03/2024-06-05'],
  ['2024-06-03-2', '2024-06-03'],
  ['20240605-20240603', '2024-06-05'],
  ['2024-06-03_2024-13-05', '2024-06-03'],
])('the file %s is of %s', (fileName, value) => {
  const sources = { title: '', titleLine: null, dateline: null, signature: null };
  const date = inferDate({ ...sources, meeting: null, publication: null, fileName, folder: null });
  expect(date?.value.value).toBe(value);
});

test.each([
  ['202006', '08-06-2020', '2020-06-08'],
  ['2020年6月', '06-08-2020', '2020-06-08'],
  ['2020-06 例会', '23-06-2020 例会', '2020-06-23'],
  ['例会', '08-06-2020', '2020'],
  ['202103', '08-06-2020', '2020'],
])('in the folder %s the file %s is of %s', (folder, fileName, value) => {
  const sources = { title: '', titleLine: null, dateline: null, signature: null };
  const date = inferDate({ ...sources, meeting: null, publication: null, fileName, folder });
  expect(date?.value.value).toBe(value);
});
