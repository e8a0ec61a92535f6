import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { sentenceOf } from '#diagnostics/catalogue.ts';
import { type Folders, resolveFolders } from '#output/folders.ts';
import type { BuildOptions } from '#pipeline/build.ts';
import { chooseCatalogue, languageOption } from './language.ts';

/** The options that all commands share, as commander gives them. */
export type CommandOptions = {
  content?: string;
  templates?: string;
  output?: string;
  config?: string;
  siteUrl?: string;
  basePath?: string;
  now?: string;
  drafts?: boolean;
  verbose?: boolean;
  quiet?: boolean;
  json?: boolean;
  /** A folder, or false for none. */
  cache?: string | boolean;
  profile?: string | boolean;
  jobs?: number;
  wait?: number;
  adopt?: boolean;
  recordAddresses?: boolean;
  confined?: boolean;
  lang?: string;
};

export const sharedOptions: readonly Option[] = [
  new Option('--content <folder>', 'what to read (default: content)'),
  new Option('--output <folder>', 'where to write (default: public beside the content folder)'),
  new Option('--templates <folder>', 'your own templates (default: templates beside the content)'),
  new Option('--config <file>', 'configuration (default: site.config.yaml beside the content)'),
  new Option('--site-url <url>', 'where the site is published, in place of siteUrl'),
  new Option('--base-path <path>', 'path that the site is published below, in place of basePath'),
  new Option('--now <time>', 'judge publish and expires by this time, such as 2024-08-07T09:00:00'),
  new Option('--drafts', 'publish drafts, later and expired documents too'),
  new Option(
    '--cache <folder>',
    'what is kept for the next build (default: .guidang beside the configuration)',
  ),
  new Option('--no-cache', 'read and make everything anew, and keep nothing'),
  new Option(
    '--jobs <number>',
    'threads that work side by side (default: one for each core)',
  ).argParser(readJobs),
  new Option(
    '--adopt',
    'build among files that no build has written, and replace those in the way',
  ),
  new Option(
    '--wait <seconds>',
    'how long to wait for another build of the same output folder (default: 60)',
  ).argParser(readWait),
  new Option(
    '--profile [file]',
    'tell where the time goes; with a file also write a flame graph (.cpuprofile)',
  ),
  new Option('--verbose', 'also tell the encoding of each file and each file that changed'),
  new Option('--quiet', 'only tell problems').conflicts('verbose'),
  new Option('--json', 'one JSON object on standard output in place of words'),
  languageOption,
];

/** What the build needs of the command line; paths are taken from the current folder. */
export function toBuildOptions(
  options: CommandOptions,
): Omit<BuildOptions, 'onProgress' | 'browserAssets' | 'keepsLast' | 'stopwatch'> {
  const { siteUrl, basePath, now } = options;
  return {
    folders: resolveFolders(options, process.cwd()),
    overrides: {
      ...(siteUrl === undefined ? {} : { siteUrl }),
      ...(basePath === undefined ? {} : { basePath }),
      ...(now === undefined ? {} : { now }),
    },
    drafts: options.drafts ?? false,
    jobs: jobsOf(options),
    ...(options.wait === undefined ? {} : { patience: options.wait }),
    adopts: options.adopt ?? false,
    onWait: (message) =>
      options.json || console.error(sentenceOf(message, chooseCatalogue(options)).message),
    configNamed: options.config !== undefined,
  };
}

/** A confined build starts no thread unless it is told to: Node lets a thread out of the wall. */
export function jobsOf({ jobs, confined }: CommandOptions): number {
  return jobs ?? (confined === true ? 1 : availableParallelism());
}

/** Where a build keeps what the next one can use; null for nowhere. */
export function cacheFolder({ cache }: CommandOptions, { config }: Folders): string | null {
  if (cache === false) return null;
  if (typeof cache === 'string') return resolve(process.cwd(), cache);
  return join(dirname(config), '.guidang');
}

function readWait(written: string): number {
  const seconds = Number(written);
  if (written.trim() !== '' && seconds >= 0 && seconds <= 86_400) return seconds;
  throw new InvalidArgumentError('expected a number of seconds from 0 to 86400');
}

function readJobs(written: string): number {
  const jobs = Number(written);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 256) return jobs;
  throw new InvalidArgumentError('expected a number from 1 to 256');
}
