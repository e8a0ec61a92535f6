import { describe, expect, test } from 'vitest';
import { sharedWords } from '#document/meeting/label-words.ts';
import { explainText, understandText } from '../spec/read.ts';

/** What `guidang explain` says of the meeting that a plain text records. */
function meetingOf(...lines: readonly string[]) {
  return explainText(lines.join('\n')).meeting;
}

/** The same of a text in Markdown, under the path that its file has. */
function recordOf(text: string, file = '例会/2024-06-03.md') {
  return explainText(text, file);
}

const head = ['支委会会议记录', '时间：2024年5月10日上午9：00－11：30', '地点：三楼会议室'];

describe('fields', () => {
  test('are padded, wide, several on a line, or parted from their value by space alone', () => {
    expect(
      meetingOf(
        '村民代表会议记录',
        '会议时间　2024年4月2日',
        '主 持 人：村主任赵四　　记 录：钱五',
        '应到代表35人，实到32人，符合法定人数。',
      ),
    ).toMatchObject({
      time: { start: '2024-04-02' },
      chair: '赵四',
      chairRole: '村主任',
      recorder: '钱五',
      expected: 35,
      present: 32,
    });
  });

  test('may give the day and the time of day apart', () => {
    const meeting = meetingOf('例会记录', '日期：2024-05-08', '时间：10:00-12:00', '主持：孙××');
    expect(meeting.time).toEqual({ start: '2024-05-08T10:00', end: '2024-05-08T12:00' });
  });

  test('are told in the first sentence', () => {
    expect(
      meetingOf(
        '2024年8月支部委员会会议记录',
        '8月7日上午，支部在村部会议室召开支委会，会议由支部书记陈××主持，何××、周××参加会议，吴××记录。',
      ),
    ).toMatchObject({
      time: { start: '2024-08-07' },
      place: '村部会议室',
      chair: '陈××',
      chairRole: '支部书记',
      attended: ['何××', '周××'],
      recorder: '吴××',
    });
  });

  test('of a page on the web make no record', () => {
    expect(meetingOf('春耕动员讲话', '时间：2024-03-01', '同志们：', '今天开会。')).toBeUndefined();
  });

  test('that are missing or empty are findings', () => {
    const { findings } = explainText([...head, '主持人：', '出席：李××'].join('\n'));
    expect(findings.map(({ message }: { message: string }) => message)).toEqual([
      'chair: empty',
      'the record does not say: recorder',
    ]);
  });

  test('are not asked of what is to be talked about', () => {
    const [, ...fields] = head;
    const lines = (title: string) => [title, ...fields, '主持人：张××', '一、学习文件'].join('\n');
    const rules = (title: string) =>
      explainText(lines(title)).findings?.map(({ rule }: { rule: string }) => rule);
    expect(rules('支委会会议记录')).toEqual(['meeting-missing']);
    expect(rules('支委会会议议程')).toBeUndefined();
  });
});

describe('names', () => {
  test.each([
    ['支部书记陈××', ['陈××']],
    ['办公室肖××、财务科田××', ['肖××', '田××']],
    ['王 芳 李 明', ['王芳', '李明']],
    ['张伟（预备党员）、刘 洋 等12人', ['张伟', '刘洋']],
    ['全体党员（名单附后）', ['全体党员（名单附后）']],
    ['李××、李××、', ['李××']],
    ['派出所所长、石桥村书记', ['派出所所长', '石桥村书记']],
    ['王芳、李明、\n议题', ['王芳', '李明']],
    ['TBA', undefined],
    ['本次会议共有9名成员参会，由轮值主席赵××主持。', undefined],
  ])('of %s', (written, attended) => {
    expect(meetingOf(...head, `出席人员：${written}`).attended).toEqual(attended);
  });

  test.each([
    ['本次会议共有9名成员参会，由王芳主持。', 9],
    ['本次会议共有20+名成员参会，由王芳主持。', undefined],
    ['约30人到会，由王芳主持。', undefined],
    ['30余人到会，由王芳主持。', undefined],
  ])('of %s give the number of those who came where it is exact', (written, present) => {
    expect(meetingOf(...head, `参会人：${written}`).present).toEqual(present);
  });

  test('of those absent have their reasons', () => {
    const { absent } = meetingOf(...head, '请假：严××（副院长） （事假）、邓××因病请假、田××');
    expect(absent).toEqual([
      { name: '严××', reason: '事假' },
      { name: '邓××', reason: '因病请假' },
      { name: '田××' },
    ]);
  });
});

