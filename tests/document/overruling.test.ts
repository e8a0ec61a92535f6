import { expect, test } from 'vitest';
import { explainText } from '../spec/read.ts';

/* What is read of a text is never the last word: its keepers say otherwise in front matter or a sidecar. */

const prose = '各村把名册核对清楚，有出入的当天改过来。';

/** A text with what is said of its reading. */
function reading(said: string, ...lines: readonly string[]) {
  return explainText(`---\nreading:\n${said}\n---\n${lines.join('\n\n')}\n`, 'a.md');
}

const outlineOf = (explained: { outline?: { text: string }[] }) =>
  (explained.outline ?? []).map(({ text }) => text);

test.each([
  ['a line that is none', '  headings: 值班的人', ['值班的人：', prose], ['值班的人']],
  ['a numbered line', '  paragraphs: 二、', ['一、排班', prose, '二、交接', prose], ['排班']],
  [
    'a numbered line, named without its number',
    '  paragraphs: 交接',
    ['一、排班', prose, '二、交接', prose],
    ['排班'],
  ],
  ['a sentence that heads a paragraph', '  paragraphs: [一、]', [`一、排班。${prose}`], []],
  ['a heading of Markdown', '  paragraphs: [交接]', ['## 排班', prose, '## 交接', prose], ['排班']],
  ['a bold line', '  paragraphs: 【排班】', ['【排班】', prose], []],
  ['several', '  headings: [甲组, 乙组]', ['甲组', prose, '乙组', prose], ['甲组', '乙组']],
])('%s is a heading or not, as is said', (_what, said, lines, outline) => {
  expect(outlineOf(reading(said, '# 值班安排', ...lines))).toEqual(outline);
});

test('a line is set aside, or kept, as is said', () => {
  const lines = [
    '# 值班安排',
    prose,
    '更多安排见公告栏',
    prose,
    '本文来自网络，如有侵权请联系删除',
  ];
  const asides = (said: string) => reading(said, ...lines).leftovers ?? [];
  expect(asides('  keep: []').map(({ text }: { text: string }) => text)).toEqual([
    '本文来自网络，如有侵权请联系删除',
  ]);
  expect(asides('  keep: 本文来自')).toEqual([]);
  expect(
    asides('  keep: 本文来自\n  aside: 更多安排').map(({ text }: { text: string }) => text),
  ).toEqual(['更多安排见公告栏']);
});

test('the pieces of a collection open where is said', () => {
  const lines = ['# 值班心得', '甲组心得', prose, '乙组心得', prose];
  expect(reading('  headings: []', ...lines)).not.toHaveProperty('pieces');
  expect(reading('  pieces: [甲组, 乙组]', ...lines).pieces).toMatchObject([
    { number: 1, title: '甲组心得' },
    { number: 2, title: '乙组心得' },
  ]);
});

test('fields of a meeting are what is said, under their names or labels', () => {
  const lines = ['# 值班例会纪要', '时间：2024年6月3日', '主持人：王芳', '与会人：赵强、孙丽'];
  const { meeting } = reading(
    '  meeting:\n    地点: 渡口\n    chair: 站长李明\n    请假: [钱多（病假）]\n    应到: 3',
    ...lines,
  );
  expect(meeting).toMatchObject({
    time: { start: '2024-06-03' },
    place: '渡口',
    chair: '李明',
    chairRole: '站长',
    attended: ['赵强', '孙丽'],
    absent: [{ name: '钱多', reason: '病假' }],
    expected: 3,
  });
});

test('a text may be said to be the record of no meeting', () => {
  const lines = ['# 值班例会纪要', '时间：2024年6月3日', '主持人：王芳', '地点：渡口'];
  expect(reading('  headings: []', ...lines)).toHaveProperty('meeting');
  expect(reading('  meeting: false', ...lines)).not.toHaveProperty('meeting');
  expect(reading('  meeting: 否', ...lines)).not.toHaveProperty('meeting');
});

test.each(['  heading: 甲', '  headings: {a: 1}', '  meeting: {主角: 王芳}', '  keep: [""]'])(
  'what is none of these is an error: %s',
  (said) => {
    const { problems } = reading(said, '# 甲', prose);
    expect(problems).toMatchObject([{ severity: 'error', rule: 'field-reading' }]);
  },
);
