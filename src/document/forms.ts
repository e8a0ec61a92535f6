import { findDate, type WallClock } from './dates/dates.ts';
import { dayWithMonth } from './dates/english-dates.ts';
import type { Kind } from './kind/kinds.ts';
import { readHeader } from './meeting/header.ts';
import type { Meeting } from './meeting/meeting.ts';
import { markMeetings } from './meeting/meeting-roles.ts';
import { overruleMeeting } from './meeting/overrule-meeting.ts';
import { readMeetings, timeOf } from './meeting/read-meetings.ts';
import type { Overruling } from './overruling.ts';
import { looksLikeQuiz, type Quiz, readQuiz } from './quiz/quiz.ts';
import { markQuiz } from './quiz/quiz-roles.ts';
import type { Switches } from './switches.ts';
import type { Block } from './text/blocks.ts';
import { unitsOf } from './text/units.ts';

export const meetingKinds: ReadonlySet<string> = new Set(['meeting-record', 'meeting-summary']);

/** What asks or ticks and tests nobody. */
const noQuiz = /问卷|调查表|检查|清单|评[分价议]|登记|投票|选票|申请|报名/;

/** What forms are read with, beside their lines. */
type FormSource = Readonly<{
  date: WallClock | null;
  fileName: string;
  folder: string | null;
  overruled: Overruling;
}>;

/** A quiz or meetings, and the blocks with the roles of their lines. */
type Forms = Readonly<{
  blocks: readonly Block[];
  meetings: readonly Meeting[];
  quiz: Quiz | null;
}>;

/** Reads the forms that decide what a line is before it could be a heading: quizzes and meetings. */
export function readForms(
  source: readonly Block[],
  kind: Kind | null,
  { date, fileName, folder, overruled }: FormSource,
  title: string,
  switches: Switches,
  isCollection: boolean,
): Forms {
  const units = unitsOf(source);
  const isQuiz =
    switches.quiz &&
    (kind?.id === 'quiz' || (kind === null && !noQuiz.test(title) && looksLikeQuiz(units)));
  const quiz = isQuiz ? readQuiz(units) : null;
  if (quiz !== null) return { blocks: markQuiz(source, units, quiz), meetings: [], quiz };
  const isForbidden = !switches.meeting || overruled.meeting === false;
  const asked = !isForbidden && !isCollection && (kind === null || meetingKinds.has(kind.id));
  const isTold = Object.keys(overruled.meeting).length > 0;
  if (!asked && !isTold) return { blocks: source, meetings: [], quiz };
  const header = readHeader(units);
  const isRecord = kind !== null && meetingKinds.has(kind.id);
  // Most texts are no record: of them no day needs to be known
  if (header.length === 0 && !isRecord && !isTold) return { blocks: source, meetings: [], quiz };
  const year = (findDate(title) ?? date)?.value.slice(0, 4) ?? '';
  const said = timeOf(title);
  const day =
    dayOf(title) ?? (folder === null ? null : dayWithMonth(fileName, folder)) ?? dayOf(fileName);
  const context = { year: /^\d{4}$/.test(year) ? Number(year) : null, day, said, isRecord };
  const read = asked ? readMeetings(units, header, context) : [];
  const meetings = overruleMeeting(read, overruled.meeting, context);
  return { blocks: markMeetings(source, units, meetings), meetings, quiz };
}

/** The one day that a title or the name of a file tells. */
function dayOf(written: string): string | null {
  const found = findDate(written.replaceAll('_', ' '));
  return found?.precision === 'day' ? found.value : null;
}
