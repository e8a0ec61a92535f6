import { about } from './about.ts';
import { assets } from './assets.ts';
import { copiedFiles } from './copied-files.ts';
import { differences } from './differences.ts';
import { documentList } from './document-list.ts';
import { documentPages } from './document-pages.ts';
import type { Emitter } from './emitter.ts';
import { feed } from './feed.ts';
import { home } from './home.ts';
import { meetingCalendar } from './meeting-calendar.ts';
import { meetings } from './meetings.ts';
import { notFound } from './not-found.ts';
import { pieces } from './pieces.ts';
import { popular } from './popular.ts';
import { redirects } from './redirects.ts';
import { resolutions } from './resolutions.ts';
import { robots } from './robots.ts';
import { searchFiles } from './search-files.ts';
import { search } from './search-page.ts';
import { sitemap } from './sitemap.ts';
import { kinds, organisations, speakers, tags } from './terms.ts';
import { titles } from './titles.ts';
import { tombstones } from './tombstones.ts';
import { years } from './years.ts';

/** The pages of a document that show its text. */
export const ownPages: readonly Emitter<unknown>[] = [documentPages, pieces];

/**
 * Everything that Guidang publishes. A feature is one file and one line here. Of two outputs for one
 * address the first is kept: what documents may ask for (files, former addresses) stands last. The sitemap
 * names the pages of those before it.
 */
export const emitters: readonly Emitter<unknown>[] = [
  home,
  documentPages,
  pieces,
  tombstones,
  differences,
  documentList,
  titles,
  popular,
  kinds,
  years,
  tags,
  organisations,
  speakers,
  meetings,
  meetingCalendar,
  resolutions,
  about,
  notFound,
  feed,
  search,
  searchFiles,
  robots,
  assets,
  sitemap,
  copiedFiles,
  redirects,
];
