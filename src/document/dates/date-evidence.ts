import type { Evidence, Inferred } from '#document/evidence.ts';
import type { Meeting } from '#document/meeting/meeting.ts';
import { type Block, isInBody } from '#document/text/blocks.ts';
import { comparePrecision, findDate, liesWithin, parseDate, type WallClock } from './dates.ts';
import { dayWithMonth } from './english-dates.ts';

/** Where a date may be read from, in the order of trust; the year alone of a title comes last. */
export type DateSources = Readonly<{
  title: string;
  titleLine: number | null;
  dateline: Source | null;
  signature: Source | null;
  /** The start of the meeting, as ISO 8601. */
  meeting: Readonly<{ date: WallClock; line: number; text: string }> | null;
  /** 发布时间 of a crawled page. */
  publication: Source | null;
  /** Name of the source file without folder and ending. */
  fileName: string;
  /** Name of its folder, which may tell of 03-06-2024 which number is the month. */
  folder: string | null;
}>;

type Source = Readonly<{ date: WallClock; line: number; text: string }>;

type Candidate = Inferred<WallClock>;

/**
 * The date of a document whose front matter has none: from the title, the line under it, the
 * signature, the meeting's time, the time of publication, the file name, in this order. A later source that is more precise
 * and lies within an earlier one makes it more precise. A year, half or quarter in a title
 * (2024年工作要点) says what the text is about, so it gives way to any date.
 */
export function inferDate(sources: DateSources): Candidate | null {
  const { title, titleLine, dateline, signature, meeting, publication, fileName, folder } = sources;
  const year = findDate(title);
  const candidates: (Candidate | null)[] = [
    year === null ? null : candidate(year, 0.8, 'title-date', titleLine, title),
    fromSource(dateline, 0.95, 'dateline'),
    fromSource(signature, 0.9, 'signature-date'),
    fromSource(meeting, 0.9, 'meeting-time'),
    fromSource(publication, 0.6, 'publication'),
    fromFileName(fileName, folder),
  ];
  const known = candidates.filter((each) => each !== null);
  const full = known.filter(({ value }) => value.value.startsWith('--') === false);
  const ordered = [...full.filter((each) => !isPeriod(each)), ...full.filter(isPeriod)];
  const [first] = ordered;
  if (first === undefined) return null;
  const completed = known.flatMap((each) => completeYear(each, first) ?? []);
  return [...full, ...completed].reduce(
    (best, each) => (isFiner(each.value, best.value) ? each : best),
    first,
  );
}

/** A year, half, quarter or range in a title is what the text is about. */
function isPeriod({ value, evidence }: Candidate): boolean {
  return evidence.rule === 'title-date' && periods.has(value.precision);
}

const periods: ReadonlySet<string> = new Set(['year', 'half', 'quarter', 'range']);

function isFiner(date: WallClock, than: WallClock): boolean {
  return comparePrecision(date, than) > 0 && liesWithin(date, than);
}

/** What looks back upon a year. */
const ofWholeYear = /\d{4}年.{0,30}(?:总结|述职|考核|自查|评估|工作报告|工作汇报|回顾)/;

/** `--08-07` with the year of another source; null for a date that has one. */
function completeYear(each: Candidate, other: Candidate): Candidate | null {
  const { value, precision } = each.value;
  if (!value.startsWith('--')) return null;
  // 2018年度工作总结, signed in January, was signed a year later: which, it does not say
  const isOfYearBefore = other.evidence.rule === 'title-date' && Number(value.slice(2, 4)) <= 3;
  if (isOfYearBefore && ofWholeYear.test(other.evidence.words)) return null;
  const whole = other.value.value.slice(0, 4) + value.slice(1);
  const date: WallClock = {
    value: whole,
    precision:
      precision === 'month-of-year' ? 'month' : precision === 'day-of-year' ? 'day' : precision,
  };
  const rule = `${each.evidence.rule}, year from ${other.evidence.rule}`;
  return {
    value: date,
    confidence: Math.min(each.confidence, 0.7),
    evidence: { ...each.evidence, rule },
  };
}

function fromSource(source: Source | null, confidence: number, rule: string): Candidate | null {
  return source === null
    ? null
    : candidate(source.date, confidence, rule, source.line, source.text);
}

