import { Option } from 'commander';
import type { BuildOptions } from '#build/build.ts';
import { resolveFolders } from '#build/folders.ts';

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
  new Option('--verbose', 'also tell the encoding of each file and each file that changed'),
  new Option('--quiet', 'only tell problems').conflicts('verbose'),
  new Option('--json', 'one JSON object on standard output in place of words'),
];

/** What the build needs of the command line; paths are taken from the current folder. */
export function toBuildOptions(options: CommandOptions): Omit<BuildOptions, 'onProgress'> {
  const { siteUrl, basePath, now } = options;
  return {
    folders: resolveFolders(options, process.cwd()),
    overrides: {
      ...(siteUrl === undefined ? {} : { siteUrl }),
      ...(basePath === undefined ? {} : { basePath }),
      ...(now === undefined ? {} : { now }),
    },
    drafts: options.drafts ?? false,
    configNamed: options.config !== undefined,
  };
}
