import { Command, Option } from 'commander';
import type { ExplainOptions } from './explain-files.ts';
import { languageOption } from './language.ts';

/** `guidang explain FILE…` */
export function explainCommand(): Command {
  return new Command('explain')
    .description('tell what is understood of documents, and why')
    .argument('<file...>', 'documents, such as talk.txt')
    .addOption(new Option('--json', 'one JSON object a line (docs/explain.schema.json)'))
    .addOption(new Option('--config <file>', 'configuration (default: site.config.yaml, if any)'))
    .addOption(languageOption)
    .action(async (files: readonly string[], options: ExplainOptions) => {
      // What reads documents is loaded where it is asked for
      const { explainFiles } = await import('./explain-files.ts');
      await explainFiles(files, options);
    });
}
