import type { MarkdownIt } from 'markdown-it';
import type { Diagnostic } from '#diagnostics/diagnostic.ts';
import type { WallClock } from '#document/dates/dates.ts';
import type { Switches } from '#document/switches.ts';
import type { Aside } from '#document/text/aside.ts';
import type { Understanding } from '#document/understand.ts';
import type { Locale } from '#languages/index.ts';
import type { Fold } from '#search/fold.ts';
import type { PrivacyMode } from '#site/site.ts';
import type { Zone } from '#site/zone.ts';
import type { Fields } from './fields.ts';
import type { Parsed } from './parse.ts';

/** What documents are read with. */
export type Reader = Readonly<{
  markdown: MarkdownIt;
  zone: Zone;
  switches: Switches;
  privacy: PrivacyMode;
  /** Language of the interface: what stands in place of redacted numbers is no word of the text. */
  locale: Locale;
  fold: Fold;
  /** Whether the site can be searched. */
  searched: boolean;
  /** Whether the notes of a check are asked for: where nothing is kept for one, nobody reads them. */
  checkNotes: boolean;
}>;

/** What understanding a text needs of that. */
export type Understander = Pick<Reader, 'zone' | 'switches' | 'privacy' | 'locale'>;

/** A source file with what was understood of it; `understood` is null where it could not be read. */
export type Explanation = Readonly<{
  parsed: Parsed;
  fields: Fields;
  unknown: Readonly<Record<string, unknown>>;
  /** The front matter's date, as the clocks of the archive show it. */
  date: WallClock | null;
  understood: Understanding | null;
  diagnostics: readonly Diagnostic[];
  /** What is not shown among the text, in its order. */
  asides: readonly Aside[];
}>;
