import type { Catalogue } from '#diagnostics/catalogue.ts';
import type { content as english } from '#diagnostics/english/content.ts';
import type {
  FieldForm,
  MeetingFault,
  MeetingFieldName,
  PrivateKind,
  PrivatePlace,
} from '#diagnostics/words.ts';

const compare = '请与原件核对。';
const redactHint = '请从文件中删去，或在配置中写 privacy: redact，由程序在发布时隐去。';
const yaml = (language: string) => `文件开头的字段不是合格的 ${language}`;

/** 字段和正文可能出现的问题。 */
export const content: Pick<Catalogue['sentences'], keyof typeof english> = {
  'front-matter-language': ({ found }) => ({
    message: `字段开头写的是 ${found}，应为 ---`,
    hint: '请在字段上下各写一行 ---，中间用 YAML 写字段。',
  }),
  'front-matter-open': () => ({
    message: '从这里开始的字段没有结束的 ---',
    hint: '请在字段之后加一行 ---；如果本意是分隔线，请在它前面空一行。',
  }),
  'front-matter-yaml/syntax': ({ language, reason }) => ({
    message: `${yaml(language)}：${reason}`,
    hint: '值里有冒号、星号、方括号或引号时，请把整个值加上引号；缩进用空格，不用制表符；每个字段只写一次。',
  }),
  'front-matter-yaml/long': ({ language, found, most }) => ({
    message: `${yaml(language)}：有 ${found} 个字符，最多 ${most} 个（全是简短的单行时除外）`,
  }),
  'front-matter-yaml/none': ({ language }) => ({
    message: `${yaml(language)}：没有找到字段，应写成 title: 讲话稿 这样的行`,
  }),
  'front-matter-yaml/circle': ({ language }) => ({
    message: `${yaml(language)}：一个值引用了它自己`,
  }),
  'front-matter-yaml/more': ({ count }) => ({ message: `字段中还有 ${count} 处问题` }),
  'full-width-colon': ({ key }) => ({
    message: `「${key}：」用了全角冒号，应为半角冒号加一个空格`,
    hint: `请写成 ${key}: …`,
  }),
  field: ({ name, found, form }) => ({
    message: `${name}：写的是 ${found}，应为${fieldForms[form]}`,
  }),
  'field-id': ({ found, most, suggestion }) => ({
    message: `id：写的是 ${found}，只能用拉丁字母、数字和 - _ .，最多 ${most} 个字符`,
    hint: `例如写 id: ${suggestion}`,
  }),
  'field-id/reserved': ({ found, suggestion }) => ({
    message: `id：${found} 已被系统保留`,
    hint: `例如写 id: ${suggestion}`,
  }),
  'field-name': ({ name, nearest }) => ({
    message: `${name}：没有这个字段`,
    hint: `是不是 ${nearest}？这个字段按原样保留。`,
  }),

  'unseen-fields': ({ words }) => ({
    message: `在读不到字段的地方写了 ${words}：本文档没有发布`,
    hint: '请把字段放在文件最开头的两行 --- 之间；如果这是正文，请在字段中写 draft: false。',
  }),
  classified: ({ words }) => ({
    message: `文档标有 ${words}：没有发布`,
    hint: '请移出文件夹；如果可以公开，请在字段中写 classification: allow。',
  }),
  privacy: ({ kind, masked }) => ({
    message: `${privateKinds[kind]}：${masked}`,
    hint: redactHint,
  }),
  'privacy/more': ({ count }) => ({
    message: `还有 ${count} 处个人号码和地址`,
    hint: redactHint,
  }),
  'privacy-address': ({ kind, masked, place }) => ({
    message: `${privatePlaces[place]}中有${privateKinds[kind]}：${masked}`,
    hint: '网址中的内容无法隐去：请给文件改名，或另写一个不含它的 id。',
  }),
  'privacy-split': () => ({
    message: '个人号码或地址被分成几段书写，无法隐去',
    hint: '请写在一起，或删去；在此之前本文档不发布。',
  }),

  'remote-image': ({ url }) => ({
    message: `图片在别的网站上，不显示：${url}`,
    hint: '请把图片存一份放在文档旁边。',
  }),
  'dead-image': () => ({
    message: '抓取网页时丢失的图片，不显示',
    hint: '请删去这一行，或把图片放在正文旁边，用 Markdown 写出。',
  }),
  'missing-alternative': () => ({ message: '图片没有替代文字' }),
  overrule: () => ({ message: '读得不对时，在文件开头的字段里，或旁边同名的 .yaml 文件里写明：' }),
  'meeting-field': ({ field, fault }) => ({
    message: `${meetingFields[field]}：${meetingFault(fault)}`,
    hint: compare,
  }),
  'meeting-missing': ({ fields }) => ({
    message: `会议记录没有写：${fields.map((field) => meetingFields[field]).join('、')}`,
    hint: '请补上「主持人：」这样的一行；实在无从知道的可以不补。',
  }),
  'piece-count': ({ stated, found }) => ({
    message: `标题说有 ${stated} 篇，只认出 ${found} 篇`,
    hint: '请在每篇开头写「篇一」或「【篇1】」这样的一行，或在字段 pieces 中写明篇数。',
  }),
  'quiz-answer': ({ answer, options }) => ({
    message: `答案是 ${answer}，选项只有 ${[...options].join('、')}`,
    hint: '不是丢了选项或选项的字母，就是答案有误，请对照原件。',
  }),
  'document-number': ({ found, expected }) => ({
    message: `发文字号写的是 ${found}，规范写法是 ${expected}`,
    hint: 'GB/T 9704-2012 第 7.2.5 条：年份用六角括号〔〕，不加「第」，序号不编虚位。',
  }),
  weekday: ({ words }) => ({ message: `${words}：与日历上的星期不符`, hint: compare }),
  'numbering-begin': ({ number }) => ({
    message: `序号从 ${number} 开始`,
    hint: '请与原件核对：可能缺了标题，或编错了号。',
  }),
  numbering: ({ number, before }) => ({
    message: `序号 ${before} 之后是 ${number}`,
    hint: '请与原件核对：可能缺了标题，或编错了号。',
  }),
  'date-later-than-text': ({ date, textDate, line, words }) => ({
    message: `字段中的日期是 ${date}，正文${line === null ? '' : `第 ${line} 行`}写的是 ${textDate}：${words}`,
  }),
  'empty-text': ({ title }) => ({ message: `《${title}》没有正文` }),
  'cut-off': ({ end }) => ({ message: `正文中断：…${end}` }),
  placeholder: ({ first, count, lines }) => ({
    message: `${count === 1 ? `占位符：${first}` : `${count} 处占位符`}${lines.length < 2 ? '' : `，在第 ${lines.slice(0, 5).join('、')}${lines.length > 5 ? ' …' : ''} 行`}`,
  }),
};