describe('the agenda', () => {
  test.each([
    [
      '议题：一、夏季用电；二、门诊预约；三、四、五月份病历检查。',
      ['夏季用电', '门诊预约', '四、五月份病历检查'],
    ],
    ['议题：\n1.听取汇报\n2.研究人员招聘', ['听取汇报', '研究人员招聘']],
    ['会议内容：学习文件；讨论转正', ['学习文件', '讨论转正']],
  ])('of %s', (written, agenda) => {
    expect(meetingOf(...head, written).agenda).toEqual(agenda);
  });
});

describe('turns', () => {
  const present = [...head, '主持人：赵××', '出席：赵××、胡欣蔚', '列席：教导处高主任'];

  test.each([
    ['赵××：我先说。', '赵××'],
    ['赵××（书记）：我先说。', '赵××'],
    ['欣蔚：我补充。', '欣蔚'],
    ['高主任：教导处支持。', '高主任'],
    ['主持人：下面进行第二项。', '主持人'],
    ['与会人员：没有意见。', '与会人员'],
  ])('%s', (line, speaker) => {
    expect(meetingOf(...present, '一、讨论', line).turns).toEqual([{ speaker, line: 8 }]);
  });

  test.each([
    '工作要求：各支部按时上报。',
    '主持人（签名）：赵××',
    '方案一：接管子。',
    '申报人：耿小舟',
    '赵××（账号：zhao）',
    '周六：学习。\n周日：休息。',
    '简介：渡口建于民国。\n成果：修了两座桥。',
  ])('%s is none', (line) => {
    expect(meetingOf(...present, '一、讨论', line).turns).toBeUndefined();
  });
});

describe('resolutions', () => {
  test('are what a meeting decides, the points under it, and what stands under a heading', () => {
    const { resolutions } = meetingOf(
      ...head,
      '主持人：赵××',
      '一、讨论',
      '会议指出，形势很好。',
      '会议同意录用两人。',
      '会议决定：',
      '1.修订制度；',
      '2.更换门锁。',
      '散会以后请留步。',
      '二、会议决议',
      '推荐杨××为发展对象。',
      '（17:10散会）',
    );
    expect(resolutions.map(({ text }: { text: string }) => text)).toEqual([
      '会议同意录用两人。',
      '修订制度；',
      '更换门锁。',
      '推荐杨××为发展对象。',
    ]);
  });

  test.each([
    ['決議：通過預算。', '決議：通過預算。'],
    ['结论：可以采用新的班表。', '结论：可以采用新的班表。'],
    ['表决结果：十二票赞成。', '表决结果：十二票赞成。'],
    ['會議決定，由林雅婷辦理。', '會議決定，由林雅婷辦理。'],
  ])('are told as they are written: %s', (line, text) => {
    const { resolutions } = meetingOf(...head, '主持人：赵××', '一、讨论', line);
    expect(resolutions).toMatchObject([{ text }]);
  });

  test.each(['投票結果', '表决', '决议事项', '結論'])('stand under a heading %s', (heading) => {
    const { resolutions } = recordOf(
      `${head.join('\n\n')}\n\n## ${heading}\n\n- 增加一班\n`,
    ).meeting;
    expect(resolutions).toMatchObject([{ text: '增加一班' }]);
  });

  test.each([
    ['end where the points of the meeting go on counting', '9、停车场改造，由后勤处汇报。', []],
    ['go on with their own numbers', '3、停车场改造，年内完成。', ['停车场改造，年内完成。']],
  ])('under a point %s', (_what, next, expected) => {
    const { resolutions } = meetingOf(
      ...head,
      '主持人：赵××',
      '8、食堂',
      '大家看了上个月的菜单和价格。',
      '结论：',
      '1、周一起换菜单，先试一周。',
      '2、价格公示，每月一次。',
      next,
    );
    expect(resolutions.map(({ text }: { text: string }) => text)).toEqual([
      '周一起换菜单，先试一周。',
      '价格公示，每月一次。',
      ...expected,
    ]);
  });

  test('with a person and a day are tasks', () => {
    const { tasks } = meetingOf(...head, '主持：赵××', '会议决定，由人事科于5月20日前办理手续。');
    expect(tasks).toMatchObject([{ person: '人事科', date: '2024-05-20' }]);
  });
});

test.each([
  ['会议结束时间：16:40', '16:40'],
  ['（17:10散会）', '17:10'],
  ['会议于17:20结束。', '17:20'],
])('a meeting ends: %s', (line, ended) => {
  expect(meetingOf(...head, '主持人：赵××', '会议开始。', line).ended).toBe(ended);
});

