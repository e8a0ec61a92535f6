import { articleOf, findCitations } from '#document/citations/citations.ts';
import type { WrittenDate } from '#document/dates/dates.ts';
import type { BodyBlock, Document, MeetingSummary, QuizSummary, Term } from '#document/document.ts';
import { findKind, unknownKind } from '#document/kind/kinds.ts';
import type { Meeting } from '#document/meeting/meeting.ts';
import { meetingSort } from '#document/meeting/meeting-sorts.ts';
import { type PlacedBlock, placeHeadings } from '#document/outline/outline.ts';
import type { Quiz } from '#document/quiz/quiz.ts';
import { canBeOpened } from '#document/text/aside.ts';
import { isInBody } from '#document/text/blocks.ts';
import { excerptOf } from '#document/text/excerpt.ts';
import { type Fingerprints, fingerprintStretches } from '#document/text/fingerprint.ts';
import { countWords } from '#document/text/words.ts';
import type { Understanding } from '#document/understand.ts';
import { isNamedDraft, isTitledDraft } from '#formats/unpublished.ts';
import { languageOf } from '#languages/index.ts';
import type { Language } from '#languages/language.ts';
import { resolutionAnchor } from '#render/body.ts';
import { type BodyText, layOutText } from './body-text.ts';
import { toIdentifier } from './identifier.ts';
import { placePieces } from './pieces.ts';
import { publicationOf } from './publication.ts';
import type { Explanation, Reader } from './reader.ts';
import { describeForSearch } from './searchable.ts';
import { syllablesOf } from './syllables.ts';
import { toWallClock } from './wall-clock.ts';

/** Puts together what a document says of itself. Front matter goes before what was understood. */
export function describe(
  { parsed, fields, unknown, asides }: Explanation,
  understood: Understanding,
  { id, sha256 }: Pick<Document, 'id' | 'sha256'>,
  { zone, locale, switches, ...finding }: Omit<Reader, 'markdown'>,
): Document {
  const { file, content } = parsed;
  const { names, meetings, quiz } = understood;
  const language = languageOf(locale);
  const placed = placeHeadings(understood.blocks);
  const shown = placed.filter(isInBody);
  const title = understood.title;
  const text = layOutText(title, shown);
  const wallClock = (date: WrittenDate | null) => (date === null ? null : toWallClock(date, zone));
  const speaker = fields.speaker ?? nameOfSpeaker(names.speaker?.value ?? null);
  return {
    id,
    file,
    sha256,
    title,
    statedPieces: understood.statedPieces,
    pieces: placePieces(shown, understood),
    pinyin: syllablesOf(title, speaker === null ? [] : [speaker]),
    kind: kindTerm(fields.kind ?? fields.category ?? understood.kind?.value.id ?? null, language),
    documentNumber: fields['document-number'] ?? understood.documentNumber?.text ?? null,
    meetings: meetings.map((meeting) =>
      describeMeeting(meeting, understood.title, meetings.length > 1, placed, language),
    ),
    quiz: quiz === null ? null : describeQuiz(quiz),
    date: wallClock(fields.date) ?? understood.date?.value ?? null,
    updated: wallClock(fields.updated),
    otherDates: understood.otherDates.map(({ date: { value, precision }, act }) => {
      return { date: { value, precision }, act };
    }),
    tags: (fields.tags ?? []).map(nameToTerm),
    organisations: (fields.organisation ?? listOf(names.organisation?.value)).map(nameToTerm),
    speaker: toTerm(speaker),
    occasion: fields.occasion ?? names.occasion?.value ?? null,
    place: fields.place ?? (meetings.length === 1 ? (meetings[0]?.place ?? null) : null),
    source: fields.source,
    views: fields.views,
    popular: fields.popular ?? false,
    excerpt: fields.summary ?? excerptOf(shown),
    characters: text.places.reduce((sum, { characters }) => sum + characters, 0),
    words: countWords(text.all.slice(title.length)),
    placeholders: understood.placeholders.length,
    cutOff: understood.cutOff,
    aliases: fields.aliases ?? [],
    citations: citationsIn(shown),
    articles: lastArticle(shown),
    links: content?.links ?? [],
    originals: [],
    fields: unknown,
    publication: publicationOf(fields, zone, {
      isDraft: isNamedDraft(file) || isTitledDraft(title),
      needsOriginal: content?.needsOriginal ?? false,
    }),
    blocks: shown.map(toBodyBlock),
    asides: asides.filter(canBeOpened),
    questions: (quiz?.questions ?? []).map(({ type, answer }) => ({ type, answer })),
    fingerprints: switches.passages ? fingerprintBody(text, shown) : null,
    ...describeForSearch(title, text.all, finding),
  };
}

