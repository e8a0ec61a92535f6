import { Command } from 'commander';
import type { AdoptOptions } from './adopt-files.ts';
import { languageOption } from './language.ts';

/** `guidang adopt FILE…` */
export function adoptCommand(): Command {
  return new Command('adopt')
    .description(
      'write the texts of Word, PDF and other files as Markdown beside them, to be edited',
    )
    .argument('<file...>', 'files below the content folder, such as content/2024/report.docx')
    .option('--content <folder>', 'the content folder (default: content)')
    .option('--config <file>', 'configuration (default: site.config.yaml beside the content)')
    .addOption(languageOption)
    .action(async (files: readonly string[], options: AdoptOptions) => {
      // What reads documents is loaded where it is asked for
      const { adoptFiles } = await import('./adopt-files.ts');
      await adoptFiles(files, options);
    });
}
