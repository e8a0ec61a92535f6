import type { CopiedFile, Withdrawn } from '#archive/archive.ts';
import type { Message } from '#diagnostics/catalogue.ts';
import { type Diagnostic, error } from '#diagnostics/diagnostic.ts';
import type { CatalogueEntry, Publication, Summary } from '#document/document.ts';
import { isPicture } from '#document/picture-files.ts';
import type { Fingerprints } from '#document/text/fingerprint.ts';
import { compareCodePoints } from '#document/text/order.ts';
import { titleKey } from '#document/title/title.ts';
import { stemOf } from '#formats/index.ts';
import type { Site } from '#site/site.ts';
import type { Authority } from '#source/authority.ts';
import type { Skipped } from '#source/discover.ts';
import { distinguish, type Named, type RecordedIdentifiers } from '#source/distinct-identifiers.ts';
import { toIdentifier } from '#source/identifier.ts';
import { nameOf } from '#source/identity.ts';
import { withholdingRules } from '#source/reading.ts';
import { tellUnknown } from '#source/roles.ts';
import type { PlacedAside } from '#store/report.ts';
import type { StoredParts } from '#store/stored-parts.ts';
import type { StoredReading } from '#store/stored-reading.ts';
import { rename, withNames, withOriginals, withWholeLinks } from './archived-document.ts';
import { divideReadings } from './attachments.ts';
import { checkAliases, checkLinks } from './check-links.ts';
import { chooseFiles, partsShown } from './choose-files.ts';
import { chooseOriginals } from './originals.ts';
import { withheld } from './withheld.ts';

/** What of the readings is published, and what becomes of the rest. */
export type Selection = {
  documents: Summary[];
  withdrawn: Withdrawn[];
  about: Summary | null;
  withdrawnAbout: Withdrawn | null;
  /** By id, as the following. */
  stored: Map<string, StoredParts>;
  fingerprints: Map<string, Fingerprints>;
  samples: Map<string, Uint32Array>;
  entries: CatalogueEntry[];
  /** Files that published documents link or show. */
  files: CopiedFile[];
  /** Paths of the others, which are not published. */
  unlinked: string[];
  /** What pages do not show among the text. */
  asides: PlacedAside[];
  skipped: Skipped[];
  diagnostics: Diagnostic[];
};

/** What a selection depends on beside the readings. */
type Options = Readonly<{
  now: string;
  drafts: boolean;
  recorded: RecordedIdentifiers;
  /** Entries of the navigation: one may lead to a file. */
  navigation: Site['navigation'];
  originals: Site['originals'];
}>;

/** Files below `content/` that are no documents. */
type OtherFiles = Readonly<{
  files: readonly CopiedFile[];
  named: readonly CopiedFile[];
  /** Those of documents, by path: what they show may stand within them. */
  sources: ReadonlyMap<string, CopiedFile>;
  /** Which names of bodies and people are one. */
  authority: Authority;
  /** Where and when those that have fields may be seen. */
  publications: ReadonlyMap<string, Publication>;
  /** For the path of each that is another form of a document, that of the document. */
  originals: ReadonlyMap<string, string>;
}>;

/** Tells which files are not to be seen by what they, their fields, lists and folders say, whoever leads to them. */
function openKept(
  readings: readonly StoredReading[],
  { publications }: OtherFiles,
  options: Options,
): (path: string) => boolean {
  const isClosed = (publication: Publication) =>
    withheld(publication, options) !== null || publication.withdrawn !== null;
  const kept = new Set<string>();
  for (const [path, publication] of publications) if (isClosed(publication)) kept.add(path);
  for (const { file, document, publication, diagnostics } of readings) {
    const own = document?.publication ?? publication;
    const isGraded = diagnostics.some(({ rule }) => withholdingRules.has(rule));
    if (isGraded || (own !== null && isClosed(own))) kept.add(file);
  }
  return (path) => kept.has(path);
}

