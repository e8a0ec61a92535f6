import type { PlacedNumber } from './document-number.ts';
import { hasStandardForm } from './document-number.ts';
import type { Finding } from './evidence.ts';
import type { Piece } from './pieces.ts';
import type { Meeting } from './record/meeting.ts';
import type { Surroundings } from './surroundings.ts';

/** What findings are looked for in. */
export type Found = Readonly<{
  meeting: Meeting | null;
  /** Whether it is a record, which must name who was there, and not a summary. */
  isRecord: boolean;
  statedPieces: number | null;
  pieces: readonly Piece[];
  titleLine: number | null;
  documentNumber: PlacedNumber | null;
  front: Omit<Surroundings, 'blocks'>;
}>;

/** What the keepers of a text should look at. Nothing is changed for it. */
export function findingsOf({
  meeting,
  isRecord,
  statedPieces,
  pieces,
  titleLine,
  documentNumber,
  front,
}: Found): Finding[] {
  return [
    ...findInMeeting(meeting, isRecord),
    ...findPieceCount(statedPieces, pieces, titleLine),
    ...findWrongNumber(documentNumber),
    ...findWrongWeekdays(front),
  ];
}

/** Contradictions in a record, and fields that it must have and has not. */
function findInMeeting(meeting: Meeting | null, isRecord: boolean): Finding[] {
  if (meeting === null) return [];
  const line = meeting.fields[0]?.line ?? 1;
  const problems = meeting.problems.map((problem): Finding => {
    return { rule: 'meeting-field', ...problem, hint: 'Compare with the original.' };
  });
  if (!isRecord || meeting.missing.length === 0) return problems;
  const message = `the record does not say: ${meeting.missing.join(', ')}`;
  const hint = 'Add a line such as 主持人：, or leave it where nobody knows any more.';
  return [...problems, { rule: 'meeting-missing', line, message, hint }];
}

function findPieceCount(
  stated: number | null,
  pieces: readonly Piece[],
  titleLine: number | null,
): Finding[] {
  if (stated === null || stated < 2 || pieces.length === stated) return [];
  const message = `the title states ${stated} pieces, ${pieces.length} were found`;
  const hint =
    'Open each piece with a line such as 篇一 or 【篇1】, or state the number in pieces.';
  return [{ rule: 'piece-count', line: titleLine ?? 1, message, hint }];
}

function findWrongNumber(number: PlacedNumber | null): Finding[] {
  if (number === null || hasStandardForm(number)) return [];
  const message = `document number: found ${number.text}, expected ${number.normal}`;
  const hint =
    'GB/T 9704-2012, section 7.2.5: hexagonal brackets around the year, no 第, no leading zero.';
  return [{ rule: 'document-number', line: number.line, message, hint }];
}

function findWrongWeekdays({ dateline, signatureDate }: Found['front']): Finding[] {
  return [dateline, signatureDate].flatMap((each) => {
    if (each === null || each.date.wrongWeekday === null) return [];
    const message = `${each.text}: the calendar has another day of the week`;
    return [{ rule: 'weekday', line: each.line, message, hint: 'Compare with the original.' }];
  });
}
