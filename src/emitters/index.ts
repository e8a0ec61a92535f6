import { about } from './about.ts';
import { assets } from './assets.ts';
import { copiedFiles } from './copied-files.ts';
import { documentList } from './document-list.ts';
import { documentPages } from './document-pages.ts';
import type { Emitter } from './emitter.ts';
import { feed } from './feed.ts';
import { home } from './home.ts';
import { notFound } from './not-found.ts';
import { popular } from './popular.ts';
import { redirects } from './redirects.ts';
import { robots } from './robots.ts';
import { sitemap } from './sitemap.ts';
import { kinds, organisations, speakers, tags } from './terms.ts';
import { years } from './years.ts';

/** Everything that Guidang publishes. A feature is one file and one line here. */
export const emitters: readonly Emitter<unknown>[] = [
  home,
  documentPages,
  documentList,
  popular,
  kinds,
  years,
  tags,
  organisations,
  speakers,
  about,
  notFound,
  redirects,
  feed,
  sitemap,
  robots,
  copiedFiles,
  assets,
];