/** Of a passage the flow alone, which has all its words. */
function toBodyBlock(block: PlacedBlock): BodyBlock {
  if (block.type !== 'passage') return block;
  const { type, form, flow, line, role } = block;
  return { type, form, flow, line, role };
}

function fingerprintBody({ all, places }: BodyText, blocks: readonly PlacedBlock[]): Fingerprints {
  const compared = blocks.flatMap((block, index) => {
    const place = places[index];
    return place !== undefined && isCompared(block) ? [{ ...place, line: block.line }] : [];
  });
  return fingerprintStretches(all, compared);
}

function citationsIn(blocks: readonly PlacedBlock[]): string[] {
  const citations = blocks.flatMap(({ text }) => findCitations(text));
  return [...new Set(citations.flatMap(({ readings }) => readings.map(({ key }) => key)))];
}

/** The last of the articles that follow each other from the first. */
function lastArticle(blocks: readonly PlacedBlock[]): number {
  let last = 0;
  for (const block of blocks)
    if (block.type === 'paragraph' && block.role === 'clause' && articleOf(block.text) === last + 1)
      last++;
  return last;
}

/** Fields, signatures and the like are the same in many documents without being passages. */
function isCompared(block: PlacedBlock): boolean {
  return block.type === 'paragraph' && compared.has(block.role);
}

const compared: ReadonlySet<string> = new Set([
  'paragraph',
  'enumeration',
  'clause',
  'item',
  'turn',
  'resolution',
]);

/** 县长 杨× and 代县长 杨× are one person: a post that space parts from a name is none of it. */
function nameOfSpeaker(written: string | null): string | null {
  return /^\S{2,20}[\s　]+(\S{2,4})$/.exec(written ?? '')?.[1] ?? written;
}

function toTerm(name: string | null): Term | null {
  return name === null ? null : nameToTerm(name);
}

function nameToTerm(name: string): Term {
  return { name, slug: toIdentifier(name) };
}

function listOf(name: string | undefined): string[] {
  return name === undefined ? [] : [name];
}

function describeMeeting(
  meeting: Meeting,
  title: string,
  isOneOfSeveral: boolean,
  blocks: readonly PlacedBlock[],
  language: Language,
): MeetingSummary {
  const { name, line: opening, time, turns, resolutions, tasks, ...others } = meeting;
  // What only reading needs stays behind
  const { chairRole, subject, ended, fields, problems, missing, ...kept } = others;
  const anchors = new Map<number, string>();
  for (const block of blocks) {
    if (block.type !== 'paragraph' || block.resolution === undefined) continue;
    anchors.set(block.line, resolutionAnchor(block.resolution));
  }
  const heading = blocks.find((block) => block.type === 'heading' && block.line === opening);
  const spoken = new Map<string, number>();
  for (const { speaker } of turns) spoken.set(speaker, (spoken.get(speaker) ?? 0) + 1);
  const sort = meetingSort(title, name);
  const meetingSorts = new Map(Object.entries(language.meetingSorts));
  return {
    ...kept,
    title: isOneOfSeveral ? name : null,
    anchor: isOneOfSeveral && heading?.type === 'heading' ? heading.anchor : null,
    sort: sort === null ? null : (meetingSorts.get(sort) ?? sort),
    start: time?.start ?? null,
    end: time?.end ?? null,
    speakers: [...spoken].map(([speaker, count]) => ({ name: speaker, turns: count })),
    resolutions: resolutions.map(({ text, line }) => ({ text, anchor: anchors.get(line) ?? null })),
    // Of a day without a year its words alone are told
    tasks: tasks.map(({ text, person, date }) => {
      return { text, person, date: date?.startsWith('--') === true ? null : date };
    }),
  };
}

function describeQuiz({ questions }: Quiz): QuizSummary {
  const types: Record<string, number> = {};
  for (const { type } of questions) types[type] = (types[type] ?? 0) + 1;
  const answered = questions.filter(({ answer }) => answer !== null).length;
  return { questions: questions.length, answered, types };
}

/** A known kind by identifier or Chinese name; any other word is a kind of the site's own. */
function kindTerm(word: string | null, { kinds }: Language): Term {
  const known = findKind(word ?? unknownKind);
  if (known === undefined) return { name: word ?? '', slug: toIdentifier(word ?? '') };
  return { name: kinds[known.id] ?? known.names[0] ?? known.id, slug: known.id };
}
