import { beginsQuestion, isUnnumbered, prompt } from './begins.ts';
import { type Draft, type Reading, spanOf } from './draft.ts';
import { labelOf } from './labels.ts';
import type { Line } from './lines.ts';
import { letterAfter } from './marks.ts';
import { type QuestionNumber, questionNumber, tagAt, tagIn } from './numbers.ts';
import { inlineOptions, optionsOf } from './options.ts';
import { type SectionType, sectionOf } from './sections.ts';

export type FoundSection = Readonly<{ type: SectionType; unit: number }>;
export type Body = Readonly<{ drafts: readonly Draft[]; sections: readonly FoundSection[] }>;

const chapter =
  /^第\s?[\d一二三四五六七八九十百]{1,4}\s?(?:[章节篇套讲课]|单元|部分)(?:[\s:：、]|$|\S{1,30}$)/;
const paper =
  /^[^。；;，,？?]{0,40}(?:试题|试卷|测试题|考题|样卷|题库|习题)[\s\d一二三四五六七八九十]{0,4}(?:[及和与含附]?(?:参考)?答案)?(?:[（(][^（()）]{0,30}[)）])?[\s:：]{0,3}$/;
const bracketsAlone = /^[（(][^（()）]{0,20}[)）][\s。.]{0,3}$/;
const brief = /^[A-HＡ-Ｈ√✓×✗对错是否]|^(?:正确|错误)/;

/**
 * Gathers the questions of a text, line by line. Lines that belong to none are passed over.
 *
 * @param inKey whether the line at an index belongs to a key
 */
