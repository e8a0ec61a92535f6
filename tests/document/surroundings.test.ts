import { expect, test } from 'vitest';
import { understandText } from '../spec/read.ts';

const prose = '各村把名册核对清楚，有出入的当天改过来。';

/** Reads lines that are given as `role text`, and tells them the same way. */
function rolesOf(lines: readonly string[]): string[] {
  const texts = lines.map((line) => line.slice(line.indexOf(' ') + 1));
  return understandText(texts.join('\n')).blocks.map((block) => {
    const role = block.type === 'paragraph' ? block.role : block.type;
    return `${role} ${block.text}`;
  });
}

test.each<[string, string[]]>([
  [
    'a date and a speaker in either order',
    [
      'title 在全县防汛会议上的讲话',
      'dateline （2024年6月3日）',
      'byline 县委书记　陈××',
      'salutation 同志们：',
      `paragraph ${prose}`,
    ],
  ],
  [
    'a name by itself',
    ['title 在会上的讲话', 'byline 陈××', 'dateline 2024年6月3日', `paragraph ${prose}`],
  ],
  ['a labelled name', ['title 在会上的讲话', 'byline 主讲人：李某某', `paragraph ${prose}`]],
  [
    'an office over the name of its holder',
    ['title 在会上的讲话', 'byline 青溪县人民政府县长', 'byline 陈××', `paragraph ${prose}`],
  ],
  ['words that are no name', ['title 渡口值班攻略', 'paragraph 本文出自', `paragraph ${prose}`]],
  [
    'the title in other characters',
    ['title 论渡口值班', 'paragraph 論渡口值班', `paragraph ${prose}`],
  ],
  [
    'a subtitle behind a dash',
    [
      'title 抓早抓细',
      'subtitle ——在全县防汛会议上的讲话',
      'salutation 各位领导、同志们：',
      `paragraph ${prose}`,
    ],
  ],
  [
    'a subtitle of an occasion',
    [
      'title 抓早抓细',
      'subtitle 在全县防汛会议上的讲话',
      'dateline 二〇二四年六月',
      `paragraph ${prose}`,
    ],
  ],
  [
    'a date with its occasion',
    [
      'title 党课讲稿',
      'dateline （2024年6月3日在支部党员大会上）',
      'byline 青溪村支书 李某',
      `paragraph ${prose}`,
    ],
  ],
  [
    'a date with who passed it',
    [
      'title 政府工作报告',
      'dateline （2024年1月5日青溪县第十届人民代表大会第三次会议通过）',
      'salutation 各位代表：',
      `paragraph ${prose}`,
    ],
  ],
  [
    'a note before the date',
    [
      'title 防汛情况',
      'paragraph （征求意见稿）',
      'dateline （2024年6月3日）',
      `paragraph ${prose}`,
    ],
  ],
  ['a labelled date', ['title 防汛情况', 'dateline 发布日期：2024-06-03', `paragraph ${prose}`]],
  [
    'the offices that a notice is for',
    ['title 关于防汛的通知', 'salutation 各乡镇人民政府，县直各部门：', `paragraph ${prose}`],
  ],
  ['a date that begins a sentence', ['title 防汛情况', `paragraph 2024年6月3日，${prose}`]],
  ['text that ends in a colon', ['title 防汛方案', 'paragraph 要求如下：', `paragraph ${prose}`]],
  [
    'a name below the first paragraph',
    ['title 防汛情况', `paragraph ${prose}`, 'paragraph 陈××', `paragraph ${prose}`],
  ],
])('under the title: %s', (_what, lines) => {
  expect(rolesOf(lines)).toEqual(lines);
});

test('offices are no salutation but above an official paper', () => {
  const lines = ['title 抓早抓细', 'paragraph 各乡镇人民政府，县直各部门：', `paragraph ${prose}`];
  expect(rolesOf(lines)).toEqual(lines);
});

test.each([
  '同志们：',
  '尊敬的各位来宾、各位乡亲，老师们、同学们：',
  '各位党员：大家好！',
  '同志们，大家辛苦了！',
  '亲爱的家长朋友：',
])('listeners may be addressed again within the text: %s', (address) => {
  const lines = [
    'title 防汛情况',
    `paragraph ${prose}`,
    `salutation ${address}`,
    `paragraph ${prose}`,
  ];
  expect(rolesOf(lines)).toEqual(lines);
});

test.each(['会议要求，各位代表要做到以下：', '我代表县委强调：', '同志们说得好。大家鼓掌！'])(
  '%s addresses nobody',
  (text) => {
    const lines = [
      'title 防汛情况',
      `paragraph ${prose}`,
      `paragraph ${text}`,
      `paragraph ${prose}`,
    ];
    expect(rolesOf(lines)).toEqual(lines);
  },
);

