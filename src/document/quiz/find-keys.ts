import { startsWithEntry } from './entries.ts';
import { columnsOf } from './key-table.ts';
import type { Line } from './lines.ts';
import { sectionOf, typeOfTag } from './sections.ts';
import { hasBlank } from './slots.ts';

/** A key's lines, from its heading to before the line `to`. */
export type KeyPlace = Readonly<{ from: number; to: number }>;

/** The line that opens a key: `参考答案`, `附：试题答案及评分标准`. */
export const heading =
  /^(?:[^。；;？?!！]{0,30}[^含附及和与有带。；;？?!！])?(?:参考|标准|正确|试题)?答案(?:[及和与]?(?:解析|评分|评析|要点|部分|详解|说明|提示)[^。；;:：]{0,8})?[\])】］]?(?:[（(][^（()）]{0,20}[)）])?[:：]?$/;
/** The heading of a key whose entries follow in its line. */
export const leading =
  /^[【[［]?(?:附件?[:：]?\s?)?(?:参考|标准|正确|试题)?答案[】\]］]?\s{0,3}[:：]?\s{0,3}/;
/** The number of a section of a key. */
export const ordinal = /^[（(]?([一二三四五六七八九十]{1,3})[)）]?(?:[、.．:：\s]|(?=\d))\s{0,4}/;
const sectionHead =
  /^[^\d√×A-H]{0,24}?(?:[（(][^（()）]{0,60}[)）])?[\s:：。]{0,4}(?=\d|$|[A-H√×](?:[A-H√×、，,\s]|$))/;
const paper = /^[^。；;，,？?]{0,40}(?:试题|试卷|测试题|考题|样卷|题库)[^。；;？?答]{0,20}$/;

/** The stretches of lines that are keys: each begins with its heading. */
export function findKeys(lines: readonly Line[]): KeyPlace[] {
  const keys: KeyPlace[] = [];
  const alone = lines.filter(({ text }) => text.includes('答案') && heading.test(text)).length;
  for (let index = 1; index < lines.length; index++) {
    if (!beginsKey(lines, index, alone === 1)) continue;
    const to = endOfKey(lines, index + 1);
    keys.push({ from: index, to });
    index = to - 1;
  }
  return keys;
}

function beginsKey(lines: readonly Line[], index: number, alone: boolean): boolean {
  const text = lines[index]?.text ?? '';
  if (isAnswerTable(text, lines[index + 1])) return true;
  if (text.length > 2000 || !text.includes('答案')) return false;
  const rest = text.slice(leading.exec(text)?.[0].length ?? 0);
  if (rest !== text && rest !== '' && isKeyLine(rest, false)) return true;
  if (!heading.test(text)) return false;
  const next = lines[index + 1];
  return (
    next !== undefined && (isKeyLine(next.text, next.heading) || (alone && /^1\D/.test(next.text)))
  );
}

function isAnswerTable(text: string, next: Line | undefined): boolean {
  return columnsOf(text)?.kind === 'numbers' && columnsOf(next?.text ?? '')?.kind === 'values';
}

function isKeyLine(text: string, isHeading: boolean): boolean {
  if (sectionOf(text, isHeading) !== null || startsWithEntry(text)) return true;
  if (/^[^\d。？?]{2,6}[:：]\s{0,3}\d/.test(text) && typeOfTag(text.slice(0, text.search(/[:：]/))))
    return true;
  const numbered = ordinal.exec(text);
  if (numbered === null && !/^题号/.test(text)) return false;
  return (
    numbered === null ||
    /^\d/.test(text.slice(numbered[0].length + headLength(text.slice(numbered[0].length))))
  );
}

/** A key ends where options, blanks or the title of another paper show that questions go on. */
function endOfKey(lines: readonly Line[], begin: number): number {
  for (let index = begin; index < lines.length; index++) {
    const text = lines[index]?.text ?? '';
    if (paper.test(text) && !/^\d/.test(text)) return index;
    const isQuestion = /^[（(]?\d/.test(text) && hasBlank(text);
    const options = /^[AＡ]\s?[.．、]/.test(text);
    if (!isQuestion && !(options && hasOptionB(text, lines[index + 1]))) continue;
    let first = isQuestion ? index : index - 1;
    while (first > begin && sectionOf(lines[first - 1]?.text ?? '') !== null) first--;
    return Math.max(first, begin);
  }
  return lines.length;
}

function hasOptionB(text: string, next: Line | undefined): boolean {
  return /[BＢ]\s?[.．、]/.test(text.slice(0, 400)) || /^[BＢ]\s?[.．、]/.test(next?.text ?? '');
}

/** Length of the name at the beginning of a section of a key: `单项选择题（每题2分）` before `1.B`. */
export function headLength(text: string): number {
  return sectionHead.exec(text)?.[0].length ?? 0;
}
