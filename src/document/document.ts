import type { WallClock } from './dates/dates.ts';
import type { OtherDate } from './dates/stated-dates.ts';
import type { Meeting } from './meeting/meeting.ts';
import type { PlacedHeading } from './outline/outline.ts';
import type { Question } from './quiz/quiz.ts';
import type { Aside } from './text/aside.ts';
import type { Paragraph, Passage } from './text/blocks.ts';
import type { Fingerprints } from './text/fingerprint.ts';

/** A link or image of a document that leads to another file below `content/`. */
export type ContentLink = Readonly<{
  /** The file's path below `content/`, with `/` between folders. */
  target: string;
  /** `#…` behind the path, or empty. */
  fragment: string;
  /** The path where a # or ? in it is a sign of the file's name (3#楼.png); null where there is none. */
  whole: string | null;
  image: boolean;
  line: number;
}>;

/** A file of a document as readers get it; its path below `content/`. */
export type Original = Readonly<{ path: string; bytes: number; sha256: string }>;

/** One of the texts inside a collection 合集, as it stands in the body. */
export type PieceEntry = Readonly<{
  number: number;
  title: string;
  anchor: string;
  /** Characters of its text, white space not counted. */
  characters: number;
  /** Words of one that is written in words, as English is. */
  words: number | null;
  /** Its first block of the body, and the one behind its last. */
  from: number;
  to: number;
}>;

/** What the archive knows of a meeting from its record. Times are ISO 8601 cut to their precision. */
export type MeetingSummary = Omit<
  Meeting,
  | 'name'
  | 'line'
  | 'time'
  | 'chairRole'
  | 'subject'
  | 'turns'
  | 'resolutions'
  | 'tasks'
  | 'ended'
  | 'fields'
  | 'missing'
  | 'problems'
> &
  Readonly<{
    /** What its record calls it, in a document of several. */
    title: string | null;
    /** Of the heading of its record there; null where it has none. */
    anchor: string | null;
    /** The sort of meeting, such as 支委会; null where nothing names it. */
    sort: string | null;
    start: string | null;
    end: string | null;
    speakers: readonly Readonly<{ name: string; turns: number }>[];
    /** `anchor` is null where the body has no place for it. */
    resolutions: readonly Readonly<{ text: string; anchor: string | null }>[];
    tasks: readonly Pick<Meeting['tasks'][number], 'text' | 'person' | 'date'>[];
  }>;

/** How many questions of which types a quiz has, and how many of them have an answer. */
export type QuizSummary = Readonly<{
  questions: number;
  answered: number;
  types: Readonly<Record<string, number>>;
}>;

/** A name by which documents are grouped, with its part of an address. */
export type Term = Readonly<{ name: string; slug: string }>;

/** A title and a time known from a list, whether or not the document is here. */
export type CatalogueEntry = Readonly<{
  title: string;
  pieces: number | null;
  date: WallClock;
  /** The source file whose list names it. */
  file: string;
  line: number;
}>;

/** A block of a body. Of a passage it holds the flow alone, which has all its words. */
export type BodyBlock = Paragraph | PlacedHeading | Omit<Passage, 'text' | 'units'>;

/** Where and when a document may be seen. Wall-clock times such as `2024-08-07T00:00:00`. */
export type Publication = Readonly<{
  /** Whether its front matter says its identifier: it is then not changed. */
  hasOwnId: boolean;
  draft: boolean;
  /** Whether its fields give readers its originals; null where they do not say. */
  original: boolean | null;
  /** Whether it is nothing without its original: a scan. */
  needsOriginal: boolean;
  publish: string | null;
  expires: string | null;
  /** Why and when it was taken back; null where it was not. */
  withdrawn: Readonly<{ reason: string; date: WallClock | null; successor: string | null }> | null;
}>;

/**
 * A document: what was read of a file and understood of its text. Plain data without HTML. It lives until it is
 * stored, in the parts that follow.
 */
export type Document = Readonly<{
  id: string;
  /** The source file's path below `content/`. */
  file: string;
  /** SHA-256 of the source file's bytes, in hexadecimal digits. */
  sha256: string;
  /** Title without the stated number of pieces. */
  title: string;
  /** Number of texts in a collection 合集, as its title or front matter states it. */
  statedPieces: number | null;
  pieces: readonly PieceEntry[];
  /**
   * How the title is read: an entry for each Chinese character in pinyin (lower case without tones,
   * ü as v, with a bar between several readings), and for each Latin word and number.
   */
  pinyin: readonly string[];
  kind: Term;
  documentNumber: string | null;
  /** The meetings that it is the record of: none, one or more. */
  meetings: readonly MeetingSummary[];
  quiz: QuizSummary | null;
  date: WallClock | null;
  updated: WallClock | null;
  /** Other dates that the text states of itself, with what was done on them: 公布, 修订. */
  otherDates: readonly OtherDate[];
  tags: readonly Term[];
  /** Bodies that issued it, in the order in which it names them; several of one that is issued jointly 联合发文. */
  organisations: readonly Term[];
  speaker: Term | null;
  occasion: string | null;
  place: string | null;
  source: string | null;
  views: number | null;
  popular: boolean;
  excerpt: string;
  /** Characters of the text, white space not counted. */
  characters: number;
  /** Words of one that is written in words, as English is; null of all others. */
  words: number | null;
  /** Places where something was left out: ××. */
  placeholders: number;
  /** Whether the text breaks off in mid-sentence at its end. */
  cutOff: boolean;
  aliases: readonly string[];
  /** Keys of the documents that it cites, each once (`citations/citations.ts`). */
  citations: readonly string[];
  /** It has the articles from the first to this one; 0 where it has none. */
  articles: number;
  links: readonly ContentLink[];
  /** Files that it was read from, and other forms of it, which readers get. */
  originals: readonly Original[];
  /** Front matter that Guidang does not know, as written, for templates. */
  fields: Readonly<Record<string, unknown>>;
  publication: Publication;
  /** What its pages show as its text: not the title, nor what was set aside. */
  blocks: readonly BodyBlock[];
  /** What its page does not show among the text, and can open. */
  asides: readonly Aside[];
  /** The questions of a quiz, to which paragraphs belong. */
  questions: readonly Pick<Question, 'type' | 'answer'>[];
  /** By which shared passages are found; null where that is switched off. */
  fingerprints: Fingerprints | null;
  /** Pairs of characters by which related documents are found. */
  sample: Uint32Array;
  /** The lines of the body for searches, deflated; null where the site cannot be searched. */
  searchText: Uint8Array | null;
}>;

/** What only its own pages, and what is downloaded from them, need of a document. */
export type Body = Pick<Document, 'blocks' | 'asides' | 'questions'>;

/** What only the comparison with other documents needs, and searches. */
type Compared = Pick<Document, 'fingerprints' | 'sample' | 'searchText'>;

/** What the archive has at hand of each document. It can cross threads and be kept in a cache. */
export type Summary = Omit<Document, keyof Body | keyof Compared | 'publication'>;
