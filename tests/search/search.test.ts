import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAll, folds, indexOf, type Sample } from './memory-index.ts';

const archive: readonly Sample[] = [
  { title: '防汛通知', lines: ['各村做好值守。', '# 一、加强巡查', '险工险段要有人。'] },
  { title: '会议记录', lines: ['研究防汛工作。', '团结，奋斗。', 'GDP增长30%。'] },
  { title: '总结', lines: ['# 防汛', '一年来做了很多事。', '经济的建设与济建经济。'] },
  { title: '经济建设', lines: ['百分之30的企业，2024年8月投产。'], pinyin: 'jing ji jian she' },
  { title: '讲话', lines: ['防止松懈，汛期将至。', '团结奋斗。', '推动經濟建設。'] },
];

const reader = indexOf(archive);
const found = async (text: string) =>
  (await findAll(reader, text)).hits.map(({ document }) => document);

describe('finds', () => {
  test.each([
    ['防汛', [0, 2, 1], 'title before heading before body'],
    ['经济建设', [3, 4], 'a phrase, not its parts'],
    ['經濟建設', [3, 4], 'by traditional characters'],
    ['团结奋斗', [4, 1], 'across punctuation, the newest first'],
    ['"团结，奋斗"', [1], 'with its punctuation'],
    ['gdp', [1], 'in any case'],
    ['30%', [1], 'per cent'],
    ['百分之30', [3], 'Chinese and digits'],
    ['2024年8月', [3], 'dates'],
    ['村', [0], 'one character'],
    ['防汛 巡查', [0], 'several words'],
    ['防汛 -通知', [2, 1], 'without a word'],
    ['防汛 -"团结，奋斗"', [0, 2], 'without a phrase'],
    ['jingji', [3], 'pinyin of titles'],
    ['jjjs', [3], 'first letters of titles'],
    ['没有的词', [], 'nothing'],
    ['，', [], 'nothing for punctuation alone'],
  ])('%s in %j: %s', async (text, documents) => {
    expect(await found(text)).toEqual(documents);
  });

  test('by date', async () => {
    const { hits } = await findAll(reader, '防汛', 'date');
    expect(hits.map(({ document }) => document)).toEqual([2, 1, 0]);
  });
});

test.each([
  ['防汛', { total: 3, isExact: true }],
  ['村', { total: 1, isExact: true }],
])('%s is counted by the index alone', async (text, expected) => {
  expect((await findAll(reader, text)).atFirst).toEqual(expected);
});

test('a longer word may be counted too high at first, and is exact in the end', async () => {
  const { atFirst, total, isExact } = await findAll(reader, '经济建设');
  expect(atFirst.isExact).toBe(false);
  expect(atFirst.total).toBeGreaterThanOrEqual(total);
  expect({ total, isExact }).toEqual({ total: 2, isExact: true });
});

test('what was found is marked where it stands', async () => {
  const { hits } = await findAll(reader, '团结奋斗');
  const shown = hits.flatMap(({ passages }) =>
    passages.map(({ parts }) =>
      parts.map((part) => (part.found ? `[${part.text}]` : part.text)).join(''),
    ),
  );
  expect(shown).toEqual(['[团结奋斗]。', '[团结，奋斗]。']);
});

const character = fc.constantFrom(...'防汛工作会议的经济建设Ab1，。 ');
const line = fc.string({ unit: character, maxLength: 24 });
const samples = fc.array(
  fc.record({ title: line, lines: fc.array(line, { minLength: 1, maxLength: 3 }) }),
  { minLength: 1, maxLength: 12 },
);

test('every run of characters finds all documents that hold it, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(samples, fc.nat(), fc.nat(), async (documents, pick, length) => {
      const texts = documents.map(({ title, lines }) =>
        [title, ...lines].map((each) => folds.plain.text(each)),
      );
      const all = texts.flat().filter((each) => each !== '');
      const from = all[pick % Math.max(1, all.length)];
      if (from === undefined) return;
      const start = pick % from.length;
      const wanted = from.slice(start, start + 1 + (length % 8));
      const expected = texts.flatMap((each, index) =>
        each.some((one) => one.includes(wanted)) ? [index] : [],
      );
      const { hits, total } = await findAll(indexOf(documents, length % 5), wanted, 'date');
      expect(hits.map(({ document }) => document)).toEqual(expected.reverse());
      expect(total).toBe(expected.length);
    }),
    { numRuns: 300 },
  );
});
