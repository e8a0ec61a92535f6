import { expect, test } from 'vitest';
import type { Understood } from '#document/switches.ts';
import type { Understanding } from '#document/understand.ts';
import { read, readText, understandText } from '../spec/read.ts';

const prose = '各村把名册核对清楚，有出入的当天改过来。';

function understandWithout(name: Understood, text: string): Understanding {
  const { understood } = read(text, 'notes.txt', { [name]: false });
  if (understood === null) throw new Error('the text was not understood');
  return understood;
}

const record = [
  '支委会会议记录',
  '时间：2024年8月7日',
  '地点：会议室',
  '主持人：王某',
  '出席：王某、李某',
  prose,
  '李某：我同意。',
].join('\n');

const quiz = [
  '防汛常识',
  '一、单项选择题',
  '1.汛期哪个月开始？（ A ）',
  'A.五月 B.六月',
  '2.谁来值班？（ B ）',
  'A.甲 B.乙',
].join('\n');

const speech = `在全县会议上的讲话\n（2024年6月3日）\n县长 陈某某\n同志们：\n${prose}`;

test.each<[Understood, string, (understood: Understanding) => unknown, unknown, unknown]>([
  ['leftovers', `防汛\n${prose}\n— 3 —`, ({ asides }) => asides.length, 1, 0],
  [
    'leftovers',
    `防汛\n${prose}\n热门文档\n- 2024-08-28 党课讲稿`,
    ({ catalogue }) => catalogue.length,
    1,
    0,
  ],
  ['kind', '防汛方案', ({ kind }) => kind?.value.id, 'scheme', undefined],
  [
    'kind',
    `甲乙\n第一条 甲。\n第二条 乙。\n第三条 丙。`,
    ({ kind }) => kind?.value.id,
    'regulation',
    undefined,
  ],
  [
    'outline',
    `防汛方案\n一、甲\n${prose}`,
    ({ blocks }) => blocks.some(({ type }) => type === 'heading'),
    true,
    false,
  ],
  ['enumerations', '防汛\n一是早；二是小。', ({ enumerations }) => enumerations.length, 1, 0],
  [
    'enumerations',
    '防汛\n一是早；二是小。',
    ({ blocks }) => blocks.map((block) => block.type === 'paragraph' && block.role),
    ['title', 'enumeration'],
    ['title', 'paragraph'],
  ],
  ['pieces', `河长心得\n篇一\n${prose}\n篇二\n${prose}`, ({ pieces }) => pieces.length, 2, 0],
  ['meeting', record, ({ meetings }) => meetings[0]?.place, '会议室', undefined],
  [
    'meeting',
    record,
    ({ blocks }) => blocks.at(-1)?.type === 'paragraph' && blocks.at(-1),
    expect.objectContaining({ role: 'turn' }),
    expect.objectContaining({ role: 'paragraph' }),
  ],
  ['quiz', quiz, (understood) => understood.quiz?.questions.length, 2, undefined],
  [
    'quiz',
    quiz,
    ({ blocks }) =>
      blocks.filter((block) => block.type === 'paragraph' && block.role === 'options').length,
    2,
    0,
  ],
  ['date', speech, ({ date }) => date?.value.value, '2024-06-03', undefined],
  ['names', speech, ({ names }) => names.speaker?.value, '县长 陈某某', undefined],
  ['names', speech, ({ names }) => names.occasion?.value, '全县会议', undefined],
  [
    'placeholders',
    `防汛\n××镇${prose}`,
    ({ placeholders, blocks: [, block] }) => [
      placeholders.length,
      block?.type === 'paragraph' && block.marks.length,
    ],
    [1, 1],
    [0, 0],
  ],
])(
  'with %s switched off that is not read, and nothing else changes: %#',
  (name, text, look, on, off) => {
    expect(look(understandText(text, 'notes.txt'))).toEqual(on);
    const without = understandWithout(name, text);
    expect(look(without)).toEqual(off);
    expect(without.title).toBe(understandText(text, 'notes.txt').title);
    expect(without.blocks.map((block) => block.text).join('')).toBe(text.replaceAll('\n', ''));
  },
);

