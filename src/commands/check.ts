import { Command, Option } from 'commander';
import type { CheckOptions } from './check-archive.ts';
import { sharedOptions } from './options.ts';

/** Options of a build that mean something without one. */
const shared = ['content', 'config', 'now', 'drafts', 'cache', 'jobs', 'lang'];

/** `guidang check` */
export function checkCommand(): Command {
  const command = new Command('check').description(
    'tell what the archivist should look at, and publish nothing',
  );
  for (const option of sharedOptions) {
    if (shared.includes(option.attributeName())) command.addOption(option);
  }
  command.addOption(new Option('--json', 'one JSON object on standard output in place of words'));
  command.addOption(
    new Option('--sarif', 'the findings as SARIF 2.1.0 on standard output').conflicts('json'),
  );
  return command.action(async (options: CheckOptions) => {
    // What reads documents is loaded where it is asked for
    const { checkArchive } = await import('./check-archive.ts');
    await checkArchive(options);
  });
}
