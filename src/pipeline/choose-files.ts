import type { Archive, CopiedFile } from '#archive/archive.ts';
import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';
import type { UnreadSort } from '#diagnostics/words.ts';
import type { Summary } from '#document/document.ts';
import { isPicture } from '#document/picture-files.ts';
import { filesFolder } from '#emitters/feeds/copied-files.ts';
import { isNamedDraft } from '#formats/unpublished.ts';
import type { Site } from '#site/site.ts';
import { isGradedByName } from '#source/classified.ts';

/**
 * Divides files that are no documents into those that what is published leads to, and the others: what lies
 * beside a draft, or beside nothing, may be private.
 *
 * @param navigation of the site, which may lead to a file
 * @param originals for the path of each other form of a document, that of the document
 * @param isDocument whether a file was read as a document: a picture that is one goes with it
 * @param isKept whether a file is not to be seen by what is said of it
 * @param textOf the document of a picture's name, of which it is another form
 */
export function chooseFiles(
  files: readonly CopiedFile[],
  { documents, about }: Pick<Archive, 'documents' | 'about'>,
  navigation: Site['navigation'],
  originals: ReadonlyMap<string, string> = new Map(),
  isDocument: (path: string) => boolean = () => false,
  textOf: (path: string) => string | null = () => null,
  isKept: (path: string) => boolean = () => false,
): { files: CopiedFile[]; unlinked: string[] } {
  const linking = about === null ? documents : [...documents, about];
  const shown = new Set(linking.flatMap(({ links }) => links.map(({ target }) => target)));
  for (const file of filesOfNavigation(navigation)) shown.add(file);
  // Another form of what is not published is not either, whoever leads to it
  const pages = new Set(linking.map(({ file }) => file));
  const published = new Set([...pages, ...shown]);
  const isShown = ({ path }: CopiedFile) => {
    const text = isPicture(path) ? textOf(path) : null;
    const document = originals.get(path) ?? text ?? undefined;
    const hasNoPage = isPicture(path) && isDocument(path) && !pages.has(path);
    const isOpen = !hasNoPage && !isKept(path) && !isGradedByName(path) && !isNamedDraft(path);
    return isOpen && shown.has(path) && (document === undefined || published.has(document));
  };
  return {
    files: files.filter(isShown),
    unlinked: files.filter((file) => !isShown(file)).map(({ path }) => path),
  };
}

/** Files below `content/` to which the navigation leads. */
export function filesOfNavigation(navigation: Site['navigation']): string[] {
  const pages = (navigation ?? []).map(({ page }) => page);
  return pages
    .filter((page) => page.startsWith(filesFolder))
    .map((page) => page.slice(filesFolder.length));
}

/** What stands behind the path of a file of parts, before the name of a part. */
const within = '.files/';

/**
 * The parts of documents that they show: pictures in Word files.
 *
 * @param sources the files of all documents, by their paths
 */
export function partsShown(
  documents: readonly Pick<Summary, 'file' | 'links'>[],
  sources: ReadonlyMap<string, CopiedFile>,
): CopiedFile[] {
  return documents.flatMap(({ file, links }) =>
    links.flatMap(({ target, image }): CopiedFile[] => {
      const source = sources.get(file);
      if (!image || source === undefined || !target.startsWith(file + within)) return [];
      const part = target.slice(file.length + within.length);
      const { absolute, stat } = source;
      return [{ path: target, absolute, stat, part }];
    }),
  );
}

/** The most files that a build names which nothing links; a check names all. */
const mostNamed = 3;

const unreadSorts: readonly (readonly [endings: RegExp, sort: UnreadSort])[] = [
  [/\.(?:pptx?|pps[xm]?|pptm|dps|odp)$/i, 'slides'],
  [/\.(?:zip|rar|7z|tar|gz|tgz)$/i, 'packed'],
  [/\.mht(?:ml)?$/i, 'web-archive'],
  [/\.(?:xls[xm]?|et|ods)$/i, 'sheet'],
  [/\.(?:caj|ceb|cebx|kdh|nh|sep|gd|gw)$/i, 'reader'],
];

function sortOf(file: string): UnreadSort | null {
  return unreadSorts.find(([endings]) => endings.test(file))?.[1] ?? null;
}

/** A file that nothing links: what can be done with one that offices have and that is not read. */
export function tellUnlinkedFile(file: string): Diagnostic {
  const sort = sortOf(file);
  const place = { place: { file } };
  if (sort === null) return warning({ says: 'unlinked-file' }, place);
  return warning({ says: 'unlinked-file/unread', sort, names: [], count: 1 }, place);
}

/** A line for each sort of files that are not read, and one for all others that nothing links. */
export function tellUnlinked(unlinked: readonly string[]): Diagnostic[] {
  return [...Map.groupBy(unlinked, sortOf)].map(([sort, files]) => {
    const [names, count] = [files.slice(0, mostNamed), files.length];
    if (sort === null) return warning({ says: 'unlinked-file/all', names, count });
    return warning({ says: 'unlinked-file/unread', sort, names, count });
  });
}