export function readBody(lines: readonly Line[], inKey: (index: number) => boolean): Body {
  const drafts: Draft[] = [];
  const sections: FoundSection[] = [];
  const reading: Reading = {
    lines,
    current: null,
    part: 'none',
    open: false,
    inner: 0,
    style: null,
    last: 0,
    numbered: false,
    section: null,
  };
  for (const [index, line] of lines.entries()) {
    if (inKey(index)) {
      close(reading);
      continue;
    }
    const type = sectionOf(line.text, line.heading);
    if (type !== null) {
      const repeats = /^[【[［〔]/.test(line.text) && sections.at(-1)?.type === type;
      if (!repeats) sections.push({ type, unit: line.unit });
      beginSection(reading, type, index);
    } else if (chapter.test(line.text) || paper.test(line.text)) {
      close(reading);
    } else {
      const begun = readLine(reading, line, index, sections.length - 1);
      if (begun !== null) drafts.push(begun);
    }
  }
  const isEmpty = ({ stem, options }: Draft) => stem.length + options.length === 0;
  return { drafts: drafts.filter((draft) => !isEmpty(draft)), sections };
}

function close(reading: Reading): void {
  leave(reading);
  reading.last = 0;
  reading.style = null;
}

function leave(reading: Reading): void {
  reading.current = null;
  reading.part = 'none';
  reading.open = false;
  reading.inner = 0;
}

function beginSection(reading: Reading, type: SectionType, index: number): void {
  close(reading);
  reading.section = type;
  reading.numbered = false;
  for (const { text, heading } of reading.lines.slice(index + 1, index + 40)) {
    if (sectionOf(text, heading) !== null) break;
    if (questionNumber(text)?.doubtful === false) reading.numbered = true;
  }
}

/** Reads one line; the question that it begins, or null. */
function readLine(reading: Reading, line: Line, index: number, section: number): Draft | null {
  const { current, part } = reading;
  const label = labelOf(line.text);
  if (label !== null) {
    // Below lines that were passed over it answers a question that was not read
    const isOther = part === 'none' && label.kind === 'answer' && current?.answer.length !== 0;
    if (current !== null && !isOther) beginAnswer(reading, current, line, label.length, label.kind);
    return null;
  }
  const number = questionNumber(line.text);
  if (number !== null && beginsQuestion(reading, number, line, index)) {
    if (number.style !== 'bare') reading.style ??= number.style;
    reading.last = number.number;
    return begin(reading, line, number, index, section);
  }
  if (current !== null && (part === 'stem' || part === 'options')) {
    if (part === 'stem' && bracketsAlone.test(line.text)) {
      current.stem.push(spanOf(line));
      return null;
    }
    const options = optionsOf(line.text, current.options.at(-1)?.letter ?? null);
    if (options[0]?.from === 0) {
      addOptions(reading, current, line, options);
      return null;
    }
    const lost = part === 'options' ? lostLetter(reading, current, index) : null;
    if (lost !== null) {
      addOptions(reading, current, line, [
        { letter: lost, from: 0, textFrom: 0, to: line.text.length },
      ]);
      return null;
    }
  }
  if (number === null && isUnnumbered(reading, line, index)) {
    return begin(reading, line, null, index, section);
  }
  if (current !== null) continueQuestion(reading, current, line, number);
  return null;
}

function begin(
  reading: Reading,
  line: Line,
  number: QuestionNumber | null,
  index: number,
  section: number,
): Draft {
  const prompted = prompt.exec(line.text)?.[0].length ?? 0;
  const tag = number ?? (prompted > 0 ? { type: null, length: prompted } : tagAt(line.text));
  const answer = number?.answer ?? null;
  const draft: Draft = {
    number: number?.number ?? null,
    line: line.line,
    section,
    tag: tag.type ?? tagIn(line.text),
    stem: [],
    options: [],
    inFront: answer === null ? null : spanOf(line, answer.from, answer.to),
    answer: [],
  };
  leave(reading);
  reading.current = draft;
  reading.part = 'stem';
  const options = inlineOptions(line.text, tag.length, reading.lines[index + 1]?.text ?? '');
  const stem = line.text.slice(tag.length, options[0]?.from ?? line.text.length).trimEnd();
  if (stem !== '') draft.stem.push(spanOf(line, tag.length, tag.length + stem.length));
  if (options.length > 0) addOptions(reading, draft, line, options);
  return draft;
}

function addOptions(
  reading: Reading,
  draft: Draft,
  line: Line,
  options: ReturnType<typeof optionsOf>,
): void {
  for (const { letter, from, textFrom, to } of options) {
    const text = line.text.slice(textFrom, to);
    draft.options.push({ letter, text, span: spanOf(line, from, to) });
  }
  reading.part = 'options';
}

/** The letter of a line between option A and option C, of which it was lost; null of any other line. */
function lostLetter({ lines }: Reading, { options }: Draft, index: number): string | null {
  const letter = letterAfter(options.at(-1)?.letter ?? null);
  const next = optionsOf(lines[index + 1]?.text ?? '', letter)[0];
  return next?.from === 0 && next.letter === letterAfter(letter) ? letter : null;
}

function beginAnswer(
  reading: Reading,
  draft: Draft,
  line: Line,
  textFrom: number,
  kind: 'answer' | 'explanation',
): void {
  draft.answer.push({ span: spanOf(line), textFrom });
  const text = line.text.slice(textFrom);
  const isBrief = draft.options.length > 0 || brief.test(text);
  reading.part = 'answer';
  reading.open = kind === 'explanation' || !isBrief || text === '' || /解析|详解/.test(text);
  reading.inner = questionNumber(text)?.number === 1 ? 1 : 0;
}

function continueQuestion(
  reading: Reading,
  draft: Draft,
  line: Line,
  number: QuestionNumber | null,
): void {
  if (reading.part === 'stem') draft.stem.push(spanOf(line));
  else if (reading.part === 'options') extendOption(draft, line);
  else if (!reading.open) reading.part = 'none';
  else {
    if (number !== null && number.style === reading.style) reading.inner = number.number;
    draft.answer.push({ span: spanOf(line), textFrom: 0 });
  }
}

/** The words of an option that run on in the next line of its unit. */
function extendOption(draft: Draft, line: Line): void {
  const option = draft.options.at(-1);
  if (option === undefined || option.span.unit !== line.unit) return;
  const text = `${option.text}\n${line.text}`;
  draft.options.splice(-1, 1, { ...option, text, span: { ...option.span, to: line.to } });
}