test.each<[string, string[]]>([
  ['a date alone', ['signature-date 2024年6月3日']],
  ['an office and a date', ['signature 青溪县水利局', 'signature-date 二〇二四年六月三日']],
  ['a date in brackets', ['signature 青溪县水利局', 'signature-date （2024年6月3日）']],
  [
    'several offices',
    [
      'signature 青溪县水利局',
      'signature 青溪县应急局',
      'signature 青溪县气象局',
      'signature-date 2024年6月3日',
    ],
  ],
  ['both on one line', ['signature 青溪县水利局　　2024年6月3日']],
  [
    'checkNotes behind the date',
    [
      'signature 青溪县水利局',
      'signature-date 2024年6月3日',
      'note （此件公开发布）',
      'note 抄送：县委办公室。',
    ],
  ],
  [
    'attachments behind the date',
    [
      'signature 青溪县水利局',
      'signature-date 2024年6月3日',
      'attachment 附件：1.清单',
      'attachment 2.名册',
      'paragraph 沙袋若干',
    ],
  ],
  [
    'attachments named above the signature',
    [
      'attachment 附件：1.清单',
      'attachment 2.名册',
      'signature 青溪县水利局',
      'signature-date 2024年6月3日',
    ],
  ],
  ['text behind the date', ['paragraph 2024年6月3日', `paragraph ${prose}`]],
  ['a sentence above the date', ['paragraph 请各村照办。', 'signature-date 2024年6月3日']],
  ['a heading above the date', ['item 一、沙袋', 'item 二、手电', 'signature-date 2024年6月3日']],
])('behind the text: %s', (_what, end) => {
  const lines = ['title 关于防汛的通知', `paragraph ${prose}`, ...end];
  expect(rolesOf(lines)).toEqual(lines);
});

test.each([
  ['附件：名单', 'attachment'],
  ['附件2', 'attachment'],
  ['附件 3 名单', 'attachment'],
  ['附：名单', 'attachment'],
  ['附图1：示意', 'attachment'],
  ['附录', 'attachment'],
  ['附近的人都来了', 'paragraph'],
  ['附件要在月底以前送来', 'paragraph'],
])('%s is of the role %s', (text, role) => {
  const lines = ['title 防汛情况', `paragraph ${prose}`, `${role} ${text}`, `paragraph ${prose}`];
  expect(rolesOf(lines)).toEqual(lines);
});

test('an office and its holder on two lines are one speaker', () => {
  const { names } = understandText(`抓早抓细\n2024年6月3日\n青溪县县长\n陈××\n${prose}`);
  expect(names.speaker?.value).toBe('青溪县县长 陈××');
});

test('where a text is from did not issue it', () => {
  const { names } = understandText(`渡口值班办法\n来源：青溪县人民政府办公室\n${prose}`);
  expect(names.organisation).toBeNull();
});

test('names and dates are read from these lines', () => {
  const { names, date } = understandText(
    `抓早抓细\n——在全县防汛会议上的讲话\n2024年6月3日\n县长 陈××\n${prose}`,
  );
  expect(names.speaker?.value).toBe('县长 陈××');
  expect(names.occasion?.value).toBe('全县防汛会议');
  expect(date?.value.value).toBe('2024-06-03');
  const signed = understandText(`防汛通知\n${prose}\n青溪县水利局\n2024年6月4日`);
  expect(signed.names.organisation?.value).toBe('青溪县水利局');
  expect(signed.date).toMatchObject({ value: { value: '2024-06-04' }, evidence: { line: 4 } });
});

test('a day of the week that the calendar contradicts is told', () => {
  const told = (date: string) =>
    understandText(`防汛通知\n${prose}\n青溪县水利局\n${date}`).findings.map(({ rule, line }) => [
      rule,
      line,
    ]);
  expect(told('2024年6月3日（星期二）')).toEqual([['weekday', 4]]);
  expect(told('2024年6月3日（星期一）')).toEqual([]);
});

test('each piece of a collection has surroundings of its own', () => {
  const lines = [
    'title 讲话两篇',
    'heading 篇一',
    'salutation 同志们：',
    `paragraph ${prose}`,
    'signature-date 2024年6月3日',
    'heading 篇二',
    'salutation 各位代表：',
    `paragraph ${prose}`,
    'signature-date 2024年6月4日',
  ];
  expect(rolesOf(lines)).toEqual(lines);
});

test('the words of a picture are no speaker', () => {
  const { names } = understandText(`# 在会上的讲话\n\n![陈××](a.jpg)\n\n${prose}`, 'a.md');
  expect(names.speaker).toBeNull();
});

test('a line that says the title again issues nothing', () => {
  expect(
    understandText(`论县人民政府（旧稿）\n论县人民政府\n${prose}`).names.organisation,
  ).toBeNull();
  const issued = understandText(`关于防汛的通知（代拟稿）\n青溪县人民政府\n${prose}`);
  expect(issued.names.organisation?.value).toBe('青溪县人民政府');
});