test.each([
  [
    'names without numbers',
    ['出席人员：', '张××', '李××', '一、学习文件', '传达精神。'],
    ['张××', '李××'],
  ],
  ['names with numbers', ['出席人员：', '1.张××', '2.李××', '一、学习文件'], ['张××', '李××']],
  ['one name', ['列席人员：', '王××', '1. 听取汇报', '汇报了情况。'], []],
])('a heading behind a list of people is nobody: %s', (_what, lines, attended) => {
  const { meeting } = explainText(
    [
      '支委会会议记录',
      '时间：2024年5月10日',
      '地点：三楼',
      '主持人：张××',
      '记录人：李××',
      ...lines,
    ].join('\n'),
  );
  expect(meeting.attended ?? []).toEqual(attended);
  expect(meeting.observers ?? []).not.toContain('听取汇报');
});

describe('labels', () => {
  const time = '会议时间：2024-06-03 9:00-10:30';

  test.each([
    ['in bold, the colon outside', '**纪要人**: 王芳', 'recorder', '王芳'],
    ['in bold, the colon inside', '**整理人：** 王芳', 'recorder', '王芳'],
    ['in bold in a list', '- **会议纪要人**：王芳', 'recorder', '王芳'],
    ['as a heading', '## 会议纪要人\n\n王芳', 'recorder', '王芳'],
    ['as a heading with a colon, in brackets', '### 【主持人】：\n\n王芳', 'chair', '王芳'],
    ['in English', 'Chaired by: Wang Fang', 'chair', 'Wang Fang'],
    ['in English beside Chinese', 'Host 会议主持人：王芳', 'chair', '王芳'],
    ['over the value', '主持人：\n\n王芳', 'chair', '王芳'],
    ['over a place', '会议地点：\n\n三楼会议室', 'place', '三楼会议室'],
    ['in traditional characters', '主席：王芳   記錄：李明', 'recorder', '李明'],
  ])('stand %s', (_how, lines, property, value) => {
    expect(recordOf(`${time}\n\n${lines}\n\n出席：赵强`).meeting[property]).toBe(value);
  });

  test.each([
    ['参与人员', '- 赵强\n- 孙丽'],
    ['参会人（含线上）：', '- 赵强\n- 孙丽'],
    ['Attendees - 与会人', '- 赵强\n- 孙丽'],
    ['Meeting Attendees', '** **\n- **赵强**（办公室）\n- 孙丽'],
    ['出席成员', '值班的同志：\n\n- 赵强\n- 孙丽\n\n来晚的请补签。'],
    ['參與者', '赵强、孙丽'],
    ['到会人员', '| 姓名 | 单位 |\n|---|---|\n| 赵强 | 办公室 |\n| 孙丽 | 财务科 |'],
  ])('head a list of names: %s', (label, list) => {
    expect(recordOf(`${time}\n\n## ${label}\n\n${list}`).meeting.attended).toEqual([
      '赵强',
      '孙丽',
    ]);
  });

  test('stand over their values in a table, though not all its columns are known', () => {
    const table = '| Meeting Day | Meeting Time | Bridge | Note Taker |\n|---|---|---|---|\n';
    const row = '| Mondays | 7:00 PM to 8:30 PM | 12345 | Li Ming |';
    expect(recordOf(`${table}${row}\n\n## Attendees\n\n- Wang Fang`).meeting).toMatchObject({
      time: { start: '2024-06-03T19:00', end: '2024-06-03T20:30' },
      recorder: 'Li Ming',
      attended: ['Wang Fang'],
    });
  });

  test('stand beside their values in a row of cells', () => {
    const rows =
      '|会议地点|微信群|会议时间|2024年6月3日|\n|---|---|---|---|\n|主持人|王芳|记录人|李明|';
    expect(recordOf(rows).meeting).toMatchObject({
      place: '微信群',
      chair: '王芳',
      recorder: '李明',
      time: { start: '2024-06-03' },
    });
  });

  test('that are unknown end the value before them', () => {
    const text =
      '主持人：王芳\n下次主持人：赵强\n与会人：孙丽、李明\n会议链接：https://example.cn/a';
    expect(recordOf(`${time}\n${text}`).meeting).toMatchObject({
      chair: '王芳',
      attended: ['孙丽', '李明'],
    });
  });

  test.each([
    ['会议纪要：https://example.cn/minutes'],
    ['会议记录：'],
    ['## 会议纪要\n\n- 讨论了排班，定为两班。\n- 修好了水泵。'],
  ])('%s names no recorder', (lines) => {
    expect(recordOf(`${time}\n\n出席：赵强\n\n${lines}`).meeting.recorder).toBeUndefined();
  });

  test('of several meetings are not mixed', () => {
    const one = (day: string, name: string) =>
      `## ${day}\n\n### 主持人\n\n${name}\n\n### 地点\n\n会议室`;
    const { meeting } = recordOf(
      `${one('2024年6月3日', '王芳')}\n\n${one('2024年6月10日', '赵强')}`,
    );
    expect(meeting.chair).toBe('王芳');
  });
});

