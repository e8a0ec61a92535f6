/** An answer's label at the beginning of a line; `length` is the place of the answer's words. */
export type Label = Readonly<{ length: number; kind: 'answer' | 'explanation' }>;

const words =
  '(?:(?:本题|试题)?(?:正确|参考|标准)?答案|正确选项)(?:要点|提示|解析|及解析|与解析|和解析|及要点)?|(?:参考|答题|答案|作答)要点';
const answer = new RegExp(
  `^(?:[【\\[［（(]\\s?(?:${words}|答)\\s?[】\\]］）)][\\s:：]{0,4}|[（(\\[]?(?:${words})\\s{0,3}[:：]\\s{0,4}|(?:答|解)\\s{0,3}[:：]\\s{0,4}|(?:正确|参考|标准)?答案(?:$|\\s{1,4}(?=\\S)|[是为]?(?=[A-H√×对错])))`,
);
const explanation =
  /^(?:[【[［（(]\s?(?:答案|试题|本题)?(?:解析|详解|解释|点评|考点|出处|依据|知识点|说明)\s?[】\]］）)]|(?:答案|试题|本题)?(?:解析|详解|点评|考点|出处|依据|知识点|评分(?:标准|要点|细则))\s{0,3}[:：])[\s:：]{0,4}/;
const within =
  /[【[［（(]\s?(?:答案|试题|本题)?(?:解析|详解|解释|点评|考点|出处|依据|知识点)\s?[】\]］）)]|(?:答案|试题|本题)?(?:解析|详解|点评|考点|出处|依据|知识点)\s{0,3}[:：]/;
const concluded =
  /(?:答案|选项|故选|应选|本题选|故本题选|选)\s{0,3}(?:项|择)?\s{0,3}[为是：:]?\s{0,3}([A-H](?:[、，,\s]{0,2}[A-H])*)(?![a-zA-Z])/;

/** The label that a line begins with: `答案：`, `【正确答案】`, `答：`, `解析：`; null without one. */
export function labelOf(line: string): Label | null {
  const head = line.slice(0, 40);
  const explained = explanation.exec(head);
  if (explained !== null) return { length: explained[0].length, kind: 'explanation' };
  const answered = answer.exec(head);
  return answered === null ? null : { length: answered[0].length, kind: 'answer' };
}

/** Where the explanation begins in an answer's text; its length where there is none. */
export function explanationIn(text: string): number {
  return within.exec(text)?.index ?? text.length;
}

/** The letters with which an explanation concludes: `故选B`; null without any. */
export function concludedIn(text: string): string | null {
  return concluded.exec(text)?.[1] ?? null;
}
