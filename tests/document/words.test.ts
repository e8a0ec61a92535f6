import { expect, test } from 'vitest';
import { countWords } from '#document/text/words.ts';

test.each([
  ['The board met at nine.', 5],
  ["The harbour-master's report of 3 May.", 6],
  ['The board (船务委员会) met at nine and heard a report.', 14],
  ['Réunion du conseil, à neuf heures.', 6],
])('%s has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});

test.each(['各村把值班安排好。', 'GB/T 9704 规定了公文的格式要求。', '2024', '', '用 Git 提交'])(
  '%j is not written in words',
  (text) => {
    expect(countWords(text)).toBeNull();
  },
);