describe('a record', () => {
  const fields = '## 与会人员\n\n- 王芳\n- 李明\n\n## 请假\n\n- 赵强';

  test.each([
    ['例会/2024-06.md', '# 2024/6 值班例会\n\n'],
    ['duty/2024-06-03 meeting.md', ''],
    ['duty/20240603_minutes.md', ''],
  ])('is one by its name and two fields: %s', (file, head) => {
    expect(recordOf(head + fields, file).kind.id).toBe('meeting-record');
  });

  test.each([
    ['活动/报名.md', '', 'document'],
    [
      '例会/第六次例会议程.md',
      '会议时间：2024-06-03\n\n主持人：王芳\n\n地点：会议室\n\n',
      'document',
    ],
    [
      'meetings/2024-06-03-meeting-agenda.md',
      '会议时间：2024-06-03\n\n主持人：王芳\n\n',
      'document',
    ],
  ])('%s is none', (file, head, kind) => {
    expect(recordOf(head + fields, file).kind.id).toBe(kind);
  });

  test.each([
    ['# 2024-06-03 值班会\n\n时间：9:00-10:30', 'a.md'],
    ['时间：9:00-10:30', '例会/2024-06-03.md'],
    ['时间：9:00-10:30', '例会/202406/03-06-2024 例会.md'],
    ['# 2024.06.03 例会\n\n时间：上午9:00到10:30', 'a.md'],
  ])('has the day of its title or file for a clock alone: %s in %s', (head, file) => {
    const { meeting } = recordOf(`${head}\n\n地点：会议室\n\n${fields}`, file);
    expect(meeting.time).toEqual({ start: '2024-06-03T09:00', end: '2024-06-03T10:30' });
  });

  test.each([
    ['局党组书记、局长李×同志在五楼会议室主持召开第5次会议。', '李×', '局党组书记、局长'],
    ['会议由班主任（李×）主持。', '李×', '班主任'],
    ['会议由会长李××同学主持。', '李××', '会长'],
    ['例会由值班长王××主持。', '王××', '值班长'],
    ['副院长、工会主席赵×主持会议。', '赵×', '副院长、工会主席'],
  ])('says who led it and as what: %s', (sentence, chair, role) => {
    expect(meetingOf('会议记录', '', `2024年6月3日上午，${sentence}`)).toMatchObject({
      chair,
      chairRole: role,
    });
  });

  test('tells of people in its list who did not come', () => {
    expect(
      meetingOf(...head, '出席：张三、李四（请假）、王五（病假）、赵六（书记）'),
    ).toMatchObject({
      attended: ['张三', '赵六'],
      absent: [{ name: '李四' }, { name: '王五', reason: '病假' }],
    });
  });

  test('with more people than there should be is a finding', () => {
    const { findings } = explainText([...head, '应到：3人', '实到：5人'].join('\n'));
    expect(findings[0]).toMatchObject({ rule: 'meeting-field', line: 5 });
    expect(findings[0].message).toBe('present: 5 came where 3 should have');
  });
});

describe('the points of an agenda under a heading', () => {
  test.each([
    [
      'rows without their head, under the name of the point',
      '| 序号 | 议题名称 | 负责人 |\n|---|---|---|\n| 1 | 排班 | 王芳 |\n| 2 | 水泵 | 李明 |',
      2,
    ],
    ['outermost items', '- 排班\n  - 两班倒\n  - 三班倒\n- 水泵', 2],
    ['numbered lines', '1、排班\n\n讨论了两种办法。\n\n2、水泵', 2],
    [
      'the first list',
      '1. 排班\n2. 水泵\n\n下面是办法。\n\n| 班次 | 人 |\n|---|---|\n| 早 | 王芳 |',
      2,
    ],
  ])('are %s', (_what, points, count) => {
    const { meeting } = recordOf(
      `时间：9:00\n\n地点：会议室\n\n## 议题\n\n${points}\n\n## 纪要\n\n完。`,
    );
    expect(meeting.agenda).toHaveLength(count);
    expect(meeting.agenda[1]).toMatch(/^水泵/);
  });

  test('end where their list does', () => {
    const { meeting } = recordOf(
      '- 时间：2024-06-03\n- 议程：\n  - 排班\n  - 水泵\n- 会议号：12345',
    );
    expect(meeting.agenda).toEqual(['排班', '水泵']);
  });
});

