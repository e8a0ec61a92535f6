import type { Reading } from './draft.ts';
import { labelOf } from './labels.ts';
import type { Line } from './lines.ts';
import { type QuestionNumber, questionNumber } from './numbers.ts';
import { optionsOf } from './options.ts';
import { sectionOf } from './sections.ts';
import { hasBlank, judgementWithin, lettersWithin } from './slots.ts';

const form =
  /^(?:单\s?位|姓\s?名|部\s?门|班\s?级|学\s?号|得\s?分|成\s?绩|所在|支\s?部|职\s?务|考\s?号|工\s?号|日\s?期|时\s?间|阅卷人|评卷人|说明|注意|要求|备注)[\p{Script=Han}\s]{0,6}[:：（(_＿]/u;
/** `题目：` and `【题目】` begin a question that has no number. */
export const prompt =
  /^(?:[【[［](?:题目|试题|问题|题干)[】\]］]|(?:题目|题干)\s{0,3}[:：])\s{0,4}/;
const instruction = /^[（(【]?(?:请|下列各题|以下各题|每小?题|本题|本大题|判断下列|在每小?题)/;
/** Numbers that a sequence may lack, where the line of one was not read as a question. */
const mostMissed = 5;
const asking =
  /[？?][\s　]{0,4}(?:[（(][^（()）]{0,20}[)）])?[。.]?$|^(?:简述|简答|试述|试论|试析|试分析|论述|阐述|概述|什么是|何为|何谓|为什么|如何|怎样|怎么|请|结合|谈谈|联系|根据|分析|说明|列举|写出|名词解释)/;

/** Whether words ask for an answer. */
export function isAsking(text: string): boolean {
  return (
    asking.test(text) ||
    hasBlank(text) ||
    lettersWithin(text) !== null ||
    optionsOf(text, null).length > 1
  );
}

/** Whether a numbered line begins a question; it may as well be a point of an answer. */
export function beginsQuestion(
  reading: Reading,
  found: QuestionNumber,
  line: Line,
  index: number,
): boolean {
  const { number, style } = found;
  const { part, last, inner } = reading;
  const due = number === last + 1;
  const asks = () => isAsking(line.text.slice(found.length)) || isFollowed(reading, index);
  if (found.type !== null || style === 'word') return true;
  if (found.doubtful) {
    const expected = reading.current !== null || reading.section !== null || style === 'chinese';
    const goesOn = style === 'bare' && last > 0 && number > last && number <= last + mostMissed;
    return (due || goesOn) && expected && asks();
  }
  if (reading.style !== null && style !== reading.style) {
    return part !== 'answer' && part !== 'stem' && due && asks();
  }
  if (part === 'none' || part === 'options') return true;
  if (part === 'stem') return due || number > last || asks();
  if (!reading.open) return true;
  if (number === inner + 1) return (due || isChoice(reading, index)) && asks();
  return due || (number > last && asks()) || isChoice(reading, index);
}

/** Whether a line without a number is a question. */
export function isUnnumbered(reading: Reading, line: Line, index: number): boolean {
  const { part, current, section, numbered } = reading;
  const { text } = line;
  if (prompt.test(text)) return true;
  if (form.test(text) || (part === 'none' && instruction.test(text))) return false;
  // A number alone in its line waits for its words.
  if (part === 'stem' && (current?.number !== null || current.stem.length === 0)) return false;
  if (isChoice(reading, index)) return optionsOf(text, null)[0]?.from !== 0;
  if (part === 'answer' && reading.open) return false;
  if (numbered) return false;
  const judged = judgementWithin(text) !== null;
  if (section === null) return judged && /[)）][\s。.]{0,3}$/.test(text);
  if (section === 'true-false') return judged || hasBlank(text) || isFollowed(reading, index);
  if (section === 'short') return asking.test(text) || isFollowed(reading, index);
  return hasBlank(text) || lettersWithin(text) !== null;
}

/** Whether options or an answer follow before the next number. */
function isFollowed(reading: Reading, index: number): boolean {
  for (const line of reading.lines.slice(index + 1, index + 5)) {
    if (sectionOf(line.text, line.heading) !== null) return false;
    if (labelOf(line.text)?.kind === 'answer') return true;
    if (optionsOf(line.text, null)[0]?.letter === 'A') return true;
    if (questionNumber(line.text) !== null) return false;
  }
  return false;
}

/** Whether options stand in a line or right below it. */
function isChoice(reading: Reading, index: number): boolean {
  const text = reading.lines[index]?.text ?? '';
  if (optionsOf(text, null).length > 1) return true;
  const first = optionsOf(reading.lines[index + 1]?.text ?? '', null)[0];
  return first?.from === 0 && first.letter === 'A';
}
