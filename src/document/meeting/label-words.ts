import { simplified } from '#document/text/simplified.ts';

/** What a field of a meeting record is about. */
export type Property =
  | 'name'
  | 'date'
  | 'time'
  | 'time-place'
  | 'place'
  | 'chair'
  | 'recorder'
  | 'attended'
  | 'expected'
  | 'present'
  | 'absent'
  | 'observers'
  | 'lecturer'
  | 'copied'
  | 'agenda'
  | 'subject'
  | 'ended';

/** The words for each field (spec.md, "Meetings", and what records were seen to say). */
const chinese: Readonly<Record<Property, string>> = {
  name: '会议名称 名称 会议类型 活动名称',
  date: '日期 会议日期 召开日期 开会日期',
  time: '时间 会议时间 召开时间 开会时间 活动时间 学习时间 举行时间 会议开始时间',
  'time-place': '时间地点 时间、地点 会议时间地点 时间及地点 会议时间及地点',
  place: '地点 会议地点 召开地点 地址 会议地址 活动地点 开会地点 会场 学习地点 会议室',
  chair:
    '会议主席 主席 大会主席 执行主席 主持 主持人 会议主持 主持者 会议主持人 召集人 会议召集人 主持人员 大会主持 主持领导 召集 会议召集',
  recorder:
    '记录 记录人 会议记录 笔录 记录员 会议记录人 记录者 纪录 纪录人 会议纪录 会议纪录人 记录人员 书记员 会议记录员 纪要人 会议纪要人 纪要 纪要整理 纪要整理人 记录整理 记录整理人 会议整理 会议整理人 整理人 整理',
  attended:
    '参加 出席 出席人员 参加人员 参会人员 到会人员 与会人员 出席人 参加人 参会人 与会人 参会 到会 与会 出席会议人员 参加会议人员 出席会议 参会者 与会者 出席者 参加者 参与者 参与 参与人 参与人员 参与成员 参会成员 出席成员 与会成员 到会成员 参会嘉宾 参会同学 参会名单 出席名单 参加党员 到会党员 出席党员 参加对象 参会领导 出席领导 出席代表 参会代表 参加学习人员 实到人员 出勤 出勤人员 到场人员 会议成员',
  expected: '应到 应到人数 应到会 应到会人数 应出席 应出席人数 应参加 应参加人数 应到党员',
  present:
    '实到 实出席 实出席人数 实到人数 实到会 实到会人数 到会人数 出席人数 参会人数 参加人数 与会人数 实际参加 实到党员 人数',
  absent:
    '缺席党员 缺席党员及原因 缺席 缺席人员 缺席者 请假 请假人员 请假人 请假者 请假成员 请假名单 未到 未到人员 未到会人员 未出席 未出席人员 缺席人 缺席成员 缺席人员及原因 缺席及原因 请假人员及原因 未到人员及原因 缺席原因 未参加人员 缺勤 缺勤人员 缺席请假人员 因事请假',
  observers:
    '列席 列席人员 列席人 列席会议人员 列席领导 列席者 列席嘉宾 旁听 旁听人员 特邀人员 邀请人员',
  lecturer: '主讲 主讲人 主讲老师 主讲教师 授课人 授课教师 领学人 领学',
  copied: '抄送 抄报 分送 发送 主送',
  agenda:
    '议题 议程 会议内容 会议议题 会议议程 主要议题 主要议程 议题列表 议程安排 讨论议题 讨论事项 会议主要议题 会议主要内容 主要内容 学习内容 活动内容 会议事项',
  subject: '主题 会议主题 活动主题 学习主题 会议中心议题 中心议题 会议目的',
  ended: '会议结束时间 结束时间 散会时间 会议结束',
};

/** The same in English, which stands alone or beside Chinese. */
const english: Readonly<Partial<Record<Property, string>>> = {
  name: 'meeting name, meeting title',
  date: 'date, meeting date, meeting day',
  time: 'time, meeting time, date and time, date & time, time and date',
  place: 'place, location, venue, meeting place, meeting location, meeting venue',
  chair: 'chair, chairperson, chairman, chaired by, meeting chair, host, moderator, facilitator',
  recorder:
    'recorder, recorded by, note taker, notes by, scribe, minutes by, minute taker, minutes taker, minutes taken by, secretary',
  attended:
    'attendees, attendee, meeting attendees, participants, participant, present, attendance, attended, attended by, members present, in attendance',
  absent: 'absent, absentees, apologies, regrets, members absent, apologies for absence',
  observers: 'observers, guests, also present',
  lecturer: 'speaker, speakers, presenter, presenters, lecturer',
  copied: 'cc, copied to',
  agenda: 'agenda, meeting agenda, agenda items, topics, meeting topics',
  subject: 'subject, topic, theme, meeting topic, purpose',
  ended: 'adjourned, adjournment, end time, meeting ended',
};

const words = [
  ...wordsOf(chinese, ' '),
  ...wordsOf(english, ', ').map(([word, name]): [string, Property] => [inOneWord(word), name]),
];
const properties: ReadonlyMap<string, Property> = new Map(words);

function wordsOf(
  table: Readonly<Partial<Record<Property, string>>>,
  separator: string,
): [string, Property][] {
  return Object.entries(table).flatMap(([name, listed]) =>
    listed
      .split(separator)
      .flatMap((word): [string, Property][] => (isProperty(name) ? [[word, name]] : [])),
  );
}

function isProperty(name: string): name is Property {
  return name in chinese;
}

function inOneWord(english: string): string {
  return english.replace(/[\s&]+/g, '').toLowerCase();
}

/** Words that two properties have: one of them would never be read. */
export function sharedWords(): string[] {
  const own = words.map(([word]) => word);
  return own.filter((word, place) => own.indexOf(word) !== place);
}

/** With padding, a number and words in brackets. */
const longestWritten = 120;
const longestLabel = 10;
const longestEnglish = 24;
const foreign = /[A-Za-z&/.,'’‐-―-]+/;
const foreignAtStart = new RegExp(`^${foreign.source}`);
const foreignAtEnd = new RegExp(`${foreign.source}$`);

/** The property that a label names; padding, brackets, numbers and foreign words beside it do not matter. */
export function propertyOf(written: string): Property | null {
  if (written.length > longestWritten) return null;
  const bare = simplified(written)
    .replace(/[（(][^（()）]*[)）]/g, '')
    .replace(/[\s　*＊【】[\]（）()]/g, '')
    .replace(/^(?:[一二三四五六七八九十]{1,2}、|\d{1,2}[.、．]|[-•·●◆])/, '')
    .replace(/[:：]$/, '');
  const native = bare
    .replace(foreignAtStart, '')
    .replace(foreignAtEnd, '')
    .replace(/^(?:本次|此次|轮值|已经|已)(?=.{2})/, '');
  if (native === '') return bare.length > longestEnglish ? null : englishProperty(bare);
  return native.length > longestLabel ? null : (properties.get(native) ?? null);
}

function englishProperty(bare: string): Property | null {
  return properties.get(inOneWord(bare)) ?? null;
}
