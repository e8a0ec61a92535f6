import { describe, expect, test } from 'vitest';
import { sharedWords } from '#document/meeting/label-words.ts';
import { explainText } from '../spec/read.ts';

/** What `guidang explain` says of the meeting that a plain text records. */
function meetingOf(...lines: readonly string[]) {
  return explainText(lines.join('\n')).meeting;
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
    ['TBA', undefined],
    ['本次会议共有9名成员参会，由轮值主席赵××主持。', undefined],
  ])('of %s', (written, attended) => {
    expect(meetingOf(...head, `出席人员：${written}`).attended).toEqual(attended);
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
    '结论：可以采用。',
    '方案一：接管子。',
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

test('no word before a field names two of them', () => {
  expect(sharedWords()).toEqual([]);
});
