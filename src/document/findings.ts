import type { Observation } from './evidence.ts';
import type { PlacedNumber } from './layout/document-number.ts';
import { hasStandardForm } from './layout/document-number.ts';
import type { Surroundings } from './layout/surroundings.ts';
import type { Meeting } from './meeting/meeting.ts';
import type { Piece } from './pieces.ts';
import type { Quiz } from './quiz/quiz.ts';

/** What findings are looked for in. */
export type Understood = Readonly<{
  meetings: readonly Meeting[];
  /** Whether it is a record, which must name who was there, and not a summary. */
  isRecord: boolean;
  statedPieces: number | null;
  pieces: readonly Piece[];
  titleLine: number | null;
  quiz: Quiz | null;
  documentNumber: PlacedNumber | null;
  front: Omit<Surroundings, 'blocks'>;
}>;

/** What the keepers of a text should look at. Nothing is changed for it. */
export function findingsOf({
  meetings,
  isRecord,
  statedPieces,
  pieces,
  titleLine,
  quiz,
  documentNumber,
  front,
}: Understood): Observation[] {
  return [
    ...meetings.flatMap((meeting) => findInMeeting(meeting, isRecord && meetings.length === 1)),
    ...findPieceCount(statedPieces, pieces, titleLine),
    ...findWrongAnswers(quiz),
    ...findWrongNumber(documentNumber),
    ...findWrongWeekdays(front),
  ];
}

/** Contradictions in a record, and fields that it must have and has not. */
function findInMeeting(meeting: Meeting, isRecord: boolean): Observation[] {
  const line = meeting.fields[0]?.line ?? 1;
  const problems = meeting.problems.map(({ line: at, field, fault }): Observation => {
    return { rule: 'meeting-field', line: at, message: { says: 'meeting-field', field, fault } };
  });
  if (!isRecord || meeting.missing.length === 0) return problems;
  const message = { says: 'meeting-missing', fields: meeting.missing } as const;
  return [...problems, { rule: 'meeting-missing', line, message }];
}

function findPieceCount(
  stated: number | null,
  pieces: readonly Piece[],
  titleLine: number | null,
): Observation[] {
  if (stated === null || stated < 2 || pieces.length === stated) return [];
  const message = { says: 'piece-count', stated, found: pieces.length } as const;
  return [{ rule: 'piece-count', line: titleLine ?? 1, message }];
}

/** Answers of letters that none of the options has. */
function findWrongAnswers(quiz: Quiz | null): Observation[] {
  return (quiz?.questions ?? []).flatMap(({ type, answer, options, line }) => {
    const letters = options.map(({ letter }) => letter);
    const isOfLetters = (type === 'single' || type === 'multiple') && /^[A-H]+$/.test(answer ?? '');
    if (answer === null || !isOfLetters || letters.length < 2) return [];
    if ([...answer].every((letter) => letters.includes(letter))) return [];
    const message = { says: 'quiz-answer', answer, options: letters.join('') } as const;
    return [{ rule: 'quiz-answer', line, message }];
  });
}

function findWrongNumber(number: PlacedNumber | null): Observation[] {
  if (number === null || hasStandardForm(number)) return [];
  const { text: found, normal: expected, line } = number;
  return [{ rule: 'document-number', line, message: { says: 'document-number', found, expected } }];
}

function findWrongWeekdays({ dateline, signatureDate }: Understood['front']): Observation[] {
  return [dateline, signatureDate].flatMap((each) => {
    if (each === null || each.date.wrongWeekday === null) return [];
    const message = { says: 'weekday', words: each.text } as const;
    return [{ rule: 'weekday', line: each.line, message }];
  });
}
