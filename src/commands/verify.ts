import { Command, InvalidArgumentError } from 'commander';
import { resolveFolders } from '#build/folders.ts';
import {
  isWhole,
  type NotVerified,
  type Verification,
  verifyFolder,
  verifyHost,
} from '#build/verify.ts';
import { makeVisible } from '#diagnostics/visible.ts';

type VerifyOptions = { content?: string; output?: string; url?: string; json?: boolean };

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
    .action(async (options: VerifyOptions) => {
      const { output } = resolveFolders(options, process.cwd());
      const { url } = options;
      const result =
        url === undefined
          ? verifyFolder(output)
          : await verifyHost(url, options.output === undefined ? null : output);
      tell(result, url ?? output, options.json === true);
      process.exitCode = 'reason' in result ? 2 : isWhole(result) ? 0 : 1;
    });
}

function tell(result: Verification | NotVerified, place: string, asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify(result));
    return;
  }
  if ('reason' in result) {
    console.error(makeVisible(`error nothing was verified: ${result.reason}`));
    console.error(
      '    Build the site, or name its folder with --output or its address with --url.',
    );
    return;
  }
  const { files, missing, changed, extra, faultyLines } = result;
  for (const path of changed) console.log(makeVisible(`changed: ${path}`));
  for (const path of missing) console.log(makeVisible(`missing: ${path}`));
  for (const path of extra) console.log(makeVisible(`extra: ${path}`));
  for (const line of faultyLines) console.log(`manifest-sha256.txt:${line} is not of its form`);
  const counts = `${changed.length} changed, ${missing.length} missing, ${extra.length} extra`;
  console.log(`${files} files named in the manifest of ${place}: ${counts}`);
  if (!isWhole(result)) console.log('Build the site again, or publish its folder again.');
}

function readAddress(written: string): string {
  if (/^https?:$/.test(URL.parse(written)?.protocol ?? '')) return written;
  throw new InvalidArgumentError('expected an address such as https://archive.example.org/');
}
