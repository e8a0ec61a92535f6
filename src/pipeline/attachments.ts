import type { CopiedFile } from '#archive/archive.ts';
import { type Diagnostic, hasErrors, warning } from '#diagnostics/diagnostic.ts';
import type { Publication } from '#document/document.ts';
import { formatOf } from '#formats/index.ts';
import type { Site } from '#site/site.ts';
import type { StoredReading } from '#store/stored-reading.ts';
import { filesOfNavigation } from './choose-files.ts';

/** Readings that are documents, and files that are attachments or other forms of documents. */
export type Divided = Readonly<{
  documents: readonly StoredReading[];
  /** Those that may be published where a document leads to them. */
  files: readonly CopiedFile[];
  /** Those that may not, whoever leads to them. */
  held: readonly string[];
  diagnostics: readonly Diagnostic[];
}>;

/** What readings are divided by. */
export type Division = Readonly<{
  /** The files of all readings, by path. */
  sources: ReadonlyMap<string, CopiedFile>;
  /** For the path of each other form of a document, that of the document. */
  originals: ReadonlyMap<string, string>;
  /** The navigation may lead to a file. */
  navigation: Site['navigation'];
  /** Whether a document is not to be seen now. */
  isWithheld: (publication: Publication) => boolean;
}>;

/**
 * A file of an office that some document leads to is an attachment of that, published with it or not at all, and no
 * document of its own. It does not matter whether the document is to be seen, or can be read. What says of itself that
 * it is not to be seen, what cannot be read and what holds more than it shows is not published.
 */
export function divideReadings(readings: readonly StoredReading[], division: Division): Divided {
  const { originals, sources, navigation, isWithheld } = division;
  const isOffice = ({ file }: StoredReading) => formatOf(file)?.mayBeAttached === true;
  if (!readings.some((each) => isOffice(each) || originals.has(each.file)))
    return { documents: readings, files: [], held: [], diagnostics: [] };
  const leads = [...readings.flatMap(leadsTo), ...filesOfNavigation(navigation).map(keyOf)];
  const targets = new Set(leads);
  const named = readings.flatMap(({ document, names }) =>
    document === null ? names.map(keyOf) : [],
  );
  const isLinked = ({ file }: StoredReading) => {
    const name = keyOf(file.slice(file.lastIndexOf('/') + 1));
    return targets.has(keyOf(file)) || named.some((words) => words.endsWith(name));
  };
  const documents: StoredReading[] = [];
  const files: CopiedFile[] = [];
  const held: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const reading of readings) {
    const { file } = reading;
    const isOriginal = originals.has(file);
    // A scan of which somebody has written what it is has a page, to which links lead
    const isScan = reading.document?.publication.needsOriginal === true;
    const isLed = !isScan && (isOriginal || isOffice(reading)) && isLinked(reading);
    if (!isOriginal && !isLed) {
      documents.push(reading);
      continue;
    }
    const holding = findHolding(reading, isWithheld);
    const source = sources.get(file);
    if (holding === null && source !== undefined) files.push(source);
    else held.push(file);
    // Of what nobody gets nobody needs to hear
    if (isLed) diagnostics.push(...(holding ?? []), ...notesOn(reading));
  }
  return { documents, files, held, diagnostics };
}

/** What only tells that nobody could look into a file. */
const unreadable: ReadonlySet<string> = new Set([
  'unreadable-format',
  'not-converted',
  'no-placed-text',
]);

/** Pages of the web run in the browser of whoever opens them. */
const active = /\.x?html?$/i;

/** What keeps a file from being published, for its keepers; null where nothing does. */
function findHolding(
  { file, document, diagnostics, asides, publication: unread }: StoredReading,
  isWithheld: Division['isWithheld'],
): Diagnostic[] | null {
  const errors = diagnostics.filter((each) => hasErrors([each]) && !unreadable.has(each.rule));
  if (errors.length > 0) return errors;
  const publication = document?.publication ?? unread ?? undefined;
  if (active.test(file)) return [];
  if (publication !== undefined && (isWithheld(publication) || publication.withdrawn !== null))
    return [];
  const reveals =
    diagnostics.some(({ rule }) => rule === 'word-changes') ||
    asides.some(({ kind }) => kind === 'redaction');
  if (!reveals || publication?.original === true) return null;
  return [warning({ says: 'original-held' }, { place: { file } })];
}

/** What keepers should know of a file that readers get. */
function notesOn({ file, diagnostics }: StoredReading): Diagnostic[] {
  const isUnread = diagnostics.some((each) => hasErrors([each]) && unreadable.has(each.rule));
  const ofPrivacy = diagnostics.filter((each) => {
    return each.rule.startsWith('privacy') && !hasErrors([each]);
  });
  const unread = isUnread ? [warning({ says: 'unexamined' }, { place: { file } })] : [];
  return [...unread, ...ofPrivacy];
}

/** Names are alike whatever their case and the strokes between folders. */
function keyOf(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/(^|\/)(?:\.\/)+/g, '$1')
    .normalize('NFC')
    .toLowerCase();
}

function leadsTo({ file, document }: StoredReading): string[] {
  const links = document?.summary.links ?? [];
  return links
    .flatMap(({ target, whole }) => (whole === null ? [target] : [target, whole]))
    .filter((target) => target !== file)
    .map(keyOf);
}
