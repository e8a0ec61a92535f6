import { Command, Option } from 'commander';
import type { NamesOptions } from './names-of-archive.ts';
import { sharedOptions } from './options.ts';

const shared = ['content', 'config', 'cache', 'jobs', 'lang', 'json'];

/** `guidang names` */
export function namesCommand(): Command {
  const command = new Command('names').description(
    'propose which names of bodies and people are one, and write what is agreed',
  );
  for (const option of sharedOptions) {
    if (shared.includes(option.attributeName())) command.addOption(option);
  }
  command.addOption(
    new Option(
      '--agree <keys>',
      'write the proposals of these keys, such as 3fa2,91bc, or all, to authority.csv',
    ),
  );
  return command.action(async (options: NamesOptions) => {
    // What reads documents is loaded where it is asked for
    const { tellNames } = await import('./names-of-archive.ts');
    await tellNames(options);
  });
}
