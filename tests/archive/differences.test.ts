import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts, type DifferenceRow, type Run } from '#archive/compare/differences.ts';

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');

function sideOf(rows: readonly DifferenceRow[], side: 'left' | 'right'): string[] {
  return rows.flatMap((row) => {
    const runs = row[side];
    return runs === null ? [] : [textOf(runs)];
  });
}

/** Rows as `=` same, `~` changed with [changed] runs, `-` and `+` on one side only. */
function shown(left: readonly string[], right: readonly string[]): string[] {
  const marked = (runs: readonly Run[]) =>
    runs.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
  return compareTexts(left, right).map((row) => {
    if (row.right === null) return `- ${textOf(row.left ?? [])}`;
    if (row.left === null) return `+ ${textOf(row.right)}`;
    return row.same ? `= ${textOf(row.left)}` : `~ ${marked(row.left)} → ${marked(row.right)}`;
  });
}

/** Few letters and few paragraphs, so that much is equal, repeated and moved. */
const paragraph = fc.oneof(
  fc.constantFrom('', '一', '二', '同一段落', '同一段落。', '𠀀𠀁𠀀', '\ud840', '\udc00x'),
  fc.string({ unit: fc.constantFrom('工', '作', '会', '议', '，', '𠀀'), maxLength: 30 }),
);
const text = fc.array(paragraph, { maxLength: 40 });

test('the runs of each side are its text exactly, in its order', () => {
  fc.assert(
    fc.property(text, text, (left, right) => {
      const rows = compareTexts(left, right);
      expect(sideOf(rows, 'left')).toEqual(left);
      expect(sideOf(rows, 'right')).toEqual(right);
    }),
    { numRuns: 500 },
  );
});

test('what is unchanged in a row is the same on both sides', () => {
  fc.assert(
    fc.property(text, text, (left, right) => {
      for (const row of compareTexts(left, right)) {
        if (row.left === null || row.right === null) {
          expect([row.left, row.right, row.same]).not.toEqual([null, null, true]);
          expect([...(row.left ?? []), ...(row.right ?? [])].every((run) => run.changed)).toBe(
            true,
          );
          continue;
        }
        const [one, other] = [row.left, row.right].map((runs) =>
          runs.filter((run) => !run.changed),
        );
        expect(textOf(one ?? [])).toBe(textOf(other ?? []));
        expect(row.same).toBe(textOf(row.left) === textOf(row.right));
      }
    }),
    { numRuns: 500 },
  );
});

test('a text is all the same as itself, and all different from nothing', () => {
  fc.assert(
    fc.property(text, (paragraphs) => {
      expect(compareTexts(paragraphs, paragraphs).every(({ same }) => same)).toBe(true);
      expect(compareTexts(paragraphs, []).every(({ right }) => right === null)).toBe(true);
      expect(compareTexts([], paragraphs).every(({ left }) => left === null)).toBe(true);
    }),
  );
});

test('as many paragraphs are the same as the longest common subsequence has', () => {
  const few = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 25 });
  fc.assert(
    fc.property(few, few, (left, right) => {
      const same = compareTexts(left, right).filter((row) => row.same).length;
      expect(same).toBe(longestCommon(left, right));
    }),
    { numRuns: 300 },
  );
});

function longestCommon(left: readonly string[], right: readonly string[]): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const one of left) {
    const next = [0];
    for (const [y, other] of right.entries()) {
      const extended = one === other ? (row[y] ?? 0) + 1 : 0;
      next.push(Math.max(extended, row[y + 1] ?? 0, next[y] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

test('a revised paragraph stands beside its old version, with what is changed', () => {
  const left = [
    '一、加强组织领导',
    '各乡镇要在8月20日前完成排查，并将结果报县防汛办。',
    '特此通知。',
  ];
  const right = [
    '一、加强组织领导',
    '新增一段，强调值班纪律。',
    '各乡镇要在9月1日前完成排查，并将整改结果报县防汛办。',
    '特此通知。',
  ];
  expect(shown(left, right)).toEqual([
    '= 一、加强组织领导',
    '+ 新增一段，强调值班纪律。',
    '~ 各乡镇要在[8月20]日前完成排查，并将结果报县防汛办。 → 各乡镇要在[9月1]日前完成排查，并将[整改]结果报县防汛办。',
    '= 特此通知。',
  ]);
});

test('paragraphs that have nothing in common stand apart', () => {
  expect(shown(['春季造林工作'], ['夏粮收购价格'])).toEqual(['- 春季造林工作', '+ 夏粮收购价格']);
});

test('a character above U+FFFF is never cut in two', () => {
  expect(shown(['前面的文字𠀀后面的文字'], ['前面的文字𠀁后面的文字'])).toEqual([
    '~ 前面的文字[𠀀]后面的文字 → 前面的文字[𠀁]后面的文字',
  ]);
});

test('a change in a megabyte is found by what stands before and after it', () => {
  const long = '甲'.repeat(500_000);
  expect(shown([`${long}子${long}`], [`${long}丑${long}`])).toEqual([
    `~ ${long}[子]${long} → ${long}[丑]${long}`,
  ]);
});

test.each([
  ['equal paragraphs', 100_000, () => '同一段落', () => '同一段落'],
  [
    'paragraphs of two sorts in turns',
    20_000,
    (n: number) => `${n % 2}`,
    (n: number) => `${n % 3}`,
  ],
  [
    'paragraphs in the opposite order',
    20_000,
    (n: number) => `${n}`,
    (n: number) => `${20_000 - n}`,
  ],
  [
    'paragraphs all changed',
    20_000,
    (n: number) => `第${n}段的内容`,
    (n: number) => `第${n}段之内容`,
  ],
])('%s come back whole', (_, count, one, other) => {
  const left = Array.from({ length: count }, (_, index) => one(index));
  const right = Array.from({ length: count - 1 }, (_, index) => other(index));
  const rows = compareTexts(left, right);
  expect(sideOf(rows, 'left')).toEqual(left);
  expect(sideOf(rows, 'right')).toEqual(right);
});

test('a megabyte beside a different one is shown as replaced', () => {
  const rows = compareTexts(['甲乙'.repeat(500_000)], ['甲丙乙'.repeat(300_000)]);
  expect(rows.length).toBeLessThanOrEqual(2);
  expect(sideOf(rows, 'left')).toEqual(['甲乙'.repeat(500_000)]);
});

test('paragraphs with thousands of changes keep what is equal in both', () => {
  const letters = (count: number, step: number) =>
    Array.from({ length: count }, (_, index) => '甲乙丙'[((index * index * step) >>> 3) % 3]).join(
      '',
    );
  const [left, right] = [letters(6000, 7), letters(5000, 11)];
  const [row] = compareTexts([left], [right]);
  const kept = (runs: readonly Run[] | null | undefined) =>
    textOf((runs ?? []).filter(({ changed }) => !changed));
  expect(kept(row?.left)).toBe(kept(row?.right));
  expect(kept(row?.left).length).toBeGreaterThan(2000);
});
