import type { Evidence } from '#document/evidence.ts';
import type { Meeting } from '#document/meeting/meeting.ts';
import type { Quiz } from '#document/quiz/quiz.ts';
import { type Block, isInBody } from '#document/text/blocks.ts';
import { simplified } from '#document/text/simplified.ts';
import { kindOfTitle } from './kind-title.ts';
import { findKind, type Kind } from './kinds.ts';

export type KindOfText = Readonly<{ kind: Kind; confidence: number; evidence: Evidence }>;

/** What was read of the text before its kind was asked for. */
export type TextEvidence = Readonly<{
  blocks: readonly Block[];
  subtitle: Readonly<{ text: string; line: number }> | null;
  meeting: Meeting | null;
  quiz: Quiz | null;
  /** What the file is called: its title, its name, and last the name of its folder. */
  names: readonly string[];
}>;

/** Formulas that close official papers and letters (党政机关公文处理工作条例, as practised). */
const closings: readonly (readonly [string, RegExp])[] = [
  ['notice', /^特此通知[。！]?$/],
  ['announcement', /^特此(?:公告|通告|公示|声明)[。！]?$/],
  ['circular', /^特此通报[。！]?$/],
  ['report', /^(?:特此(?:报告|汇报)|以上(?:报告|汇报).{0,20}(?:请|审|指正|批评).{0,12})[。！]?$/],
  ['request', /(?:妥否|当否|可否|是否妥当|以上请示).{0,8}请.{0,6}(?:批示|批复|审批|审示|指示)/],
  ['reply', /^(?:特此批复|此复)[。！]?$/],
  ['letter', /^(?:特此函(?:告|达|复|商)|请(?:予|惠予).{0,10}(?:函复|支持为盼|为盼|复函))[。！]?/],
  ['order', /^此令[。！]?$/],
];

const clausesOfRegulation = 3;
const fieldsOfMeeting = 3;
/** Fewer make a record of a file that is called one, or a meeting. */
const fieldsOfNamedMeeting = 2;

/** What is to be talked about is no record of it. */
const agendaName = /(?:议程|日程)(?:表|安排)?[\d\s（()）._-]*$|\bagenda\b/i;

const meetingName =
  /会议|例会|会議|[一二三四五六七八九十\d]次.{0,8}会|座谈会|研讨会|纪要|meetings?\b|minutes?\b|会$/i;

/**
 * The kind that a text shows where its title shows none: a subtitle that names it, a header of
 * meeting fields, questions, clauses 第…条, a closing formula, an address to listeners
 * (spec.md, "Kinds").
 */
export function kindOfText({
  blocks,
  subtitle,
  meeting,
  quiz,
  names,
}: TextEvidence): KindOfText | null {
  const named = subtitle === null ? null : kindOfTitle(subtitle.text);
  if (named !== null && subtitle !== null) {
    return because(named.kind.id, 0.9, 'subtitle', subtitle.line, named.words);
  }
  const field = meeting?.fields[0];
  const called = names.map((name) => simplified(name).replaceAll('_', ' '));
  const isNamed = called.some((name) => meetingName.test(name));
  const enough = isNamed ? fieldsOfNamedMeeting : fieldsOfMeeting;
  const isAgenda = called.slice(0, -1).some((name) => agendaName.test(name));
  if (meeting !== null && field !== undefined && !isAgenda && meeting.stated.length >= enough) {
    return because('meeting-record', 0.85, 'text-meeting-fields', null, meeting.stated.join(' '));
  }
  const question = quiz?.questions[0];
  if (quiz !== null && question !== undefined) {
    return because('quiz', 0.85, 'text-questions', question.line, `${quiz.questions.length}`);
  }
  const body = blocks.filter(isInBody);
  const clauses = body.filter((block) => block.type === 'paragraph' && block.role === 'clause');
  if (clauses.length >= clausesOfRegulation) {
    return because(
      'regulation',
      0.8,
      'text-clauses',
      clauses[0]?.line ?? null,
      `${clauses.length}`,
    );
  }
  return readClosing(body) ?? readOpening(body);
}

function readClosing(body: readonly Block[]): KindOfText | null {
  for (const block of body.slice(-8)) {
    const text = block.text.trim();
    const closing =
      text.length > 60 ? undefined : closings.find(([, pattern]) => pattern.test(text));
    if (closing !== undefined) return because(closing[0], 0.8, 'text-closing', block.line, text);
  }
  return null;
}

function readOpening(body: readonly Block[]): KindOfText | null {
  const opening = body
    .slice(0, 6)
    .find((block) => block.type === 'paragraph' && block.role === 'salutation');
  if (opening === undefined) return null;
  const isApplication = /党(?:组织|支部)/.test(opening.text);
  return because(
    isApplication ? 'application' : 'speech',
    0.6,
    'text-salutation',
    opening.line,
    opening.text,
  );
}

function because(
  id: string,
  confidence: number,
  rule: string,
  line: number | null,
  words: string,
): KindOfText | null {
  const kind = findKind(id);
  return kind === undefined ? null : { kind, confidence, evidence: { rule, line, words } };
}
