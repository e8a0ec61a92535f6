import type { Switches } from '#document/switches.ts';
import type { Locale } from '#languages/index.ts';
import type { CheckLevels } from './check-rules.ts';
import type { Zone } from './zone.ts';

/** What becomes of numbers and addresses of persons that are found in texts. */
export type PrivacyMode = 'off' | 'warn' | 'error' | 'redact';

/** An entry of the navigation: `page` is an address below the site's root, or a whole URL. */
type NavigationItem = Readonly<{ title: string; page: string }>;

/** The site's configuration with every default filled in. */
export type Site = Readonly<{
  title: string;
  description: string;
  /** Scheme and host without a path, such as `https://archive.example`. */
  origin: string;
  /** The path below which the site is published; begins and ends with `/`. */
  basePath: string;
  locale: Locale;
  zone: Zone;
  /** Documents on one page of a list. */
  pageSize: number;
  /** null: the built-in navigation. */
  navigation: readonly NavigationItem[] | null;
  popular: Readonly<{ count: number }>;
  feed: Readonly<{ count: number }>;
  footer: string;
  /** Paths below `content/` that are published as they are, whether or not a document links them. */
  publish: readonly string[];
  /** Whether readers get the files of offices that documents were read from. */
  originals: 'keep' | 'publish';
  /** Paths below `content/` of lists that give files their fields. */
  lists: readonly string[];
  /** Characters a minute. */
  rates: Readonly<{ reading: number; speaking: number }>;
  /** Whether the site can be searched. */
  search: boolean;
  privacy: PrivacyMode;
  check: CheckLevels;
  /** What is read from texts where front matter does not say it. */
  understand: Switches;
  /** Wall-clock time against which `publish` and `expires` are judged: `2024-08-07T09:23:21`. */
  now: string;
}>;
