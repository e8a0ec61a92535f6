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
  | 'agenda'
  | 'subject'
  | 'ended';

/** The words for each field (spec.md, "Meetings", and what records were seen to say). */
const synonyms: Readonly<Record<Property, string>> = {
  name: '会议名称 名称 会议类型 活动名称',
  date: '日期 会议日期 召开日期',
  time: '时间 会议时间 召开时间 开会时间 活动时间 学习时间 举行时间',
  'time-place': '时间地点 时间、地点 会议时间地点 时间及地点 会议时间及地点',
  place: '地点 会议地点 召开地点 地址 会议地址 活动地点 开会地点 会场 学习地点 会议室',
  chair:
    '会议主席 主席 大会主席 执行主席 主持 主持人 会议主持 主持者 会议主持人 召集人 会议召集人 主持人员 大会主持 主持领导',
  recorder:
    '记录 记录人 会议记录 笔录 记录员 会议记录人 记录者 纪录 纪录人 记录人员 书记员 会议记录员',
  attended:
    '参加 出席 出席人员 参加人员 参会人员 到会人员 与会人员 出席人 参加人 参会人 与会人 参会 到会 与会 出席会议人员 参加会议人员 出席会议 参会者 与会者 出席者 参加党员 到会党员 出席党员 参加对象 参会领导 出席领导 出席代表 参会代表 参加学习人员 实到人员',
  expected: '应到 应到人数 应到会 应到会人数 应出席 应出席人数 应参加 应参加人数 应到党员',
  present:
    '实到 实到人数 实到会 实到会人数 到会人数 出席人数 参会人数 参加人数 与会人数 实际参加 实到党员 人数',
  absent:
    '缺席 缺席人员 请假 请假人员 未到 未到人员 未到会人员 缺席人 请假人 缺席人员及原因 缺席及原因 请假人员及原因 未到人员及原因 缺席原因 未参加人员 缺勤 缺勤人员 缺席请假人员 因事请假',
  observers: '列席 列席人员 列席人 列席会议人员 列席领导 列席者 特邀人员 邀请人员',
  agenda:
    '议题 议程 会议内容 会议议题 会议议程 主要议题 主要议程 会议主要议题 会议主要内容 主要内容 学习内容 活动内容 会议事项',
  subject: '主题 会议主题 活动主题 学习主题 会议中心议题 中心议题',
  ended: '会议结束时间 结束时间 散会时间 会议结束',
};

const properties: ReadonlyMap<string, Property> = new Map(
  Object.entries(synonyms).flatMap(([name, words]) =>
    words
      .split(' ')
      .flatMap((word): [string, Property][] => (isProperty(name) ? [[word, name]] : [])),
  ),
);

function isProperty(name: string): name is Property {
  return name in synonyms;
}

/** Words that two properties have: one of them would never be read. */
export function sharedWords(): string[] {
  const words = Object.values(synonyms).flatMap((own) => own.split(' '));
  return words.filter((word, place) => words.indexOf(word) !== place);
}

const longestLabel = 10;

/** The property that a label names; padding, brackets and foreign words beside it do not matter. */
export function propertyOf(written: string): Property | null {
  const bare = simplified(written)
    .replace(/[（(][^（()）]*[)）]/g, '')
    .replace(/[\s　*＊【】[\]（）()]/g, '')
    .replace(/^(?:[一二三四五六七八九十]{1,2}、|\d{1,2}[.、．]|[-•·●◆])/, '')
    .replace(/^[A-Za-z&/.]+/, '')
    .replace(/[A-Za-z&/.]+$/, '')
    .replace(/[:：]$/, '')
    .replace(/^(?:本次|此次|轮值)(?=.{2})/, '');
  return bare.length > longestLabel ? null : (properties.get(bare) ?? null);
}

/** A label and where it and its value stand in a text. `to` is behind the value. */
export type Labelled = Readonly<{
  property: Property;
  label: string;
  from: number;
  valueFrom: number;
  to: number;
}>;

/** Longest stretch before a colon that may be a padded label, as in `会 议 时 间：`. */
const reach = 26;

/** Finds the labelled values of a line: one, or several side by side. */
export function findLabels(text: string): Labelled[] {
  const found: { property: Property; from: number; colon: number }[] = [];
  for (let colon = nextColon(text, 0); colon !== -1; colon = nextColon(text, colon + 1)) {
    const begin = Math.max(found.at(-1)?.colon ?? -1, colon - reach - 1) + 1;
    const label = readLabel(text, begin, colon);
    if (label !== null) found.push({ ...label, colon });
  }
  return found.map(({ property, from, colon }, index) => {
    const end = found[index + 1]?.from ?? text.length;
    const value = text.slice(colon + 1, end);
    const valueFrom = colon + 1 + (value.length - value.trimStart().length);
    const to = Math.max(valueFrom, colon + 1 + value.trimEnd().length);
    return { property, label: text.slice(from, colon + 1), from, valueFrom, to };
  });
}

/** `会议时间　2024年4月2日`: a label that space and no colon parts from its value. */
const spaced = /^([\p{Script=Han}]{2,6})(?:　|\t|[ \t]{2,}|[ \t]+　)[\s　]*(?=\S)/u;

/** The label that a line opens with, where no colon stands behind it. */
export function findSpacedLabel(text: string): Labelled | null {
  const match = spaced.exec(text);
  const property = match === null ? null : propertyOf(match[1] ?? '');
  if (match === null || property === null || nextColon(text.slice(0, reach), 0) !== -1) return null;
  const label = match[1] ?? '';
  return { property, label, from: 0, valueFrom: match[0].length, to: text.trimEnd().length };
}

/** The next sign that may close a label: a colon that is not that of a clock, or 】. */
function nextColon(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 0x3011) return at;
    if (character !== 0x3a && character !== 0xff1a) continue;
    const isClock = /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));
    if (!isClock) return at;
  }
  return -1;
}

/** The longest label that ends at a colon and begins where a word may. */
function readLabel(
  text: string,
  begin: number,
  colon: number,
): { property: Property; from: number } | null {
  for (let from = begin; from < colon; from++) {
    const isEdge = from === 0 || /[\s　；;，,。、|【[（(·•*]/.test(text.charAt(from - 1));
    if (!isEdge || /[\s　]/.test(text.charAt(from))) continue;
    // 【…】 is a label only from bracket to bracket
    if (text.charAt(colon) === '】' && text.charAt(from - 1) !== '【') continue;
    const property = propertyOf(text.slice(from, colon));
    const isBracketed = text.charAt(from - 1) === '【';
    if (property !== null) return { property, from: isBracketed ? from - 1 : from };
  }
  return null;
}
