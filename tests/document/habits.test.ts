import { describe, expect, test } from 'vitest';
import { understandText } from '../spec/read.ts';

/* Habits of offices, schools and clubs, in texts that were invented. */

const prose = '各村要把汛期值班安排好，有情况及时报告。';
const record = (...lines: readonly string[]) =>
  understandText(['支委会会议记录', '时间：2024年5月6日', '地点：会议室', ...lines].join('\n'))
    .meetings[0];

describe('who came', () => {
  test.each([
    [['（應到45人，實到41人）', '主席：李芳'], 45, 41],
    [['出席：應到15人，實到11人'], 15, 11],
    [['應出席：80人', '實出席：78人'], 80, 78],
    [['应到人数：20人', '实到人数：19人'], 20, 19],
  ])('%j', (lines, expected, present) => {
    const meeting = record(...lines);
    expect([meeting?.expected, meeting?.present]).toEqual([expected, present]);
  });

  test('an absence may stand before its name', () => {
    const meeting = record('出席人员：王芳、（请假）丁松、（病假）雷鸣');
    expect(meeting?.attended).toEqual(['王芳']);
    expect(meeting?.absent.map(({ name }) => name)).toEqual(['丁松', '雷鸣']);
  });
});

test.each([
  [['青溪县水利局', '2020年', '2月11日'], '2020-02-11', '青溪县水利局'],
  [['青溪县水利局', '2022年11月', '9日'], '2022-11-09', '青溪县水利局'],
  [['青溪县水利局', '2019年7月30', '日'], '2019-07-30', '青溪县水利局'],
])('a signature is dated over two lines: %j', (lines, date, organisation) => {
  const { date: own, names } = understandText(['防汛通知', prose, ...lines].join('\n'));
  expect(own?.value.value).toBe(date);
  expect(names.organisation?.value).toBe(organisation);
});

test.each([
  '-在全乡三级干部大会上的讲话',
  '－在全乡三级干部大会上的讲话',
  '－－在全乡三级干部大会上的讲话',
])('a subtitle may begin with another dash: %s', (subtitle) => {
  const { names } = understandText(['守住一道堤', subtitle, '乡长 卓不凡', prose].join('\n'));
  expect(names.occasion?.value).toBe('全乡三级干部大会');
  expect(names.speaker?.value).toBe('乡长 卓不凡');
});

test.each([
  ['3.15消费者权益日宣传活动总结', '3.15消费者权益日宣传活动总结'],
  ['12.9运动纪念大会上的讲话', '12.9运动纪念大会上的讲话'],
  ['2024.1-6月工作总结', '2024.1-6月工作总结'],
])('a title may begin with a day: %s', (line, title) => {
  expect(understandText(`${line}\n${prose}`).title).toBe(title);
});

test('a sign for a table of contents is no title', () => {
  expect(understandText(`[TOC]\n\n# 渡口值班办法\n\n${prose}\n`, 'a.md').title).toBe(
    '渡口值班办法',
  );
});

test('a line with a sign of a number is no second heading', () => {
  const { title, blocks } = understandText(
    `# 渡口村规民约\n\n${prose}\n\n#1会议室使用规定\n\n${prose}\n`,
    'a.md',
  );
  expect(title).toBe('渡口村规民约');
  expect(blocks.filter(({ type }) => type === 'heading')).toEqual([]);
});

test.each(['**各位家长：**', '（对的打√，错的打×）'])('in %s nothing is left out', (line) => {
  expect(understandText(`家长会通知\n${line}\n${prose}`).placeholders).toEqual([]);
});

test('numbers of questions may be of full width', () => {
  const { quiz } = understandText(
    '防汛测试题\n一、单选题\n１、由谁值班？（ ）\nA.村长 B.会计\n２、何时巡查？（ ）\nA.早晚 B.中午\n答案：1.A 2.A',
  );
  expect(quiz?.questions.map(({ number, answer }) => [number, answer])).toEqual([
    [1, 'A'],
    [2, 'A'],
  ]);
});

describe('several meetings under headings of months', () => {
  const { meetings } = understandText(
    [
      '# 2023年村监委会会议记录',
      '## 3月会议',
      '- 时间：3月4日\n- 主持：庞统\n- 参会：庞统、法正\n- 结论：审核一季度票据',
      '## 6月会议',
      '- 时间：6月3日\n- 主持：法正\n- 参会：庞统、法正（请假）\n- 结论：公示低保名单',
    ].join('\n\n'),
    'a.md',
  );

  test('each has its own time, chair and decision', () => {
    expect(
      meetings.map(({ time, chair, resolutions }) => [time?.start, chair, resolutions[0]?.text]),
    ).toEqual([
      ['2023-03-04', '庞统', '结论：审核一季度票据'],
      ['2023-06-03', '法正', '结论：公示低保名单'],
    ]);
  });
});

describe('decisions', () => {
  test.each([
    [['表决：同意33户，不同意2户。', '决定每户出资200元修水渠。'], ['决定每户出资200元修水渠。']],
    [['表决：通过修渠方案。'], ['表决：通过修渠方案。']],
    [['决定权在村民。'], []],
  ])('%j', (lines, decided) => {
    const meeting = record('主持人：李芳', '一、讨论', ...lines);
    expect(meeting?.resolutions.map(({ text }) => text)).toEqual(decided);
  });

  test('a table of tasks says who and when in its columns', () => {
    const { meetings } = understandText(
      '# 项目周会记录\n\n时间：2023年5月9日\n\n地点：三号楼\n\n参会人：沈括、梁冰\n\n## 待办\n\n| 事项 | 负责人 | 截止 |\n| --- | --- | --- |\n| 修复登录 | 石磊 | 5月16日 |\n| 补充文档 | 戴维 | 5月19日 |\n',
      'a.md',
    );
    expect(meetings[0]?.tasks).toMatchObject([
      { text: '修复登录', person: '石磊', date: '2023-05-16' },
      { text: '补充文档', person: '戴维', date: '2023-05-19' },
    ]);
  });
});

