import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '#document/evidence.ts';
import type { Meeting } from '#document/meeting/meeting.ts';
import type { Understanding } from '#document/understand.ts';
import { explainDocument } from '#source/reading.ts';
import { parseText, reader } from '../spec/read.ts';

/*
 * What pages state of their documents, each with the words that it rests on, for people to judge:
 *
 *     node tests/proof/statements.ts [--sample NUMBER] [--seed NUMBER] FOLDER…
 *
 * One line for each statement: file and line, what is stated, what is said, the words of the source.
 */

type Statement = Readonly<{
  file: string;
  line: number | null;
  what: string;
  said: string;
  words: string;
}>;

/** Words of a source beside a statement. */
const longestWords = 100;

/** What the page of a text states. */
export function statementsOf(file: string, bytes: Uint8Array): Statement[] {
  const { understood } = explainDocument(parseText(file, bytes), reader);
  if (understood === null) return [];
  const lines = new TextDecoder().decode(bytes).split(/\r\n?|\n/);
  const state = (what: string, said: string | null, line: number | null): Statement[] => {
    if (said === null || said === '') return [];
    const words = (line === null ? '' : (lines[line - 1] ?? '')).trim();
    const at = Math.max(0, words.indexOf(said) - longestWords / 2);
    return [{ file, line, what, said, words: words.slice(at, at + longestWords) }];
  };
  const infer = (what: string, said: string | null, evidence: Evidence | undefined) => {
    const [found] = state(what, said, evidence?.line ?? null);
    if (found === undefined) return [];
    return [
      { ...found, words: `${evidence?.rule ?? ''}: ${found.words || (evidence?.words ?? '')}` },
    ];
  };
  return [
    ...ofText(understood, state, infer, lines.length),
    ...understood.meetings.flatMap((meeting) => ofMeeting(meeting, state, lines)),
  ];
}

type State = (what: string, said: string | null, line: number | null) => Statement[];
type Infer = (what: string, said: string | null, evidence: Evidence | undefined) => Statement[];

function ofText(understood: Understanding, state: State, infer: Infer, last: number): Statement[] {
  const { title, titleLine, kind, date, otherDates, names, documentNumber } = understood;
  return [
    ...state('title', title, titleLine),
    ...infer('kind', kind?.value.id ?? null, kind?.evidence),
    ...infer(
      'date',
      date === null ? null : `${date.value.value} (${date.value.precision})`,
      date?.evidence,
    ),
    ...otherDates.flatMap(({ date: other, act }) =>
      state('other date', `${other.value} ${act}`, null),
    ),
    ...Object.entries(names).flatMap(([what, name]) =>
      infer(what, name?.value ?? null, name?.evidence),
    ),
    ...state('document number', documentNumber?.text ?? null, documentNumber?.line ?? null),
    ...(understood.cutOff ? state('cut off', '中断', last) : []),
    ...understood.placeholders.flatMap(({ text, line }) => state('placeholder', text, line)),
    ...state(
      'pieces',
      understood.pieces.length > 1 ? `${understood.pieces.length}` : null,
      understood.pieces[0]?.line ?? null,
    ),
    ...infer(
      'stated pieces',
      understood.statedPieces === null ? null : `${understood.statedPieces}`,
      {
        rule: 'title',
        line: titleLine,
        words: title,
      },
    ),
    ...state(
      'questions',
      understood.quiz === null ? null : `${understood.quiz.questions.length}`,
      understood.quiz?.questions[0]?.line ?? null,
    ),
    ...(understood.quiz?.questions ?? []).flatMap(({ answer, line, type }) =>
      state(`answer (${type})`, answer, line),
    ),
    ...understood.findings.flatMap(({ rule, message, line }) =>
      state('finding', `${rule} ${JSON.stringify(message)}`, line),
    ),
  ];
}

function ofMeeting(meeting: Meeting, state: State, lines: readonly string[]): Statement[] {
  const lineOf = (property: string, said: string): number | null => {
    const field = meeting.fields.find((each) => each.property === property);
    const first = said.split('、')[0] ?? said;
    const [, month, day] = /^\d{4}-(\d\d)-(\d\d)/.exec(said) ?? [];
    const asWritten = `${Number(month)}月${Number(day)}日`;
    const within = lines.findIndex((line) => line.includes(first) || line.includes(asWritten));
    return field?.line ?? (within === -1 ? meeting.line : within + 1);
  };
  const one = (property: string, said: string | null) =>
    said === null ? [] : state(property, said, lineOf(property, said));
  const several = (property: string, said: readonly string[]) =>
    said.length === 0 ? [] : one(property, said.join('、'));
  return [
    ...one(
      'time',
      meeting.time === null ? null : `${meeting.time.start} – ${meeting.time.end ?? ''}`,
    ),
    ...one('place', meeting.place),
    ...one('chair', meeting.chair),
    ...one('recorder', meeting.recorder),
    ...one('expected', meeting.expected === null ? null : `${meeting.expected}`),
    ...one('present', meeting.present === null ? null : `${meeting.present}`),
    ...several('attended', meeting.attended),
    ...several(
      'absent',
      meeting.absent.map(({ name, reason }) => `${name}（${reason ?? ''}）`),
    ),
    ...several('observers', meeting.observers),
    ...several('agenda', meeting.agenda),
    ...several(
      'not told',
      meeting.missing.filter((field) => meeting.stated.includes(field)),
    ),
    ...meeting.turns.flatMap(({ speaker, line }) => state('turn', speaker, line)),
    ...meeting.resolutions.flatMap(({ text, line }) => state('resolution', text, line)),
    ...meeting.tasks.flatMap(({ text, line }) => state('task', text, line)),
  ];
}

/** Numbers from 0 to 1 that are the same for the same seed (Mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sampleOf(statements: readonly Statement[], size: number, seed: number): Statement[] {
  const next = numbersFrom(seed);
  return statements
    .map((statement) => ({ statement, place: next() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, size)
    .map(({ statement }) => statement);
}

export function textsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.(?:md|markdown|txt)$/i.test(name) && !name.endsWith('SOURCE.txt'))
    .sort()
    .map((name) => join(folder, name));
}

if (import.meta.main) {
  const given = process.argv.slice(2);
  const option = (name: string) => {
    const at = given.indexOf(name);
    return at === -1 ? null : Number(given.splice(at, 2)[1]);
  };
  const [size, seed] = [option('--sample'), option('--seed')];
  const all = given.flatMap(textsBelow).flatMap((path) => statementsOf(path, readFileSync(path)));
  for (const { file, line, what, said, words } of size === null
    ? all
    : sampleOf(all, size, seed ?? 1)) {
    console.log([`${file}:${line ?? ''}`, what, said.replace(/\s+/g, ' '), words].join('\t'));
  }
  const kinds = Map.groupBy(all, ({ what }) => what);
  const counts = [...kinds].map(([what, those]) => `${what} ${those.length}`).sort();
  console.log(`${all.length} statements: ${counts.join(', ')}`);
}
