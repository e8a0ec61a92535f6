import type { Archive } from '#archive/archive.ts';
import { languageOf } from '#languages/index.ts';
import type { Language } from '#languages/language.ts';
import type { Site } from '#site/site.ts';
import { readingWords } from './reading-words.ts';

export type Link = Readonly<{ title: string; url: string }>;

/** An address as emitters plan it: a path below the site's root, or a whole URL. */
export type Destination = Readonly<{ title: string; page: string }>;

/** What every page of the site is given. Plain data, the same for all of them. */
export type Frame = Readonly<{
  title: string;
  description: string;
  language: string;
  /** Address of the home page, ending in `/`. */
  address: string;
  basePath: string;
  footer: string;
  navigation: readonly Destination[];
  /** Whether the site can be searched. */
  search: boolean;
  /** Characters a minute. */
  rates: Readonly<{ reading: number; speaking: number }>;
  text: Language['interface'];
  /** Words within documents' texts that are not their own. */
  words: Language['body'];
  /** What the tools of a text say, as their script reads it. */
  tools: string;
}>;

/** What `layout.njk` needs of a page. */
export type PageView = Readonly<{
  language: string;
  title: string;
  siteTitle: string;
  siteDescription: string;
  description: string;
  /** The page's address on the web. */
  canonical: string;
  /** Leads from the page to the site's root: `../../`, or empty. */
  root: string;
  navigation: readonly Readonly<{ title: string; url: string; current: boolean }>[];
  breadcrumbs: readonly Link[];
  footer: string;
  isHome: boolean;
  /** Address of the search page; null where the site cannot be searched. */
  search: string | null;
}>;

export type PageOptions = Readonly<{
  path: string;
  title: string;
  description?: string;
  /** The page of the navigation that this one belongs to. */
  section?: string;
  breadcrumbs?: readonly Destination[];
  /** In place of a relative way to the root, for pages that are served at any address. */
  root?: string;
}>;

export function frameOf(archive: Archive, site: Site): Frame {
  const { interface: text, body: words } = languageOf(site.locale);
  return {
    title: site.title,
    description: site.description,
    language: site.locale,
    address: site.origin + site.basePath,
    basePath: site.basePath,
    footer: site.footer,
    navigation: site.navigation ?? builtInNavigation(archive, text),
    search: archive.search !== null,
    rates: site.rates,
    text,
    words,
    tools: readingWords(text),
  };
}

/** Where the search page lies, below the site's root. */
export const searchPage = 'search/index.html';

function builtInNavigation(archive: Archive, text: Language['interface']): Destination[] {
  const sections: [boolean, string, string][] = [
    [archive.popular.length > 0, text.popular, 'popular/'],
    [true, text.documents, 'documents/'],
    [archive.kinds.length > 0, text.kinds, 'kinds/'],
    [archive.years.length > 0, text.years, 'years/'],
    [archive.organisations.length > 0, text.organisations, 'organisations/'],
    [archive.speakers.length > 0, text.speakers, 'speakers/'],
    [archive.documents.some(({ meetings }) => meetings.length > 0), text.meetings, 'meetings/'],
    [archive.tags.length > 0, text.tags, 'tags/'],
    [archive.about !== null, text.about, 'about/'],
  ];
  return sections.filter(([shown]) => shown).map(([, title, page]) => ({ title, page }));
}

/**
 * The address of a page as seen from another. It names `index.html`, so that it also works
 * from `file://`, where no server does.
 */
export function urlOf(page: string, root: string): string {
  if (plainPage.test(page)) return `${root}${page}${page.endsWith('/') ? 'index.html' : ''}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(page)) return page;
  const [path = '', fragment = ''] = page.replace(/^\//, '').split(/(?=#)/, 2);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return root + encodePath(file) + fragment;
}

/** Nearly all addresses are of this form, and need no encoding. */
const plainPage = /^[a-z0-9][\w./-]*$/i;

/** A path as addresses have it. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** `../` for each folder that an output lies in. */
export function rootFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** A page's path as people see it in the address bar. */
export function addressPath(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1');
}

export function pageView(frame: Frame, options: PageOptions): PageView {
  const { path, title } = options;
  const root = options.root ?? rootFrom(path);
  const { address, navigation, text } = frame;
  const trail = [{ title: text.home, page: '' }, ...(options.breadcrumbs ?? [])];
  return {
    language: frame.language,
    title,
    siteTitle: frame.title,
    siteDescription: frame.description,
    description: options.description || frame.description || `${title} · ${frame.title}`,
    canonical: address + encodePath(addressPath(path)),
    root,
    navigation: navigation.map((item) => ({
      title: item.title,
      url: urlOf(item.page, root),
      current: item.page === options.section,
    })),
    breadcrumbs: trail.map((item) => ({ title: item.title, url: urlOf(item.page, root) })),
    footer: frame.footer,
    isHome: path === 'index.html',
    search: frame.search ? `${root}${searchPage}` : null,
  };
}
