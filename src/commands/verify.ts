import { Command, InvalidArgumentError } from 'commander';
import { type Catalogue, sentenceOf } from '#diagnostics/catalogue.ts';
import { makeVisible } from '#diagnostics/visible.ts';
import { resolveFolders } from '#output/folders.ts';
import {
  isWhole,
  type NotVerified,
  type Verification,
  verifyFolder,
  verifyHost,
} from '#output/verify.ts';
import { chooseCatalogue, languageOption } from './language.ts';

type VerifyOptions = {
  content?: string;
  output?: string;
  url?: string;
  json?: boolean;
  lang?: string;
};

/** `guidang verify`: exit code 0 all as the manifest says, 1 something is not, 2 nothing verified. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('verify the published files by manifest-sha256.txt')
    .option('--content <folder>', 'whose site is verified (default: content)')
    .option('--output <folder>', 'the folder (default: public beside the content folder)')
    .option(
      '--url <url>',
      'verify what a host serves at this address: by the manifest of --output, or else its own',
      readAddress,
    )
    .option('--json', 'one JSON object on standard output in place of words')
    .addOption(languageOption)
    .action(async (options: VerifyOptions) => {
      const { output } = resolveFolders(options, process.cwd());
      const { url } = options;
      const result =
        url === undefined
          ? verifyFolder(output)
          : await verifyHost(url, options.output === undefined ? null : output);
      tell(result, url ?? output, options.json === true, chooseCatalogue(options));
      process.exitCode = 'reason' in result ? 2 : isWhole(result) ? 0 : 1;
    });
}

function tell(
  result: Verification | NotVerified,
  place: string,
  asJson: boolean,
  catalogue: Catalogue,
): void {
  const { report } = catalogue;
  const reason = 'reason' in result ? sentenceOf(result.reason, catalogue).message : null;
  if (asJson) {
    console.log(JSON.stringify(reason === null ? result : { reason }));
    return;
  }
  if ('reason' in result) {
    console.error(makeVisible(report.notVerified(reason ?? '')));
    console.error(`    ${report.unverifiedHint}`);
    return;
  }
  const { files, missing, changed, extra, faultyLines } = result;
  for (const path of changed) console.log(makeVisible(report.changed(path)));
  for (const path of missing) console.log(makeVisible(report.missing(path)));
  for (const path of extra) console.log(makeVisible(report.extra(path)));
  for (const line of faultyLines) console.log(report.faultyLine(line));
  console.log(report.verified(place, files, changed.length, missing.length, extra.length));
  if (!isWhole(result)) console.log(report.publishAgain);
}

function readAddress(written: string): string {
  if (/^https?:$/.test(URL.parse(written)?.protocol ?? '')) return written;
  throw new InvalidArgumentError('expected an address such as https://archive.example.org/');
}
