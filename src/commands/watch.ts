import { stripVTControlCharacters } from 'node:util';
import { Command, InvalidArgumentError, Option } from 'commander';
import { programKey } from '#changes/program.ts';
import type { Catalogue } from '#diagnostics/catalogue.ts';
import { prepareBrowserAssets } from '#pipeline/browser-assets.ts';
import { startStopwatch } from '#pipeline/stopwatch.ts';
import { openCache } from '#store/cache.ts';
import type { BuildReport } from '#store/report.ts';
import { tell } from './build.ts';
import { chooseCatalogue } from './language.ts';
import { type CommandOptions, cacheFolder, sharedOptions, toBuildOptions } from './options.ts';
import { formatProblem } from './report.ts';

const usualPort = 4173;

/** `guidang watch` */
export function watchCommand(): Command {
  const command = new Command('watch').description(
    'build, serve the site on 127.0.0.1, and build again after each change',
  );
  for (const option of sharedOptions) command.addOption(option);
  const port = new Option('--port <number>', 'port of the preview; a free one where it is taken');
  command.addOption(port.argParser(readPort).default(usualPort));
  return command.action(async (options: CommandOptions & { port: number }) => {
    // What serves and watches is loaded where it is asked for
    const { openWatch } = await import('#preview/preview.ts');
    const catalogue = chooseCatalogue(options);
    const browserAssets = await prepareBrowserAssets();
    const shared = toBuildOptions(options);
    const watch = await openWatch(
      {
        ...shared,
        browserAssets,
        keepsLast: true,
        onProgress: () => {},
        stopwatch: startStopwatch(),
      },
      openCache(cacheFolder(options, shared.folders), programKey(), true),
      options.port,
      {
        report: (report) => tell(report, options),
        format: (report) => formatErrors(report, catalogue),
        heading: catalogue.report.brokenBuild,
      },
    );
    if (options.json === true) console.log(JSON.stringify({ url: watch.url }));
    else console.log(catalogue.report.preview(watch.url));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void watch.close().then(() => process.exit(0)));
    }
  });
}

function readPort(written: string): number {
  const port = Number(written);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new InvalidArgumentError('expected a number from 0 to 65535');
}

function formatErrors({ problems }: BuildReport, catalogue: Catalogue): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  return stripVTControlCharacters(
    errors.map((each) => formatProblem(each, catalogue)).join('\n\n'),
  );
}
