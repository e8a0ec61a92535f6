import type { Emitter } from './emitter.ts';
import { assets } from './feeds/assets.ts';
import { copiedFiles } from './feeds/copied-files.ts';
import { feed } from './feeds/feed.ts';
import { robots } from './feeds/robots.ts';
import { searchFiles } from './feeds/search-files.ts';
import { sitemap } from './feeds/sitemap.ts';
import { about } from './pages/about.ts';
import { differences } from './pages/differences.ts';
import { documentList } from './pages/document-list.ts';
import { documentPages } from './pages/document-pages.ts';
import { home } from './pages/home.ts';
import { meetingCalendar } from './pages/meeting-calendar.ts';
import { meetings } from './pages/meetings.ts';
import { notFound } from './pages/not-found.ts';
import { pieces } from './pages/pieces.ts';
import { popular } from './pages/popular.ts';
import { redirects } from './pages/redirects.ts';
import { resolutions } from './pages/resolutions.ts';
import { search } from './pages/search-page.ts';
import { kinds, organisations, speakers, tags } from './pages/terms.ts';
import { titles } from './pages/titles.ts';
import { tombstones } from './pages/tombstones.ts';
import { years } from './pages/years.ts';

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