test.each([
  ['Wang Fang', ['Wang Fang']],
  ['wang li zhao', ['wang', 'li', 'zhao']],
  ['王芳（wang@example.cn）、李明 [@liming]', ['王芳', '李明']],
  ['**王芳、李明（值班员）', ['王芳', '李明']],
  ['本次无人员请假', undefined],
  ['N/A', undefined],
])('names are read from %s', (written, attended) => {
  expect(meetingOf(...head, `出席人员：${written}`).attended).toEqual(attended);
});

test('no word before a field names two of them', () => {
  expect(sharedWords()).toEqual([]);
});

describe('a text of several records', () => {
  const held = (text: string) => {
    const { meeting, meetings } = recordOf(text, '值班/会议记录.md');
    return {
      one: meeting,
      several: meetings?.map(({ name, time, chair }: Named) => [name, time?.start, chair]),
    };
  };
  type Named = { name?: string; time?: { start: string }; chair?: string };

  test.each([
    [
      'days as headings',
      '# 会议记录\n\n## 2024年6月3日\n\n### 参与者\n\n- 王芳\n\n### 内容\n\n排班。\n\n## 2024年6月10日\n\n### 参与者\n\n- 李明\n\n### 内容\n\n水泵。',
      [
        ['2024年6月3日', '2024-06-03', undefined],
        ['2024年6月10日', '2024-06-10', undefined],
      ],
    ],
    [
      'names of meetings over fields',
      '#### 会议1\n\n时间：6月3日 9:00\n\n主持人：王芳\n\n#### 会议2\n\n时间：6月10日 9:00\n\n主持人：李明\n\n#### 会议3\n\n时间：6月17日\n\n主持人：赵强',
      [
        ['会议1', '--06-03T09:00', '王芳'],
        ['会议2', '--06-10T09:00', '李明'],
        ['会议3', '--06-17', '赵强'],
      ],
    ],
    [
      'lines without markup',
      '2024-06-03\n\n主持人：王芳\n\n与会人：李明、赵强\n\n1. 排班\n\n已定。\n\n2024-06-10\n\n主持人：李明\n\n与会人：王芳、赵强\n\n1. 水泵',
      [
        ['2024-06-03', '2024-06-03', '王芳'],
        ['2024-06-10', '2024-06-10', '李明'],
      ],
    ],
  ])('under %s gives one for each', (_what, text, several) => {
    expect(held(text)).toEqual({ one: undefined, several });
  });

  test.each([
    [
      'one meeting',
      '时间：2024-06-03\n\n主持人：王芳\n\n与会人：李明\n\n主持人：下面请李明发言。\n\n李明：没有意见。',
    ],
    ['the next one told', '时间：2024-06-03\n\n主持人：王芳\n\n下次会议时间：2024-06-10'],
    [
      'hours of one day',
      '时间：2024-06-03\n\n主持人：王芳\n\n## 上午\n\n时间：9:00\n\n## 下午\n\n时间：14:00',
    ],
  ])('is none with %s', (_what, text) => {
    expect(held(text)).toMatchObject({ one: { chair: '王芳' }, several: undefined });
  });

  test('numbers its resolutions through', () => {
    const record = (day: string) => `## ${day}\n\n参与者：王芳\n\n会议决定增加一班。`;
    const { blocks } = understandText(
      `${record('2024年6月3日')}\n\n${record('2024年6月10日')}`,
      '会议记录.md',
    );
    const numbers = blocks.flatMap((block) =>
      block.type === 'paragraph' ? (block.resolution ?? []) : [],
    );
    expect(numbers).toEqual([1, 2]);
  });

  test('is no table of events', () => {
    const table =
      '| 时间 | 地点 | 主持人 |\n|---|---|---|\n| 6月3日 | 渡口 | 王芳 |\n| 6月10日 | 码头 | 李明 |';
    expect(recordOf(`${table}\n`, '活动安排表.md')).not.toHaveProperty('meeting');
  });
});