describe('dates under a title', () => {
  test('say what was done to the text, and nothing of its plan', () => {
    const plan = understandText(
      '修谱工作安排\n2020年3月 征集资料\n2020年6月 编写初稿\n2020年12月 付印',
    );
    expect(plan.date).toBeNull();
    const rules = understandText(
      `青溪商会章程\n一九八九年三月初订　二〇〇五年八月十五日修订\n第一条 ${prose}`,
    );
    expect(rules.date?.value.value).toBe('2005-08-15');
  });
});

test.each([
  ['对政协提案的答复', 'letter'],
  ['关于迟到问题的书面检查', 'self-examination'],
  ['渡口争议处理意见书', 'opinion'],
  ['值班记录', undefined],
  ['会议记录', 'meeting-record'],
])('%s is of the kind %s', (title, kind) => {
  expect(understandText(`${title}\n${prose}`).kind?.value.id).toBe(kind);
});

test('one line of answers may stand below the last question', () => {
  const questions =
    '1. 村名来自( )\nA. 山 B. 水\n2. 古井建于( )\nA. 明代 B. 清代\n3. 祠堂毁于1930年。( )';
  const answersOf = (last: string) =>
    understandText(`村史测试题\n${questions}\n${last}`).quiz?.questions.map(({ answer }) => answer);
  expect(answersOf('答案：ABx')).toEqual(['A', 'B', '错']);
  expect(answersOf('答案：B')?.slice(0, 2)).toEqual([null, null]);
});

test.each([
  ['民國一〇九年五月三日', '2020-05-03'],
  ['一〇八年五月三日', '2019-05-03'],
  ['民國一百零九年五月', '2020-05'],
  ['二〇二〇年五月廿三日', '2020-05-23'],
  ['二〇二〇年五月卅日', '2020-05-30'],
  ['2012．4．18', '2012-04-18'],
  ['Held on 14 March 2023', '2023-03-14'],
  ['2015年8月制定　2018年9月1日修订', '2018-09-01'],
])('the line %s under a title tells a day', (line, day) => {
  expect(understandText(`渡口章程\n${line}\n第一条 ${prose}`).date?.value.value).toBe(day);
});

test.each([
  ['# 目录\n\n- 甲\n\n## 防汛安排\n\n', '新渡村'],
  ['## 前言\n\n', '新渡村'],
  ['会议名称：渡口修缮协调会\n\n', '渡口修缮协调会'],
])('a text that opens with %j is called %s', (opening, title) => {
  expect(understandText(`${opening}${prose}\n`, '新渡村/README.md').title).toBe(title);
});

test('numbers of accounts are numbers of parts', () => {
  const { blocks } = understandText(
    `渡口紀要\n壹、報告事項\n${prose}\n貳、討論事項\n${prose}\n參、臨時動議\n${prose}`,
  );
  expect(blocks.filter(({ type }) => type === 'heading').map(({ text }) => text)).toEqual([
    '壹、報告事項',
    '貳、討論事項',
    '參、臨時動議',
  ]);
});

test('nothing is no point of an agenda, and no task', () => {
  const meeting = record('主持人：李芳', '议题：（无）');
  expect(meeting?.agenda).toEqual([]);
});

describe('fields of records', () => {
  test.each([
    [
      'as headings with their values',
      '## 时间：2023年5月6日\n\n## 地点：三楼\n\n### 会议主持：周树',
    ],
    ['over their values', '**时间**\n2023年5月6日\n\n**地点**\n\n三楼会议室\n\n**主持人**\n周树'],
    ['behind posts', '- 时间：2023年5月6日\n- 地点：三楼\n- 主持人：场长 周树'],
    ['two in a line', '時間：2023年5月6日\n\n地點：三樓\n\n主席：周树　　司儀：鄭芝'],
  ])('%s', (_how, fields) => {
    const { meetings } = understandText(`# 家委会例会记录\n\n${fields}\n`, 'a.md');
    const [meeting] = meetings;
    expect([meeting?.time?.start, meeting?.chair]).toEqual(['2023-05-06', '周树']);
    expect(meeting?.place).toMatch(/^三[楼樓]/);
  });

  test('names in English have spaces, and reasons of absence their people', () => {
    const english = understandText(
      '# Board minutes\n\nDate: 3 May 2023\n\nChair: Ms. Pan Jinhua\n\nSecretary: Luo Yi\n',
      'a.md',
    );
    expect(english.meetings[0]?.chair).toBe('Ms. Pan Jinhua');
    expect(english.meetings[0]?.recorder).toBe('Luo Yi');
    const away = record('主持人：李芳', '缺席党员及原因：牛二柱（外出务工）、马三（生病）');
    expect(away?.absent).toEqual([
      { name: '牛二柱', reason: '外出务工' },
      { name: '马三', reason: '生病' },
    ]);
  });
});

test('what looks back upon a year is not signed at its beginning', () => {
  const { date } = understandText(`2018年度工作总结\n${prose}\n青溪县水利局\n一月八日`);
  expect(date?.value.value).toBe('2018');
});

test('what stands under a heading 纪要 has written none of it', () => {
  const { meetings } = understandText(
    '# 周例会\n\n时间：2023年5月6日\n\n地点：三楼\n\n## Minutes - 纪要\n\n- documentation draft finished\n',
    'a.md',
  );
  expect(meetings[0]?.recorder).toBeNull();
});
