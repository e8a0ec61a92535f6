import {
  type DateSources,
  inferDate,
  meetingDate,
  publicationIn,
  publicationOf,
} from './dates/date-evidence.ts';
import type { WallClock } from './dates/dates.ts';
import type { OtherDate } from './dates/stated-dates.ts';
import type { Inferred, Observation } from './evidence.ts';
import { findingsOf } from './findings.ts';
import { meetingKinds, readForms } from './forms.ts';
import { kindOfText } from './kind/kind-text.ts';
import { kindOfTitle } from './kind/kind-title.ts';
import type { Kind } from './kind/kinds.ts';
import { layOut } from './lay-out.ts';
import { ownNumber, type PlacedNumber } from './layout/document-number.ts';
import { isCutOff } from './layout/ending.ts';
import type { ListedTitle } from './leftovers/catalogue.ts';
import { separateLeftovers } from './leftovers/leftovers.ts';
import type { Meeting } from './meeting/meeting.ts';
import { inferNames, type Names } from './names/names.ts';
import { markContents } from './outline/contents.ts';
import { type Enumeration, findEnumerations, markEnumerations } from './outline/enumerations.ts';
import { noteNumbering } from './outline/numbering-notes.ts';
import { namedPieces, type Overruling, overruleHeadings, overruleLeftovers } from './overruling.ts';
import { findPieces, openPieces, type Piece } from './pieces.ts';
import { markPlaceholders } from './placeholders/placeholder-marks.ts';
import type { Quiz } from './quiz/quiz.ts';
import type { Switches } from './switches.ts';
import { type Aside, asidesOf } from './text/aside.ts';
import { type Block, isInBody } from './text/blocks.ts';
import { titleOfFile } from './title/file-title.ts';
import { mostOfTitle, splitTitle } from './title/title.ts';
import { findTitle } from './title/title-lines.ts';

/** A text before anything is understood of it, and what its front matter says. */
export type Source = Readonly<{
  blocks: readonly Block[];
  /** Whether its author has marked it up, and would have marked a list or a heading as one. */
  isMarkdown: boolean;
  /** Name of the file without folder and ending. */
  fileName: string;
  /** Name of the folder that it lies in; null in the outermost. */
  folder: string | null;
  title: string | null;
  kind: Kind | null;
  /** Whether the front matter names a kind, which may be one of the site's own. */
  hasKind: boolean;
  date: WallClock | null;
  pieces: number | null;
  overruled: Overruling;
  /** When it was published, as what holds it says. */
  published?: string | null;
}>;

/** What was understood of a document. Its blocks hold every character of the source, in order. */
export type Understanding = Readonly<{
  title: string;
  /** Line of the title, where the text itself bears it. */
  titleLine: number | null;
  statedPieces: number | null;
  /** What the text tells; null where front matter names the kind, or nothing does. */
  kind: Inferred<Kind> | null;
  /** The kind of the front matter, else of the text, where it is a known one. */
  knownKind: Kind | null;
  date: Inferred<WallClock> | null;
  /** What the text tells, whether or not front matter has a date. */
  textDate: Inferred<WallClock> | null;
  /** Other dates that it states of itself, with what was done on them; empty where it says no more. */
  otherDates: readonly OtherDate[];
  names: Names;
  documentNumber: PlacedNumber | null;
  blocks: readonly Block[];
  pieces: readonly Piece[];
  /** The meetings that it is the record of, one or more. */
  meetings: readonly Meeting[];
  quiz: Quiz | null;
  enumerations: readonly Enumeration[];
  placeholders: readonly Readonly<{ line: number; text: string }>[];
  /** All that pages do not show among the text: leftovers and the like. */
  asides: readonly Aside[];
  catalogue: readonly ListedTitle[];
  cutOff: boolean;
  findings: readonly Observation[];
}>;