/** Gives the document of a picture's name, if there is one. */
function openTexts({ sources }: OtherFiles): (picture: string) => string | null {
  const texts = new Map(
    [...sources.keys()].filter((path) => !isPicture(path)).map((path) => [stemOf(path), path]),
  );
  return (picture) => texts.get(stemOf(picture)) ?? null;
}

/** Gives the other forms of a document: files of its name, of which one may be its text, and pictures of it. */
function openForms(
  { files, originals }: OtherFiles,
  isKept: (path: string) => boolean,
): (file: string) => readonly CopiedFile[] {
  const forms = Map.groupBy(
    files.filter(({ path }) => (originals.has(path) || isPicture(path)) && !isKept(path)),
    ({ path }) => stemOf(path),
  );
  return (file) => forms.get(stemOf(file))?.filter(({ path }) => path !== file) ?? [];
}

const aboutFile = 'about.md';

function addAsides(all: PlacedAside[], { file, asides }: StoredReading): void {
  for (const aside of asides) all.push({ file, ...aside });
}

/** Leaves out what may not be seen yet or any more, and second documents at one address. */
export function select(
  all: readonly StoredReading[],
  found: OtherFiles,
  options: Options,
): Selection {
  const divided = divideReadings(all, {
    sources: found.sources,
    originals: found.originals,
    navigation: options.navigation,
    isWithheld: (publication) => withheld(publication, options) !== null,
  });
  const { documents: readings } = divided;
  const allFiles = [...found.files, ...divided.files].sort((a, b) =>
    compareCodePoints(a.path, b.path),
  );
  const others = { ...found, files: divided.files.length === 0 ? found.files : allFiles };
  const identifiers = distinguish(
    readings.flatMap((reading) => nameReading(reading, options)),
    options.recorded,
  );
  const selection: Selection = {
    documents: [],
    withdrawn: [],
    about: null,
    withdrawnAbout: null,
    stored: new Map(),
    fingerprints: new Map(),
    samples: new Map(),
    entries: [],
    files: [],
    unlinked: [],
    asides: [],
    skipped: [],
    diagnostics: [],
  };
  selection.diagnostics.push(...divided.diagnostics);
  for (const file of divided.held) {
    const document = found.originals.get(file);
    const reason: Message =
      document === undefined ? unreadable : { says: 'left-out/original', document };
    selection.skipped.push({ file, reason });
  }
  const isKept = openKept(readings, others, options);
  const formsOf = openForms(others, isKept);
  const originalFiles: CopiedFile[] = [];
  const owners = new Map<string, string>();
  const names = new Set([...others.files, ...others.named].map(({ path }) => path));
  for (const { file } of readings) names.add(file);
  for (const reading of readings) {
    const { file, document, entries, diagnostics } = reading;
    selection.diagnostics.push(...diagnostics);
    const reason = document === null ? unreadable : withheld(document.publication, options);
    if (document === null || reason !== null) {
      selection.skipped.push({ file, reason: reason ?? unreadable });
      continue;
    }
    const { body, text, fingerprints, sample } = document;
    const { withdrawn } = document.publication;
    const named = withWholeLinks(rename(document, reading.digest, identifiers), names);
    const own = chooseOriginals(
      reading,
      named.summary,
      others.sources,
      formsOf(file),
      options.originals,
    );
    selection.diagnostics.push(...own.diagnostics);
    const { summary, card, digest } = withNames(
      withOriginals(named, own.originals),
      others.authority,
    );
    if (file === aboutFile) {
      if (withdrawn !== null) {
        selection.withdrawnAbout = tombstoneOf(summary, withdrawn);
        selection.skipped.push({ file, reason: reasonOf(withdrawn) });
        continue;
      }
      addAsides(selection.asides, reading);
      const about = { ...summary, id: aboutFile };
      selection.about = about;
      selection.stored.set(aboutFile, { body, text, summary: about, digest, card });
      continue;
    }
    const owner = identifiers.holders.get(summary.id) ?? owners.get(summary.id);
    if (owner !== undefined && owner !== file) {
      selection.skipped.push({ file, reason: { says: 'left-out/address', owner } });
      selection.diagnostics.push(sameAddress(file, owner, summary.id));
      continue;
    }
    owners.set(summary.id, file);
    if (withdrawn !== null) {
      selection.withdrawn.push(tombstoneOf(summary, withdrawn));
      selection.skipped.push({ file, reason: reasonOf(withdrawn) });
      continue;
    }
    originalFiles.push(...own.files);
    selection.entries.push(...entries);
    addAsides(selection.asides, reading);
    selection.documents.push(summary);
    selection.stored.set(summary.id, { body, text, summary, digest, card });
    if (fingerprints !== null) selection.fingerprints.set(summary.id, fingerprints);
    selection.samples.set(summary.id, sample);
  }
  selection.entries = withoutWithdrawn(selection);
  const { files, unlinked } = chooseFiles(
    others.files,
    selection,
    options.navigation,
    others.originals,
    (path) => others.sources.has(path),
    openTexts(others),
    isKept,
  );
  const { about } = selection;
  const showing = about === null ? selection.documents : [...selection.documents, about];
  const parts = partsShown(showing, others.sources);
  const shown = new Set(files.map(({ path }) => path));
  const more = originalFiles.filter(({ path }) => !shown.has(path));
  selection.files = [...files, ...parts, ...more];
  for (const { path } of more) shown.add(path);
  selection.unlinked = unlinked.filter((path) => !others.originals.has(path) && !shown.has(path));
  for (const file of unlinked.filter((path) => !shown.has(path))) {
    const document = others.originals.get(file);
    if (document !== undefined)
      selection.skipped.push({ file, reason: { says: 'left-out/original', document } });
  }
  for (const file of selection.unlinked)
    selection.skipped.push({ file, reason: { says: 'left-out/unlinked' } });
  // A picture that is a document and is not to be seen leads to nothing
  const openFiles = others.files.filter(({ path }) => shown.has(path) || !others.sources.has(path));
  selection.diagnostics.push(
    ...checkAliases([...selection.documents, ...selection.withdrawn]),
    ...checkLinks(selection, readings, { ...others, files: [...openFiles, ...parts] }),
    ...tellUnknown(files),
  );
  return selection;
}