/** Names without anything like a year tell no date: most are read no further. */
const mayTellYear =
  /[12]\d{3}|\d{2,3}[-./_年]\d|[年月]|民[国國]|\d[\s-]*(?:st|nd|rd|th)?\s*[a-z]{3}/i;

/** 2024-08-07-notes, 20240807_minutes; a year in front alone is one of our times. */
function fromFileName(name: string, folder: string | null): Candidate | null {
  if (!mayTellYear.test(name)) return null;
  const day = folder === null ? null : dayWithMonth(name, folder);
  if (day !== null)
    return candidate({ value: day, precision: 'day' }, 0.6, 'file-name', null, name);
  const year =
    /^((?:19|20)\d{2})(?=[-_ ])|(?<!\d)\d{1,2}([-/._])\d{1,2}\2((?:19|20)\d{2})(?!\d)/.exec(name);
  const range = rangeInName(name);
  if (range !== null) return candidate(range, 0.6, 'file-name', null, name);
  const found = findDate(name.replace(/(?<=\d)_(?=\d)/g, '-').replaceAll('_', ' '));
  if (found !== null) return candidate(found, 0.6, 'file-name', null, name);
  const alone = year?.[1] ?? year?.[3];
  if (alone === undefined) return null;
  return candidate({ value: alone, precision: 'year' }, 0.4, 'file-name', null, name);
}

const dayInName = '((?:19|20)\\d{2})[-_.]?(\\d{2})[-_.]?(\\d{2})';

/** 20240603-20240605, 2024-06-03至06-05, 2024.06.03~05. */
const rangeOfDays = new RegExp(
  `(?<!\\d)${dayInName}(?:\\s*[-_~～—至到]+\\s*${dayInName}|\\s*[~～—至到]+\\s*(?:(\\d{2})[-_.])?(\\d{2}))(?!\\d)`,
);

function rangeInName(name: string): WallClock | null {
  const match = rangeOfDays.exec(name);
  if (match === null) return null;
  const [, year, month, day, lastYear = year, lastMonth, lastDay, shortMonth = month, shortDay] =
    match;
  const first = parseDate(`${year}-${month}-${day}`);
  const last = parseDate(`${lastYear}-${lastMonth ?? shortMonth}-${lastDay ?? shortDay}`);
  if (first === null || last === null || last.value <= first.value) return null;
  return { value: `${first.value}/${last.value}`, precision: 'range' };
}

function candidate(
  { value, precision }: WallClock,
  confidence: number,
  rule: string,
  line: number | null,
  words: string,
): Candidate {
  const evidence: Evidence = { rule, line, words };
  return { value: { value, precision }, confidence, evidence };
}

const publicationLabel = /(?:发布|发表|更新|上传|添加)?(?:时间|日期)\s*[:：]\s*|^(?=\d{4}-\d)/;

/** The time of publication that a crawled page states beside its text. */
export function publicationOf(blocks: readonly Block[]): DateSources['publication'] {
  for (const { text, line } of blocks.filter((block) => !isInBody(block)).slice(0, 40)) {
    const label = publicationLabel.exec(text);
    const date = label === null ? null : findDate(text.slice(label.index + label[0].length));
    if (date !== null) return { date, line, text: text.trim() };
  }
  return null;
}

/** The time of publication that what holds a text states. */
export function publicationIn(text: string | null): DateSources['publication'] {
  const date = text === null ? null : findDate(text);
  return date === null || text === null ? null : { date, line: 1, text };
}

/** The day of a meeting, for its record. */
export function meetingDate(meeting: Meeting | null): DateSources['meeting'] {
  const field = meeting?.fields.find(({ property }) => property === 'time');
  if (meeting?.time == null) return null;
  const found = findDate(meeting.time.start.replace(/^--(\d\d)-(\d\d)/, '$1月$2日'));
  const day = /^\d{4}-\d{2}-\d{2}/.exec(meeting.time.start)?.[0];
  const date: WallClock | null = day === undefined ? found : { value: day, precision: 'day' };
  return date === null ? null : { date, line: field?.line ?? 1, text: meeting.time.start };
}