/** Reads a text as a secretary does. What the front matter says is not asked of the text. */
export function understand(source: Source, switches: Switches): Understanding {
  const { overruled } = source;
  const cleared = overruleLeftovers(
    switches.leftovers
      ? separateLeftovers(source.blocks, source.isMarkdown)
      : { blocks: source.blocks, leftovers: [], catalogue: [] },
    overruled,
  );
  const titled = markContents(findTitle(cleared.blocks, source.title, source.fileName));
  const stated = splitTitle(titled.title ?? titleOfFile(source.fileName, source.folder));
  const { title } = stated;
  // What a title says is said in its beginning: the rest would be looked through by every rule
  const said = title.slice(0, mostOfTitle);
  const statedPieces = source.pieces ?? stated.pieces;
  const titleLine =
    titled.blocks.find((block) => block.type === 'paragraph' && block.role === 'title')?.line ??
    null;

  const ofTitle = switches.kind && !source.hasKind ? kindFromTitle(said, titleLine) : null;
  const early = source.kind ?? ofTitle?.value ?? null;
  const named = namedPieces(titled.blocks, overruled);
  const found = switches.pieces ? findPieces(titled.blocks, said, statedPieces) : [];
  const pieces = named.length > 0 ? named : found;
  const parted = overruleHeadings(openPieces(titled.blocks, pieces), overruled);

  const formal = readForms(parted, early, source, said, switches, pieces.length > 0);
  const { blocks: laidOut, front } = layOut(formal.blocks, early, switches, overruled);
  const { meetings, quiz } = formal;
  const [meeting = null] = meetings;
  const ofText =
    ofTitle === null && switches.kind && !source.hasKind
      ? kindOfText({
          blocks: laidOut,
          subtitle: subtitleOf(laidOut),
          meeting,
          quiz,
          names: [said, source.fileName, source.folder ?? ''],
        })
      : null;
  const kind =
    ofTitle ??
    (ofText === null
      ? null
      : { value: ofText.kind, confidence: ofText.confidence, evidence: ofText.evidence });
  const known = source.kind ?? kind?.value ?? null;

  const enumerations = switches.enumerations ? findEnumerations(laidOut) : [];
  const enumerated = markEnumerations(laidOut, enumerations);
  const { blocks, placeholders } = switches.placeholders
    ? markPlaceholders(enumerated)
    : { blocks: enumerated, placeholders: [] };
  const dates: DateSources = {
    title: said,
    titleLine,
    dateline: front.dateline,
    signature: front.signatureDate,
    meeting: meetingDate(meetings.length > 1 ? null : meeting),
    publication: publicationOf(cleared.blocks) ?? publicationIn(source.published ?? null),
    fileName: source.fileName,
    folder: source.folder,
  };
  const textDate = switches.date ? inferDate(dates) : null;
  const documentNumber = ownNumber(blocks, said, titleLine);
  return {
    title,
    titleLine,
    statedPieces,
    kind,
    knownKind: known,
    date: source.date === null ? textDate : null,
    textDate,
    otherDates: [
      ...front.otherDates,
      ...otherPublication(dates.publication, source.date ?? textDate?.value ?? null),
    ],
    names: inferNames({ title: said, titleLine, front, kind: known }, switches.names),
    documentNumber,
    blocks,
    pieces,
    meetings: known === null || meetingKinds.has(known.id) ? meetings : [],
    quiz,
    enumerations,
    placeholders,
    asides: asidesOf(
      blocks,
      cleared.leftovers,
      statedPieces === null ? title : `${title}${statedPieces}篇`,
    ),
    catalogue: cleared.catalogue,
    cutOff: isCutOff(
      blocks.filter(isInBody),
      cleared.leftovers.length > 0 || cleared.catalogue.length > 0,
    ),
    findings: [
      ...findingsOf({
        meetings,
        isRecord: known?.id === 'meeting-record' && !/议程|日程|agenda/i.test(said),
        statedPieces,
        pieces,
        titleLine,
        quiz,
        documentNumber,
        front,
      }),
      ...noteNumbering(blocks),
    ],
  };
}

/** When a page says that it was published, on another day than that of its text. */
function otherPublication(
  publication: DateSources['publication'],
  own: WallClock | null,
): OtherDate[] {
  if (publication === null || own === null) return [];
  const day = publication.date.value.slice(0, 10);
  const isSame = own.value.startsWith(day) || day.startsWith(own.value);
  return isSame || publication.date.value.startsWith('--')
    ? []
    : [{ date: publication.date, act: '发布' }];
}

function kindFromTitle(title: string, line: number | null): Inferred<Kind> | null {
  const found = kindOfTitle(title);
  if (found === null) return null;
  const { kind, confidence, rule, words } = found;
  return { value: kind, confidence, evidence: { rule, line, words } };
}

function subtitleOf(blocks: readonly Block[]): { text: string; line: number } | null {
  const found = blocks.find((block) => block.type === 'paragraph' && block.role === 'subtitle');
  return found === undefined ? null : { text: found.text, line: found.line };
}
