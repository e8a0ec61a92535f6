import { expect, test } from 'vitest';
import { findEnumerations, markEnumerations } from '#document/outline/enumerations.ts';
import { findHeadings } from '#document/outline/headings.ts';
import { paragraphsOf } from './paragraphs.ts';

/** `form: lead lead` of each enumeration, the leads in the order of the text. */
const found = (...texts: readonly string[]) =>
  findEnumerations(paragraphsOf(...texts)).map(
    ({ form, items }) => `${form}: ${items.map(({ lead }) => lead).join(' ')}`,
  );

test.each([
  ['一是看早；二是看小；三是看实。', '是: 一是 二是 三是'],
  ['要抓好三点，一是看早，二是看小，三是看实。', '是: 一是 二是 三是'],
  ['一要早。二要小。', '要: 一要 二要'],
  ['一靠自己，二靠邻里。', '靠: 一靠 二靠'],
  ['一查堤防，二查涵闸。', '查: 一查 二查'],
  ['第一，要早。第二，要小。', '第: 第一 第二'],
  ['第一是早，第二是小。', '第: 第一是 第二是'],
  ['其一，早。其二，小。', '其: 其一 其二'],
  ['首先，要早。其次，要小。最后，要实。', '首先: 首先 其次 最后'],
  ['首先，要早。此外，要小。', '首先: 首先 此外'],
  ['（一是看早，二是看小）', '是: 一是 二是'],
  ['“一是看早”“二是看小”', '是: 一是 二是'],
])('%s holds the points %s', (text, enumeration) => {
  expect(found(text)).toEqual([enumeration]);
});

test('points are numbered, and known by line, block and place', () => {
  const [enumeration] = findEnumerations(paragraphsOf('甲。', '先说，一是早；', '二是小。'));
  expect(enumeration?.items).toEqual([
    { lead: '一是', number: 1, line: 2, block: 1, from: 3, to: 5 },
    { lead: '二是', number: 2, line: 3, block: 2, from: 0, to: 2 },
  ]);
});

test('a single 第一， at the beginning is a lead too', () => {
  expect(found('第一，要早。')).toEqual(['第: 第一']);
  expect(found('先讲第一，要早。')).toEqual([]);
});

test('of a point that is said twice the last goes on', () => {
  expect(found('一是早，一是小，二是实。')).toEqual(['是: 一是 二是']);
});

test('two enumerations run side by side where their leads differ', () => {
  expect(found('一要早', '一是看，二是听', '二要小')).toEqual(['要: 一要 二要', '是: 一是 二是']);
});

test.each([
  '一是看早。',
  '一是看早；三是看实。',
  '一查堤防，二看涵闸。',
  '统一是大事，二是小事。',
  '不一是早，不二是小。',
  '2一是早；二是小。',
  '第一名和第二名都来了。',
  '首先早，其次小。',
  '首先，要早。',
  '第一批，第二批，',
])('%s is no enumeration', (text) => {
  expect(found(text)).toEqual([]);
});

test('a heading ends an enumeration', () => {
  const blocks = findHeadings(paragraphsOf('先说，一是早。', '一、看水', '再说，二是小。'));
  expect(findEnumerations(blocks)).toEqual([]);
});

test.each([
  ['是', ['一是早；', '二是小；', '三是实；', '四是快。']],
  ['首先', ['首先，早。', '其次，小。', '再次，实。', '最后，快。']],
  ['第', ['第一，早。', '第二，小。', '第三，实。', '第四，快。']],
  ['其', ['其一，早。', '其二，小。', '其三，实。']],
])('points may stand in paragraphs of their own: %s', (form, texts) => {
  expect(findEnumerations(paragraphsOf(...texts))).toMatchObject([
    { form, items: texts.map((_, index) => ({ number: index + 1, line: index + 1 })) },
  ]);
});

test('text between two points does not', () => {
  expect(found('一是早。', '这一点不展开。', '二是小。')).toEqual(['是: 一是 二是']);
});

test('the leads are marked, and a paragraph that begins with one has the role', () => {
  const blocks = paragraphsOf('一是早；二是小。', '先说，一是甲；二是乙。', '丙。');
  const marked = markEnumerations(blocks, findEnumerations(blocks));
  const lead = (from: number) => ({ from, to: from + 2, name: 'lead' });
  expect(marked).toMatchObject([
    { role: 'enumeration', marks: [lead(0), lead(4)] },
    { role: 'paragraph', marks: [lead(3), lead(7)] },
    { role: 'paragraph', marks: [] },
  ]);
});

test('an item of a list or a salutation holds no points; a turn of a speaker does', () => {
  const [block] = paragraphsOf('一是早；二是小。');
  if (block === undefined) throw new Error('no block');
  expect(findEnumerations([{ ...block, role: 'item' }])).toEqual([]);
  expect(findEnumerations([{ ...block, role: 'turn' }])).toHaveLength(1);
});