const fieldForms: Readonly<Record<FieldForm, string>> = {
  text: '一段文字',
  date: '日期，如 2024-08-07、2024-08-07 09:23:21、2024-08 或 2024年8月7日',
  count: '整数，0 或更大',
  flag: ' true 或 false（是或否）',
  list: '文字的列表',
  reason: '写明原因的文字',
  reading:
    'headings、paragraphs、keep、aside、pieces（各列出若干行）和 meeting（false，或各栏目的内容）',
};

export const privateKinds: Readonly<Record<PrivateKind, string>> = {
  'resident-id': '身份证号码',
  mobile: '手机号码',
  'bank-card': '银行卡号',
  'e-mail': '电子邮箱',
  passport: '护照号码',
};

const privatePlaces: Readonly<Record<PrivatePlace, string>> = {
  name: '文件名',
  address: '网址',
  link: '所链接的文件名',
};

const meetingFields: Readonly<Record<MeetingFieldName, string>> = {
  time: '时间',
  place: '地点',
  chair: '主持人',
  recorder: '记录人',
  attended: '出席人员',
  present: '实到人数',
};

function meetingFault(fault: MeetingFault): string {
  if (fault.is === 'more-present') return `应到 ${fault.expected} 人，实到 ${fault.present} 人`;
  if (fault.is === 'empty') return '空着没有填';
  if (fault.is === 'no-day') return '没有这一天';
  return `${fault.day} 是星期${'日一二三四五六'.charAt(fault.weekday)}`;
}
