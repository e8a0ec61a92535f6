import { simplified } from '#document/text/simplified.ts';
import { kindOfEnglishTitle } from './kind-title-english.ts';
import { findKind, type Kind, knownKinds } from './kinds.ts';

/** A kind with how surely it is known (0 to 1) and why. */
export type InferredKind = Readonly<{
  kind: Kind;
  confidence: number;
  rule: string;
  words: string;
}>;

const byEnding = new Map<string, Kind>(
  knownKinds
    .filter(({ id }) => id !== 'document')
    .flatMap((kind) => [...kind.names, ...kind.endings].map((word) => [word, kind] as const)),
);
const longestEnding = Math.max(...[...byEnding.keys()].map((word) => word.length));

/** Words that end in a kind's word without being of that kind. */
const otherWords =
  /(?:做法|方法|想法|看法|说法|书法|执法|司法|立法|普法|合法|守法|用法|写法|打法|司令|指令|口令|夏令|时令|问题|主题|课题|难题|专题|标题|话题|议题|命题|记录片|(?:值班|巡查|巡视|检查|维修|观察|借阅|领用|交接班?|运行|消毒|测温|签到|台账)[记紀]录|无题|人情|敌情|行情|国情|[答档图个命教备立专学病文]案)$/;

/** What stands behind a title without being part of it: brackets, dates, numbers. */
const behind =
  /(?:\s*[（(【[〔][^（(【[〔）)】\]〕]*[）)】\]〕](?:\s*第?\d{1,5}号)?|[\s_—–-]*(?:\d{4}[-./年]?\d{1,2}[-./月]?\d{0,2}日?|\d{4}年?度?)|[\s，,。！!:：、.·—_-]+)$/;

/** Words about the text and not of it, which are taken off where no kind stands before they are. */
const trimmings =
  /(?:范文稿|范文|范本|样本|模板|汇编|合集|合辑|集锦|精选|大全|参考|底稿|草稿|初稿|定稿|原文|全文|材料|答案|最新|通用|[一二三四五六七八九十\d]+篇|稿|文)$/;

const conjunction = /[及和与暨、]/g;

/** How surely each way of reading tells. They were set by judgement, and only their order matters. */
const confidences = { ending: 0.95, spoken: 0.97, trimmed: 0.9, head: 0.85, first: 0.8 } as const;

/** Of a longer title the end is read. */
const longestTitle = 200;

/**
 * Reads a kind from a title. Chinese titles are head-final: the last noun that names a kind
 * decides, once brackets, dates and words such as 范文 behind it are taken away. What stands within
 * 《》 is a name. `A及B` counts as A. Gives null where no rule applies.
 */
export function kindOfTitle(title: string): InferredKind | null {
  const bare = strip(withoutNames(simplified(title.slice(-longestTitle).normalize('NFKC').trim())));
  return (
    firstOfTwo(bare) ??
    readEnding(bare, 'ending') ??
    readTrimmed(bare) ??
    readBracketed(title) ??
    readHead(bare) ??
    readQuestions(bare) ??
    readEnglish(title)
  );
}

/** `关于转发《…办法》的通知` keeps 《》; a title that is a name as a whole keeps its words. */
function withoutNames(title: string): string {
  const whole = /^《([^《》]*)》$/.exec(title)?.[1];
  return whole ?? title.replace(/《[^《》]*》/g, '《》');
}

function strip(title: string): string {
  let bare = title;
  for (let shorter = bare.replace(behind, ''); shorter !== bare && shorter !== ''; ) {
    bare = shorter;
    shorter = bare.replace(behind, '');
  }
  return bare.replace(/\s+/g, '');
}

/** What may stand before the second of two kinds: 书记讲话, 2024年工作计划, 下一步打算. */
const besideKind =
  /^(?:书记|主任|领导|主席|总理|总经理|经理|老师|同志|代表|[县市区镇乡校院局处科部厅省]长|主要|重点|工作|任务|参考|标准|有关|相关|下一?步|[上下]半年|[明今来去本新]年度?|年度|\d{2,4}年度?|第?[一二三四]季度)*$/;

/**
 * `主持词及讲话`: two kinds side by side, the first counts. Not where the first is only mentioned, as in
 * 事故报告和调查处理条例, or is no kind, as in 关于表彰集体和个人的决定.
 */
function firstOfTwo(bare: string): InferredKind | null {
  for (const match of bare.matchAll(conjunction)) {
    const tail = bare.slice(match.index + 1);
    const ending = /(?:答案|打算|安排)$/.exec(tail)?.[0] ?? longestKindWord(tail);
    if (ending === null || !besideKind.test(tail.slice(0, -ending.length))) continue;
    const first = readEnding(bare.slice(0, match.index), 'first');
    if (first !== null) return first;
  }
  return null;
}

