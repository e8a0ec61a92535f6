import type { DifferenceRow } from '#archive/compare/differences.ts';
import type { QuizSummary } from '#document/document.ts';
import type { Language } from '#languages/language.ts';
import type { FacetPanelView } from './facet-panel.ts';
import type { Link, PageView } from './frame.ts';
import type { DateView, LineView, PopularLineView } from './lines.ts';
import type { MeetingLineView, MeetingView } from './meeting-view.ts';
import type { OutlineNode } from './outline-view.ts';
import type { PaginationView } from './pagination.ts';
import type { DurationView, Length } from './reading-view.ts';
import type { RelatedView, SeriesView } from './related-view.ts';
import type { RelationsView } from './relations.ts';
import type { TimelineRow } from './timeline-view.ts';

/*
 * What each template is given: its name decides the type. `templates/README.md` tells it to those who write
 * templates of their own, and a test holds the two together.
 */

/** What every page of the layout gets. */
type OfEveryPage = Readonly<{ page: PageView; text: Language['interface'] }>;

type OfHeading = OfEveryPage & Readonly<{ heading: string }>;

/** A link with the number of what it leads to. */
type CountView = Link & Readonly<{ count: number }>;

/** The parts of a document's page that tell of the document itself. */
type DocumentView = RelationsView &
  Readonly<{
    id: string;
    kindId: string;
    kind: Link;
    title: string;
    pieces: number | null;
    pieceList: readonly (Link & Length)[];
    documentNumber: string | null;
    meeting: MeetingView | null;
    /** Of a document that is the record of several; empty of any other. */
    meetings: readonly MeetingView[];
    quiz: QuizSummary | null;
    placeholders: number;
    date: DateView | null;
    /** When its meeting was held, where that is another day. */
    held: DateView | null;
    updated: DateView | null;
    otherDates: readonly Readonly<{ date: DateView | null; act: string }>[];
    tags: readonly Link[];
    organisations: readonly Link[];
    speaker: Link | null;
    occasion: string | null;
    place: string | null;
    source: string | null;
    views: number | null;
    characters: number;
    words: number | null;
    cutOff: boolean;
    duration: DurationView | null;
    fields: Readonly<Record<string, unknown>>;
    sha256: string;
    /** Files of it that readers get. */
    originals: readonly OriginalView[];
    /** What is told of a text whose file looks otherwise than its page. */
    readFrom: string | null;
    outline: readonly OutlineNode[];
    asides: readonly string[];
    /** HTML. */
    body: string;
  }>;

/** A file of a document; its size for people. */
export type OriginalView = Link & Readonly<{ size: string; sha256: string; isPicture: boolean }>;

/** One side of two documents that are compared. */
type SideView = Link & Readonly<{ date: DateView | null; organisation: string | null }>;

/** The list of popular documents, rendered once for all pages that show it. */
export type PopularView = Readonly<{
  /** Whether times are shown as far as they are known. */
  isPrecise: boolean;
  text: Language['interface'];
  popular: readonly PopularLineView[];
}>;

export type Views = Readonly<{
  'home.njk': OfEveryPage &
    Readonly<{
      total: number;
      /** The first year and the last. */
      extent: Readonly<{ from: string; to: string }> | null;
      /** Queries to try. */
      examples: readonly Link[];
      popular: readonly PopularLineView[];
      /** With their bodies or who speaks. */
      latest: readonly (LineView & Readonly<{ by: string | null }>)[];
      kinds: readonly CountView[];
      decades: readonly Readonly<{ title: string; years: readonly CountView[] }>[];
      organisations: readonly CountView[];
    }>;
  'document.njk': OfEveryPage &
    Readonly<{
      document: DocumentView;
      newer: LineView | null;
      older: LineView | null;
      sameKind: readonly LineView[];
      related: readonly RelatedView[];
      /** What it cites of the archive, and what cites it. */
      cited: readonly LineView[];
      citing: readonly LineView[];
      series: SeriesView | null;
      tools: string;
      citation: string;
      /** HTML. */
      popular: string;
    }>;
  'piece.njk': OfEveryPage &
    Readonly<{
      collection: Link;
      piece: Readonly<{
        number: number;
        count: number;
        title: string;
        characters: number;
        words: number | null;
        anchor: string;
      }>;
      documentId: string;
      kindId: string;
      date: DateView | null;
      duration: DurationView | null;
      tools: string;
      citation: string;
      outline: readonly OutlineNode[];
      /** HTML. */
      body: string;
      previous: Link | null;
      next: Link | null;
    }>;
  'meetings.njk': OfHeading &
    Readonly<{
      total: number;
      meetings: readonly MeetingLineView[];
      organisations: readonly CountView[];
      calendars: readonly Link[];
      /** Address. */
      resolutions: string;
      pagination: PaginationView | null;
    }>;
  'calendar.njk': OfHeading &
    Readonly<{
      weekdays: readonly string[];
      months: readonly Readonly<{
        title: string;
        /** An item for each day of the week before the first. */
        before: readonly unknown[];
        days: readonly Readonly<{
          day: number;
          anchor: string | null;
          label: string;
          count: number;
        }>[];
      }>[];
      meetings: readonly (Link &
        Readonly<{
          id: string | null;
          day: string | null;
          sort: string | null;
          organisation: string | null;
        }>)[];
      years: readonly (Link & Readonly<{ current: boolean }>)[];
    }>;
  'search.njk': OfEveryPage & Readonly<{ words: string; lists: readonly Link[] }>;
  'resolutions.njk': OfHeading &
    Readonly<{
      total: number;
      records: readonly (Link &
        Readonly<{
          date: string | null;
          organisation: string | null;
          resolutions: readonly Readonly<{ text: string; url: string }>[];
        }>)[];
      pagination: PaginationView | null;
    }>;
  'differences.njk': OfHeading &
    Readonly<{
      older: SideView;
      newer: SideView;
      changed: number;
      rows: readonly DifferenceRow[];
    }>;
  'list.njk': OfHeading &
    Readonly<{
      total: number;
      /** What the archive says of the body or the person whose documents they are. */
      facts: readonly Readonly<{ label: string; value: string }>[];
      /** Address. */
      titleIndex: string | null;
      documents: readonly LineView[];
      facets: FacetPanelView;
      pagination: PaginationView | null;
    }>;
  'terms.njk': OfHeading &
    Readonly<{
      total: number;
      sections: readonly Readonly<{ letter: string | null; groups: readonly CountView[] }>[];
    }>;
  'years.njk': OfHeading &
    Readonly<{
      timeline: readonly TimelineRow[];
      years: readonly (CountView &
        Readonly<{
          months: readonly Readonly<{ title: string; url: string | null; count: number }>[];
        }>)[];
    }>;
  'popular.njk': OfHeading & Readonly<{ popular: readonly PopularLineView[] }>;
  'about.njk': OfHeading & Readonly<{ outline: readonly OutlineNode[]; body: string }>;
  'not-found.njk': OfHeading & Readonly<{ links: readonly Link[] }>;
  'withdrawn.njk': OfEveryPage &
    Readonly<{
      document: Readonly<{
        title: string;
        reason: string;
        date: DateView | null;
        isDated: boolean;
        withdrawnOn: DateView | null;
        successor: Link | null;
      }>;
    }>;
  'redirect.njk': OfEveryPage & Readonly<{ target: Link & Readonly<{ canonical: string }> }>;
  'partials/popular-list.njk': PopularView;
}>;

/** The name of a template that emitters render. */
export type TemplateName = keyof Views;
