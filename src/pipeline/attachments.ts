import type { CopiedFile } from '#archive/archive.ts';
import { formatOf } from '#formats/index.ts';
import type { Site } from '#site/site.ts';
import { withholdingRules } from '#source/reading.ts';
import type { StoredReading } from '#store/stored-reading.ts';
import { filesOfNavigation } from './choose-files.ts';

/** Readings that are documents, and files that are attachments of others. */
export type Divided = Readonly<{
  documents: readonly StoredReading[];
  attachments: readonly CopiedFile[];
  /** Of those alone that say that they are not to be seen. */
  withheld: readonly StoredReading[];
}>;

/**
 * A file of an office that some document leads to is an attachment of that, published with it or not at all, and no
 * document of its own. It does not matter whether the document is to be seen, or can be read.
 *
 * @param sources the files of all readings, by path
 * @param navigation of the site, which may lead to a file
 */
export function divideReadings(
  readings: readonly StoredReading[],
  sources: ReadonlyMap<string, CopiedFile>,
  navigation: Site['navigation'],
): Divided {
  if (!readings.some(({ file }) => mayBeAttached(file)))
    return { documents: readings, attachments: [], withheld: [] };
  const targets = new Set([...readings.flatMap(leadsTo), ...filesOfNavigation(navigation)]);
  const isAttached = ({ file }: StoredReading) => mayBeAttached(file) && targets.has(file);
  const attached = readings.filter(isAttached);
  const isWithheld = ({ diagnostics }: StoredReading) =>
    diagnostics.some(({ rule }) => withholdingRules.has(rule));
  return {
    documents: readings.filter((reading) => !isAttached(reading)),
    attachments: attached
      .filter((reading) => !isWithheld(reading))
      .flatMap(({ file }) => sources.get(file) ?? []),
    withheld: attached.filter(isWithheld),
  };
}

function mayBeAttached(file: string): boolean {
  return formatOf(file)?.mayBeAttached === true;
}

function leadsTo({ file, document, names }: StoredReading): string[] {
  const targets = document === null ? names : document.summary.links.map(({ target }) => target);
  return targets.filter((target) => target !== file);
}