function readEnding(
  text: string,
  rule: 'ending' | 'trimmed' | 'head' | 'first',
): InferredKind | null {
  const words = longestKindWord(text);
  const kind = words === null ? undefined : byEnding.get(words);
  if (words === null || kind === undefined || isSlogan(text, words)) return null;
  const spoken = rule === 'ending' && /在.+(?:上|中|时|会)的/.test(text);
  const confidence = confidences[spoken ? 'spoken' : rule];
  const lecture = kind.id === 'speech' ? byEnding.get('党课') : undefined;
  const lectured = lecture !== undefined && /党课(?:上|中|时)?的/.test(text);
  return {
    kind: lectured ? lecture : kind,
    confidence,
    rule: `title-${spoken ? 'spoken' : rule}`,
    words,
  };
}

/** What people do with rules, orders, promises, opinions and tests: 落实中央八项规定 is none of them. */
const deed =
  /^(?:坚持|完善|健全|落实|严格|牢记|学习(?=宪法|贯彻|宣传|党的|习近平|领会)|听从|兑现|履行|广泛|听取|迎接|答好|贯彻|遵守|遵循|尊崇|敬畏|弘扬|维护|践行|争做|做好|不忘|深入|认真|切实|努力|坚定|增强|强化|交出|书写|守住|严守|恪守|传承|发扬|走好|当好|讲好|用好|抓好|执行|服从|珍惜|忠诚|勇于|敢于|接受|经受|把握)/;
const object =
  /^(?:规定|条例|办法|制度|法|法典|宪法|标准|准则|规范|规则|规程|章程|守则|公约|职责|流程|题|题目|考题|考试|测试|测验|答题|令|命令|承诺|誓词|意见|建议|决定|决议|报告)$/;

/** Whether a title says what is done with a thing, and is not called one: no 关于, no 的 before the word. */
function isSlogan(text: string, words: string): boolean {
  if (!object.test(words) || !deed.test(text) || text.includes('关于')) return false;
  return !/的(?:若干|暂行|有关|具体|实施|工作|管理|通报|补充)*$/.test(text.slice(0, -words.length));
}

function longestKindWord(text: string): string | null {
  if (otherWords.test(text)) return null;
  for (let length = Math.min(longestEnding, text.length); length > 0; length--) {
    const word = text.slice(-length);
    // 题, 令 and 函 alone end words that are of no kind
    if (length === 1 && text.length < 4) return null;
    const isOther = (word === '法' && !isLaw(text)) || (word === '案' && !text.startsWith('关于'));
    if (byEnding.has(word) && !isOther) return word;
  }
  return null;
}

/** Nothing ends in 法 as often as what is none; a law is called one of a matter, or of a country. */
function isLaw(text: string): boolean {
  return /(?:^中华人民共和国.*|[一-龥]{2,}(?:事|政|案|育|保|全|护|理|诉|同|产|权|动|诉讼|保护|管理|监督|组织|选举|处罚|许可|合同|公司|劳动|税|治))法$/.test(
    text,
  );
}

function readTrimmed(bare: string): InferredKind | null {
  let text = bare;
  for (let count = 0; count < 4; count++) {
    const shorter = strip(text.replace(trimmings, '')).replace(/[及和与]$/, '');
    if (shorter === text || shorter === '') return null;
    const found = readEnding(shorter, 'trimmed');
    if (found !== null) return found;
    text = shorter;
  }
  return null;
}

/** `专题党课讲稿：坚定理想信念`: the kind stands before the colon or dash. */
function readHead(bare: string): InferredKind | null {
  for (const separator of ['：', ':', '——', '|', '丨']) {
    const at = bare.indexOf(separator);
    if (at <= 0) continue;
    const head = strip(bare.slice(0, at));
    const found = readEnding(head, 'head') ?? readTrimmed(head);
    if (found !== null) return { ...found, confidence: confidences.head, rule: 'title-head' };
  }
  return null;
}

/** `【主持词】春节联欢会`: the kind stands in brackets before the title. */
function readBracketed(title: string): InferredKind | null {
  const words = /^\s*[【[（(]([^】\])）]{2,12})[】\])）]\s*\S/.exec(simplified(title))?.[1];
  const kind = words === undefined ? undefined : byEnding.get(words.trim());
  if (words === undefined || kind === undefined) return null;
  return { kind, confidence: confidences.head, rule: 'title-head', words };
}

function readEnglish(title: string): InferredKind | null {
  const named = kindOfEnglishTitle(title.slice(-longestTitle));
  const kind = named === null ? undefined : findKind(named.id);
  if (named === null || kind === undefined) return null;
  return { kind, confidence: confidences.head, rule: 'title-ending', words: named.word };
}

/** `应知应会100题`, `知识竞赛200问`. */
function readQuestions(bare: string): InferredKind | null {
  const words = /[\d一二三四五六七八九十百]+[题问]$/.exec(bare)?.[0];
  const quiz = byEnding.get('测试题');
  if (words === undefined || quiz === undefined) return null;
  return { kind: quiz, confidence: confidences.trimmed, rule: 'title-questions', words };
}
