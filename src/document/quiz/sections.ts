import type { QuestionType } from './quiz.ts';

/** What a heading promises; `choice` leaves open how many options are right. */
export type SectionType = QuestionType | 'choice';

const typeWords: readonly (readonly [SectionType, string])[] = [
  ['multiple', '多项选择|多选|多向选择|不定项选择|不定项'],
  ['single', '单项选择|单选|单向选择'],
  ['true-false', '判断改错|判断|是非|正误'],
  ['choice', '选择'],
  ['blank', '填空'],
  [
    'short',
    '简答|问答|论述|材料|名词|名词解释|解释|辨析|案例|分析|思考|简述|应用|写作|作文|解答|实务|公文|综合|主观|计算|操作|论文',
  ],
];
const words = typeWords.map(([type, words]) => ({
  type,
  anywhere: new RegExp(words),
  atEnd: new RegExp(`(?:${words})$`),
}));

const ordinal =
  /^(?:第?[一二三四五六七八九十]{1,3}(?:大题|部分|单元|[章节]|[、.．:：，,\s])|第?[一二三四五六七八九十]{1,2}(?=[单多判填简论名材不选])|[（(]\s?[一二三四五六七八九十]{1,3}\s?[)）]|第\s?\d{1,2}\s?(?:大题|部分|[章节])|(?:Part|PART|part)\s?[A-Z\d]{1,2})[\s、.．:：]{0,3}/;
const arabic = /^(?:\d{1,2}\s?[.．、]|[ⅠⅡⅢⅣⅤⅥ]\s?[.．、]?)\s?/;
const tag = /^[【[［〔]([^】\]］〕]{2,12})[】\]］〕]$/;
const headEnd = /[（(【[［:：，,。；;!！？?\d]|每|共[\d一二三四五六七八九十]/;
const onlyInstruction = /^[\s:：]*(?:[（([［【].*)?$/;
const longestHead = 16;

/** The type of questions that a heading such as `一、单项选择题（每题2分）` announces, or null. */
export function sectionOf(line: string, heading = false): SectionType | null {
  if (line.length > 400) return null;
  const tagged = tag.exec(line)?.[1];
  if (tagged !== undefined) return typeOfTag(tagged);
  const chinese = ordinal.exec(line)?.[0] ?? '';
  const digits = chinese === '' ? (arabic.exec(line)?.[0] ?? '') : '';
  const text = line.slice(chinese.length + digits.length).trim();
  const end = headEnd.exec(text)?.index ?? text.length;
  const head = text.slice(0, end).trim();
  if (head.length < 2 || head.length > longestHead) return null;
  // 3.名词解释：党支部 is a question, 3.名词解释（每题5分） a section.
  if (digits !== '' && !onlyInstruction.test(text.slice(end))) return null;
  const named = /题(?:型|目|部分|类)?$|(?:部分|类)$/.test(head);
  if (!named && chinese === '' && !heading) return null;
  const core = head.replace(/(?:题(?:型|目)?|部分|类)+$/, '');
  const type = typeOf(core);
  return type !== null && (named || endsWithType(core)) ? type : null;
}

/** The type that a tag such as 【单选题】 or [多选] gives its question, or null. */
export function typeOfTag(text: string): SectionType | null {
  const word = text.trim().replace(/题$/, '');
  return word.length <= 6 && endsWithType(word) ? typeOf(word) : null;
}

function typeOf(text: string): SectionType | null {
  return words.find(({ anywhere }) => anywhere.test(text))?.type ?? null;
}

function endsWithType(text: string): boolean {
  return words.some(({ atEnd }) => atEnd.test(text));
}