function summaryOf(fields: string, text: string, file = 'notes.txt') {
  const bytes = new TextEncoder().encode(`---\n${fields}\n---\n${text}`);
  const { document } = readText(file, bytes);
  if (document === null) throw new Error('the document was not read');
  return document;
}

test.each([
  ['the title', 'title: 甲', { title: '甲' }, { title: '在全县会议上的讲话' }],
  ['the kind', 'kind: 通知', { kind: { slug: 'notice' } }, { kind: { slug: 'speech' } }],
  ['a kind of its own', 'kind: 家书', { kind: { name: '家书' } }, { kind: { name: '讲话稿' } }],
  ['a category', 'category: 通知', { kind: { slug: 'notice' } }, { kind: { slug: 'speech' } }],
  [
    'the date',
    'date: 2020-01-02',
    { date: { value: '2020-01-02' } },
    { date: { value: '2024-06-03' } },
  ],
  ['a lesser date', 'date: 2024', { date: { value: '2024' } }, { date: { value: '2024-06-03' } }],
  ['the speaker', 'speaker: 李某', { speaker: { name: '李某' } }, { speaker: { name: '陈某某' } }],
  ['the occasion', 'occasion: 例会', { occasion: '例会' }, { occasion: '全县会议' }],
  [
    'the organisation',
    'organisation: 青溪村',
    { organisations: [{ name: '青溪村' }] },
    { organisations: [] },
  ],
  ['the pieces', 'pieces: 2', { statedPieces: 2 }, { statedPieces: null }],
  ['the summary', 'summary: 一句话', { excerpt: '一句话' }, { excerpt: prose }],
])('front matter goes before what the text says: %s', (_what, fields, stated, read) => {
  expect(summaryOf(fields, speech)).toMatchObject(stated);
  expect(summaryOf('tags: 防汛', speech)).toMatchObject(read);
});

test('a kind that front matter names decides how the text is read', () => {
  const lines = '甲乙记\n时间：2024年8月7日\n地点：会议室\n主持人：王某';
  expect(summaryOf('kind: 讲话', lines).meetings).toEqual([]);
  expect(summaryOf('kind: 会议记录', lines).meetings).toMatchObject([{ place: '会议室' }]);
});

test('the place of front matter goes before that of a meeting', () => {
  expect(summaryOf('place: 礼堂', record).place).toBe('礼堂');
  expect(summaryOf('tags: 防汛', record).place).toBe('会议室');
});

test('what was not asked of the text is not told as understood', () => {
  const { understood } = read(`---\nkind: 通知\ndate: 2020-01-02\n---\n${speech}`);
  expect(understood).toMatchObject({ kind: null, date: null, knownKind: { id: 'notice' } });
});

test.each([
  ['a subtitle', `抓早抓细\n在全县会议上的讲话\n${prose}`, 'speech', 'subtitle'],
  [
    'the fields of a meeting',
    record.replace('支委会会议记录', '八月的一天'),
    'meeting-record',
    'text-meeting-fields',
  ],
  ['questions', quiz, 'quiz', 'text-questions'],
  ['clauses', '甲乙\n第一条 甲。\n第二条 乙。\n第三条 丙。', 'regulation', 'text-clauses'],
  ['a closing formula', `甲乙\n${prose}\n特此通知。`, 'notice', 'text-closing'],
  ['a request’s closing', `甲乙\n${prose}\n妥否，请批示。`, 'request', 'text-closing'],
  ['an address to listeners', `甲乙\n同志们：\n${prose}`, 'speech', 'text-salutation'],
])('where the title names no kind, the text may: %s', (_what, text, kind, rule) => {
  expect(understandText(text).kind).toMatchObject({ value: { id: kind }, evidence: { rule } });
});

test('a kind that the title names is not asked of the text', () => {
  expect(understandText(`防汛方案\n同志们：\n${prose}\n特此通知。`).kind?.value.id).toBe('scheme');
});
