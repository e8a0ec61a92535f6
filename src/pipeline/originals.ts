import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CopiedFile } from '#archive/archive.ts';
import { type Diagnostic, warning } from '#diagnostics/diagnostic.ts';
import type { Original, Summary } from '#document/document.ts';
import { formatOf } from '#formats/index.ts';
import { mayHoldPlace, withoutPlace } from '#output/without-place.ts';
import type { Site } from '#site/site.ts';
import type { StoredReading } from '#store/stored-reading.ts';

/** What of a file tells more than its page: deleted words, comments, numbers of persons. */
const revealing: ReadonlySet<string> = new Set(['word-changes', 'privacy', 'privacy-split']);

/** The files that a document was made of, or that were made of it, as far as readers may have them. */
export type Originals = Readonly<{
  files: readonly CopiedFile[];
  originals: readonly Original[];
  diagnostics: readonly Diagnostic[];
}>;

const none: Originals = { files: [], originals: [], diagnostics: [] };

/**
 * Decides which originals of a document are published. A file of an office tells more than its page: where it holds
 * what is not printed, or numbers of persons, its document's fields must say `original: true`. Of files that are not
 * read, since a text of the same name stands beside them, that is not known.
 *
 * @param sources the files of documents, by path
 * @param others the paths of further forms, and the files at them
 */
export function chooseOriginals(
  reading: Pick<StoredReading, 'file' | 'document' | 'diagnostics' | 'asides'>,
  { sha256 }: Pick<Summary, 'sha256'>,
  sources: ReadonlyMap<string, CopiedFile>,
  others: readonly CopiedFile[],
  mode: Site['originals'],
): Originals {
  const { file, document, diagnostics, asides } = reading;
  const said = document?.publication.original ?? null;
  const isNeeded = document?.publication.needsOriginal === true;
  const isWanted = said ?? (isNeeded || mode === 'publish');
  if (!isWanted) return none;
  const own = formatOf(file)?.mayBeAttached === true ? sources.get(file) : undefined;
  const reveals =
    diagnostics.some(({ rule }) => revealing.has(rule)) ||
    asides.some(({ kind }) => kind === 'redaction');
  if (own !== undefined && reveals && said !== true)
    return { ...none, diagnostics: [warning({ says: 'original-held' }, { place: { file } })] };
  const files = [...(own === undefined ? [] : [own]), ...(said === true ? others : [])];
  const originals = files.map((each): Original => {
    const { path, absolute, stat } = each;
    // The size stands first in it
    const size = Number.parseInt(stat, 10);
    if (path === file && !mayHoldPlace(path)) return { path, bytes: size, sha256 };
    const read = readFileSync(absolute);
    const own = mayHoldPlace(path) ? withoutPlace(read) : read;
    return { path, bytes: own.length, sha256: hash('sha256', own) };
  });
  return { files, originals, diagnostics: [] };
}