/** What a reading wants to be called: one that could not be read too, so that the others keep their names. */
function nameReading(
  { file, document }: StoredReading,
  options: Readonly<{ now: string; drafts: boolean }>,
): Named[] {
  if (file === aboutFile) return [];
  if (document === null) {
    return [{ file, id: toIdentifier(nameOf(file)), isOwn: false, isShown: false }];
  }
  const { summary, publication } = document;
  const isShown = withheld(publication, options) === null;
  return [{ file, id: summary.id, isOwn: publication.hasOwnId, isShown }];
}

const unreadable: Message = { says: 'left-out/unreadable' };

/** What may still be told of a document that was taken back. */
function tombstoneOf(
  { id, title, date, aliases, file, pieces }: Summary,
  { reason, date: withdrawnOn, successor }: NonNullable<Publication['withdrawn']>,
): Withdrawn {
  const numbers = pieces.map(({ number }) => ({ number }));
  return { id, title, date, aliases, file, pieces: numbers, reason, withdrawnOn, successor };
}

function reasonOf({ reason }: Readonly<{ reason: string }>): Message {
  return { says: 'left-out/withdrawn', reason };
}

/** A list that was crawled before a document was withdrawn must not name it again. */
function withoutWithdrawn({ documents, withdrawn, entries }: Selection): CatalogueEntry[] {
  if (withdrawn.length === 0) return entries;
  const gone = new Set(withdrawn.map(({ title }) => titleKey(title)));
  for (const { title } of documents) gone.delete(titleKey(title));
  return entries.filter(({ title }) => !gone.has(titleKey(title)));
}

function sameAddress(file: string, owner: string, id: string): Diagnostic {
  return error({ says: 'same-address', file, owner, id }, { place: { file } });
}
