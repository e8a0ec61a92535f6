import { sectionOf } from './sections.ts';

const token = new RegExp(
  [
    '(?<answer>【(?:正确|参考|标准)?答案】|[（(\\[]?(?<![的我您你])(?:正确|参考|标准)?答案\\s{0,3}[:：]|(?<=[？?。）)\\s])答\\s{0,2}[:：])',
    '(?<explained>【(?:答案)?(?:解析|详解)】|(?:解析|详解)\\s{0,3}[:：])',
    '(?<section>(?:第[一二三四五六七八九十]{1,2}部分[、:：]?|[一二三四五六七八九十]{1,3}\\s?[、.．])\\s{0,3}(?=单项|单选|多项|多选|判断|填空|简答|名词解释|论述|材料分析|不定项|选择题|案例分析|辨析|问答))',
    '(?<option>[A-HＡ-Ｈ]\\s{0,2}[.．、:：]|[（(][A-HＡ-Ｈ][）)])',
    '(?<slot>[（(]\\s{0,10}(?:[A-H][A-H、，,\\s]{0,16}|(?:√|×|对|错|正确|错误)(?:[，,：:\\s][^（()）]{0,30})?)?\\s{0,10}[）)][\\s。.，,;；]{0,4})',
    '(?<number>(?<!\\d)\\d{1,3}\\s?(?:、|[.．](?!\\d)|[.．](?=\\d{4}年|\\d{1,2}月)))',
  ].join('|'),
  'g',
);
/** No paper holds more; what is longer is no quiz and shall cost no time. */
const mostParts = 5000;
const longestHead = 120;
const ownNumber = /^\s{0,20}[（(【[]?\s?第?\s?(\d{1,3})(?!\d)\s?[）)】\]题.．、:：]/;

/**
 * Where the parts of a line begin. A crawled page may have lost its breaks: a new part begins at an
 * answer, at a section, and at the number that is due once options or an answer have been read.
 *
 * @param previous the number of the last question over the line
 */
export function cutsOf(line: string, previous: number): { begins: number[]; number: number } {
  const begins = [0];
  let number = Number(ownNumber.exec(line)?.[1] ?? previous);
  let options = 0;
  let complete = false;
  let slotEnd = -1;
  const cut = (at: number, isComplete: boolean) => {
    if (line.slice(begins.at(-1), at).trim() !== '') begins.push(at);
    options = 0;
    slotEnd = -1;
    complete = isComplete;
  };
  /** Whether all of a question has been read: its options, its answer, its blank. */
  const isRead = (at: number) =>
    complete ||
    options > 1 ||
    slotEnd === at ||
    (slotEnd >= 0 && /[。？?！!]\s{0,4}$/.test(line.slice(Math.max(0, at - 6), at)));
  for (const match of line.matchAll(token)) {
    const { index: at, groups } = match;
    if (groups === undefined) continue;
    if (begins.length > mostParts) break;
    if (groups.answer !== undefined) {
      // （答案：B） stands within its question.
      const within = /^[（([]/.test(groups.answer) && options === 0;
      if (!within) cut(at, true);
      complete = true;
    } else if (groups.explained !== undefined) {
      complete = true;
    } else if (groups.section !== undefined) {
      if (at > 0 && isRead(at)) cut(at, true);
      if (begins.at(-1) === at || at === 0) {
        number = 0;
        complete = true;
      }
    } else if (groups.option !== undefined) {
      // A line that begins with C goes on with options that began above it.
      options += at === 0 && !/^[(（]?[AＡ]/.test(groups.option) ? 2 : 1;
    } else if (groups.slot !== undefined) {
      slotEnd = at + groups.slot.length;
    } else if (groups.number !== undefined && at > 0) {
      const next = Number.parseInt(groups.number, 10);
      const head = line.slice(begins.at(-1), at);
      if (next === 1 && head.length < longestHead && sectionOf(head.trim()) !== null) {
        cut(at, false);
        number = 1;
        continue;
      }
      const due = next === number + 1 || (slotEnd === at && next > number && next < number + 4);
      if (!due || !isRead(at) || !asks(line, at + groups.number.length)) continue;
      cut(at, false);
      number = next;
    }
  }
  return { begins, number };
}

/** Whether a blank, an option or a question mark follows soon: `任务1、任务2` asks nothing. */
function asks(line: string, from: number): boolean {
  return /[（(]\s{0,10}[A-H√×对错正确误、，,\s]{0,16}[）)]|[A-H][.．、]|[？?]|_{2}|＿{2}|答案/.test(
    line.slice(from, from + 400),
  );
}
