import { about } from './about.ts';
import { assets } from './assets.ts';
import { copiedFiles } from './copied-files.ts';
import { differences } from './differences.ts';
import { documentList } from './document-list.ts';
import { documentPages } from './document-pages.ts';
import type { Emitter } from './emitter.ts';
import { feed } from './feed.ts';
import { home } from './home.ts';
import { meetings } from './meetings.ts';
import { notFound } from './not-found.ts';
import { pieces } from './pieces.ts';
import { popular } from './popular.ts';
import { redirects } from './redirects.ts';
import { resolutions } from './resolutions.ts';
import { robots } from './robots.ts';
import { sitemap } from './sitemap.ts';
import { kinds, organisations, speakers, tags } from './terms.ts';
import { years } from './years.ts';

/** Everything that Guidang publishes. A feature is one file and one line here. */
export const emitters: readonly Emitter<unknown>[] = [
  home,
  documentPages,
  pieces,
  differences,
  documentList,
  popular,
  kinds,
  years,
  tags,
  organisations,
  speakers,
  meetings,
  resolutions,
  about,
  notFound,
  redirects,
  feed,
  sitemap,
  robots,
  copiedFiles,
  assets,
];
